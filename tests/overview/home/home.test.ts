import { expect } from 'chai'
import { addPerson } from '../../../src/people/accounts/store.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { addPromise } from '../../../src/support/promises/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const FIRST = {
  number: 1,
  stepId: 'step-orientation',
  stepKey: 'orientation',
  label: 'オリエンテーション',
  kind: 'orientation',
} as const

async function plan(midori: Town, heldOn: string) {
  const place = { programmeId: midori.programmeId, regionId: midori.regions.midori }
  const id = await addMeeting(midori.db, { ...place, ...FIRST }, midori.now)
  await updateMeeting(midori.db, id, { heldOn, mode: 'online' })
  return id
}

describe('home', () => {
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
  })

  it('sends a stranger to sign in', async () => {
    const stranger = await browse(midori)
    await stranger.open('/')
    expect(stranger.url).to.match(/^\/sign-in/)
  })

  it('tells the town its next meeting and its promise, soonest first', async () => {
    await plan(midori, '2025-10-24')
    const promise = {
      text: '病院の相談室に話を聞く',
      side: 'town',
      owner: 'みどり町',
      dueOn: '2025-10-20',
      dueText: null,
    } as const
    const at = { regionId: midori.regions.midori, meetingId: null, circle: 'region', createdBy: null } as const
    await addPromise(midori.db, { ...promise, ...at }, midori.now)
    const aoi = await browse(midori, 'aoi')
    await aoi.open('/')
    expect(aoi.status).to.equal(200)
    const rows = aoi.document.querySelectorAll('.todo li').map((li) => li.textContent.replace(/\s+/g, ''))
    expect(rows[0]).to.include('1日超過').and.include('みどり町の約束があります').and.include('病院の相談室に話を聞く')
    expect(rows[1]).to.include('あと3日').and.include('みどり町のオリエンテーションがあります')
    expect(aoi.document.querySelector('.soon')?.textContent).to.include('10/24')
    expect(aoi.text).to.not.include('すずかぜ市')
    expect(aoi.document.querySelector('.matrix')).to.equal(null)
  })
  it('forgets a promise once it is done', async () => {
    const promise = {
      text: '名簿をつくる',
      side: 'town',
      owner: 'みどり町',
      dueOn: '2025-10-25',
      dueText: null,
    } as const
    const at = { regionId: midori.regions.midori, meetingId: null, circle: 'region', createdBy: null } as const
    const id = await addPromise(midori.db, { ...promise, ...at }, midori.now)
    const aoi = await browse(midori, 'aoi')
    expect((await aoi.open('/')).text).to.include('名簿をつくる')
    await midori.db.updateTable('promises').set({ status: 'done' }).where('id', '=', id).execute()
    expect((await aoi.open('/')).text).to.not.include('名簿をつくる')
  })

  it('asks a prefecture for its consent and tells the waiting town whose turn it is', async () => {
    const set = { prefectureId: 'org-910007' }
    await midori.db.updateTable('regions').set(set).where('id', '=', midori.regions.suzukaze).execute()
    const ren = await browse(midori, 'ren')
    expect((await ren.open('/')).text).to.include('すずかぜ市の応募への承諾をお願いします')
    const nagi = await browse(midori, 'nagi')
    expect((await nagi.open('/')).text).to.include('いまの番：都道府県')
  })

  it('gives the secretariat its chases and the matrix', async () => {
    await plan(midori, '2025-10-10')
    const mika = await browse(midori, 'mika')
    await mika.open('/')
    expect(mika.text).to.include('みどり町のオリエンテーションの記録を確定してください').and.include('4日超過')
    expect(mika.text).to.include('すずかぜ市の応募に、都道府県の承諾がまだありません')
    expect(mika.document.querySelector('.matrix .now')?.textContent).to.include('記録4日超過')
  })

  it('has a kind sentence for the observer and for somebody without any role', async () => {
    const tomo = await browse(midori, 'tomo')
    expect((await tomo.open('/')).text).to.include('いまお願いしていることはありません')
    const given = { name: '新田 光', email: 'hikaru@banso.example' }
    midori.people.tomo = await addPerson(midori.db, given, midori.now)
    const hikaru = await browse(midori, 'tomo')
    expect((await hikaru.open('/')).text).to.include('まだどの地域や年度事業にも登録されていません')
  })

  it('tells what moved since the last visit, and the same again when the page is opened twice', async () => {
    const happened = async (id: string, label: string) => {
      const at = { kind: 'record_fixed', at: midori.now.toISOString(), actorPersonId: null, actorName: '森野 美香' }
      const row = { ...at, actorRole: null, onBehalfOf: null, programmeId: null, regionId: midori.regions.midori }
      const detailsJson = JSON.stringify({ n: 1, label })
      await midori.db
        .insertInto('happenings')
        .values({ ...row, id, circle: 'region', detailsJson })
        .execute()
    }
    await happened('h-1', '支援1')
    for (const _time of [1, 2]) {
      const ken = await browse(midori, 'ken')
      expect((await ken.open('/')).text).to.include('森野 美香さんが支援1の記録を確定しました')
    }
    midori = { ...midori, now: new Date(midori.now.getTime() + 2 * 24 * 60 * 60_000) }
    await happened('h-2', '支援2')
    midori = { ...midori, now: new Date(midori.now.getTime() + 24 * 60 * 60_000) }
    for (const _time of [1, 2]) {
      const ken = await browse(midori, 'ken')
      await ken.open('/')
      expect(ken.text).to.include('支援2の記録を確定しました').and.not.include('支援1の記録を確定しました')
      expect(ken.text).to.include('10月21日（火）14:03から')
    }
  })

  it('begins a new secretariat with its first year, and leads to every way in', async () => {
    for (const table of ['happenings', 'decisions', 'submissions', 'regionMembers', 'regions', 'steps'] as const)
      await midori.db.deleteFrom(table).execute()
    await midori.db.updateTable('programmes').set({ isSample: 1 }).execute()
    const mika = await browse(midori, 'mika')
    await mika.open('/')
    expect(mika.text).to.include('最初に、年度事業をつくります')
    await mika.follow('年度事業をつくる')
    expect(mika.heading).to.equal('年度事業をつくる')
    await mika.open('/programmes')
    expect(mika.links()).to.include('/bundles')
    const ken = await browse(midori, 'ken')
    await ken.open('/programmes')
    expect(ken.links()).to.not.include('/bundles')
  })

  it('never shows the partner what belongs to the town alone', async () => {
    const at = { kind: 'record_fixed', at: midori.now.toISOString(), actorPersonId: null, actorName: '青木 葵' }
    const row = { ...at, actorRole: null, onBehalfOf: null, programmeId: null, regionId: midori.regions.midori }
    const detailsJson = JSON.stringify({ n: 1, label: '町の内輪の打合せ' })
    await midori.db
      .insertInto('happenings')
      .values({ ...row, id: 'h-town', circle: 'town', detailsJson })
      .execute()
    const sora = await browse(midori, 'sora')
    expect((await sora.open('/')).text).to.not.include('町の内輪の打合せ')
    const aoi = await browse(midori, 'aoi')
    expect((await aoi.open('/')).text).to.include('町の内輪の打合せ')
  })
})
