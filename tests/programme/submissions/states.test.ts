import { expect } from 'chai'
import {
  type AskedQuestion,
  type EntryFacts,
  entryStateOf,
  outcomesOf,
} from '../../../src/programme/submissions/submissions.ts'

const facts: EntryFacts = {
  submittedAt: '2025-08-01',
  withdrawnAt: null,
  stand: null,
  isClosed: false,
  announced: null,
}
const rules = { needsConsent: true }

describe('where an entry stands', () => {
  it('is worked out from dated facts', () => {
    expect(entryStateOf({ ...facts, submittedAt: null }, rules)).to.equal('draft')
    expect(entryStateOf(facts, rules)).to.equal('awaiting_consent')
    expect(entryStateOf({ ...facts, stand: 'refused' }, rules)).to.equal('refused')
    expect(entryStateOf({ ...facts, stand: 'wants_talk' }, rules)).to.equal('wants_talk')
    expect(entryStateOf({ ...facts, stand: 'agreed' }, rules)).to.equal('received')
    expect(entryStateOf(facts, { needsConsent: false })).to.equal('received')
    expect(entryStateOf({ ...facts, stand: 'agreed', isClosed: true }, rules)).to.equal('selecting')
    expect(entryStateOf({ ...facts, stand: 'agreed', announced: true }, rules)).to.equal('selected')
    expect(entryStateOf({ ...facts, stand: 'agreed', announced: false }, rules)).to.equal('not_selected')
    expect(entryStateOf({ ...facts, submittedAt: null, withdrawnAt: '2025-08-02' }, rules)).to.equal('withdrawn')
  })

  it('keeps what became of every question', () => {
    const ask = (id: string, field: string) => ({ id, field, strength: 'warn' as const, text: `${id}?` })
    const earlier: AskedQuestion[] = [{ ...ask('E7', 'typicalCase'), outcome: 'left', reason: '' }]
    const asked = outcomesOf([ask('E6', 'theme'), ask('E8', 'manager')], { 'reason.E6.theme': '全体を見たい' }, earlier)
    expect(asked.map((q) => [q.id, q.outcome, q.reason])).to.deep.equal([
      ['E6', 'reasoned', '全体を見たい'],
      ['E8', 'left', ''],
      ['E7', 'fixed', ''],
    ])
  })
})
