import { expect } from 'chai'
import { exportBundle } from '../../../src/overview/case-export/store.ts'
import { bodiesOfRegion, landPapers } from '../../../src/overview/case-papers/store.ts'
import { type Body, type Row, rowsIn } from '../../../src/papers/templates/templates.ts'
import { freshDb } from '../../support/db.ts'
import { NOW, town } from '../../support/town.ts'
import { bring, command, copyOf } from '../bundle/samples.ts'

const rows = (...given: Row[]): Row[] => given
const PAPERS: Record<string, Body> = {
  'journey.j1': { title: '退院のあとに弱る', rows: rows({ id: 'r1', at: '2025-04', event: '入院' }) },
  forum: { forums: rows({ id: 'f1', purpose: '退院の知らせ' }) },
  logic_model: {
    boxes: rows(
      { id: 'a1', kind: 'activity', text: '病院に電話する', who: '保健師', whom: '相談員', focus: 'yes' },
      { id: 'i1', kind: 'initial', text: '家族が日を知っている' },
    ),
    links: rows({ id: 'l1', from: 'a1', to: 'i1' }),
  },
  causes: { causes: rows({ id: 'c1', text: '係が決まっていない' }) },
}

describe('the papers of a region move with its record', () => {
  it('from みどり町 into another installation, the same to the last word', async () => {
    const midori = await town(await freshDb())
    const ctx = { db: midori.db, now: NOW, actor: command }
    await landPapers(ctx, 'region-midori', PAPERS)
    const bundle = JSON.parse(JSON.stringify(await exportBundle(midori.db, 'region-midori')))
    const elsewhere = await freshDb()
    const { regionId } = await bring(elsewhere, bundle)
    const there = await bodiesOfRegion(elsewhere, regionId)
    for (const [ref, body] of Object.entries(await bodiesOfRegion(midori.db, 'region-midori')))
      expect(there[ref], ref).to.deep.equal(body)
    expect(JSON.parse(JSON.stringify(await exportBundle(elsewhere, regionId)))).to.deep.include({
      logicModel: bundle.logicModel,
      hypotheses: bundle.hypotheses,
      documents: bundle.documents,
    })
  })

  it('those a town walks with begin its 関係者表, and the record comes out unchanged', async () => {
    const db = await freshDb()
    const { regionId } = await bring(db, copyOf('r7-ginan'))
    const { partners } = await bodiesOfRegion(db, regionId)
    expect(rowsIn(partners ?? {}, 'partners').map((row) => row.name)).to.deep.equal([
      '郡医師会',
      'ケアマネジャー',
      '理学療法士',
    ])
    expect(JSON.parse(JSON.stringify(await exportBundle(db, regionId)))).to.deep.equal(copyOf('r7-ginan'))
  })
})
