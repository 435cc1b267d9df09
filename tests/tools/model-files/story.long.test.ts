import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { boxesOf, indicatorsOf, linksOf } from '../../../src/tools/logic-models/logic-models.ts'
import { logicModelKind } from '../../../src/tools/model-words/model-words.ts'
import { paperAt } from '../../../src/tools/papers/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { midoriRegion } from '../../support/model-region.ts'
import { type Town, town } from '../../support/town.ts'

const REGION = 'region-midori'
const HEAD = 'No.\t具体的な施策\t成果指標\t取り組みの方向性\t目指す姿'
const TABLE = [
  HEAD,
  '1\t退院前の話し合いに町が出向く\t出向いた回数（目標：12回）\t退院の支度がそろう\t家で暮らし続けている',
  '2\t連絡先の一覧を新しくする（※要相談：病院）\t配った病院の数\t\t',
  '3\t退院前の話し合いに町が出向く（再）\t\t夜も安心して過ごす\t',
].join('\n')

describe('ロジックモデルを受け取る・読みこむ', () => {
  let midori: Town
  let aoi: Browser
  const bodyNow = async () => {
    const [ctx, region] = [await midori.ctx('aoi'), await midoriRegion(midori)]
    return (await paperAt({ ctx, region }, logicModelKind)).head.body
  }
  const paste = async (pasted: string) => {
    await aoi.open(paths.logicModelFiles(REGION))
    await aoi.fill({ pasted }, '表を足す')
  }
  beforeEach(async () => {
    midori = await town(await freshDb())
    aoi = await browse(midori, 'aoi')
  })

  it('adds a pasted table of a report, （再） counted once and ※要相談 understood', async () => {
    await paste(TABLE)
    expect(aoi.notice).to.include('表を読みこみました').and.include('（再）')
    const body = await bodyNow()
    expect(boxesOf(body).filter(({ kind }) => kind === 'activity')).to.have.length(2)
    expect(boxesOf(body).find(({ text }) => text.startsWith('連絡先'))?.consultWith).to.equal('病院')
    expect(indicatorsOf(body).map(({ target }) => target)).to.deep.equal(['12回', ''])
    expect(linksOf(body)).to.have.length(5)
    await paste(TABLE)
    expect(aoi.notice).to.equal('表の内容は、いまの図と同じです')
  })

  for (const [what, pasted, words] of [
    ['nothing', '', '表を貼りつけてください'],
    ['plain words', '退院を知らせる', '列に分かれていません'],
    ['no headings', 'あ\tい\nう\tえ', '見出しの行が見つかりません'],
    ['no column of measures', 'No.\t成果指標\t目指す姿\n1\t回数\t家で暮らす', '「具体的な施策」の列がありません'],
    ['a merged column', '具体的な施策\t成果指標\t\n話し合う\t回数\t月', '3列目に見出しがありません'],
    [
      'a column nobody knows',
      '具体的な施策\t成果指標\t予算\n話し合う\t回数\t10万円',
      '「予算」は、どの欄か分かりません',
    ],
    ['two of a kind', '具体的な施策\t成果指標\t指標\n話し合う\t回数\t人数', '「指標」にあたる列が二つあります'],
    ['two models', `${HEAD}\n1\tあ\tい\tう\tえ\n${HEAD}\n1\tか\tき\tく\tけ`, '表が二つあります'],
  ] as const)
    it(`says what to do about ${what}, and keeps what was pasted`, async () => {
      await paste(pasted)
      expect(aoi.status).to.equal(422)
      expect(aoi.text).to.include(words)
      expect(String(aoi.values.pasted).trim()).to.equal(pasted.trim())
      expect(boxesOf(await bodyNow())).to.deep.equal([])
    })

  it('gives nobody but the town and the secretariat a way in', async () => {
    const ken = await (await browse(midori, 'ken')).open(paths.logicModelFiles(REGION))
    expect(ken.status).to.equal(200)
    expect(ken.html).to.not.include('表を足す')
    expect((await ken.post(paths.logicModelTable(REGION), { pasted: TABLE })).status).to.equal(403)
    expect((await (await browse(midori, 'nagi')).open(paths.logicModelFiles(REGION))).status).to.equal(404)
  })
})
