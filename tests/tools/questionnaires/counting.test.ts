import { expect } from 'chai'
import { csvOf } from '../../../src/platform/office/csv.ts'
import { freshQuestion, nameQuestion, type Question } from '../../../src/tools/asked-questions/asked-questions.ts'
import type { Profession } from '../../../src/tools/professions/professions.ts'
import type { GivenAnswers } from '../../../src/tools/questionnaire-answers/questionnaire-answers.ts'
import {
  crossOf,
  numbersOf,
  takingPart,
  tallyOf,
} from '../../../src/tools/questionnaire-counts/questionnaire-counts.ts'
import { barsOf } from '../../../src/tools/questionnaire-results/picture.ts'
import { figuresOf, resultsOf } from '../../../src/tools/questionnaire-results/questionnaire-results.ts'
import { tableOf } from '../../../src/tools/questionnaire-results/workbook.ts'
import { textsIn } from '../../../src/tools/questionnaire-texts/questionnaire-texts.ts'
import type { Questionnaire, Round } from '../../../src/tools/questionnaires/questionnaires.ts'

const knows: Question = freshQuestion('knows', { kind: 'yesno', label: '窓口を知っていますか' })
const times: Question = freshQuestion('times', { kind: 'number', label: '何回ありましたか', unit: '回' })
const words: Question = freshQuestion('words', { kind: 'long', label: '気づいたこと' })
const sheet: Questionnaire = {
  ...{
    id: 'q',
    regionId: 'r',
    programmeId: null,
    title: '勉強会',
    purpose: 'study',
    lead: '',
    thanks: '',
    contact: 'みどり町',
  },
  ...{ isPaired: true, smallest: 5, questions: [knows, times, words], version: 1, copiedFromId: null },
  ...{ createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' },
}

let made = 0
const people = (many: number, profession: Profession, values: GivenAnswers['values'], round: Round = 'before') =>
  Array.from({ length: many }, (): GivenAnswers => {
    made += 1
    const ids = { id: `a${made}`, questionnaireId: 'q', linkId: 'l', answeredOn: '2025-11-05' }
    return { ...ids, round, profession, values }
  })

describe('what a questionnaire tells', () => {
  const before = [
    ...people(8, 'care_manager', { knows: 'yes', times: '2' }),
    ...people(6, 'care_manager', { knows: 'no', times: '10' }),
    ...people(6, 'home_nurse', { knows: 'yes' }),
    ...people(2, 'home_nurse', { knows: 'no' }),
    ...people(1, 'doctor', { knows: 'no' }),
    ...people(1, 'pharmacist', {}),
  ]

  it('counts with n: who left a question out is not counted in it', () => {
    const { n, counts } = tallyOf(knows, before, 5)
    expect(n).to.equal(23)
    expect(counts?.map((one) => one.n)).to.deep.equal([14, 9])
    expect(numbersOf(times, before, 5)).to.deep.equal({ n: 14, mean: '5.4', median: '2' })
  })

  it('shows no number at all where fewer than five answered', () => {
    expect(tallyOf(knows, before.slice(0, 4), 5).counts).to.equal(null)
    expect(numbersOf(times, before.slice(0, 4), 5)).to.deep.equal({ n: 4, mean: null, median: null })
    expect(crossOf(knows, before.slice(0, 4), 5)).to.equal(null)
  })

  it('puts the one doctor together with others, in the list and in the cross table', () => {
    expect(takingPart(before, 5).map(({ label, n }) => `${label} ${n}`)).to.deep.equal([
      'ケアマネジャー 14',
      '医師・薬剤師・訪問看護師（まとめて） 10',
    ])
    const cross = crossOf(knows, before, 5)
    expect(cross?.rows).to.deep.equal([
      { label: 'ケアマネジャー', n: 14, cells: [null, null] },
      { label: '医師・訪問看護師（まとめて）', n: 9, cells: [null, null] },
    ])
  })

  it('stands before and after side by side, as bars and as a table that says the same', () => {
    const after = people(20, 'care_manager', { knows: 'yes' }, 'after')
    const results = resultsOf(sheet, { answers: [...before, ...after], texts: [] })
    const [first] = results.questions
    const bars = first && barsOf(first)
    expect(bars?.bars.map(({ look }) => look)).to.deep.equal(['bar-before', 'bar-after', 'bar-before', 'bar-after'])
    expect(bars?.summary).to.equal(
      '窓口を知っていますか：前ははい60.9%、いいえ39.1%（n=23）。後ははい100.0%、いいえ0.0%（n=20）',
    )
    expect(figuresOf(results)[0]).to.include({ key: 'knows before yes', numerator: 14, denominator: 23 })
  })

  it('hands out a CSV in which no formula runs and no hidden number stands', () => {
    const dangerous = people(1, 'doctor', { words: '=HYPERLINK("x")' })
    const answers = [...before, ...dangerous]
    const csv = csvOf(tableOf(resultsOf(sheet, { answers, texts: textsIn(sheet, answers, []) }))).toString('utf8')
    expect(csv.startsWith('\uFEFF番号,問い,回,職種,答え,人数,n\r\n')).to.equal(true)
    expect(csv).to.include(`"'=HYPERLINK(""x"")"`)
    expect(csv).to.include('1,窓口を知っていますか,前,ケアマネジャー,はい,伏せました,14')
    expect(csv).to.not.match(/,医師,/)
  })

  it('asks back where a question asks for a name, and only where one could be written', () => {
    expect(nameQuestion(freshQuestion('a', { kind: 'short', label: 'お名前' }))).to.include('職種だけで足りませんか')
    expect(nameQuestion(freshQuestion('a', { kind: 'long', label: 'ご連絡先（電話番号）' }))).to.not.equal(null)
    expect(nameQuestion(freshQuestion('a', { kind: 'yesno', label: '主治医の氏名を知っていますか' }))).to.equal(null)
    expect(nameQuestion(freshQuestion('a', { kind: 'long', label: '困った場面' }))).to.equal(null)
  })
})
