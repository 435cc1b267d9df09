import { expect } from 'chai'
import { landModel, liftModel } from '../../../src/overview/case-models/bundle.ts'
import { type Body, type Row, rowsIn } from '../../../src/papers/templates/templates.ts'
import { countsOf } from '../../../src/tools/box-names/box-names.ts'

const node = (id: string, text: string, more: Record<string, unknown> = {}) => ({
  ...{ id, kind: 'activity', text, subject: null, scene: null, direction: 'd1', consultWith: null, seq: null },
  ...{ reprintOf: null, status: null, src: ['001:1'], inf: true, ...more },
})

/** 55 lines of activities of which 18 show another one again, each under another outcome. */
function largeModel() {
  const own = Array.from({ length: 37 }, (_, n) => node(`a${n}`, `打ち手${n}を窓口で行う`))
  const again = Array.from({ length: 18 }, (_, n) =>
    node(`r${n}`, `打ち手${n}を窓口で行う（再）`, { reprintOf: `a${n}`, reprintMark: '（再）', seq: 40 + n }),
  )
  const outcomes = ['i1', 'i2'].map((id) => node(id, `${id}の成果`, { kind: 'initial' }))
  const links = [
    ...own.map(({ id }) => ({ from: id, to: 'i1', inf: true })),
    ...again.map(({ id }) => ({ from: id, to: 'i2', inf: true })),
  ]
  const directions = [{ id: 'd1', seq: 1, text: '入口をそろえる', scene: null, src: ['001:2'], inf: false }]
  return { status: 'partial', goal: null, directions, nodes: [...own, ...again, ...outcomes], links, indicators: [] }
}

const editBox = (body: Body, id: string, change: Partial<Row>): Body => ({
  ...body,
  boxes: rowsIn(body, 'boxes').map((row) => (row.id === id ? ({ ...row, ...change } as Row) : row)),
})

describe("a bundle's logic model in the tool", () => {
  it('counts 37 distinct activities of 55 lines, 18 of them shown again', () => {
    const body = landModel(largeModel())
    const counts = countsOf(body)
    expect(counts.distinct).to.equal(37)
    expect(rowsIn(body, 'reprints')).to.have.length(18)
    expect(rowsIn(body, 'links').filter((link) => link.from === 'a0')).to.have.length(2)
    expect(rowsIn(body, 'boxes')[0]?.direction).to.equal('入口をそろえる')
  })

  it('comes out to the last null while nobody has touched it', () => {
    const model = largeModel()
    expect(liftModel(model, landModel(model))).to.deep.equal(model)
  })

  it('asks where the original is uncertain, and keeps the two apart until then', () => {
    const model = {
      ...largeModel(),
      nodes: [
        node('a1', '退院の前に訪ねる'),
        node('a2', '退院前の訪問（再）', { reprintMark: '（再）', reprintOf: 'a1', reprintUncertain: true }),
      ],
      links: [],
    }
    const body = landModel(model)
    expect(rowsIn(body, 'boxes').map((box) => [box.id, box.uncertainOriginal ?? ''])).to.deep.equal([
      ['a1', ''],
      ['a2', 'a1'],
    ])
  })

  it('asks too where only the mark （再） is there and one box has the same words', () => {
    const nodes = [node('a1', '退院の前に訪ねる'), node('a2', '退院の前に訪ねる （再）', { reprintMark: '（再）' })]
    const boxes = rowsIn(landModel({ ...largeModel(), nodes, links: [] }), 'boxes')
    expect(boxes.map((box) => box.uncertainOriginal ?? '')).to.deep.equal(['', 'a1'])
  })

  it('brings an edit out in its place, and leaves every other node as it was', () => {
    const model = largeModel()
    const body = editBox(landModel(model), 'a3', { text: '入院先の病院を訪ねる', status: 'doing' })
    const out = liftModel(model, body)
    const nodes = out.nodes as { id: string; text: string }[]
    expect(nodes.map((one) => one.id)).to.deep.equal(model.nodes.map((one) => one.id))
    expect(nodes[3]).to.deep.equal({ ...model.nodes[3], text: '入院先の病院を訪ねる', status: 'doing' })
    expect(nodes.filter((_, n) => n !== 3)).to.deep.equal(model.nodes.filter((_, n) => n !== 3))
    expect(out.links).to.deep.equal(model.links)
  })

  it('drops a link that was cut and adds one that was drawn', () => {
    const model = largeModel()
    const body = landModel(model)
    const links = rowsIn(body, 'links').filter((link) => !(link.from === 'a0' && link.to === 'i2'))
    const out = liftModel(model, { ...body, links: [...links, { id: 'n1', from: 'a20', to: 'i2' }] })
    const pairs = (out.links as { from: string; to: string }[]).map((link) => `${link.from}>${link.to}`)
    expect(pairs).to.not.include('r0>i2')
    expect(pairs).to.include('a20>i2')
    expect(pairs).to.have.length(model.links.length)
  })

  it('survives a ring of reprints and links to nowhere', () => {
    const nodes = [node('a', 'あ', { reprintOf: 'b' }), node('b', 'い', { reprintOf: 'a' })]
    const model = { ...largeModel(), nodes, links: [{ from: 'a', to: 'nowhere' }] }
    expect(() => landModel(model)).to.not.throw()
    expect(liftModel(model, landModel(model))).to.deep.equal(model)
  })
})
