import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { precisionOf, recallOf, scoresOf, sentencesOf } from '../../../src/cli/scanner-score.ts'
import { type Kind, kindKeys, markedText, maskedText, scan } from '../../../src/papers/privacy/privacy.ts'
import { projectRoot } from '../../../src/platform/root.ts'

const kindsIn = (text: string): Kind[] => [...new Set(scan(text).map((one) => one.kind))]
const shipped = (name: string) => readFileSync(join(projectRoot, 'tests/papers/privacy', name), 'utf8')

describe('what may tell who a person is', () => {
  for (const name of ['sentences.tsv', 'more-sentences.tsv'])
    it(`is found in ${name}: 95 of 100 that are there, and 8 of 10 that are marked are right`, () => {
      const { all, scores } = scoresOf(sentencesOf(shipped(name)))
      expect(recallOf(all), 'recall').to.be.at.least(0.95)
      expect(precisionOf(all), 'precision').to.be.at.least(0.8)
      for (const kind of kindKeys) {
        expect(recallOf(scores.get(kind) as never), `recall of ${kind}`).to.be.at.least(0.9)
        expect(precisionOf(scores.get(kind) as never), `precision of ${kind}`).to.be.at.least(0.8)
      }
    })

  it('three hundred sentences are shipped, half of them with nothing to hide', () => {
    const sentences = sentencesOf(shipped('sentences.tsv'))
    expect(sentences).to.have.length(300)
    expect(sentences.filter((one) => one.kinds.size === 0).length).to.be.within(120, 200)
  })

  it('is told by where it stands in the text as written, full-width or not', () => {
    const text = '　８２歳の佐々木さん（０９０ー１２３４ー５６７８）'
    for (const one of scan(text)) expect(text.slice(one.start, one.end)).to.equal(one.text)
    expect(scan(text).map(({ kind, text: words }) => [kind, words])).to.deep.equal([
      ['age', '８２歳'],
      ['name', '佐々木'],
      ['phone', '０９０ー１２３４ー５６７８'],
    ])
  })

  it('never marks the same words twice, and pieces and plain runs make the text again', () => {
    const text = '妻は「佐藤は、もう82歳だから」と話した。佐藤さん、090-1234-5678。'
    const found = scan(text)
    for (const [at, one] of found.entries()) expect(one.start).to.be.at.least(found[at - 1]?.end ?? 0)
    expect(
      markedText(text)
        .runs.map((run) => run.text)
        .join(''),
    ).to.equal(text)
  })

  it('offers a wording: the same person is the same letter, an age its decade, words spoken a summary', () => {
    expect(maskedText('山田花子さんは82歳。山田さんの妹の森本さんは103歳。')).to.equal(
      'Aさんは80代。Aさんの妹のBさんは100歳以上。',
    )
    expect(maskedText('佐藤さんは「もう82歳だから帰りたい」と話した。')).to.equal(
      'Aさんは（話したことの要約）と話した。',
    )
    expect(maskedText('みどり町中央二丁目三番五号、電話058-247-1370')).to.equal(
      'みどり町中央（住所）、電話（電話番号）',
    )
    expect(maskedText('生年月日：昭和18年5月3日')).to.equal('生年月日：昭和〇年〇月〇日')
  })

  it('finds nothing in a text that was masked', () => {
    const masked = maskedText('森本キヨさん（82歳、S18.5.3生）は青葉病院に肺炎で入院。「帰りたい」と話した。')
    expect(kindsIn(masked).filter((kind) => kind !== 'birth')).to.deep.equal([])
  })

  it('leaves towns, trades, groups, terms and rules alone', () => {
    for (const text of [
      '岐南町さん、患者さん、民生委員さん、お母さん、皆さん、たくさんの方',
      '65歳以上、75歳未満、80代、40歳から64歳、平均82歳、百歳体操',
      '鈴木記念病院で認知症の研修を開く。',
      '「地域包括ケアシステム」を進め、「目指す姿」を決めた。',
      '第115条の45第2項第4号、様式1-2-3、令和7年10月22日、No.2025-1022-01',
    ])
      expect(kindsIn(text), text).to.deep.equal([])
  })

  it('reads a hundred thousand characters at once, whatever they are', () => {
    const long = shipped('sentences.tsv').replace(/\t.*/g, '')
    // Time of our own, so that what else runs on the machine does not count.
    const spent = (one: string, length: number) => {
      const text = one.repeat(Math.ceil(length / one.length)).slice(0, length)
      const from = process.cpuUsage()
      scan(text)
      return process.cpuUsage(from).user / 1000
    }
    spent(long, 100_000)
    expect(spent(long, 100_000), 'as people write').to.be.below(400)
    for (const one of [long.replace(/[\n。]/g, ''), '「', '八十', '0-', 'a@', 'あ認知症病院', '町1-', '（昭和18年'])
      expect(spent(one, 50_000), one.slice(0, 10)).to.be.below(400)
  }).timeout(20_000)
})
