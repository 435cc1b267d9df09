import { expect } from 'chai'
import { emsOf } from '../../../src/platform/wrapping/wrapping.ts'
import { filledLines, phrasesOf } from '../../../src/tools/phrases/phrases.ts'

const lines = (text: string, width = 10) => filledLines(text, { width, maxLines: 20 }).lines

describe('lines of Japanese', () => {
  it('break between phrases, not within words', () => {
    expect(lines('新規相談の場で、卒業していけることを伝える')).to.deep.equal([
      '新規相談の場で、',
      '卒業していけることを',
      '伝える',
    ])
    expect(lines('町民が、弱っても力を取り戻しながら住み慣れた町で暮らしている')).to.deep.equal([
      '町民が、弱っても力を',
      '取り戻しながら',
      '住み慣れた町で',
      '暮らしている',
    ])
    expect(phrasesOf('短期集中サービスにつないだ人の数').map((words) => words.join(''))).to.deep.equal([
      '短期集中サービスに',
      'つないだ',
      '人の',
      '数',
    ])
  })

  it('are never wider than they may be, and lose nothing', () => {
    const texts = [
      'ああ',
      '（長い括弧の中の言葉が続くとき）も、句読点は行の頭に来ない。',
      'https://example.jp/very/long/address/without/any/break',
      '𠮷野家ABC 12.5％',
      '👨‍👩‍👧の暮らし',
    ]
    for (const text of texts)
      for (const width of [3, 5, 8, 13, 21]) {
        const broken = lines(text, width)
        expect(broken.join('').replaceAll(' ', ''), text).to.equal(text.replaceAll(' ', ''))
        for (const line of broken.filter((l) => [...l].length > 1))
          expect(emsOf(line), `${width}: ${line}`).to.be.at.most(width + 3)
        expect(
          broken.slice(1).filter((line) => /^[、。）」ー]/.test(line)),
          text,
        ).to.deep.equal([])
      }
  })

  it('end with … where there are too many', () => {
    expect(filledLines('退院のあとの暮らし。'.repeat(200), { width: 10, maxLines: 3 })).to.include({ isCut: true })
    expect(filledLines('退院のあとの暮らし。'.repeat(200), { width: 10, maxLines: 3 }).lines[2]).to.match(/…$/)
  })
})
