import { expect } from 'chai'
import { rowsIn } from '../../../src/papers/templates/templates.ts'
import { paths } from '../../../src/paths/paths.ts'
import { kindNamed } from '../../../src/tools/kinds/kinds.ts'
import { boxesOf } from '../../../src/tools/logic-models/logic-models.ts'
import { logicModelKind } from '../../../src/tools/model-words/model-words.ts'
import { savePaper } from '../../../src/tools/papers/actions.ts'
import type { PaperKind } from '../../../src/tools/papers/papers.ts'
import { paperAt } from '../../../src/tools/papers/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { midoriRegion } from '../../support/model-region.ts'
import { type Town, town } from '../../support/town.ts'

const STOCK = paths.logicModelInventory('region-midori')
const ITEMS = [
  { id: 'v1', item: 'f', text: '多職種の勉強会', how: 'entrusted', target: 'ケアマネジャー', scenes: 'daily' },
  { id: 'v2', item: 'e', text: '在宅医療の相談窓口', how: 'direct', target: '住民', scenes: 'daily' },
  { id: 'v3', item: 'a', text: '連絡先の一覧', how: 'direct', target: '病院', scenes: 'discharge' },
]

describe('棚卸しから足す', () => {
  let midori: Town
  let aoi: Browser
  const inventory = kindNamed('inventory') as PaperKind
  const now = async (kind: PaperKind) => {
    const [ctx, region] = [await midori.ctx('aoi'), await midoriRegion(midori)]
    return (await paperAt({ ctx, region }, kind)).head.body
  }
  beforeEach(async () => {
    midori = await town(await freshDb())
    const [ctx, region] = [await midori.ctx('aoi'), await midoriRegion(midori)]
    await savePaper(ctx, region, inventory, { edit: () => ({ items: ITEMS }) })
    aoi = await browse(midori, 'aoi')
  })

  it('makes activities of the ticked rows; each row knows its box', async () => {
    await aoi.open(STOCK)
    await aoi.fill({ row: ['v1', 'v2'] }, '印をつけた取組を足す')
    expect(aoi.notice).to.include('2つのアクティビティを足しました')
    const boxes = boxesOf(await now(logicModelKind))
    expect(boxes.map(({ kind, text, who, whom, type }) => [kind, text, who, whom, type])).to.deep.equal([
      ['activity', '多職種の勉強会', '委託先', 'ケアマネジャー', 'training'],
      ['activity', '在宅医療の相談窓口', '市町村', '住民', 'consultation'],
    ])
    const rows = rowsIn(await now(inventory), 'items')
    expect(rows.map(({ boxId }) => boxId)).to.deep.equal([boxes[0]?.id, boxes[1]?.id, undefined])
    expect(rows.map(({ text }) => text)).to.deep.equal(ITEMS.map(({ text }) => text))
    expect(aoi.document.querySelectorAll('input[name=row]')).to.have.length(1)
    expect(aoi.text).to.include('箱1').and.include('箱2')
  })

  it('adds one row with one press, and lands where its targets are chosen', async () => {
    await aoi.open(STOCK)
    await aoi.fill({ one: 'v3' }, 'これを足す')
    expect(aoi.heading).to.equal('箱1を直す')
    expect(aoi.values.text).to.equal('連絡先の一覧')
    await aoi.post(STOCK, { one: 'v3' })
    expect(aoi.status).to.equal(422)
    expect(aoi.text).to.include('もう図にあります')
    expect(boxesOf(await now(logicModelKind))).to.have.length(1)
  })

  it('asks for a tick, keeps off those who only read, and survives a box that went', async () => {
    await aoi.open(STOCK)
    await aoi.fill({}, '印をつけた取組を足す')
    expect(aoi.status).to.equal(422)
    expect(aoi.text).to.include('図に足す取組に印をつけてください')
    const ken = await (await browse(midori, 'ken')).open(STOCK)
    expect(ken.status).to.equal(200)
    expect(ken.html).to.not.include('これを足す')
    expect((await ken.post(STOCK, { one: 'v1' })).status).to.equal(403)
    await aoi.open(STOCK)
    await aoi.fill({ one: 'v1' }, 'これを足す')
    await aoi.fill({}, 'この箱を消す')
    await aoi.open(STOCK)
    expect(aoi.document.querySelectorAll('input[name=row]')).to.have.length(3)
  })
})
