import { expect } from 'chai'
import type { Body } from '../../../src/papers/templates/templates.ts'
import { asks, FINE, misjudged, rows } from './asking.ts'

const one = (id: string, ref: string, body: Body) => asks(id, { [ref]: body }).map(({ place }) => place.path)

describe('K1, K2, K5, K8: the sheets before the causes', () => {
  it('K1 asks for the scope of every 状態シート', () => {
    expect(one('K1', 'status_sheet.01a', { subject: '弱ってきた人', supportScope: ' ' })).to.deep.equal([
      'supportScope',
    ])
    expect(one('K1', 'status_sheet', { supportScope: '退院が決まった日から一か月' })).to.deep.equal([])
    expect(one('K1', 'profile', {})).to.deep.equal([])
  })
  it('K5 asks for a goal where none is', () => {
    expect(one('K5', 'status_sheet', { subject: '弱ってきた人' })).to.deep.equal(['goal'])
    expect(one('K5', 'issue_sorting', { goal: '—' })).to.deep.equal(['goal'])
    expect(one('K5', 'logic_model', { boxes: [] })).to.deep.equal(['goal'])
    expect(asks('K5', { status_sheet: { goal: '家で過ごせる' }, logic_model: {} })).to.deep.equal([])
  })
  it('K2 asks for a second standpoint', () => {
    const seen = (...standpoints: Record<string, string>[]) =>
      one('K2', 'issue_sorting', { standpoints: rows(standpoints) })
    expect(seen({ id: 'person', anxiety: '戻れるか不安' })).to.deep.equal(['standpoints'])
    expect(seen({ id: 'person', anxiety: '戻れるか不安' }, { id: 'family', feeling: '—' })).to.deep.equal([
      'standpoints',
    ])
    expect(
      seen({ id: 'person', anxiety: '戻れるか不安' }, { id: 'family', resistance: '人を入れたくない' }),
    ).to.deep.equal([])
  })
  it('K8 asks for an order of more than three open issues', () => {
    const of = (...issues: Record<string, string>[]) => one('K8', 'issues', { issues: rows(issues) })
    const open: Record<string, string>[] = [{ text: 'あ' }, { text: 'い' }, { text: 'う', state: 'doing' }]
    expect(of(...open, { text: 'え' })).to.deep.equal(['issues'])
    expect(of(...open)).to.deep.equal([])
    expect(of(...open, { text: 'え', state: 'settled' })).to.deep.equal([])
    expect(of(...open, { text: '' })).to.deep.equal([])
    expect(of(...open, { text: 'え', order: '1' })).to.deep.equal([])
  })
})

describe('K4: words too big to act on', () => {
  const asked = [
    '認知症の早期発見',
    '多職種の連携強化',
    '医療と介護の連携を強化する',
    '連携を強める',
    '在宅医療の推進',
    '相談体制の充実',
    '顔の見える関係をつくる',
    '顔が見える関係づくり',
    '「連携強化」',
    '認知症を早期に発見する',
  ]
  const silent = [
    '退院の3日前までに、病棟からケアマネジャーへ電話が来る',
    '在宅医療・介護連携推進事業の委託先と話す',
    '推進員が月に一度、家を訪ねる',
    '毎日に充実感があると話す人が多い',
    '会議のたびに「連携強化」と言うだけで、誰が電話するかが決まっていない',
    '独居の人の服薬の乱れに、退院後2週間以内に気づく',
  ]
  it('asks to take them apart, also when they are said another way', () => {
    expect(misjudged({ asked, silent }, (text) => one('K4', 'issue_sorting', { goal: text }).length)).to.deep.equal(
      FINE,
    )
  })
  it('reads goals, scopes, issues and causes', () => {
    expect(one('K4', 'status_sheet.x', { supportScope: '在宅医療の充実' })).to.deep.equal(['supportScope'])
    expect(one('K4', 'issues', { issues: rows([{ text: '連携の強化' }]) })).to.deep.equal(['issues/r1'])
    expect(one('K4', 'causes', { causes: rows([{ text: '連携強化が足りない' }]) })).to.deep.equal(['causes/r1'])
  })
  it("looks for the secretariat's own words", () => {
    const words = { abstractWords: ['見守り'] }
    expect(asks('K4', { issue_sorting: { goal: '見守りを続ける' } }, { words })).to.have.length(1)
    expect(asks('K4', { issue_sorting: { goal: '連携強化' } }, { words: { abstractWords: [] } })).to.deep.equal([])
  })
})

describe('K3 and K6: hypotheses are to be shown and backed', () => {
  const cause = (more = {}) => rows([{ id: 'c', text: '最初の相談で見通しを示せていないのではないか', ...more }])
  const shown = (n: number | undefined, more = {}) =>
    asks('K3', { causes: { causes: cause(more) } }, n === undefined ? {} : { opinions: { c: n } }).length
  it('K3 asks while nobody was asked', () => {
    expect(shown(0)).to.equal(1)
    expect(shown(1)).to.equal(0)
    expect(shown(undefined)).to.equal(0)
    expect(shown(0, { withdrawn: '町の記録と違った' })).to.equal(0)
    expect(shown(0, { mergedInto: 'd' })).to.equal(0)
    expect(shown(0, { rest: '{"checkedWith":["ケアマネジャー"]}' })).to.equal(0)
  })
  const backed = (evidence: Record<string, string>[], more = {}) =>
    one('K6', 'causes', { causes: cause(more), evidence: rows(evidence.map((e) => ({ cause: 'c', ...e }))) })
  it('K6 asks for a number or a record', () => {
    expect(backed([])).to.deep.equal(['causes/c'])
    expect(backed([{ kind: 'hearing', side: 'for', text: '窓口の人がそう言う' }])).to.deep.equal(['causes/c'])
    expect(backed([{ kind: 'record', side: 'against', text: '記録では違う' }])).to.deep.equal(['causes/c'])
    expect(backed([{ kind: 'record', side: 'for', text: '相談票50枚を読んだ' }])).to.deep.equal([])
    expect(backed([{ kind: 'number', side: 'for', text: '認定率', value: '19.2', source: '見える化' }])).to.deep.equal(
      [],
    )
    expect(backed([], { text: '退院した12人のうち7人が一か月で認定を申請している' })).to.deep.equal([])
    expect(backed([], { text: '令和7年度の支援1で出た、65歳以上の人の思い込みではないか' })).to.deep.equal(['causes/c'])
  })
  it('K6 asks how a number was counted', () => {
    expect(backed([{ id: 'e', kind: 'number', side: 'for', numerator: '7', denominator: '12' }])).to.deep.equal([
      'evidence/e',
    ])
    expect(backed([{ id: 'e', kind: 'number', side: 'for', numerator: '7', method: '手計算' }])).to.deep.equal([])
  })
})

describe('K7, K9, P8: partners', () => {
  const of = (id: string, partners: Record<string, string>[]) => one(id, 'partners', { partners: rows(partners) })
  it('K7 asks what is in it for them', () => {
    expect(
      of('K7', [
        { name: '郡医師会', benefit: '紹介が早くなる' },
        { name: '訪問看護', benefit: '－' },
      ]),
    ).to.deep.equal(['partners/r2'])
    expect(of('K7', [{ name: '' }])).to.deep.equal([])
  })
  it('K9 asks for few who are to move now', () => {
    expect(of('K9', [{ name: 'A' }, { name: 'B' }])).to.deep.equal([''])
    expect(
      of('K9', [
        { name: 'A', moveNow: 'yes' },
        { name: 'B', moveNow: 'yes' },
      ]),
    ).to.deep.equal([''])
    expect(of('K9', [{ name: 'A', moveNow: 'yes' }, { name: 'B' }])).to.deep.equal([])
    expect(of('K9', [{ name: 'A', moveNow: 'yes' }])).to.deep.equal([])
    expect(of('K9', [])).to.deep.equal([])
  })
  it("P8 asks for the contractor's role in writing", () => {
    expect(of('P8', [{ name: '医師会', contract: 'none', ask: '相談を受ける' }])).to.deep.equal(['partners/r1'])
    expect(of('P8', [{ name: '医師会', contract: 'exists' }])).to.deep.equal(['partners/r1'])
    expect(of('P8', [{ name: '医師会', now: '相談窓口を委託している' }])).to.deep.equal(['partners/r1'])
    expect(
      of('P8', [{ name: '医師会', contract: 'exists', ask: '月に一度、集計を送る' }, { name: '病院' }]),
    ).to.deep.equal([])
    expect(one('P8', 'profile', { contractors: rows([{ name: 'みどり医師会' }]) })).to.deep.equal(['contractors/r1'])
  })
})
