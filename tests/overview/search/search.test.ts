import { expect } from 'chai'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const q = (words: string) => `/search?q=${encodeURIComponent(words)}`

describe('search', () => {
  let midori: Town
  before(async () => {
    midori = await town(await freshDb())
  })

  it('finds a region by name, kana of either width, code, prefecture and theme', async () => {
    const mika = await browse(midori, 'mika')
    for (const words of [
      'みどり町',
      'みどりちょう',
      'ﾐﾄﾞﾘ',
      'ミドリ',
      '913413',
      '９１３４',
      '東浜',
      '退院',
      '東浜県　みどり',
    ]) {
      await mika.open(q(words))
      const found = mika.document.querySelector('[aria-labelledby=h-regions]')?.textContent ?? ''
      expect(found, words).to.include('東浜県みどり町')
    }
  })

  it('hides what the actor may not see, and says so kindly', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(q('すずかぜ市'))
    expect(aoi.document.querySelector('[aria-labelledby=h-regions]')).to.equal(null)
    expect(aoi.document.querySelector('[aria-labelledby=h-people]')).to.equal(null)
    await aoi.open(q('ないことば'))
    expect(aoi.text).to.include('「ないことば」は見つかりませんでした')
    const mika = await browse(midori, 'mika')
    await mika.open(q('青木葵'))
    expect(mika.document.querySelector('[aria-labelledby=h-people]')?.textContent).to.include('青木 葵')
  })

  it('takes signs as signs, and rubbish as words nobody wrote', async () => {
    const mika = await browse(midori, 'mika')
    for (const words of ['%', '_', '100%', "' or 1=1 --", '<script>', '𠮷', 'あ'.repeat(900), '\u0000']) {
      await mika.open(q(words))
      expect(mika.status, words).to.equal(200)
      expect(mika.document.querySelector('[aria-labelledby=h-regions]'), words.slice(0, 10)).to.equal(null)
    }
    await mika.open('/search')
    expect(mika.text).to.include('でさがせます')
  })
})
