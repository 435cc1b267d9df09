import { expect } from 'chai'
import type { Body } from '../../../src/papers/templates/templates.ts'
import { paths } from '../../../src/paths/paths.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import { fatesOf } from '../../../src/tools/check-fates/store.ts'
import { kindNamed } from '../../../src/tools/kinds/kinds.ts'
import { savePaper } from '../../../src/tools/papers/actions.ts'
import type { PaperKind } from '../../../src/tools/papers/papers.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'
import { fetchRegion } from './region.ts'

const BOX = { id: 'a1', kind: 'activity', text: '多職種連携の推進' }
const FINAL = { id: 'f1', kind: 'final', text: '町民が、退院のあとも家で過ごしている' }
const LINK = { id: 'l1', from: 'a1', to: 'f1' }
const CLEAR = '保健師が、退院前の家族に、見学の日取りを電話で伝える'

describe('気づきの一覧', () => {
  let midori: Town
  let id: string
  let aoi: Browser
  beforeEach(async () => {
    midori = await town(await freshDb())
    id = midori.regions.midori
    aoi = await browse(midori, 'aoi')
  })

  async function save(kind: string, body: Body, by: PersonName = 'aoi') {
    const ctx = await midori.ctx(by)
    const region = await fetchRegion(ctx, id)
    await savePaper(ctx, region, kindNamed(kind) as PaperKind, { edit: () => body })
  }
  const model = (text: string): Body => ({ goal: '家で過ごせる', boxes: [{ ...BOX, text }, FINAL], links: [LINK] })
  const fates = async () => (await fatesOf(midori.db, id)).map(({ checkId, fate }) => `${checkId} ${fate ?? '—'}`)

  it('says that nothing is asked before anything is written', async () => {
    await aoi.open(paths.insights(id))
    expect(aoi.heading).to.equal('気づきの一覧')
    expect(aoi.text).to.include('いま、たずねることはありません')
    expect(await fates()).to.deep.equal([])
  })

  it('asks what was saved, notes that it was shown, and that it was mended', async () => {
    await save('logic_model', model(BOX.text))
    expect(await fates()).to.deep.equal(['L1 —'])
    await aoi.open(paths.insights(id))
    expect(aoi.text).to.include('手順書として読めますか').and.include('アクティビティ「多職種連携の推進」')
    expect(aoi.links()).to.include(paths.logicModelBox(id, 'a1'))
    await save('logic_model', model(CLEAR))
    expect(await fates()).to.deep.equal(['L1 fixed'])
    await aoi.open(paths.insights(id))
    expect(aoi.text).to.not.include('手順書として読めますか')
    expect(aoi.document.querySelector('tfoot')?.textContent.replace(/\s+/g, ' ').trim()).to.equal('合計11000')
    await save('logic_model', model('在宅医療の充実'))
    expect(await fates()).to.deep.equal(['L1 —'])
  })

  it('takes a reason, asks for one, and asks again when the words change', async () => {
    await save('logic_model', model(BOX.text))
    await aoi.open(paths.insights(id))
    await aoi.follow('理由を書いて残す')
    await aoi.fill({ answer: 'kept_with_reason', reason: '' }, '答えを残す')
    expect(aoi.status).to.equal(422)
    expect(aoi.errors).to.deep.equal({
      reason: '残す理由を一言書いてください。理由がなければ「このままにする」を選べます',
    })
    await aoi.fill({ reason: '県の会議で決まるまでは、この書き方にしておく' }, '答えを残す')
    expect(aoi.notice).to.equal('理由を残しました')
    expect(aoi.text).to.include('青木 葵：理由を書いて残した（県の会議で決まるまでは、この書き方にしておく）')
    expect(await fates()).to.deep.equal(['L1 kept_with_reason'])
    await aoi.open(paths.regionHistory(id))
    expect(aoi.text).to.include('アクティビティ「多職種連携の推進」への問いに理由を書いて残しました')
    await save('logic_model', { ...model(BOX.text), note: '覚え書き' })
    expect(await fates()).to.deep.equal(['L1 kept_with_reason'])
    await save('logic_model', model('医療と介護の連携強化'))
    expect(await fates()).to.deep.equal(['L1 —'])
  })

  it('is left with one press, and asked again by wish; a question that is gone says so', async () => {
    await save('logic_model', model(BOX.text))
    const { key } = (await fatesOf(midori.db, id))[0] as { key: string }
    await aoi.open(paths.insights(id))
    await aoi.fill({}, 'このままにする')
    expect(await fates()).to.deep.equal(['L1 left'])
    await aoi.follow('答えを変える')
    await aoi.fill({ answer: 'open' }, '答えを残す')
    expect(await fates()).to.deep.equal(['L1 —'])
    await save('logic_model', model(CLEAR))
    await aoi.post(paths.insightAnswer(id), { question: key, answer: 'left' })
    expect(aoi.notice).to.include('もうありません')
    await aoi.open(`${paths.insightAnswer(id)}?question=nonsense`)
    expect(aoi.heading).to.equal('気づきの一覧')
  })

  it('keeps the town’s own papers to the town, and lets only writers answer', async () => {
    await save('partners', { partners: [{ id: 'p1', name: '郡医師会' }] })
    await save('logic_model', model(BOX.text))
    await aoi.open(paths.insights(id))
    expect(aoi.text).to.include('郡医師会')
    const sora = await browse(midori, 'sora')
    await sora.open(paths.insights(id))
    expect(sora.status).to.equal(200)
    expect(sora.text).to.include('多職種連携の推進').and.not.include('郡医師会')
    expect(sora.text).to.include('答えるのは、市町村の担当者と事務局です')
    expect(sora.document.querySelector('form[action$=answers]')).to.equal(null)
    expect(sora.document.querySelector('tfoot')?.textContent).to.include('1')
    await sora.post(paths.insightAnswer(id), { question: 'L1-logic_model-boxes-a1', answer: 'left' })
    expect(sora.status).to.equal(403)
    await sora.open(paths.insightCounts(midori.programmeId))
    expect(sora.status).to.equal(403)
    const nagi = await browse(midori, 'nagi')
    await nagi.open(paths.insights(id))
    expect(nagi.status).to.equal(404)
  })

  it('shows fifty at a time, in a bounded number of queries', async () => {
    const boxes = Array.from({ length: 120 }, (_, i) => ({ ...BOX, id: `b${i}`, text: `連携その${i}の推進` }))
    await save('logic_model', { goal: '家で', boxes })
    await aoi.open(paths.insights(id))
    expect(aoi.document.querySelectorAll('.ask')).to.have.length(50)
    const last = await browse(midori, 'aoi')
    await last.open(`${paths.insights(id)}?page=99`)
    expect(last.document.querySelectorAll('.ask').length).to.be.within(1, 50)
    const { queries } = await countQueries(() => aoi.open(`${paths.insights(id)}?page=2`))
    expect(queries).to.be.at.most(30)
  })

  it('counts for the secretariat what became of the questions of a year', async () => {
    await save('logic_model', model(BOX.text))
    await save('logic_model', model(CLEAR))
    const mika = await browse(midori, 'mika')
    await mika.open(paths.insightCounts(midori.programmeId))
    expect(mika.heading).to.equal('問いのはたらき')
    expect(mika.text).to.include('出た問い1のうち、直した1・理由を書いて残した0')
    expect(mika.text).to.include('手順書として読めるか')
    const { queries } = await countQueries(() => mika.open(paths.insightCounts(midori.programmeId)))
    expect(queries).to.be.at.most(14)
  })
})
