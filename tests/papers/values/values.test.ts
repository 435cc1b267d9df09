import { expect } from 'chai'
import { cleaned, folded, isNo, isYes, readDate, readNumber } from '../../../src/papers/values/values.ts'

describe('what people type', () => {
  it('numbers are read with full width, commas and units', () => {
    const read = (typed: string, unit?: string) => readNumber(typed, unit)
    expect(read('２７０，６８５人')).to.equal('270685')
    expect(read('19.2％', '%')).to.equal('19.2')
    expect(read(' 1,234 ')).to.equal('1234')
    expect(read('１.2万人')).to.equal('12000')
    expect(read('△3.5')).to.equal('-3.5')
    expect(read('007')).to.equal('7')
    expect(read('12か所')).to.equal('12')
    expect(read('5校', '校')).to.equal('5')
    expect(['—', '－', 'ー'].map((dash) => read(dash))).to.deep.equal(['—', '—', '—'])
  })

  it('numbers that are none stay as typed', () => {
    for (const typed of ['', '約300', '1,23', '1e5', '0x10', '三百', '12人くらい', '=1+1', '9'.repeat(400)])
      expect(readNumber(typed), typed.slice(0, 20)).to.equal(null)
  })

  it('days are read in every way an office writes them', () => {
    for (const typed of [
      '令和7年10月22日',
      '令和７年１０月２２日（水）',
      'R7.10.22',
      'r7.10.22',
      'Ｒ７/10/22',
      '2025/10/22',
      '2025-10-22',
      '2025年10月22日(水)',
      '20251022',
      '㋿7年10月22日',
    ])
      expect(readDate(typed), typed).to.deep.equal({ day: '2025-10-22' })
    expect(readDate('令和元年5月1日').day).to.equal('2019-05-01')
    expect(readDate('H31.4.30').day).to.equal('2019-04-30')
    expect(readDate('昭和63年12月31日').day).to.equal('1988-12-31')
    expect(readDate('2024/2/29').day).to.equal('2024-02-29')
  })

  it('a day that does not exist is said so, with the days that do', () => {
    expect(readDate('令和7年8月32日')).to.deep.equal({ fault: '8月なら1日から31日までの日を入れてください' })
    expect(readDate('2025/2/29')).to.deep.equal({ fault: '2月なら1日から28日までの日を入れてください' })
    expect(readDate('R7.13.1').fault).to.include('1月から12月まで')
    expect(readDate('9999/1/1').fault).to.include('年を確かめて')
  })

  it('vague times are no faults', () => {
    for (const typed of ['令和6年度末', '5月（予定）', '未定', '10/22', '秋ごろ', ''])
      expect(readDate(typed), typed).to.deep.equal({})
  })

  it('marks for yes and no', () => {
    for (const typed of ['○', '◯', '〇', '✓', '1', '１', 'はい', '有', 'あり', 'ＹＥＳ', 'レ'])
      expect(isYes(typed), typed).to.equal(true)
    for (const typed of ['×', '0', 'いいえ', 'なし', 'no', '☐']) expect(isNo(typed), typed).to.equal(true)
    for (const typed of ['△', '検討中', '']) expect(isYes(typed) || isNo(typed), typed).to.equal(false)
  })

  it('prose keeps every character that can be written, and loses only what cannot', () => {
    const prose = '𠮷田さん（髙・﨑・神）の①「㈱」ｶﾅ ５人 👨‍👩‍👧 葛󠄀城'
    expect(cleaned(prose)).to.equal(prose)
    expect(cleaned('神社')).to.equal('神社')
    expect(cleaned('か\u3099き\r\n\u0000く\u0007\u202Eけ\ud83d')).to.equal('がき\nくけ')
  })

  it('labels are the same whatever their width and punctuation', () => {
    expect(folded('典型事例（よくある事例）')).to.equal(folded('典型事例 (よくある事例)'))
    expect(folded('４場面・全般')).to.equal(folded('4場面全般'))
  })
})
