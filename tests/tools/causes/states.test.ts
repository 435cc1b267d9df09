import { expect } from 'chai'
import { causeState } from '../../../src/tools/causes/causes.ts'
import { evidenceOf, evidenceWords, percentOf } from '../../../src/tools/evidence/evidence.ts'

describe('the state of a true cause', () => {
  const cause = { id: 'c1', parent: '', text: 'あ', issue: '', withdrawn: '', mergedInto: '', origin: '', rest: '' }
  const said = [{ causeId: 'c1' }]
  const evidence = evidenceOf({ evidence: [{ id: 'e1', cause: 'c1', side: 'for', kind: 'record', text: '記録' }] })

  it('is worked out from evidence, opinions and its end', () => {
    expect(causeState(cause, { evidence, opinions: [] })).to.equal('hypothesis')
    expect(causeState(cause, { evidence: [], opinions: said })).to.equal('heard')
    expect(causeState(cause, { evidence, opinions: said })).to.equal('backed')
    expect(causeState({ ...cause, withdrawn: '違った' }, { evidence, opinions: said })).to.equal('withdrawn')
    expect(causeState({ ...cause, mergedInto: 'c2' }, { evidence, opinions: said })).to.equal('merged')
    expect(causeState({ ...cause, id: 'c9' }, { evidence, opinions: said })).to.equal('hypothesis')
  })

  it('believes a record that says to whom it was shown', () => {
    const shown = { ...cause, rest: JSON.stringify({ checkedWith: ['ケアマネジャー'] }) }
    expect(causeState(shown, { evidence: [], opinions: [] })).to.equal('heard')
    expect(causeState({ ...cause, rest: '{"checkedWith":[]}' }, { evidence, opinions: [] })).to.equal('hypothesis')
    expect(causeState({ ...cause, rest: '{"checkedWith' }, { evidence, opinions: [] })).to.equal('hypothesis')
  })
})

describe('evidence in words', () => {
  it('tells itself in one line', () => {
    const [one] = evidenceOf({
      evidence: [{ id: 'e1', cause: 'c1', text: '認定率が高い', value: '19.2', unit: '%', source: 'mieruka' }],
    })
    if (!one) throw new Error('no evidence')
    expect(evidenceWords(one)).to.equal('認定率が高い（19.2%、地域包括ケア「見える化」システム）')
    expect(percentOf({ numerator: '1', denominator: '3' })).to.equal('33.3')
    expect(percentOf({ numerator: '1', denominator: '0' })).to.equal(null)
  })
})
