import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { opinionsOf } from '../../../src/support/wg-opinions/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { type WgTown, wgTown } from '../../support/working-group.ts'

const SAID = '退院の知らせが病棟によってちがうのではないか'

describe('opinions of the WG and what became of them', function () {
  this.timeout(20_000)
  let midori: WgTown
  let mika: Browser
  let haru: Browser
  beforeEach(async () => {
    midori = await wgTown()
    mika = await browse(midori, 'mika')
    haru = await browse(midori, 'haru')
  })

  async function haruSays(text = SAID): Promise<string> {
    await haru.open(paths.wgOpinionNew(midori.programmeId))
    await haru.fill({ text, region: midori.regions.midori }, '意見を送る')
    expect(haru.notice).to.include('意見を送りました')
    return (await opinionsOf(midori.db, midori.programmeId)).at(-1)?.id ?? ''
  }
  const answer = async (id: string, words: Record<string, string>) => {
    await mika.open(paths.wgOpinion(midori.programmeId, id))
    await mika.fill({ status: 'done', ...words }, '対応を書く')
  }

  it('haru says one; an empty and an endless one are refused with their words', async () => {
    await haru.open(paths.wgOpinionNew(midori.programmeId))
    await haru.fill({ text: '  ' }, '意見を送る')
    expect([haru.status, haru.errors.text]).to.deep.equal([422, '意見を書いてください'])
    await haru.fill({ text: 'あ'.repeat(4001) }, '意見を送る')
    expect(haru.errors.text).to.equal('4,000字以内にしてください')
    expect(String(haru.values.text)).to.have.length(4001)
    await haru.fill({ text: SAID, region: 'region-elsewhere' }, '意見を送る')
    expect(haru.errors.region).to.equal('選び直してください')
    await haruSays()
    expect(haru.text).to.include(SAID).and.include('未対応')
  })

  it('mika answers; what is missing is named; haru finds it at home, then by letter', async () => {
    const id = await haruSays()
    await mika.open('/')
    expect(mika.text).to.include('WGの意見1件に、まだ対応が書かれていません')
    await answer(id, {})
    expect(mika.errors).to.deep.equal({
      response: '対応の文を書いてください。意見を言った人に届きます',
      landing: 'どこに生かしたかを選んでください',
    })
    await mika.fill({ status: 'declined', landing: 'sheet', landingHref: 'javascript:alert(1)' }, '対応を書く')
    expect(Object.keys(mika.errors)).to.have.members(['landingHref', 'response', 'landingWords'])
    const landing = { landing: 'sheet', landingWords: '状態シートに欄を加えた', landingHref: '/help' }
    await mika.fill({ status: 'done', topic: '情報の受け渡し', response: '欄を分けました', ...landing }, '対応を書く')
    expect(mika.text).to.include('欄を分けました')
    await haru.open('/')
    expect(haru.text).to.include('あなたの意見1件に返事があります')
    await haru.follow('返事を読む')
    expect(haru.text).to.include('返事あり').and.include('状態シートに欄を加えた')
    expect((await haru.open('/')).text).to.not.include('返事があります')
    await mika.open(paths.wgOpinions(midori.programmeId))
    await mika.fill({}, '対応を手紙で知らせる')
    const letters = await midori.db.selectFrom('letters').selectAll().where('kind', '=', 'wg_answers').execute()
    expect(letters.map((one) => one.toName)).to.deep.equal(['春山 遥'])
    expect(letters[0]?.body).to.include('欄を分けました').and.include('mine=1')
    await mika.open(paths.wgOpinions(midori.programmeId))
    expect(mika.text).to.not.include('まだ手紙で知らせていない')
  })

  it('every wording stays; who answered at the same time is told', async () => {
    const id = await haruSays()
    const shun = await browse(midori, 'shun')
    await shun.open(paths.wgOpinion(midori.programmeId, id))
    await answer(id, { status: 'doing', response: '病棟に聞いています' })
    await shun.fill({ status: 'declined', response: '別の言葉' }, '対応を書く')
    expect(shun.status).to.equal(409)
    await answer(id, { status: 'declined', response: '今年度は扱わないことにしました' })
    expect(mika.text).to.include('前に書いた対応（1件）').and.include('病棟に聞いています')
    const [one] = await opinionsOf(midori.db, midori.programmeId)
    expect([one?.answer?.status, one?.earlier.length]).to.deep.equal(['declined', 1])
  })

  it('mika enters what was heard, by a name of the roster or any other', async () => {
    await mika.open(paths.wgOpinionNew(midori.programmeId))
    await mika.fill({ text: '委員会でも見たい', saidOn: 'R8.1.1' }, '書きとめる')
    expect(mika.errors).to.deep.equal({
      saidOn: 'きょうまでの日を入れてください',
    })
    await mika.fill({ saidOn: 'R7.10.20' }, '書きとめる')
    expect(mika.text).to.include('だれの意見かを選ぶか、名前を書いてください')
    await mika.fill({ name: '冬木 健', meeting: String(await midori.n('wg1')) }, '書きとめる')
    expect(mika.text).to.include('冬木 健・会議で聞いた・森野 美香が記録').and.include('第1回WG')
    const [one] = await opinionsOf(midori.db, midori.programmeId)
    expect([one?.authorId, one?.isHeard, one?.saidOn]).to.deep.equal([null, true, '2025-10-20'])
  })

  it('haru takes back what nobody answered yet; then it is gone from every list', async () => {
    const id = await haruSays()
    await haru.open(paths.wgOpinion(midori.programmeId, id))
    await haru.fill({ reason: '' }, '取り下げる')
    expect(haru.status).to.equal(422)
    await haru.fill({ reason: '思いちがい' }, '取り下げる')
    expect(haru.text).to.not.include(SAID)
    expect((await haru.open(paths.wgOpinion(midori.programmeId, id))).status).to.equal(200)
    const tomo = await browse(midori, 'tomo')
    expect((await tomo.open(paths.wgOpinion(midori.programmeId, id))).status).to.equal(404)
  })

  it('the region reads only what was passed on, in the words it was passed on in', async () => {
    const id = await haruSays()
    const region = midori.regions.midori
    for (const name of ['aoi', 'ren', 'sora', 'ken'] as const) {
      const reader = await browse(midori, name)
      expect((await reader.open(paths.passedOpinions(region))).text, name).to.include(
        '伝えられた意見は、まだありません',
      )
      for (const path of [paths.region(region), paths.regionHistory(region), paths.advice(region)])
        expect((await reader.open(path)).text, `${name} ${path}`).to.not.include(SAID)
      for (const path of [paths.wgOpinion(midori.programmeId, id), paths.wgOpinions(midori.programmeId)])
        expect((await reader.open(path)).status, name).to.equal(403)
    }
    await mika.open(paths.wgOpinion(midori.programmeId, id))
    await mika.fill({ passed: '' }, '地域に伝える')
    expect(mika.errors).to.deep.equal({ passed: '地域に伝える言葉を書いてください' })
    await mika.fill({ passed: '病棟ごとの知らせ方を聞いてみては' }, '地域に伝える')
    for (const name of ['aoi', 'ren', 'sora', 'ken'] as const) {
      const reader = await browse(midori, name)
      await reader.open(paths.passedOpinions(region))
      expect(reader.text, name).to.include('病棟ごとの知らせ方を聞いてみては').and.not.include('春山')
      expect((await reader.open(paths.regionHistory(region))).text).to.not.include(SAID)
    }
    const nagi = await browse(midori, 'nagi')
    expect((await nagi.open(paths.passedOpinions(region))).status).to.equal(404)
  })

  it('the table goes out without names; the filters hold for it', async () => {
    const id = await haruSays()
    await haruSays('=SUM(A1) と書かれた表は読みにくい')
    await answer(id, {
      topic: '情報',
      summary: '短くした意見',
      response: '直しました',
      landing: 'rule',
      landingWords: 'ガイド',
    })
    const base = paths.wgOpinions(midori.programmeId)
    await mika.open(`${paths.wgOpinionPaper(midori.programmeId)}?status=done`)
    expect(mika.text).to.include('短くした意見').and.include('決まり・進め方ガイド：ガイド').and.not.include('春山')
    expect(mika.text).to.not.include('読みにくい')
    await mika.open(`${base}/table.csv`)
    const csv = mika.bytes.toString('utf8')
    expect(csv).to.include('短くした意見').and.include("'=SUM(A1)").and.not.include('春山')
    await mika.open(`${base}?status=doing`)
    expect(mika.text).to.include('選んだ条件に合う意見はありません')
    await mika.open(`${base}?region=nowhere`)
    expect(mika.text).to.include('選んだ条件に合う意見はありません')
  })

  it('tomo reads and does not speak; another year’s member sees none of it', async () => {
    const id = await haruSays()
    const tomo = await browse(midori, 'tomo')
    expect((await tomo.open(paths.wgOpinion(midori.programmeId, id))).text).to.include(SAID)
    expect((await tomo.open(paths.wgOpinionNew(midori.programmeId))).status).to.equal(403)
    await midori.db
      .insertInto('programmes')
      .values({
        ...(await midori.db.selectFrom('programmes').selectAll().executeTakeFirstOrThrow()),
        id: 'programme-2026',
      })
      .execute()
    await midori.db
      .updateTable('memberships')
      .set({ programmeId: 'programme-2026' })
      .where('role', '=', 'wg_member')
      .execute()
    for (const path of [paths.wgOpinion(midori.programmeId, id), paths.wgOpinions(midori.programmeId)])
      expect((await haru.open(path)).status, path).to.equal(403)
    expect((await haru.open(paths.wgOpinion('programme-2026', id))).status).to.equal(404)
    expect((await haru.open('/')).text).to.not.include(SAID)
  })
})
