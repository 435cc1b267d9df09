import { type Body, keysOf, type Row, rowsIn, textIn } from '../../papers/templates/templates.ts'
import type { Item, Rule } from '../carry-rules/carry-rules.ts'

/** Rows of the record as they may be copied: what a first draft takes, and what else could be chosen. */
const rows =
  (table: string, given: (row: Row) => Partial<Item> = () => ({})) =>
  (body: Body): Item[] =>
    rowsIn(body, table)
      .filter((row) => (row.text ?? '').trim() !== '')
      .map((row) => ({ path: `${table}/${row.id}/text`, text: row.text ?? '', row: {}, ...given(row) }))

const whole =
  (key: string) =>
  (body: Body): Item[] =>
    textIn(body, key).trim() === '' ? [] : [{ path: key, text: textIn(body, key) }]

const spareUnless = (is: boolean): Partial<Item> => (is ? {} : { isSpare: true })
const isUsual = (row: Row): Partial<Item> => spareUnless(row.usual === 'yes')
const isTown = (row: Row) => row.side === 'town'

/** From the record of the support into the papers that tell what came of it. */
export const RECORD_RULES: readonly Rule[] = [
  { from: 'records', to: 'closing', toPath: 'changes', pick: rows('changes', isUsual) },
  {
    from: 'practices',
    to: 'closing',
    toPath: 'changes',
    pick: rows('learned', (row) => ({ about: { refs: keysOf(row.refs ?? ''), words: row.about ?? '' } })),
  },
  {
    from: 'advice',
    to: 'closing',
    toPath: 'changes',
    pick: rows('taken', (row) => ({ ...isUsual(row), about: { refs: [], words: row.advice ?? '' } })),
  },
  {
    from: 'measures',
    to: 'closing',
    toPath: 'changes',
    pick: rows('changes', ({ quality = '', unchanged = '' }) => ({
      row: { quality, ...(unchanged && { unchanged }) },
    })),
  },
  {
    from: 'practices',
    to: 'closing',
    toPath: 'next',
    pick: rows('open', ({ due, dueText, owner, ...row }) => ({
      row: { ...(due && { due }), ...(dueText && { dueText }), ...(owner && { owner }) },
      ...spareUnless(isTown(row)),
    })),
  },
  {
    from: 'logic_model',
    to: 'support_outline',
    toPath: 'methods',
    most: 3,
    pick: (body) =>
      rowsIn(body, 'boxes')
        .filter((box) => box.kind === 'activity' && box.text && (box.status === 'done' || box.evaluation))
        .map((box) => ({ path: `boxes/${box.id}/text`, text: box.text ?? '', row: {} })),
  },
  {
    from: 'practices',
    to: 'support_outline',
    toPath: 'methods',
    most: 3,
    pick: rows('done', (row) => spareUnless(isTown(row))),
  },
  {
    from: 'prefecture_plan',
    to: 'support_outline',
    toPath: 'supportNeeds',
    most: 3,
    pick: (body) =>
      rowsIn(body, 'supports')
        .filter((row) => (row.wanted ?? '').trim() !== '')
        .map((row) => ({ path: `supports/${row.id}/wanted`, text: row.wanted ?? '', row: {} })),
  },
  {
    from: 'practices',
    to: 'support_outline',
    toPath: 'supportNeeds',
    most: 3,
    pick: (body) => rows('done')({ done: rowsIn(body, 'done').filter((row) => !isTown(row)) }),
  },
  { from: 'records', to: 'support_outline', toPath: 'policy', most: 3, pick: rows('policy', isUsual) },
  { from: 'gathered', to: 'support_outline', toPath: 'issuesNow', pick: whole('issuesNow') },
  { from: 'advice', to: 'support_outline', toPath: 'advisorTalks', pick: whole('talks') },
  { from: 'records', to: 'support_outline', toPath: 'interim', pick: whole('interim') },
  { from: 'records', to: 'support_outline', toPath: 'final', pick: whole('final') },
  { from: 'gathered', to: 'support_outline', toPath: 'results', pick: whole('results') },
  {
    from: 'practices',
    to: 'support_outline',
    toPath: 'deliverables',
    pick: (body) => rows('done')({ done: rowsIn(body, 'done').filter((row) => isTown(row) && row.type === 'write') }),
  },
  { from: 'gathered', to: 'profile', toPath: 'survey', pick: rows('survey') },
  {
    from: 'issues',
    to: 'profile',
    toPath: 'issues',
    most: 3,
    pick: (body) => rows('issues')({ issues: rowsIn(body, 'issues').filter((row) => row.state !== 'set_aside') }),
  },
]
