import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { updatePerson } from '../../../src/people/accounts/store.ts'
import { instantAt } from '../../../src/platform/time.ts'
import { endTerm } from '../../../src/programme/teams/store.ts'
import { browse } from '../browse.ts'
import { freshDb } from '../db.ts'
import { type Town, town } from '../town.ts'
import { answers, asked, lettersOf, lettersTo, linkOf, S1, slot } from './asking.ts'

const fresh = async (): Promise<Town> => town(await freshDb())

describe('finding a date', () => {
  it('mika offers three slots; everybody but the optional partner gets an own link', async () => {
    const midori = await fresh()
    const mika = await asked(midori)
    expect(mika.status, mika.text).to.equal(200)
    expect(mika.notice).to.equal('候補日を出しました。5人に、一人ずつのリンクを送ります')
    const letters = await lettersOf(midori, 'poll_request')
    expect(letters.map((l) => l.toName)).to.have.members(['青木 葵', '大地 誠', '蓮見 廉', '咲田 早紀', '岡田 健'])
    expect(new Set(letters.map((l) => /\/l\/poll\/[\w-]+/.exec(l.body)?.[0])).size).to.equal(5)
    expect(letters[0]?.body).to.include('・令和7年11月6日（木） 10:00〜11:30')
    await mika.open(paths.meetings('region-midori'))
    expect(mika.text).to.include('調整中')
  })

  it('says holidays and weekends before any letter goes', async () => {
    const midori = await fresh()
    const mika = await asked(midori, { ...slot(0, '2025/11/3', '14:00'), ...slot(1, '2025/11/8', '14:00') })
    expect(mika.status).to.equal(422)
    expect(mika.text).to.include('令和7年11月3日（月） 14:00〜15:30：文化の日です').and.include('土曜日です')
    expect(await lettersOf(midori, 'poll_request')).to.have.length(0)
    await mika.fill({}, 'このまま送る')
    expect(await lettersOf(midori, 'poll_request')).to.have.length(5)
    expect(mika.text).to.include('文化の日です')
  })

  it('shows an advisor’s other meetings, in any region', async () => {
    const midori = await fresh()
    await asked(midori)
    await midori.db
      .insertInto('meetings')
      .values({
        ...(await midori.db.selectFrom('meetings').selectAll().executeTakeFirstOrThrow()),
        id: 'elsewhere',
        regionId: midori.regions.suzukaze,
        heldOn: '2025-11-06',
        startsAt: instantAt('2025-11-06', '11:00'),
        minutes: 60,
      })
      .execute()
    const { ken } = midori.people
    const as = { personId: ken, role: 'advisor', organisationId: 'org-banso', fromOn: '2025-04-01' } as const
    const { addMembership } = await import('../../../src/people/accounts/store.ts')
    await addMembership(midori.db, { ...as, regionId: midori.regions.suzukaze }, midori.now)
    const mika = await browse(midori, 'mika')
    await mika.open(paths.dates(S1))
    expect(mika.text).to.include('岡田 健は南原県すずかぜ市 支援1（11:00から）と重なります')
    const person = await browse(midori)
    await person.open(await linkOf(midori, 'ken'))
    expect(person.text).to.include('南原県すずかぜ市 支援1と重なります')
  })

  it('aoi answers without signing in, and may change her mind', async () => {
    const midori = await fresh()
    await asked(midori)
    const aoi = await answers(midori, 'aoi', ['yes', 'no', 'maybe'])
    expect([aoi.status, aoi.notice]).to.deep.equal([200, '返事を送りました。ありがとうございます'])
    await answers(midori, 'aoi', ['no', 'yes', null])
    const mika = await browse(midori, 'mika')
    await mika.open(paths.dates(S1))
    const row = mika.document.querySelectorAll('.poll tbody tr').find((tr) => tr.textContent.includes('青木'))
    expect(row?.querySelectorAll('td').map((td) => td.textContent.trim())).to.deep.equal(['×', '○', '△'])
    await mika.open(paths.regionHistory('region-midori'))
    expect(mika.text).to.include('青木 葵さんが支援1の日程に答え直しました')
  })

  it('wants at least one sign, and keeps the words', async () => {
    const midori = await fresh()
    await asked(midori)
    const aoi = await browse(midori)
    await aoi.open(await linkOf(midori, 'aoi'))
    await aoi.fill({ note: '6日は15時まで' }, '返事を送る')
    expect([aoi.status, aoi.values.note]).to.deep.equal([422, '6日は15時まで'])
    expect(aoi.text).to.include('○△×を、1つは選んでください')
  })

  it('reminds only those who have not answered, and suggests a slot with its reason', async () => {
    const midori = await fresh()
    const mika = await asked(midori)
    await answers(midori, 'ken', ['no', 'yes', 'yes'])
    await answers(midori, 'aoi', ['yes', 'yes', 'maybe'])
    await answers(midori, 'ren', ['yes', 'maybe', null])
    await mika.open(paths.dates(S1))
    expect(mika.text).to.include('まだ答えていない人').and.include('おすすめ：令和7年11月6日（木） 10:00〜11:30')
    expect(mika.text).to.include('○2人・△1人・×0人。アドバイザーと必ず出る人が、全員出られます。')
    await mika.fill({}, '未回答の3人だけに')
    const reminded = await lettersOf(midori, 'poll_reminder')
    expect(reminded.map((l) => l.toName)).to.have.members(['大地 誠', '蓮見 廉', '咲田 早紀'])
    await answers(midori, 'daichi', ['yes', 'yes', 'yes'])
    await mika.open(paths.dates(S1))
    expect(mika.text).to.not.match(/まだ答えていない人.*大地 誠（/)
  })

  it('mika writes down what ren said on the telephone; ken answers from his own page', async () => {
    const midori = await fresh()
    const mika = await asked(midori)
    await mika.follow('代わりに記録する（蓮見 廉）')
    const name = mika.document.querySelector('input[type=radio]')?.getAttribute('name') ?? ''
    await mika.fill({ [name]: 'yes' }, '返事を記録する')
    expect(mika.notice).to.equal('蓮見 廉さんの返事を記録しました')
    const poll = await midori.db.selectFrom('polls').select('id').executeTakeFirstOrThrow()
    const ken = await browse(midori, 'ken')
    await ken.open(paths.home)
    expect(ken.text).to.include('支援1の日程に、○△×で答えてください')
    await ken.follow('都合を答える')
    expect(ken.url).to.equal(paths.poll(poll.id))
    expect(ken.text).to.include('岡田 健さんのご都合')
    const nagi = await browse(midori, 'nagi')
    expect((await nagi.open(paths.poll(poll.id))).status).to.equal(404)
  })
})

describe('a poll’s links when things have changed', () => {
  it('closed: says what was decided, keeps nothing', async () => {
    const midori = await fresh()
    const mika = await asked(midori)
    const late = await browse(midori)
    await late.open(await linkOf(midori, 'aoi'))
    const name = late.document.querySelector('input[type=radio]')?.getAttribute('name') ?? ''
    await answers(midori, 'ken', ['yes', 'yes', 'yes'])
    await mika.open(paths.dates(S1))
    await mika.fill({ place: '役場' }, 'この日に決める')
    await late.fill({ [name]: 'yes' }, '返事を送る')
    expect(late.status).to.equal(409)
    expect(late.text)
      .to.include('日程は令和7年11月5日（水） 14:00〜15:30に決まりました')
      .and.include('事務局に電話かメール')
    const kept = await midori.db.selectFrom('pollInvitees').selectAll().where('name', '=', '青木 葵').executeTakeFirst()
    expect(kept?.answeredAt).to.equal(null)
  })

  it('somebody else’s, somebody’s who left, and a made-up one', async () => {
    const midori = await fresh()
    await asked(midori)
    const aois = await linkOf(midori, 'aoi')
    const daichi = await browse(midori, 'daichi')
    await daichi.open(aois)
    expect(daichi.status).to.equal(403)
    expect(daichi.text).to.include('青木 葵さんあてです')
    await updatePerson(midori.db, midori.people.aoi, { leftOn: '2025-10-20' })
    const anybody = await browse(midori)
    expect((await anybody.open(aois)).status).to.equal(410)
    const row = await midori.db
      .selectFrom('memberships')
      .selectAll()
      .where('personId', '=', midori.people.ken)
      .executeTakeFirstOrThrow()
    await endTerm(midori.db, {
      id: row.id,
      regionId: midori.regions.midori,
      toOn: '2025-10-20',
      by: midori.people.mika,
    })
    await anybody.open(await linkOf(midori, 'ken'))
    expect([anybody.status, anybody.text.includes('担当を終えられたため')]).to.deep.equal([410, true])
    expect((await anybody.open(`/l/poll/${'A'.repeat(43)}`)).status).to.equal(404)
  })

  it('refuses days past and rubbish with a sentence at the field', async () => {
    const midori = await fresh()
    const mika = await asked(midori, {
      ...slot(0, '2025/10/1', '10:00'),
      ...slot(1, 'あした', '25時'),
      ...slot(2, '2025/11/5', '10時', '千分'),
    })
    expect(mika.errors).to.deep.equal({
      'slots.0.on': 'これからの日時を入れてください',
      'slots.1.on': '日は、令和7年10月22日のように入れてください',
      'slots.2.minutes': '長さは、5から600までの分で入れてください',
    })
    expect(mika.values['slots.1.on']).to.equal('あした')
    expect(await lettersTo(midori, 'aoi')).to.have.length(0)
  })
})
