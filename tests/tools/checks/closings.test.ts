import { expect } from 'chai'
import type { Body } from '../../../src/papers/templates/templates.ts'
import type { Facts } from '../../../src/tools/checks/checks.ts'
import { asks, FINE, misjudged, rows } from './asking.ts'

const closing = (table: string, ...list: Record<string, string>[]): Body => ({ [table]: rows(list) })
const of = (id: string, body: Body, facts: Partial<Facts> = {}) =>
  asks(id, { closing: body }, facts).map(({ place }) => place.path)
const said =
  (id: string, facts: Partial<Facts> = {}) =>
  (text: string) =>
    of(id, closing('changes', { text }), facts).length

describe('Z1: every issue has its answer', () => {
  const before = rows([
    { id: 'b1', text: '弱るとすぐデイサービス' },
    { id: 'b2', text: '場がない' },
  ])
  it('asks for what no change answers; 「変わらなかった」 is an answer', () => {
    expect(of('Z1', { before, changes: rows([{ text: '窓口が変わった', answers: 'b1' }]) })).to.deep.equal([
      'before/b2',
    ])
    const unchanged = rows([
      { text: '窓口が変わった', answers: 'b1' },
      { unchanged: 'yes', answers: 'b2' },
    ])
    expect(of('Z1', { before, changes: unchanged })).to.deep.equal([])
    expect(of('Z1', { before, changes: rows([{ text: '両方', answers: 'b1,b2' }]) })).to.deep.equal([])
    expect(of('Z1', closing('before', { text: '' }))).to.deep.equal([])
  })
})

describe('Z2: nobody is to be recognised', () => {
  it('leaves it to the scanner, and is silent without one', () => {
    const namesPerson = (text: string) => (text.includes('山田さん') ? ['山田さん'] : [])
    expect(
      asks('Z2', { closing: closing('changes', { text: '山田さんが家に戻れた' }) }, { namesPerson })[0],
    ).to.include({ level: 'E' })
    expect(said('Z2', { namesPerson })('患者さんが家に戻れた')).to.equal(0)
    expect(said('Z2')('山田さんが家に戻れた')).to.equal(0)
  })
})

describe('Z3: not a reproach to somebody named', () => {
  const facts = { ownNames: ['東浜県みどり町', 'みどり町'] }
  const asked = [
    'みどり総合病院は退院の連絡をしてくれない',
    '医師会は協力的でない',
    'はなぞの市は対応が遅い',
    'さくらクリニックの医師は在宅医療に理解がない',
    '東浜県の対応は不十分だった',
    '社協の職員が消極的で、話が進まない',
    '○○病院は連携室が動いてくれない',
    'すずかぜ訪問看護ステーションは夜間の電話に応じない',
  ]
  const silent = [
    'みどり総合病院から退院の連絡が3日前に来るようになった',
    '医師会に2回説明し、相談日を決めた',
    'みどり町は課題の抽出が足りないと気づいた',
    '入院先の病院との話し合いが足りなかった',
    '近くの診療所では夜間の往診ができない',
    '医師会の協力が足りない点は解消された',
    '退院の連絡が遅いことが、家族の不安になっていた',
    '医師会と話し、町の説明が不十分だったと分かった',
    '急性期病院では在院日数が短く、準備の時間が足りない',
  ]
  it('asks where a named body stands beside a hard word', () => {
    expect(misjudged({ asked, silent }, said('Z3', facts))).to.deep.equal(FINE)
  })
  it('knows the names of this region', () => {
    expect(said('Z3', { bodyNames: ['ひなた会'] })('ひなた会は話し合いに関心がない')).to.equal(1)
    expect(said('Z3')('みんなは話し合いに関心がない')).to.equal(0)
  })
})

describe('Z4: what is not decided yet', () => {
  const asked = [
    '来年度に協議体を設置する予定である',
    '令和8年度から全町に広げる予定。',
    '4月に相談会を開催予定です',
    '窓口の様式を変える予定で、準備をしている',
    '委託先を変更する方針である',
    '年度内に実施する見込み',
  ]
  const silent = [
    '来年度の協議体の設置を検討中',
    '退院の予定日を3日前に知らせるようになった',
    '予定どおり3回の勉強会を開いた',
    '予定していた訪問は延期した',
    '4月に開設する予定（3月議会で議決済み）',
    '令和8年4月から実施することが決まった。予定表を配った',
    '訪問の予定を家族に伝えるようになった',
    '取組の方針を医師会と共有した',
  ]
  it('asks for 「検討中」 instead of a promise', () => {
    expect(misjudged({ asked, silent }, said('Z4'))).to.deep.equal(FINE)
  })
})

describe('Z5: numbers and impressions', () => {
  it('asks for the other kind', () => {
    const kind = (...texts: Record<string, string>[]) =>
      asks('Z5', { closing: closing('changes', ...texts) })[0]?.message ?? null
    expect(kind({ text: '退院前の連絡が月2件から9件に増えた' })).to.include('感じた変化')
    expect(kind({ text: '医師会との関係が深まった' }, { text: '令和7年度の目標が定まった' })).to.include('数えられる')
    expect(kind({ text: '連絡が9件に増えた' }, { text: '窓口の自信になった' })).to.equal(null)
    expect(kind({ text: '理解が深まったと答えた人が8割になった' })).to.equal(null)
    expect(kind({ text: '連絡が増えた', quality: 'both' })).to.equal(null)
    expect(kind({ text: '連絡は増えなかった', unchanged: 'yes' })).to.equal(null)
    expect(kind()).to.equal(null)
  })
  it('reads 効果検証 the same way', () => {
    const self = rows([{ id: 'vision', before: '2', after: '4' }])
    expect(asks('Z5', { effect: { self } }).map(({ place }) => place.path)).to.deep.equal(['remarks'])
    expect(asks('Z5', { effect: { self, remarks: '窓口の声かけが変わった' } })).to.deep.equal([])
    expect(asks('Z5', { effect: { remarks: '窓口の声かけが変わった' } })).to.have.length(1)
  })
})

describe('Z6: small numbers', () => {
  const asked = ['退院した12人のうち3人が戻れた', '看取り4件のふり返りをした', '独居の8世帯を訪ねた']
  const silent = [
    '保健師3人と話し合った',
    '研修の参加者12人',
    '委員8名で決めた',
    '5人に1人が独居',
    '65歳以上の2割',
    '認定は120人',
    '10万人あたり8件',
    '支援2で決めた',
    '多職種15人',
  ]
  it('asks below ten in a big town, below twenty in a middle one', () => {
    expect(misjudged({ asked, silent }, said('Z6', { population: 60_000 }))).to.deep.equal(FINE)
    expect(said('Z6', { population: 60_000 })('戻れた人は12人')).to.equal(0)
    expect(said('Z6', { population: 12_000 })('戻れた人は12人')).to.equal(1)
    expect(said('Z6', { population: 25_000 })('戻れた人は19人')).to.equal(1)
    expect(said('Z6', { population: 25_001 })('戻れた人は19人')).to.equal(0)
  })
  it('asks about any count in a very small town, and nothing where the size is unknown', () => {
    expect(said('Z6', { population: 1_999 })('相談に来た人は230人')).to.equal(1)
    expect(said('Z6')('戻れた人は3人')).to.equal(0)
    const profile = { population: '8,200' }
    expect(asks('Z6', { profile, closing: closing('changes', { text: '戻れた人は15人' }) })).to.have.length(1)
  })
  it('looks at the numbers behind a hypothesis too', () => {
    const evidence = rows([{ id: 'e', kind: 'number', numerator: '4', denominator: '40', unit: '人' }])
    expect(asks('Z6', { causes: { evidence } }, { population: 60_000 }).map(({ place }) => place.path)).to.deep.equal([
      'evidence/e',
    ])
    const workers = rows([
      { kind: 'number', text: '相談員のうち、窓口を知っていた人', numerator: '1', denominator: '9' },
    ])
    expect(asks('Z6', { causes: { evidence: workers } }, { population: 60_000 })).to.deep.equal([])
  })
})

describe('Z7: when', () => {
  it('asks for a time, and takes 「未定」', () => {
    expect(of('Z7', closing('next', { text: '協議体をつくる' }))).to.deep.equal(['next/r1'])
    const times: Record<string, string>[] = [{ dueText: '未定' }, { due: '2026-04-01' }, { dueText: '令和8年度' }]
    for (const row of times) expect(of('Z7', closing('next', { text: '協議体をつくる', ...row }))).to.deep.equal([])
    expect(of('Z7', closing('next', { text: '来年度の前半に協議体をつくる' }))).to.deep.equal([])
  })
})
