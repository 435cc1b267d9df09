import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const FIRST = '退院のあと、急に弱る人がいる'
const WHY = '退院の日を、ケアマネジャーが前の日まで知らない'
const OTHER = '家の人が、食事の支度に困っている'

describe('the tree of 「なぜ？」', function () {
  this.timeout(20_000)
  let midori: Town
  let id: string
  beforeEach(async () => {
    midori = await town(await freshDb())
    id = midori.regions.midori
  })

  const href = (
    page: {
      document: { querySelectorAll(s: string): { textContent: string; getAttribute(n: string): string | undefined }[] }
    },
    text: string,
  ) =>
    page.document
      .querySelectorAll('.why-text a')
      .find((a) => a.textContent === text)
      ?.getAttribute('href') ?? ''

  async function planted() {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.causes(id))
    await aoi.fill({ text: FIRST }, '仮説を立てる')
    const first = href(aoi, FIRST)
    await aoi.follow('なぜ？を足す')
    await aoi.fill({ text: WHY }, '仮説を立てる')
    await aoi.open(`${paths.causes(id)}?why=${first.split('/').at(-1)}`)
    await aoi.fill({ text: OTHER }, '仮説を立てる')
    return { aoi, first, why: href(aoi, WHY), other: href(aoi, OTHER) }
  }

  it('grows branch by branch, each under the cause it answers', async () => {
    const { aoi, first } = await planted()
    const inner = aoi.document.querySelectorAll('.why-tree .why-tree .why-text').map((p) => p.textContent)
    expect(inner).to.deep.equal([WHY, OTHER])
    await aoi.open(first)
    expect(aoi.heading).to.equal(FIRST)
    expect(aoi.text).to.include('この仮説の「なぜ？」').and.include(WHY)
    expect(aoi.text).to.include(`「${FIRST}」という仮説を立てました`)
  })

  it('changes the order among brothers by a button', async () => {
    const { aoi, other } = await planted()
    await aoi.post(paths.causePlace(id, other.split('/').at(-1) ?? ''), { by: 'up' })
    const inner = aoi.document.querySelectorAll('.why-tree .why-tree .why-text').map((p) => p.textContent)
    expect(inner).to.deep.equal([OTHER, WHY])
  })

  it('asks for words and keeps what stood there', async () => {
    const { aoi, why } = await planted()
    await aoi.open(why)
    await aoi.fill({ text: '  ' }, '保存する')
    expect(aoi.status).to.equal(422)
    expect(Object.keys(aoi.errors)).to.deep.equal(['text'])
  })

  it('refuses a cause beneath itself in clear words', async () => {
    const { aoi, first, why } = await planted()
    await aoi.open(first)
    await aoi.fill({ parent: why.split('/').at(-1) ?? '' }, '保存する')
    expect(aoi.status).to.equal(422)
    expect(aoi.errors.parent).to.include('輪になる')
    await aoi.open(first)
    await aoi.fill({ parent: first.split('/').at(-1) ?? '' }, '保存する')
    expect(aoi.errors.parent).to.include('自分自身')
    await aoi.open(why)
    await aoi.fill({ parent: '' }, '保存する')
    expect(aoi.status).to.equal(200)
    await aoi.open(first)
    await aoi.fill({ parent: why.split('/').at(-1) ?? '' }, '保存する')
    expect(aoi.status).to.equal(200)
  })

  it('two people at two causes lose nothing; at the same words both are shown', async () => {
    const { aoi, first, why } = await planted()
    const daichi = await browse(midori, 'daichi')
    await aoi.open(first)
    await daichi.open(why)
    await aoi.fill({ text: '退院のあと一か月で弱る人がいる' }, '保存する')
    await daichi.fill({ text: '退院の日が決まるのが遅い' }, '保存する')
    expect(daichi.status).to.equal(200)
    await aoi.open(paths.causes(id))
    expect(aoi.text).to.include('退院のあと一か月で弱る人がいる').and.include('退院の日が決まるのが遅い')
    const twin = await browse(midori, 'daichi')
    await twin.open(first)
    await aoi.open(first)
    await aoi.fill({ text: '葵の言葉' }, '保存する')
    await twin.fill({ text: '誠の言葉' }, '保存する')
    expect(twin.text).to.include('葵の言葉').and.include('誠の言葉')
    await twin.fill({ 'clash.0.pick': 'mine' })
    expect(twin.heading).to.equal('誠の言葉')
  })

  it('is withdrawn with a reason, thought of again, merged into another', async () => {
    const { aoi, why, other } = await planted()
    await aoi.open(`${why}/end`)
    await aoi.fill({ reason: '' }, '取り下げる')
    expect(aoi.status).to.equal(422)
    await aoi.fill({ reason: '訪問看護に聞くと、前から届いていた' }, '取り下げる')
    expect(aoi.text).to.include('取り下げた理由：訪問看護に聞くと')
    await aoi.fill({}, 'もう一度考える')
    expect(aoi.text).to.include('を、もう一度考えることにしました')
    await aoi.open(`${why}/end`)
    await aoi.fill({ into: other.split('/').at(-1) ?? '' }, '統合する')
    expect(aoi.text).to.include('に統合しました').and.include('別の仮説に統合')
  })

  it('is read by the whole region and written by the town and the secretariat', async () => {
    const { why } = await planted()
    for (const name of ['ken', 'ren', 'sora'] as const) {
      const reader = await browse(midori, name)
      await reader.open(why)
      expect(reader.status, name).to.equal(200)
      expect(reader.text, name).to.include('書けるのは、市町村の担当者と事務局です')
      await reader.post(why, { text: '書きかえ', parent: '', issue: '' })
      expect(reader.status, name).to.equal(403)
    }
    const nagi = await browse(midori, 'nagi')
    await nagi.open(why)
    expect(nagi.status).to.equal(404)
    const mika = await browse(midori, 'mika')
    await mika.open(why)
    await mika.fill({ text: '退院の日が伝わらない' }, '保存する')
    expect(mika.text).to.include('東浜県みどり町に代わって')
  })
})
