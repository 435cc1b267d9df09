import { expect } from 'chai'
import prefectures from '../../migrations/data/prefectures.json' with { type: 'json' }
import { stepsFor, tileBoxes, tileMapPicture } from '../../src/platform/tile-maps/picture.ts'
import { TILES } from '../../src/platform/tile-maps/tile-maps.ts'
import { outsideOf, overlapsIn, rectsOf, textsOf } from '../support/drawn.ts'

const wish = { id: 'map', title: '支援した地域', unit: '地域', key: ['3都道府県で5地域'] }
const counts = new Map([
  ['21', 1],
  ['08', 1],
  ['47', 3],
])

describe('the map of tiles', () => {
  it('has every prefecture once, by its own name', () => {
    const short = new Map(
      prefectures.map(([, name = '', , code = '']) => [code, name.replace(/(?<!北海)[都府県]$/, '')]),
    )
    expect(TILES.map(({ code, name }) => `${code} ${name}`).sort()).to.deep.equal(
      [...short].map(([code, name]) => `${code} ${name}`).sort(),
    )
  })

  it('lays no tile on another, and 沖縄 apart', () => {
    for (const form of ['level', 'upright'] as const) {
      const boxes = tileBoxes(form).map(({ tile, x, y, width, height }) => ({
        ...{ words: tile.name, left: x, right: x + width, top: y, bottom: y + height },
      }))
      expect(overlapsIn(boxes)).to.deep.equal([])
      const [okinawa] = boxes.filter(({ words }) => words === '沖縄')
      expect(boxes.every(({ words, bottom }) => words === '沖縄' || bottom < (okinawa?.top ?? 0))).to.equal(true)
    }
  })

  it('keeps neighbours beside each other', () => {
    const at = (name: string) => TILES.find((tile) => tile.name === name)
    const isWestOf = (a: string, b: string) => expect(at(a)?.x, `${a} ${b}`).to.be.lessThan(at(b)?.x ?? 0)
    const isNorthOf = (a: string, b: string) => expect(at(a)?.y, `${a} ${b}`).to.be.lessThan(at(b)?.y ?? 0)
    for (const [west, east] of ['長崎 福岡', '山口 広島', '広島 岡山', '兵庫 大阪', '福井 岐阜', '東京 千葉'].map(
      (two) => two.split(' '),
    ))
      isWestOf(west ?? '', east ?? '')
    for (const [north, south] of [
      '北海道 青森',
      '青森 岩手',
      '宮城 福島',
      '埼玉 東京',
      '岐阜 愛知',
      '岡山 香川',
      '熊本 鹿児島',
      '鹿児島 沖縄',
    ].map((two) => two.split(' ')))
      isNorthOf(north ?? '', south ?? '')
  })

  it('is readable on a desk and upright on a telephone', () => {
    for (const form of ['level', 'upright'] as const) {
      const drawn = tileMapPicture({ ...wish, counts, form })
      expect(outsideOf(drawn)).to.deep.equal([])
      expect(overlapsIn(textsOf(drawn.svg))).to.deep.equal([])
      expect(rectsOf(drawn.svg)).to.have.lengthOf(47 + 4)
    }
    expect(tileMapPicture({ ...wish, counts, form: 'upright' }).width).to.be.at.most(328)
  })

  it('names its numbers in words', () => {
    expect(tileMapPicture({ ...wish, counts }).svg).to.contain('茨城1地域、岐阜1地域、沖縄3地域。ほかの都道府県は0地域')
    expect(tileMapPicture({ ...wish, counts: new Map() }).svg).to.contain('どの都道府県も0地域')
  })

  it('finds steps of ink for few and for many', () => {
    const words = (most: number) => stepsFor(most, '地域').map(({ word }) => word)
    expect(words(3)).to.deep.equal(['4地域以上', '2〜3地域', '1地域', 'なし'])
    expect(words(370)).to.deep.equal(['249地域以上', '125〜248地域', '1〜124地域', 'なし'])
  })
})
