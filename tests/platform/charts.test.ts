import { expect } from 'chai'
import { barsPicture } from '../../src/platform/bars/picture.ts'
import type { Drawn } from '../../src/platform/drawings/drawings.ts'
import { linesPicture } from '../../src/platform/lines/picture.ts'
import { standalone } from '../../src/platform/picture-styles/picture-styles.ts'
import { stacksPicture } from '../../src/platform/stacks/picture.ts'
import { outsideOf, overlapsIn, rectsOf, textsOf } from '../support/drawn.ts'

const LONG = 'やまかげ町とかわの村（在宅医療・介護連携推進のために共同で応募した2つの町村の広域の地域）'
const SVG_WORDS = (drawn: Drawn) => textsOf(drawn.svg).map(({ words }) => words)

/** Whatever is drawn: readable, inside, read out as one. */
function expectSound(drawn: Drawn): void {
  expect(outsideOf(drawn)).to.deep.equal([])
  expect(overlapsIn(textsOf(drawn.svg))).to.deep.equal([])
  expect(drawn.svg).to.match(
    /role="img" aria-labelledby="(\S+)-t \1-d"><title id="\1-t">[^<]+<\/title><desc id="\1-d">[^<]+<\/desc>/,
  )
  expect(drawn.svg).not.to.match(/style=|NaN|undefined/)
}

describe('bars', () => {
  const bars = [
    { label: 'みどり町', value: 12 },
    { label: LONG, value: 6 },
    { label: 'すずかぜ市', value: 0 },
    { label: '北森県', value: null },
  ]

  it('are as long as their numbers, at any width', () => {
    for (const width of [328, 640]) {
      const drawn = barsPicture({ id: 'quiet', title: '最後の動きからの日数', unit: '日', bars, width })
      expectSound(drawn)
      const [first, second, ...rest] = rectsOf(drawn.svg).map(({ left, right }) => right - left)
      expect(first).to.be.closeTo((second ?? 0) * 2, 0.2)
      expect(rest, 'nothing has no bar').to.deep.equal([])
      expect(SVG_WORDS(drawn)).to.include.members(['12日', '6日', '0日', '—'])
    }
  })

  it('say every number to those who do not see them', () => {
    const { svg } = barsPicture({ id: 'quiet', title: '最後の動きからの日数', unit: '日', bars: bars.slice(0, 1) })
    expect(svg).to.contain('<desc id="quiet-d">みどり町 12日</desc>')
  })

  it('of nothing are a sentence', () => {
    const drawn = barsPicture({
      id: 'quiet',
      title: '日数',
      unit: '日',
      bars: [],
      empty: '採択した地域はまだありません。',
    })
    expectSound(drawn)
    expect(SVG_WORDS(drawn)).to.deep.equal(['採択した地域はまだありません。'])
  })

  it('keep marks of a name from becoming marks of the picture', () => {
    const { svg } = barsPicture({ id: 'x', title: '<b>', unit: '件', bars: [{ label: '"<&', value: 1 }] })
    expect(svg).to.contain('&lt;b&gt;').and.to.contain('&quot;&lt;&amp;').and.not.to.contain('<b>')
  })
})

describe('stacks', () => {
  const kinds = ['取り入れた', '一部取り入れた', '見送った', 'ありがとう', 'まだ']
  const rows = [
    { label: 'みどり町', parts: [5, 2, 1, 3, 1] },
    { label: LONG, parts: [1, 0, 0, 0, 5] },
    { label: '北森県', parts: [0, 0, 0, 0, 0] },
  ]
  const wish = { id: 'answers', title: '助言への返事', kinds, rows, unit: '件' }

  it('of 100 % are all as long, of counts as long as their number', () => {
    for (const width of [328, 640])
      for (const by of ['share', 'count'] as const) {
        const drawn = stacksPicture({ ...wish, by, width })
        expectSound(drawn)
        const pieces = rectsOf(drawn.svg).slice(kinds.length)
        const lengths = rows.slice(0, 2).map(({ parts }, at) => {
          const from = at === 0 ? 0 : (rows[0]?.parts.filter(Boolean).length ?? 0)
          const own = pieces.slice(from, from + parts.filter(Boolean).length)
          return own.reduce((sum, { left, right }) => sum + right - left, 0)
        })
        expect(lengths[1]).to.be.closeTo((lengths[0] ?? 0) * (by === 'share' ? 1 : 0.5), 0.5)
        expect(SVG_WORDS(drawn)).to.include.members([...kinds, '12件', '6件', 'なし'])
      }
  })

  it('give every kind its own ground, colour aside', () => {
    const { svg } = stacksPicture({ ...wish, by: 'share' })
    const grounds = [...svg.matchAll(/<rect [^>]*class="ch-edge(?: (ch-\w+)"|" fill="url\(#([\w-]+)\))/g)]
    const legend = grounds.slice(0, kinds.length).map(([, look, pattern]) => look ?? pattern)
    expect(new Set(legend)).to.have.lengthOf(kinds.length)
  })

  it('leave out a number that finds no room, and say it in words', () => {
    const drawn = stacksPicture({ ...wish, by: 'share', rows: [{ label: 'みどり町', parts: [200, 1, 0, 0, 0] }] })
    expectSound(drawn)
    expect(SVG_WORDS(drawn)).to.include('200').and.not.to.include('1')
    expect(drawn.svg).to.contain('一部取り入れた1件')
  })
})

describe('lines', () => {
  const places = ['オリエンテーション', '事前MTG①', '支援1', '事前MTG②', '支援2', '事前MTG③', '支援3']
  const series = [
    { label: '手ごたえ', values: [4, 4, 4, 3, 3, 2, null] },
    { label: 'うまくいかなかったこと', values: [4, 4, 3, 3, 3, 1, null] },
    { label: 'これから実施したいこと', values: [4, 4, 3, null, 1, 1, null] },
  ]

  it('go through their numbers and break where none is known', () => {
    for (const width of [328, 640]) {
      const drawn = linesPicture({ id: 'three', title: '届いた地域', unit: '地域', most: 4, places, series, width })
      expectSound(drawn)
      expect(drawn.svg.match(/class="ch-line ch-line-2" d="(M[^"]+)"/g)).to.have.lengthOf(2)
      expect((drawn.svg.match(/<circle class="ch-mark"/g) ?? []).length).to.equal(6 + 1)
    }
  })

  it('bear one place, and none', () => {
    expectSound(
      linesPicture({
        id: 'a',
        title: '届いた地域',
        unit: '地域',
        places: ['支援1'],
        series: [{ label: '手ごたえ', values: [0] }],
      }),
    )
    expectSound(linesPicture({ id: 'b', title: '届いた地域', unit: '地域', places: [], series: [] }))
  })
})

describe('a chart taken along', () => {
  it('carries its inks with it', () => {
    const { svg } = barsPicture({ id: 'a', title: '日数', unit: '日', bars: [{ label: 'みどり町', value: 1 }] })
    const alone = standalone(svg, 'charts')
    expect(alone).to.contain('.ch-solid{fill: #0017c1').and.not.to.match(/var\(/)
  })
})
