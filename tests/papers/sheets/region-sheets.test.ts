import { expect } from 'chai'
import { afterRowDeed } from '../../../src/papers/row-deeds/row-deeds.ts'
import { withRowOptions } from '../../../src/papers/row-options/row-options.ts'
import { sheetForm } from '../../../src/papers/sheet-forms/sheet-forms.ts'
import { tidyBody, withHidden } from '../../../src/papers/sheets/body.ts'
import { faultsOf } from '../../../src/papers/sheets/checks.ts'
import { bodyFromForm } from '../../../src/papers/sheets/forms.ts'
import { printOf } from '../../../src/papers/sheets/paper.ts'
import { closingTemplate } from '../../../src/papers/templates/closing.ts'
import { inventoryTemplate } from '../../../src/papers/templates/inventory.ts'
import { issuesTemplate } from '../../../src/papers/templates/issues.ts'
import { regionSheets, templateOf } from '../../../src/papers/templates/released.ts'
import { type Body, fieldOf, fieldsOf, rowsIn, type Template } from '../../../src/papers/templates/templates.ts'

const keysIn = (template: Template) =>
  fieldsOf(template)
    .map(({ key, columns }) => (columns ? `${key}(${columns.map((c) => c.key).join(' ')})` : key))
    .join(' ')

describe('the sheets of a region', () => {
  it('keep their keys for ever: checks, carry-over and bundles name them', () => {
    expect(Object.fromEntries(regionSheets.map((t) => [t.key, keysIn(t)]))).to.deep.equal({
      profile:
        'population agingRate65 agingRate75 careCertRate asOf source department contractors(name work) strengths(text) issues(text) medical care currentStatus survey(text)',
      inventory: 'items(item text how target figures scenes) heads(vision now issue indicator setOn setWhere)',
      status_sheet: 'subject course trigger wishes surroundings supportScope goal data',
      issues: 'issues(text scene importance ease order state)',
      issue_sorting: 'goal now standpoints(anxiety feeling resistance problem) cause',
      survey_plan: 'hypothesis use questions target method when',
      study_plan: 'purpose achieve program participants(profession count) before after next',
      effect:
        'self(before after) prefecture_self(before after) minutesTown minutesPrefecture minutesAdvisor minutesOffice remarks',
      closing: 'before(text issue) changes(text answers unchanged quality) next(text due dueText)',
      support_outline:
        'methods(text) supportNeeds(text) policy(text) issuesNow advisorTalks interim final results deliverables(text)',
      prefecture_plan: 'aim supports(menu wanted offered done) schedule people budget next',
    })
  })

  it('need nothing: a meeting never waits for a sheet', () => {
    for (const template of regionSheets)
      expect(faultsOf(template, {}, { toSend: true }), template.key).to.deep.equal([])
  })

  it('carry first words only from a place that is there', () => {
    const from = regionSheets.flatMap((t) => fieldsOf(t).flatMap((f) => f.carryFrom ?? []))
    expect(from).to.not.have.length(0)
    for (const { kind, path } of from) {
      const source = templateOf(kind)
      expect(source && fieldOf(source, path), `${kind}/${path}`).to.not.equal(undefined)
    }
  })

  it('take several options in a cell, by key, by label and from a form', () => {
    const items = (scenes: string) => rowsIn(tidyBody(inventoryTemplate, { items: [{ id: 'r', scenes }] }), 'items')
    expect(items('看取り、日常の療養支援')).to.deep.equal([{ id: 'r', scenes: 'daily,endoflife' }])
    expect(items('入退院支援\n災害時')[0]?.scenes).to.equal('discharge,disaster')
    expect(items('endoflife,daily')[0]?.scenes).to.equal('daily,endoflife')
    const typed = items('看取り、月の裏')
    expect(typed[0]?.scenes).to.equal('endoflife,月の裏')
    expect(faultsOf(inventoryTemplate, { items: typed }, { toSend: false })[0]?.message).to.include('選択肢の中から')
    const posted = { 'f.items.r.scenes': ['daily', 'disaster'], 'f.items.r.rest': 'x', 'has.items': '1' }
    expect(bodyFromForm(inventoryTemplate, posted)).to.deep.equal({ items: [{ id: 'r', scenes: 'daily,disaster' }] })
  })

  it('never show what came with a bundle, and never lose it', () => {
    const rest = JSON.stringify({ src: ['004:1'], inf: true })
    const kept = { issues: [{ id: 'b1', text: '知らせが遅い', rest, older: '前の様式の答え' }], rest: '{"x":1}' }
    expect(tidyBody(issuesTemplate, kept)).to.deep.equal({
      issues: [{ id: 'b1', text: '知らせが遅い', rest }],
      rest: '{"x":1}',
    })
    const form = sheetForm(issuesTemplate, kept)
    const row = form.sections[0]?.fields[0]?.rows[0]
    expect(row?.controls.map((c) => c.key)).to.not.include('rest')
    expect(row?.mark).to.equal('推定')
    expect(printOf(issuesTemplate, kept)[0]?.fields[0]?.rows[0]?.label).to.equal('1（推定）')
    const typed = tidyBody(
      issuesTemplate,
      bodyFromForm(issuesTemplate, { 'f.issues.b1.text': '知らせが届かない', 'f.issues.n1.text': '新しい行' }),
    )
    expect(withHidden(issuesTemplate, kept, typed).issues).to.deep.equal([
      { id: 'b1', text: '知らせが届かない', rest, older: '前の様式の答え' },
      { id: 'n1', text: '新しい行' },
    ])
  })

  it('move and remove rows without a script', () => {
    const body = { issues: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }
    const done = (deed: string) =>
      rowsIn(afterRowDeed(body, deed), 'issues')
        .map((row) => row.id)
        .join('')
    expect(done('issues/b/up')).to.equal('bac')
    expect(done('issues/b/down')).to.equal('acb')
    expect(done('issues/a/up')).to.equal('abc')
    expect(done('issues/c/down')).to.equal('abc')
    expect(done('issues/b/remove')).to.equal('ac')
    expect(done('issues/zz/remove')).to.equal('abc')
  })

  it('let a change point at the issue it answers, also when that row is gone', () => {
    const body: Body = {
      before: [
        { id: 'c1', text: '知らせが届かない', issue: 'i1' },
        { id: 'c2', text: '顔を知らない' },
      ],
      changes: [{ id: 'x', text: '電話が来るようになった', answers: 'c1,gone' }],
    }
    const issues = { issues: [{ id: 'i1', text: '退院の知らせが遅い' }] }
    const template = withRowOptions(closingTemplate, body, { issues })
    const rows = (key: string) =>
      sheetForm(template, body)
        .sections.flatMap((s) => s.fields)
        .find((f) => f.key === key)?.rows[0]
    expect(
      rows('changes')
        ?.controls.find((c) => c.key === 'answers')
        ?.options.map((o) => [o.label, o.checked]),
    ).to.deep.equal([
      ['1 知らせが届かない', true],
      ['2 顔を知らない', false],
      ['いまはない行', true],
    ])
    expect(rows('before')?.controls[1]?.options.map((o) => o.label)).to.deep.equal(['1 退院の知らせが遅い'])
    expect(faultsOf(template, body, { toSend: true })).to.deep.equal([])
    expect(tidyBody(closingTemplate, body)).to.deep.equal(body)
    expect(tidyBody(template, { changes: [{ id: 'x', answers: '2、1' }] }).changes).to.deep.equal([
      { id: 'x', answers: 'c1,c2' },
    ])
    expect(printOf(template, body)[1]?.fields[0]?.rows[0]?.cells[1]).to.equal('1 知らせが届かない、いまはない行')
  })

  it('ask with long words and units inside a table too', () => {
    const form = sheetForm(templateOf('study_plan') as Template, {})
    const counts = form.sections[1]?.fields[1]?.rows[0]?.controls
    expect(counts?.map((c) => [c.control, c.unit])).to.deep.equal([
      ['input', ''],
      ['input', '人'],
    ])
    expect(sheetForm(issuesTemplate, {}).sections[0]?.fields[0]?.rows[0]?.controls[0]?.control).to.equal('textarea')
  })
})
