import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import { instantAt } from '../../../src/platform/time.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { addLines } from '../../../src/support/records/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { putToWg, selectSuzukaze, type WgTown, wgTown } from '../../support/working-group.ts'

describe('what a WG member reads before a meeting', function () {
  this.timeout(30_000)
  let midori: WgTown
  let haru: Browser
  let n: number
  beforeEach(async () => {
    midori = await wgTown()
    await selectSuzukaze(midori)
    n = await midori.n('wg2')
    const place = { programmeId: midori.programmeId, regionId: null, stepId: 'step-wg2', stepKey: 'wg2', number: n }
    const id = await addMeeting(midori.db, { ...place, label: '第2回WG', kind: 'wg-meeting' }, midori.now)
    await updateMeeting(midori.db, id, { heldOn: '2025-11-10', startsAt: instantAt('2025-11-10', '14:00') })
    haru = await browse(midori, 'haru')
  })

  async function recordLine(text: string, circle: 'region' | 'town' | 'team'): Promise<void> {
    const { db, programmeId, regions, now } = midori
    const place = { programmeId, regionId: regions.midori, stepId: 'step-orientation', stepKey: 'orientation' }
    const found = await db.selectFrom('meetings').select('id').where('stepKey', '=', 'orientation').executeTakeFirst()
    const label = { number: 1, label: 'オリエンテーション', kind: 'orientation' as const }
    const id = found?.id ?? (await addMeeting(db, { ...place, ...label }, now))
    await updateMeeting(db, id, { heldOn: '2025-10-08', isRecorded: true })
    const lines = [{ part: 'situation' as const, text, circle }]
    await addLines(db, id, { lines, personId: null, personName: '森野 美香' }, now)
  }

  it('home says what to read before which meeting; four pages without a detour', async () => {
    await recordLine('退院の知らせが届かない', 'region')
    await putToWg(midori, 'midori')
    await putToWg(midori, 'suzukaze')
    await haru.open('/')
    expect(haru.text).to.include('第2回WGまでに読む地域が2つあります').and.include('みどり町')
    await haru.follow('地域を読む')
    expect(haru.text).to.include('読める地域2・まだ読んでいない2')
    await haru.follow('読みはじめる')
    expect(haru.text).to.include('退院の知らせが届かない').and.include('1 / 2')
    await haru.fill({ text: 'よく聞けている' }, '送って次の地域へ')
    expect(haru.notice).to.equal('東浜県みどり町への意見を送りました')
    expect(haru.text).to.include('2 / 2')
    await haru.follow('前の地域')
    expect(haru.text).to.include('よく聞けている').and.include('未対応')
    await haru.open('/')
    expect(haru.text).to.not.include('までに読む地域')
  })

  it('an opinion needs words; too many are kept', async () => {
    await putToWg(midori, 'midori')
    await haru.open(paths.review(midori.programmeId, n, midori.regions.midori))
    await haru.fill({ text: '' }, '意見を送る')
    expect([haru.status, haru.errors.text]).to.deep.equal([422, '意見を書いてください'])
    await haru.fill({ text: 'い'.repeat(4001) }, '意見を送る')
    expect([haru.status, String(haru.values.text).length]).to.deep.equal([422, 4001])
    await haru.fill({ text: 'みじかく' }, '意見を送る')
    expect(haru.url).to.include(paths.review(midori.programmeId, n, midori.regions.midori))
  })

  it('only what was put to the WG is there: nothing newer, nothing of the inner circles', async () => {
    await recordLine('市町村の内輪の話', 'town')
    await recordLine('支援チームの話', 'team')
    await recordLine('地域の話', 'region')
    const here = paths.review(midori.programmeId, n, midori.regions.midori)
    expect((await haru.open(here)).text)
      .to.include('まだ示されていません')
      .and.not.include('地域の話')
    await putToWg(midori, 'midori')
    await recordLine('あとから書いた話', 'region')
    for (const name of ['haru', 'tomo', 'mika'] as const) {
      const reader = await browse(midori, name)
      await reader.open(here)
      expect(reader.text, name).to.include('地域の話')
      for (const words of ['市町村の内輪の話', '支援チームの話', 'あとから書いた話'])
        expect(reader.text, `${name}: ${words}`).to.not.include(words)
    }
  })

  it('reading is marked, can be taken back, and is asked for again when something new is put there', async () => {
    await putToWg(midori, 'midori')
    const list = paths.reviews(midori.programmeId, n)
    await haru.open(paths.review(midori.programmeId, n, midori.regions.midori))
    expect((await haru.open(list)).text).to.include('まだ読んでいない0')
    await haru.open(paths.review(midori.programmeId, n, midori.regions.midori))
    await haru.fill({}, 'まだ読んでいないことにする')
    expect(haru.text).to.include('まだ読んでいない1')
    await haru.open(paths.review(midori.programmeId, n, midori.regions.midori))
    midori.now = new Date(midori.now.getTime() + 600_000)
    await putToWg(midori, 'midori')
    expect((await haru.open(list)).text).to.include('読んだあとに新しくなりました')
    const tomo = await browse(midori, 'tomo')
    expect((await tomo.open(list)).text).to.include('まだ読んでいない1')
  })

  it('tomo reads and finds no box; towns, prefectures and other years find no page', async () => {
    await putToWg(midori, 'midori')
    const here = paths.review(midori.programmeId, n, midori.regions.midori)
    const tomo = await browse(midori, 'tomo')
    await tomo.open(here)
    expect(tomo.document.querySelector('textarea')).to.equal(null)
    expect(
      (await tomo.post(paths.reviewOpinions(midori.programmeId, n, midori.regions.midori), { text: 'x' })).status,
    ).to.equal(403)
    for (const name of ['aoi', 'ren', 'ken', 'sora', 'nagi'] as const) {
      const other = await browse(midori, name)
      for (const path of [here, paths.reviews(midori.programmeId, n)])
        expect((await other.open(path)).status, `${name} ${path}`).to.equal(403)
    }
    for (const path of [
      paths.review(midori.programmeId, n, midori.regions.kitamori),
      paths.reviews(midori.programmeId, 99),
    ])
      expect((await haru.open(path)).status, path).to.equal(404)
  })

  it('mika calls them by letter, once there is something to read', async () => {
    const mika = await browse(midori, 'mika')
    await mika.open(paths.reviews(midori.programmeId, n))
    await mika.fill({ words: '' }, '手紙で知らせる')
    expect([mika.status, mika.text.includes('まだWGに示した地域がありません')]).to.deep.equal([409, true])
    await putToWg(midori, 'midori')
    await mika.open(paths.reviews(midori.programmeId, n))
    await mika.fill({ words: '年内にお願いします' }, '手紙で知らせる')
    const letters = await midori.db.selectFrom('letters').selectAll().where('kind', '=', 'review_call').execute()
    expect(letters.map((one) => one.toName).sort()).to.deep.equal(['友井 智', '春山 遥'].sort())
    expect(letters[0]?.body).to.include('みどり町').and.include('年内にお願いします').and.include('11月10日')
  })

  it('asks the database no more for more regions', async () => {
    await putToWg(midori, 'midori')
    const [list, here] = [
      paths.reviews(midori.programmeId, n),
      paths.review(midori.programmeId, n, midori.regions.midori),
    ]
    for (const path of [list, here]) await haru.open(path)
    const count = async (path: string) => (await countQueries(() => haru.open(path))).queries
    const queries = [await count(list), await count(here)]
    await putToWg(midori, 'suzukaze')
    expect([await count(list), await count(here)]).to.deep.equal(queries)
    expect(Math.max(...queries)).to.be.lessThan(40)
  })
})
