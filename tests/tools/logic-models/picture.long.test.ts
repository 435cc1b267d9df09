import { expect } from 'chai'
import type { Body } from '../../../src/papers/templates/templates.ts'
import { TIGHT } from '../../../src/tools/model-boxes/model-boxes.ts'
import { graphOf } from '../../../src/tools/model-graphs/body.ts'
import type { Edge, Graph, Node } from '../../../src/tools/model-graphs/model-graphs.ts'
import { byBarycentre, crossingsOf, ordered } from '../../../src/tools/model-orders/picture.ts'
import type { Setting } from '../../../src/tools/model-pictures/model-pictures.ts'
import { modelPaper } from '../../../src/tools/model-pictures/paper.ts'
import { modelPicture, sceneOf } from '../../../src/tools/model-pictures/picture.ts'
import { modelFor } from '../../support/models.ts'

const SETTING: Setting = { look: TIGHT, widths: [224, 176, 168, 160, 152], gutter: 36, gap: 8, left: 0 }

/** Pairs of boxes that share a spot, and boxes above the head. */
function overlaps(body: Body): string[] {
  const { standing } = sceneOf(graphOf(body), SETTING)
  const places = [...standing.values()].filter(({ node }) => node.box)
  return places.flatMap((a, i) => [
    ...(a.y < 40 - 0.01 ? [`${a.node.key} in the head`] : []),
    ...places
      .slice(i + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01,
      )
      .map((b) => `${a.node.key} on ${b.node.key}`),
  ])
}

const byColumn = ({ columns, edges }: Graph): Edge[][] => {
  const column = new Map(columns.flat().map((node) => [node.key, node.column]))
  return columns.map((_, at) => edges.filter((edge) => column.get(edge.from) === at))
}

/** Plain barycentre: sweeps there and back over the given order, the last result taken. */
function baseline(graph: Graph): number {
  const edges = byColumn(graph)
  let columns: Node[][] = graph.columns
  const around = (at: number, end: 'from' | 'to') => {
    const other = columns[end === 'to' ? at + 1 : at - 1] ?? []
    const found = new Map<string, number[]>()
    for (const edge of edges[end === 'to' ? at : at - 1] ?? []) {
      const mine = end === 'to' ? edge.from : edge.to
      found.set(mine, [...(found.get(mine) ?? []), other.findIndex(({ key }) => key === edge[end])])
    }
    return found
  }
  for (let sweep = 0; sweep < 4; sweep++) {
    for (let at = 1; at < columns.length; at++)
      columns = columns.with(at, byBarycentre(columns[at] ?? [], around(at, 'from')))
    for (let at = columns.length - 2; at >= 0; at--)
      columns = columns.with(at, byBarycentre(columns[at] ?? [], around(at, 'to')))
  }
  return crossingsOf(columns, edges)
}

const small: Body = {
  boxes: [
    { id: 'a1', kind: 'activity', text: '新規相談の場で、卒業していけることを伝える', subject: '行政', focus: 'yes' },
    { id: 'a2', kind: 'activity', text: '関わる職種で事例を持ち寄り、学び合う', consultWith: '郡医師会' },
    { id: 'o1', kind: 'output', text: '手順書と、つないだ人の数' },
    { id: 'o2', kind: 'output', text: '学び合った回数', rest: '{"inf":true}' },
    { id: 'f1', kind: 'final', text: '住み慣れた町で<暮らし>ている' },
  ],
  links: [
    { id: 'l1', from: 'a1', to: 'o1' },
    { id: 'l2', from: 'a2', to: 'o2' },
    { id: 'l3', from: 'a2', to: 'o1' },
    { id: 'l4', from: 'o1', to: 'f1' },
    { id: 'l5', from: 'o2', to: 'f1' },
  ],
}

describe('the picture of a logic model', () => {
  it('draws an activity again beside its second target, and counts it once', () => {
    const { svg } = modelPicture(small)
    expect(svg).to.include('2（再）').and.include('アクティビティ<tspan class="pic-sub" dx="6">2')
    expect(svg.match(/class="pic-box"/g)).to.have.length(6)
    expect(graphOf(small).columns[0]?.filter(({ isAgain }) => isAgain)).to.have.length(1)
  })

  it('marks 重点, ※要相談 and 推定, and lets no text become markup', () => {
    const { svg } = modelPicture(small)
    expect(svg).to.include('重点').and.include('※要相談：').and.include('推定').and.include('&lt;暮らし&gt;')
    expect(svg).to.not.match(/style=|<script|onload|<暮/)
  })

  it('makes each box a link that says what it is, and lets a chosen one and its way stand out', () => {
    const { svg } = modelPicture(small, { hrefOf: (id) => `/boxes/${id}`, chosen: 'a1' })
    expect(svg).to.include('href="/boxes/a1"').and.include('aria-current="true"')
    expect(svg).to.include('アクティビティ 1 新規相談の場で')
    expect(svg.match(/lk lk-on/g)).to.have.length(6) // a1 → A, the three stretches A → 終, and the lanes between them
    expect(modelPicture(small, { chosen: 'a1' }).svg).to.include('role="img"')
  })

  it('draws what changed: new, changed and gone, each with the word', () => {
    const after: Body = {
      ...small,
      boxes: [
        ...(small.boxes as { id: string }[])
          .filter(({ id }) => id !== 'a1')
          .map((b) => (b.id === 'o1' ? { ...b, text: '手順書' } : b)),
        { id: 'a9', kind: 'activity', text: '県の全体会に出る' },
      ],
      links: [
        { id: 'l9', from: 'a9', to: 'o2' },
        ...(small.links as { id: string; from: string; to: string }[]).filter(({ id }) => id !== 'l1' && id !== 'l2'),
      ],
    }
    const { svg } = modelPicture(after, { before: small })
    for (const word of ['新しい', '変更', '消した', 'bx-new', 'bx-chg', 'bx-gone', 'lk-new', 'lk-gone'])
      expect(svg).to.include(word)
  })

  it('shows the beginning of a very long text and says where the rest is', () => {
    const long = {
      ...small,
      boxes: [{ id: 'x', kind: 'activity', text: '退院のあとの暮らしについて話し合う。'.repeat(300) }],
      links: [],
    }
    const drawn = modelPicture(long)
    expect(drawn.isCut).to.equal(true)
    expect(drawn.svg).to.include('…').and.include('全文は表に')
    expect(drawn.height).to.be.lessThan(500)
  })

  it('survives what no form would let in: circles, links backwards and to nowhere, unknown kinds, no box at all', () => {
    for (let seed = 0; seed < 10; seed++)
      expect(modelPicture(modelFor(seed, { boxes: 30, wild: true })).svg).to.not.match(/NaN|undefined/)
    expect(modelPicture({}).svg).to.include('まだありません')
    expect(modelPicture({ boxes: [{ id: 'q', kind: 'dream' }] }).svg).to.include('まだ言葉がありません')
    expect(modelPaper({}).svg).to.not.match(/NaN|undefined/)
  })

  it('never puts two boxes on one spot, whatever is drawn', () => {
    for (let seed = 1; seed <= 24; seed++) {
      const body = modelFor(seed, { boxes: 5 + ((seed * 37) % 116), wild: seed % 4 === 0 })
      expect(overlaps(body), `seed ${seed}`).to.deep.equal([])
    }
  })

  it('crosses no more lines than plain barycentre does', () => {
    for (let seed = 1; seed <= 24; seed++) {
      const graph = graphOf(modelFor(seed, { boxes: 5 + ((seed * 37) % 116) }))
      const mine = crossingsOf(ordered(graph), byColumn(graph))
      expect(mine, `seed ${seed}`).to.be.at.most(Math.min(baseline(graph), crossingsOf(graph.columns, byColumn(graph))))
    }
  })

  it('keeps the order people gave where it crosses nothing', () => {
    const graph = graphOf({
      ...small,
      links: (small.links as { id: string; from: string; to: string }[]).filter(({ id }) => id !== 'l3'),
    })
    expect(ordered(graph).map((nodes) => nodes.filter(({ box }) => box).map(({ key }) => key))).to.deep.equal([
      ['a1', 'a2'],
      ['o1', 'o2'],
      [],
      [],
      ['f1'],
    ])
  })
})

describe('the picture on paper', () => {
  it('holds 60 boxes and 80 links on one A3 page in letters of seven points', () => {
    for (const seed of [7, 8, 9, 10, 11]) {
      const paper = modelPaper(modelFor(seed, { boxes: 60, links: 80 }), {
        reasons: [{ label: '目標', text: '退院のあとも家で暮らせる' }],
      })
      expect([paper.fits, paper.pt >= 7], `seed ${seed}: ${paper.pt}`).to.deep.equal([true, true])
      expect(paper.width / paper.height).to.be.closeTo(1145 / 796, 0.01)
    }
  })

  it('says when a model is too much for one page', () => {
    const paper = modelPaper(modelFor(3, { boxes: 400 }))
    expect(paper.fits).to.equal(false)
    expect(paper.pt).to.be.lessThan(7)
  })
})
