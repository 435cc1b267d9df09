import { expect } from 'chai'
import { withKnownRows } from '../../../src/papers/arrivals/arrivals.ts'
import { withRowOptions } from '../../../src/papers/row-options/row-options.ts'
import { tidyBody } from '../../../src/papers/sheets/body.ts'
import { regionSheets } from '../../../src/papers/templates/released.ts'
import {
  type Body,
  type Field,
  fieldsOf,
  optionsOf,
  type Row,
  type Template,
} from '../../../src/papers/templates/templates.ts'
import { edited, readBack, written } from './town.ts'

const issues: Body = { issues: [{ id: 'i1', text: '知らせ、それから顔' }] }

/** Something awkward in every place a template has. */
function filled(template: Template): Body {
  const value = (field: Field, n: number): string => {
    if (field.optionsFrom) return field.optionsFrom.kind ? 'i1' : 'r1,r0'
    const options = optionsOf(field)
    if (field.kind === 'choices') return [options[0]?.key, options.at(-1)?.key].join(',')
    if (options.length > 0) return options[n % options.length]?.key ?? ''
    if (field.kind === 'number') return n % 2 ? '19.2' : '270685'
    if (field.kind === 'date') return n % 2 && !field.exact ? '令和6年度末' : '2025-10-22'
    return field.kind === 'long' ? `=1+1 と、改行\n\n　二つ目、三つ目 ${n}` : `「${field.label}」、@${n}`
  }
  const row = (field: Field, id: string, n: number): Row =>
    Object.assign({ id }, ...(field.columns ?? []).map((c) => ({ [c.key]: value(c, n) }))) as Row
  return Object.fromEntries(
    fieldsOf(template).map((field, n) => {
      if (field.kind === 'table') return [field.key, ['r0', 'r1', 'r2'].map((id, i) => row(field, id, i))]
      if (field.kind === 'matrix') return [field.key, (field.rows ?? []).map((r, i) => row(field, r.key, i))]
      return [field.key, value(field, n)]
    }),
  )
}

describe('every sheet of a region in Excel', () => {
  for (const sheet of regionSheets)
    it(`${sheet.title} goes out and comes back the same`, async () => {
      const body = filled(sheet)
      const template = withRowOptions(sheet, body, { issues })
      const tidy = tidyBody(template, body)
      const result = await readBack(await written(tidy, { template, revision: '3' }), template)
      expect(result.faults).to.deep.equal([])
      expect(result.body).to.deep.equal(tidy)
      const empty = await readBack(await written({}, { template }), template)
      expect(empty.body).to.deep.equal({})
      expect(empty.faults).to.deep.equal([])
    })

  it('a cell that is too long or can’t be read leaves what stands there, and its row', async () => {
    const [template] = regionSheets.filter((t) => t.key === 'issues') as [Template]
    const long = 'あ'.repeat(40_000)
    const now: Body = {
      issues: [
        { id: 'r1', text: long, order: '2', rest: '{"src":[]}' },
        { id: 'r2', order: '1' },
      ],
    }
    const bytes = await edited(await written(now, { template, revision: '1' }), (sheet) => {
      for (let row = 1; row < 20; row++) if (sheet.getCell(row, 7).value === 1) sheet.getCell(row, 7).value = 'いちばん'
    })
    const read = await readBack(bytes, template)
    expect(read.faults.map((f) => f.message)).to.deep.equal([
      '課題は長いため、Excelでは直せません。画面で直してください',
      '順番は数字で入れてください（例：270,685）',
    ])
    expect(withKnownRows(template, now, read)).to.deep.equal(now)
  })
})
