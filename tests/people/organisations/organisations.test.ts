import { expect } from 'chai'
import {
  checkDigitOf,
  foldForSearch,
  fullNameOf,
  isMunicipalCode,
  isOfficeAddress,
  isSmall,
  searchWords,
  sizeBandOf,
} from '../../../src/people/organisations/organisations.ts'

describe('organisations', () => {
  it('knows the check digit of a code', () => {
    expect(checkDigitOf('21302')).to.equal('1')
    expect(checkDigitOf('01100')).to.equal('2')
    expect(checkDigitOf('13101')).to.equal('6')
    expect(checkDigitOf('22130')).to.equal('9')
    expect(isMunicipalCode('213021')).to.equal(true)
    expect(isMunicipalCode('213020')).to.equal(false)
    expect(isMunicipalCode('2１3021')).to.equal(false)
    expect(isMunicipalCode('913413')).to.equal(true)
    expect(isMunicipalCode('480002')).to.equal(false)
  })

  it('sorts towns into size bands; 小規模 is below 10,000', () => {
    expect([9_999, 10_000, 30_000, 50_000, 100_000, 200_000, 500_000].map((n) => sizeBandOf(n)?.label)).to.deep.equal([
      '1万人未満',
      '1万〜3万人',
      '3万〜5万人',
      '5万〜10万人',
      '10万〜20万人',
      '20万〜50万人',
      '50万人以上',
    ])
    expect(sizeBandOf(null)).to.equal(null)
    expect([isSmall(9_999), isSmall(10_000), isSmall(null)]).to.deep.equal([true, false, false])
  })

  it('folds widths, kana and old characters into one', () => {
    for (const typed of ['ギナン', 'ｷﾞﾅﾝ', 'ぎなん', ' ギ ナ ン']) expect(foldForSearch(typed)).to.equal('ぎなん')
    expect(foldForSearch('塩竈')).to.equal(foldForSearch('塩釜'))
    expect(foldForSearch('龍ケ崎')).to.equal(foldForSearch('竜ヶ崎'))
    expect(foldForSearch('べっかい')).to.equal(foldForSearch('べつかい'))
    expect(foldForSearch('𠮷野')).to.equal('吉野')
  })

  it('reads a search: a prefecture in front, a code with its hyphen', () => {
    expect(searchWords('岐阜県岐南町')).to.deep.equal(['岐阜県', '岐南町'])
    expect(searchWords('　ぎふ　ギナン ')).to.deep.equal(['ぎふ', 'ぎなん'])
    expect(searchWords('21302-1')).to.deep.equal(['213021'])
    expect(searchWords('北海道')).to.deep.equal(['北海道'])
    expect(searchWords('')).to.deep.equal([])
  })

  it('names a town with its prefecture', () => {
    expect(fullNameOf({ kind: 'municipality', name: '府中市', prefectureName: '広島県' })).to.equal('広島県府中市')
    expect(fullNameOf({ kind: 'prefecture', name: '広島県', prefectureName: '広島県' })).to.equal('広島県')
  })

  it('knows an office by its mail address', () => {
    expect(isOfficeAddress('aoi@town.gifu-ginan.lg.jp', null)).to.equal(true)
    expect(isOfficeAddress('AOI@Midori.Example', 'midori.example')).to.equal(true)
    expect(isOfficeAddress('aoi@kaigo.midori.example', 'midori.example')).to.equal(true)
    for (const address of [
      'aoi@evil-lg.jp',
      'aoi@lg.jp.example',
      'aoi@notmidori.example',
      'aoi',
      'lg.jp',
      '@lg.jp',
      'a@x.lg.jp@evil.example',
      'a@evil.example@x.lg.jp',
    ])
      expect(isOfficeAddress(address, 'midori.example'), address).to.equal(false)
  })
})
