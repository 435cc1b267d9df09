import type { Field, Option, Template } from '../../papers/templates/templates.ts'
import { EVIDENCE_COLUMNS, EVIDENCE_KINDS, SIDES } from '../evidence/evidence.ts'
import { forumBook } from '../forums/forums.ts'
import { journeyTemplate } from '../journey-fields/journey-fields.ts'
import type { PaperKind } from '../papers/papers.ts'
import { partnerBook } from '../partners/partners.ts'
import type { RowBook } from '../row-forms/row-forms.ts'

const optionsOf = (labels: Readonly<Record<string, string>>): Option[] =>
  Object.entries(labels).map(([key, label]) => ({ key, label }))

/** A list of rows as one table of a sheet. */
function bookTwin({ title, list, noun, fields }: RowBook): Template {
  const columns = fields.map(({ name: key, label, kind, options }): Field => {
    if (options) return { key, label, kind: 'choice', options: optionsOf(options) }
    return { key, label, kind: kind === 'check' ? 'yesno' : kind === 'long' ? 'long' : 'short' }
  })
  const table: Field = { key: list, label: `${noun}の一覧`, kind: 'table', columns }
  return { key: list, version: 1, title, sheetName: title, sections: [{ key: 'rows', title, fields: [table] }] }
}

const CAUSE_COLUMNS: readonly Field[] = [
  { key: 'text', label: '仮説の文', kind: 'long' },
  { key: 'parent', label: '上の仮説（行の番号）', kind: 'short' },
  { key: 'issue', label: '結びつく課題（行の番号）', kind: 'short' },
  { key: 'withdrawn', label: '取り下げの理由', kind: 'long' },
]
const evidenceColumn = (key: string, label: string): Field => {
  if (key === 'side') return { key, label, kind: 'choice', options: optionsOf(SIDES) }
  if (key === 'kind') return { key, label, kind: 'choice', options: optionsOf(EVIDENCE_KINDS) }
  return { key, label, kind: key === 'text' ? 'long' : 'short' }
}
const EVIDENCE: readonly Field[] = [
  { key: 'cause', label: 'どの仮説の材料か（行の番号）', kind: 'short' },
  ...Object.entries(EVIDENCE_COLUMNS).map(([key, label]) => evidenceColumn(key, label)),
]

const causesTwin: Template = {
  key: 'causes',
  version: 1,
  title: '真因の仮説',
  sheetName: '真因の仮説',
  sections: [
    {
      key: 'tree',
      title: '仮説',
      fields: [{ key: 'causes', label: '仮説の一覧', kind: 'table', columns: CAUSE_COLUMNS }],
    },
    {
      key: 'proof',
      title: '裏づけ',
      fields: [{ key: 'evidence', label: '裏づけの一覧', kind: 'table', columns: EVIDENCE }],
    },
  ],
}

const TWINS: Readonly<Record<string, Template>> = {
  partners: bookTwin(partnerBook),
  forum: bookTwin(forumBook),
  causes: causesTwin,
  journey: journeyTemplate,
}

/** The Excel shape of a paper that is no sheet; the logic model has a workbook of its own. */
export const twinOf = ({ kind }: Pick<PaperKind, 'kind'>): Template | undefined =>
  Object.hasOwn(TWINS, kind) ? TWINS[kind] : undefined
