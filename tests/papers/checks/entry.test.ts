import { expect } from 'chai'
import { type Facts, questionsOf } from '../../../src/papers/checks/checks.ts'
import { entryChecks } from '../../../src/papers/checks/entry.ts'
import { entryTemplate } from '../../../src/papers/templates/entry.ts'
import { type Body, SCENES } from '../../../src/papers/templates/templates.ts'

const ask = (body: Body, facts: Facts = {}) => questionsOf(entryChecks, body, { template: entryTemplate, ...facts })
const ids = (body: Body, facts: Facts = {}) => ask(body, facts).map(({ id, field }) => (field ? `${id} ${field}` : id))
/** A sheet that leaves nothing to ask. */
const calm: Body = {
  typicalCase: '退院の翌日に動けなくなる',
  manager: 'yes',
  healthCenter: 'yes',
  medicalStaff: 'yes',
  coordinator: 'yes',
}

describe('the entry’s questions', () => {
  it('are silent about a calm sheet', () => expect(ask(calm)).to.deep.equal([]))

  it('E1–E5 come from facts, and stay silent without them', () => {
    expect(ids(calm, { consented: false })).to.deep.equal(['E1 consentOn'])
    expect(
      ids(calm, {
        consented: true,
        deadlinePassed: false,
        prefectureCodes: ['91', '91'],
        overlaps: [],
        selectedCount: 4,
        capacity: 4,
      }),
    ).to.deep.equal([])
    expect(
      ids(calm, {
        deadlinePassed: true,
        prefectureCodes: ['91', '93'],
        overlaps: ['みどり町とはなぞの町（関東信越厚生局）'],
        selectedCount: 5,
        capacity: 4,
      }),
    ).to.deep.equal(['E2', 'E3 members', 'E4', 'E5'])
    expect(ask(calm, { overlaps: ['みどり町とはなぞの町（関東信越厚生局）'] })[0]?.text).to.include(
      'みどり町とはなぞの町',
    )
    expect(ask(calm, { consented: false })[0]?.strength).to.equal('block')
    expect(ask(calm, { selectedCount: 5, capacity: 4 })[0]?.strength).to.equal('warn')
  })

  it('E6 asks for one trouble first, by words that the secretariat can change', () => {
    expect(ids({ ...calm, supportKind: 'all_scenes' })).to.deep.equal(['E6 theme'])
    expect(ids({ ...calm, theme: '４場面全般の見直し' })).to.deep.equal(['E6 theme'])
    expect(ids({ ...calm, theme: '退院の知らせ' })).to.deep.equal([])
    expect(ids({ ...calm, theme: '退院の知らせ' }, { words: { wideThemes: ['知らせ'] } })).to.deep.equal(['E6 theme'])
    expect(ids({ ...calm, theme: '４場面全般' }, { words: {} })).to.deep.equal([])
    expect(ids({ ...calm, scenes: SCENES.map((scene) => scene.key) })).to.deep.equal(['E6 scenes'])
  })

  it('E7 and E8 stand beside the field they are about', () => {
    expect(ids({})).to.deep.equal([
      'E7 typicalCase',
      'E8 manager',
      'E8 healthCenter',
      'E8 medicalStaff',
      'E8 coordinator',
    ])
    expect(ask({ ...calm, typicalCase: '', difficultCase: '重い例' })[0]?.text).to.include('困った事例のほかに')
  })

  it('says nothing about keys that a template does not have', () => {
    const template = { ...entryTemplate, sections: entryTemplate.sections.filter((section) => section.key === 'why') }
    expect(
      questionsOf(entryChecks, {}, { template, consented: false, deadlinePassed: true }).map(({ id }) => id),
    ).to.deep.equal(['E2'])
  })
})
