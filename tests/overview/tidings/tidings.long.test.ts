import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { tellAll } from '../../../src/overview/tidings/actions.ts'
import type { Person } from '../../../src/people/accounts/accounts.ts'
import { leave } from '../../../src/people/accounts/actions.ts'
import { personOf } from '../../../src/people/accounts/store.ts'
import { chooseNotices } from '../../../src/people/notices/actions.ts'
import { senderOf } from '../../../src/platform/mail/smtp.ts'
import { postOne } from '../../../src/platform/mail/tick.ts'
import { instantAt } from '../../../src/platform/time.ts'
import { pauseRegion } from '../../../src/programme/pauses/actions.ts'
import type { Region } from '../../../src/programme/regions/regions.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { giveAdvice } from '../../../src/support/advice/actions.ts'
import { keepPromise, makePromise } from '../../../src/support/promises/actions.ts'
import { promisesOfRegion } from '../../../src/support/promises/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const ORIGIN = 'https://note.example'
const at = (day: string, time: string) => new Date(instantAt(day, time))

describe('notices', () => {
  let here: Town
  let region: Region
  beforeEach(async () => {
    here = await town(await freshDb())
    region = (await regionSeen(here.db, await here.actor('mika'), here.regions.midori)) as Region
  })

  const tell = (now: Date) => tellAll({ db: here.db, now, origin: ORIGIN })
  const as = async (who: PersonName, now = here.now) => ({ ...(await here.ctx(who)), now })
  const lettersTo = async (who: PersonName) => {
    const rows = await here.db
      .selectFrom('letters')
      .select(['subject', 'body', 'kind', 'cancelledAt'])
      .where('personId', '=', here.people[who])
      .orderBy('id')
      .execute()
    return rows
  }
  const advise = async (text: string, circle: 'region' | 'team' | 'town', now = here.now) =>
    giveAdvice(await as('ken', now), region, { text, circle })
  const agree = async (dueOn: string, now = here.now) =>
    makePromise(await as('aoi', now), region, {
      text: '退院の連絡先を調べる',
      side: 'town',
      owner: 'みどり町',
      dueOn,
      dueText: null,
      circle: 'region',
    })

  it('bring what moved in one letter at 8:30, to each reader only what they may read, and never twice', async () => {
    await advise('まず1人の退院を追ってみましょう', 'region')
    await advise('町の中だけの話です', 'town')
    await advise('課長が慎重です', 'team')
    await tell(at('2025-10-22', '08:29'))
    expect(await lettersTo('aoi')).to.deep.equal([])
    await tell(at('2025-10-22', '08:30'))
    await tell(at('2025-10-22', '08:31'))
    const [aoi] = await lettersTo('aoi')
    expect(await lettersTo('aoi')).to.have.length(1)
    expect(aoi?.subject).to.equal('【伴走ノート】動いたことが2件あります')
    expect(aoi?.body).to.include('まず1人の退院').and.to.include('町の中だけ').and.to.not.include('課長が慎重')
    expect(aoi?.body).to.include(`${ORIGIN}/regions/region-midori/advice`)
    const [sora] = await lettersTo('sora')
    expect(sora?.body).to.include('まず1人の退院').and.to.not.include('町の中だけ').and.to.not.include('課長が慎重')
    const [mika] = await lettersTo('mika')
    expect(mika?.body).to.include('課長が慎重です')
    expect(await lettersTo('ken')).to.deep.equal([])
    expect(await lettersTo('nagi')).to.deep.equal([])
    await tell(at('2025-10-23', '08:30'))
    expect(await lettersTo('aoi')).to.have.length(1)
  })

  it('come to a real mail server as plain text', async () => {
    const arrived: Email[] = []
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
            arrived.push(mail)
            done()
          })
        })
      },
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    await advise('課長が慎重です', 'team')
    await advise('まず1人の退院を追ってみましょう', 'region')
    const morning = at('2025-10-22', '08:30')
    await tell(morning)
    const send = senderOf({ smtpUrl, mailFrom: '伴走ノート <note@banso.example>', dataDir: '/nowhere' })
    while (await postOne(here.db, send, morning));
    server.close(() => {})
    const sora = arrived.find((m) => m.to?.[0]?.address === 'sora@banso.example')
    expect(sora?.subject).to.equal('【伴走ノート】動いたことが1件あります')
    expect(sora?.text).to.include('まず1人の退院').and.to.not.include('課長')
    expect(sora?.html).to.equal(undefined)
    expect(arrived.map((m) => m.to?.[0]?.address)).to.not.include('ken@banso.example')
  })

  it('wait over a week-end and a holiday: Friday’s news comes on Tuesday', async () => {
    await advise('金曜の夕方の助言', 'region', at('2025-10-31', '17:00'))
    for (const day of ['2025-11-01', '2025-11-02', '2025-11-03']) await tell(at(day, '09:00'))
    expect(await lettersTo('aoi')).to.deep.equal([])
    await tell(at('2025-11-04', '08:30'))
    expect((await lettersTo('aoi'))[0]?.body).to.include('金曜の夕方の助言')
  })

  it('come at once to who chose so on the own page, bundled for ten minutes, and not at all to who wants none', async () => {
    const aoi = await browse(here, 'aoi')
    await aoi.open('/profile')
    expect(aoi.values.notices).to.equal('daily')
    await aoi.fill({ notices: 'at_once' }, 'この受け取り方にする')
    expect(aoi.notice).to.equal('動いたことの知らせを「すぐに」にしました')
    await chooseNotices(await as('sora'), 'none')
    await advise('ひとつめ', 'region')
    await tell(at('2025-10-21', '20:00'))
    await advise('ふたつめ', 'region', at('2025-10-21', '20:01'))
    await advise('みっつめ', 'region', at('2025-10-21', '20:02'))
    await tell(at('2025-10-21', '20:03'))
    expect((await lettersTo('aoi')).map((l) => l.subject)).to.deep.equal(['【伴走ノート】動いたことが1件あります'])
    await tell(at('2025-10-21', '20:11'))
    expect((await lettersTo('aoi')).map((l) => l.subject)[1]).to.equal('【伴走ノート】動いたことが2件あります')
    await tell(at('2025-10-22', '08:30'))
    expect(await lettersTo('aoi')).to.have.length(2)
    expect(await lettersTo('sora')).to.deep.equal([])
  })

  it('remind of a promise seven days and one day before, by working mornings only, until it is kept', async () => {
    await chooseNotices(await as('aoi'), 'none')
    await agree('2025-11-09') // a Sunday: its eve is a Saturday, so the Friday reminds; seven days before is a Sunday, then a holiday
    await tell(at('2025-10-31', '09:00'))
    await tell(at('2025-11-02', '09:00'))
    await tell(at('2025-11-03', '09:00'))
    expect(await lettersTo('aoi')).to.deep.equal([])
    await tell(at('2025-11-04', '21:00'))
    expect(await lettersTo('aoi')).to.deep.equal([])
    await tell(at('2025-11-05', '08:30'))
    const [first] = await lettersTo('aoi')
    expect(first?.subject).to.equal('【伴走ノート】期日の近いことが1件あります')
    expect(first?.body).to.include('退院の連絡先を調べる').and.to.include('令和7年11月9日（日）（あと4日）')
    expect(first?.body).to.match(/https:\/\/note\.example\/regions\/region-midori\/promises/)
    await tell(at('2025-11-06', '09:00'))
    expect(await lettersTo('aoi')).to.have.length(1)
    await tell(at('2025-11-07', '09:00'))
    expect(await lettersTo('aoi')).to.have.length(2)
    expect(await lettersTo('sora')).to.deep.equal([])
  })

  it('stop when it is kept, while the region rests, and when the year wants none', async () => {
    await agree('2025-10-29')
    const [promise] = await promisesOfRegion(here.db, region.id, ['region'])
    if (!promise) throw new Error('no promise')
    await here.db.updateTable('programmes').set({ rulesJson: '{"remindDays":[]}' }).execute()
    await tell(at('2025-10-22', '09:00'))
    await here.db.updateTable('programmes').set({ rulesJson: '{}' }).execute()
    await pauseRegion(await as('mika'), region, { kind: 'pause', reason: '災害のため' })
    await tell(at('2025-10-23', '09:00'))
    await here.db.updateTable('pauses').set({ endedAt: here.now.toISOString() }).execute()
    await tell(at('2025-10-24', '09:00'))
    const about = async () => (await lettersTo('aoi')).filter((l) => l.subject.includes('期日'))
    expect(await about()).to.have.length(1)
    await keepPromise(
      ...([await as('aoi'), region, promise, '2025-10-24'] as unknown as Parameters<typeof keepPromise>),
    )
    await tell(at('2025-10-28', '09:00'))
    expect(await about()).to.have.length(1)
  })

  it('that wait for their mail server are written anew: who lost the role or left gets nothing', async () => {
    await advise('まず1人の退院を追ってみましょう', 'region')
    await tell(at('2025-10-22', '08:30'))
    await here.db
      .updateTable('memberships')
      .set({ toOn: '2025-10-21' })
      .where('personId', '=', here.people.sora)
      .execute()
    await leave(await as('mika', at('2025-10-22', '08:40')), (await personOf(here.db, here.people.daichi)) as Person)
    await tell(at('2025-10-22', '08:41'))
    expect((await lettersTo('sora')).map((l) => l.cancelledAt !== null)).to.deep.equal([true])
    expect((await lettersTo('daichi')).map((l) => l.cancelledAt !== null)).to.deep.equal([true])
    expect((await lettersTo('aoi')).map((l) => l.cancelledAt !== null)).to.deep.equal([false])
  })
})
