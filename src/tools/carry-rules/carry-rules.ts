import { type Body, hasRows, type Row, rowsIn, type Template, textIn } from '../../papers/templates/templates.ts'

/** One text that can be carried, and what comes along with it in its row. */
export interface Item {
  path: string
  text: string
  row?: Omit<Row, 'id'>
  /** Left out of a first draft; can still be chosen. */
  isSpare?: boolean
  /** By what it may be told which 課題 it answers. */
  about?: { refs: readonly string[]; words: string }
}

/** What may be carried where. A text goes into a field that is still empty; rows go below the rows that stand there. */
export interface Rule {
  from: string
  to: string
  toPath: string
  pick(body: Body): Item[]
  /** So many rows a first draft puts there, over all sources. */
  most?: number
}

const text =
  (key: string) =>
  (body: Body): Item[] =>
    textIn(body, key).trim() === '' ? [] : [{ path: key, text: textIn(body, key) }]

/** Rows by the column that says them; `columns` come along under the same or another name. */
const rows =
  (table: string, columns: Readonly<Record<string, string>> = {}, only: (row: Row) => boolean = () => true) =>
  (body: Body): Item[] =>
    rowsIn(body, table)
      .filter((row) => (row.text ?? '').trim() !== '' && only(row))
      .map((row) => ({
        path: `${table}/${row.id}/text`,
        text: row.text ?? '',
        row: Object.fromEntries(Object.entries(columns).flatMap(([from, to]) => (row[from] ? [[to, row[from]]] : []))),
      }))

const isActivity = (row: Row) => row.kind === 'activity'

/** Between tools; a sheet's own templates say theirs in `carryFrom`. */
export const RULES: readonly Rule[] = [
  {
    from: 'entry',
    to: 'issues',
    toPath: 'issues',
    pick: rows('issues', { scene: 'scene', weight: 'importance', ease: 'ease' }),
  },
  { from: 'status_sheet', to: 'issue_sorting', toPath: 'now', pick: text('course') },
  { from: 'issue_sorting', to: 'causes', toPath: 'causes', pick: text('cause') },
  { from: 'status_sheet', to: 'logic_model', toPath: 'goal', pick: text('goal') },
  { from: 'issue_sorting', to: 'logic_model', toPath: 'goal', pick: text('goal') },
  { from: 'issue_sorting', to: 'logic_model', toPath: 'now', pick: text('now') },
  { from: 'issues', to: 'logic_model', toPath: 'now', pick: rows('issues') },
  {
    from: 'causes',
    to: 'logic_model',
    toPath: 'why',
    pick: rows('causes', {}, (row) => !row.withdrawn && !row.mergedInto),
  },
  {
    from: 'issues',
    to: 'closing',
    toPath: 'before',
    pick: (body) =>
      rows('issues')(body).map((item) => ({ ...item, row: { ...item.row, issue: item.path.split('/')[1] ?? '' } })),
  },
  {
    from: 'logic_model',
    to: 'closing',
    toPath: 'changes',
    pick: (body) =>
      rowsIn(body, 'boxes')
        .filter((box) => isActivity(box) && (box.evaluation ?? '').trim() !== '')
        .map((box) => ({
          ...{ path: `boxes/${box.id}/evaluation`, text: box.evaluation ?? '' },
          about: { refs: [`boxes/${box.id}`], words: box.text ?? '' },
        })),
  },
  { from: 'logic_model', to: 'closing', toPath: 'next', pick: (body) => activitiesAhead(body) },
]

/** Of a long list the marked ones go into a first draft. */
const MANY = 8
function activitiesAhead(body: Body): Item[] {
  const ahead = rows(
    'boxes',
    { when: 'dueText', owner: 'owner' },
    (box) => isActivity(box) && box.status !== 'done',
  )(body)
  const marked = new Set(
    rowsIn(body, 'boxes').flatMap(({ id, focus }) => (focus === 'yes' ? [`boxes/${id}/text`] : [])),
  )
  return ahead.map((item, at) => {
    const isUsual = ahead.length <= MANY || (marked.size > 0 ? marked.has(item.path) : at < MANY)
    return isUsual ? item : { ...item, isSpare: true }
  })
}

/** A template's `carryFrom` as rules. A table is carried by its columns of the same name. */
export function rulesOf(template: Template): Rule[] {
  return template.sections.flatMap(({ fields }) =>
    fields.flatMap((field): Rule[] => {
      const from = field.carryFrom
      if (!from) return []
      const ruled = RULES.some((r) => r.to === template.key && r.toPath === field.key && r.from === from.kind)
      if (ruled) return []
      const pick = hasRows(field)
        ? named(
            from.path,
            (field.columns ?? []).map((c) => c.key),
          )
        : text(from.path)
      return [{ from: from.kind, to: template.key, toPath: field.key, pick }]
    }),
  )
}

const named =
  (table: string, columns: readonly string[]) =>
  (body: Body): Item[] => {
    const [first = 'text', ...rest] = columns
    return rowsIn(body, table)
      .filter((row) => (row[first] ?? '').trim() !== '')
      .map((row) => ({
        path: `${table}/${row.id}/${first}`,
        text: row[first] ?? '',
        row: Object.fromEntries([first, ...rest].flatMap((key) => (row[key] ? [[key, row[key]]] : []))),
      }))
  }
