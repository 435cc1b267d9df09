import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { paths } from '../../../src/paths/paths.ts'
import { addMembership } from '../../../src/people/accounts/store.ts'
import { senderOf } from '../../../src/platform/mail/smtp.ts'
import { postOne } from '../../../src/platform/mail/tick.ts'
import { endTerm } from '../../../src/programme/teams/store.ts'
import { type Browser, browse } from '../browse.ts'
import { freshDb } from '../db.ts'
import { type Town, town } from '../town.ts'
import { answers, asked, calendarIn, lettersOf, lettersTo, readCalendar, S1 } from './asking.ts'

/** 支援1 is fixed for 6 November, 10:00, with an address. */
async function confirmed(): Promise<{ midori: Town; mika: Browser }> {
  const midori = await town(await freshDb())
  const mika = await asked(midori)
  await answers(midori, 'ken', ['no', 'yes', 'yes'])
  await answers(midori, 'aoi', ['yes', 'yes', 'maybe'])
  await mika.open(paths.dates(S1))
  await mika.fill({ mode: 'both', place: '役場', url: 'https://meeting.example/1' }, 'この日に決める')
  return { midori, mika }
}

const move = { heldOn: '2025/11/13', time: '15:00', minutes: '60' }

describe('a date that is fixed', () => {
  it('takes the suggested slot, and everybody gets a file in which only they stand', async () => {
    const { midori, mika } = await confirmed()
    expect(mika.status, mika.text).to.equal(200)
    expect(mika.text).to.include('令和7年11月6日（木） 10:00（90分）').and.include('予定')
    const letters = await lettersOf(midori, 'meeting_fixed')
    expect(letters.map((l) => l.toName)).to.have.members([
      '青木 葵',
      '大地 誠',
      '蓮見 廉',
      '咲田 早紀',
      '岡田 健',
      '空野 そら',
      '森野 美香',
      '早瀬 俊',
    ])
    const { method, events } = calendarIn((await lettersTo(midori, 'ken')).at(-1))
    const meeting = await midori.db.selectFrom('meetings').select('id').executeTakeFirstOrThrow()
    expect(method).to.equal('REQUEST')
    expect(events).to.deep.equal([
      {
        uid: `meeting-${meeting.id}@banso-note.local`,
        sequence: 0,
        summary: '東浜県みどり町 支援1',
        location: '役場',
        start: '2025-11-06T01:00:00.000Z',
        zone: 'UTC',
        end: '2025-11-06T02:30:00.000Z',
        status: 'CONFIRMED',
        organizer: 'mailto:jimukyoku@banso.example',
        attendees: ['mailto:ken@banso.example'],
      },
    ])
  })

  it('two confirm at once: the second is told, and nobody gets two letters', async () => {
    const midori = await town(await freshDb())
    const [mika, shun] = [await asked(midori), await browse(midori, 'shun')]
    await answers(midori, 'ken', ['yes', 'yes', 'yes'])
    await mika.open(paths.dates(S1))
    await shun.open(paths.dates(S1))
    await mika.fill({}, 'この日に決める')
    await shun.fill({}, 'この日に決める')
    expect([shun.status, shun.text.includes('もう終わっています')]).to.deep.equal([409, true])
    expect(await lettersOf(midori, 'meeting_fixed')).to.have.length(8)
    expect(await lettersOf(midori, 'meeting_moved')).to.have.length(0)
  })

  it('moved: the same UID, a higher SEQUENCE, and the old day stays in the history', async () => {
    const { midori, mika } = await confirmed()
    const before = calendarIn((await lettersTo(midori, 'aoi')).at(-1)).events[0]
    await mika.open(paths.scheduleOf(S1))
    await mika.fill(move, '予定を変える')
    expect(mika.notice).to.include('8人に知らせます')
    const letter = (await lettersTo(midori, 'aoi')).at(-1)
    const after = calendarIn(letter).events[0]
    expect([after?.uid, after?.sequence, after?.start]).to.deep.equal([before?.uid, 1, '2025-11-13T06:00:00.000Z'])
    expect(letter?.body).to.include('前の日時：令和7年11月6日（木） 10:00〜11:30')
    await mika.open(paths.dates(S1))
    expect(mika.text)
      .to.include('R7.11.6（木） 10:00〜11:30に決まりました')
      .and.include('R7.11.13（木） 15:00〜16:00に変わりました')
    await mika.open(paths.scheduleOf(S1))
    await mika.fill({}, '予定を変える')
    expect(await lettersOf(midori, 'meeting_moved')).to.have.length(8)
  })

  it('postponed, then cancelled, then held after all: CANCEL and REQUEST with rising numbers', async () => {
    const { midori, mika } = await confirmed()
    await mika.open(paths.endingOf(S1))
    await mika.fill({ kind: 'postponed', reason: '' }, '延期・中止にする')
    expect(mika.errors).to.deep.equal({ reason: '理由を書いてください。全員に届く手紙にのります' })
    await mika.fill({ kind: 'postponed', reason: '台風のため' }, '延期・中止にする')
    expect(mika.text).to.include('延期・調整中')
    const postponed = (await lettersTo(midori, 'ren')).at(-1)
    expect([postponed?.kind, postponed?.body.includes('理由：台風のため')]).to.deep.equal(['meeting_postponed', true])
    const told = calendarIn(postponed)
    expect([told.method, told.events[0]?.status, told.events[0]?.sequence]).to.deep.equal(['CANCEL', 'CANCELLED', 1])
    await mika.open(paths.scheduleOf(S1))
    await mika.fill(move, '予定を決める')
    await mika.open(paths.endingOf(S1))
    await mika.fill({ kind: 'skipped', reason: '町の都合' }, '延期・中止にする')
    expect(mika.text).to.include('実施しない')
    const cancel = calendarIn((await lettersTo(midori, 'ren')).at(-1))
    expect([cancel.method, cancel.events[0]?.sequence]).to.deep.equal(['CANCEL', 3])
  })

  it('an advisor who left and one who came are told by the next change', async () => {
    const { midori, mika } = await confirmed()
    const held = await midori.db
      .selectFrom('memberships')
      .selectAll()
      .where('personId', '=', midori.people.ken)
      .executeTakeFirstOrThrow()
    await endTerm(midori.db, {
      id: held.id,
      regionId: midori.regions.midori,
      toOn: '2025-11-01',
      by: midori.people.mika,
    })
    const yui = { personId: midori.people.yui, role: 'advisor', organisationId: 'org-banso' } as const
    await addMembership(midori.db, { ...yui, regionId: midori.regions.midori, fromOn: '2025-11-02' }, midori.now)
    await mika.open(paths.scheduleOf(S1))
    await mika.fill(move, '予定を変える')
    const [kens, yuis] = [(await lettersTo(midori, 'ken')).at(-1), (await lettersTo(midori, 'yui')).at(-1)]
    expect([kens?.kind, calendarIn(kens).method]).to.deep.equal(['meeting_left', 'CANCEL'])
    expect([yuis?.kind, calendarIn(yuis).method]).to.deep.equal(['meeting_fixed', 'REQUEST'])
  })

  it('arrives at a real mail server as an invitation beside the text and as a file', async () => {
    const { midori } = await confirmed()
    const arrived: { email: Email; raw: string }[] = []
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', async () => {
          const raw = Buffer.concat(chunks)
          arrived.push({ email: await PostalMime.parse(raw), raw: raw.toString() })
          done()
        })
      },
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    const send = senderOf({ smtpUrl, mailFrom: '伴走ノート <note@banso.example>', dataDir: '/nowhere' })
    while (await postOne(midori.db, send, midori.now));
    server.close()
    const invitations = arrived.filter(({ email }) => email.subject?.includes('日程が決まりました'))
    expect(invitations).to.have.length(8)
    const kens = invitations.find(({ email }) => email.to?.[0]?.address === 'ken@banso.example')
    expect(kens?.email.text)
      .to.include('日時：令和7年11月6日（木） 10:00〜11:30')
      .and.include('会議のURL：https://meeting.example/1')
    expect(kens?.raw).to.match(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i)
    const file = kens?.email.attachments.find((a) => a.filename === 'invite.ics')
    const content = file?.content
    const text = typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8')
    expect(readCalendar(text).events[0]?.attendees).to.deep.equal(['mailto:ken@banso.example'])
    expect(kens?.raw).to.not.include('aoi@')
  })
})
