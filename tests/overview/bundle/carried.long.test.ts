import { expect } from 'chai'
import { exportBundle } from '../../../src/overview/case-export/store.ts'
import { type Demo, demonstration } from '../../support/demonstration.ts'

type Item = Record<string, unknown>
const list = (value: unknown): Item[] => (Array.isArray(value) ? value : [])

describe('a living region as a bundle', () => {
  let demo: Demo
  before(async function () {
    this.timeout(30_000)
    demo = await demonstration()
  })
  after(() => demo.close())

  it('carries dates, advice with its answers, 取組 in their moments and the sheets of its steps', async () => {
    const bundle = await exportBundle(demo.db, demo.region('みどり町'))
    const steps = list(bundle.steps)
    expect(steps.filter((step) => step.heldOn !== null).length).to.be.greaterThan(4)
    const advice = steps.flatMap((step) => list(step.advice))
    expect(advice.some((one) => one.answer === 'taken')).to.equal(true)
    const actions = list(bundle.actions)
    expect(actions.map((action) => action.status)).to.include.members(['done', 'todo'])
    const documents = list(bundle.documents)
    expect(documents.map((document) => document.kind)).to.include.members(['entry', 'three_lines'])
    expect(documents.find((document) => document.kind === 'three_lines')?.step).to.match(/^pre\d$/)
    const dates = list((bundle.course as Item).dates)
    expect(dates.every((date) => typeof date.seq === 'number' && typeof date.byName === 'string')).to.equal(true)
    expect(dates.length).to.be.greaterThan(0)
  })
})
