import {
  type Body,
  type Field,
  keysIn,
  type Option,
  type Row,
  rowsIn,
  textIn,
} from '../../papers/templates/templates.ts'
import { COLUMN_KINDS } from './template-fields.ts'

const carryFrom = (text: string): Pick<Field, 'carryFrom'> => {
  const [kind, path] = text.split('/')
  return kind && path ? { carryFrom: { kind, path } } : {}
}

const shownOptions = (list: readonly Option[] = []): Row[] =>
  list.filter((o) => !o.retired).map((o) => ({ id: o.key, label: o.label }))

export const settingsOf = (field: Field): Body => ({
  label: field.label,
  hint: field.hint ?? '',
  needed: field.needed ? ['yes'] : [],
  unit: field.unit ?? '',
  maxLength: field.maxLength ? String(field.maxLength) : '',
  carryFrom: field.carryFrom ? `${field.carryFrom.kind}/${field.carryFrom.path}` : '',
  options: shownOptions(field.options),
  rows: shownOptions(field.rows),
  columns: (field.columns ?? []).map((column) => ({
    ...{ id: column.key, label: column.label, kind: column.kind, unit: column.unit ?? '' },
    choices: column.optionsFrom
      ? ''
      : shownOptions(column.options)
          .map((o) => o.label)
          .join('\n'),
  })),
})

const safe = (id: string, prefix: string): string => {
  const key = id.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 38)
  return /^[a-z]/.test(key) ? key : `${prefix}${key}`
}

/** Kept in the order given; what is gone is kept behind them, retired: a word that was chosen stays readable. */
function optionsFrom(was: readonly Option[], given: readonly { key: string; label: string }[]): Option[] {
  const gone = was.filter((o) => !given.some(({ key }) => key === o.key))
  return [...given.filter((o) => o.label !== ''), ...gone.map((o) => ({ ...o, retired: true }))]
}

const fromRows = (was: readonly Option[] = [], body: Body, key: string): Option[] =>
  optionsFrom(
    was,
    rowsIn(body, key).map((row) => ({ key: known(was, row.id) ?? safe(row.id, 'o'), label: row.label ?? '' })),
  )
const known = (was: readonly { key: string }[], id: string): string | undefined => was.find((o) => o.key === id)?.key

/** Lines of a cell: the same words are the same option; in the same number of lines, a new word rewords the old one. */
function fromLines(was: readonly Option[] = [], text: string): Option[] {
  const lines = [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ]
  const offered = was.filter((o) => !o.retired)
  const taken = new Set(offered.filter((o) => lines.includes(o.label)).map((o) => o.key))
  const fresh = (at: number): string => {
    const keys = new Set(was.map((o) => o.key))
    let n = at + 1
    while (keys.has(`o${n}`) || taken.has(`o${n}`)) n++
    return `o${n}`
  }
  const given = lines.map((line, at) => {
    const same = was.find((o) => o.label === line)
    const there = lines.length === offered.length ? offered[at] : undefined
    const key = same?.key ?? (there && !taken.has(there.key) ? there.key : fresh(at))
    taken.add(key)
    return { key, label: line }
  })
  return optionsFrom(was, given)
}

function columnFrom(was: readonly Field[], row: Row): Field {
  const old = was.find((column) => column.key === row.id)
  const kind = old?.kind ?? COLUMN_KINDS.find((one) => one === row.kind) ?? 'short'
  const base: Field = { ...old, key: old?.key ?? safe(row.id, 'c'), kind, label: row.label ?? '' }
  const { unit: _, options: __, ...rest } = base
  const chooses = (kind === 'choice' || kind === 'choices') && !old?.optionsFrom
  return {
    ...rest,
    ...(row.unit && { unit: row.unit }),
    ...(chooses && { options: fromLines(old?.options, row.choices ?? '') }),
  }
}

/** The field as it was asked for; its key and kind never change. */
export function fieldFrom(field: Field, body: Body): Field {
  const { hint: _, needed: __, unit: ___, maxLength: ____, carryFrom: _____, ...kept } = field
  const length = Number(textIn(body, 'maxLength'))
  return {
    ...kept,
    label: textIn(body, 'label'),
    ...(textIn(body, 'hint') && { hint: textIn(body, 'hint') }),
    ...(keysIn(body, 'needed').length > 0 && { needed: true }),
    ...carryFrom(textIn(body, 'carryFrom')),
    ...(textIn(body, 'unit') && { unit: textIn(body, 'unit') }),
    ...(Number.isInteger(length) && length > 0 && { maxLength: length }),
    ...(field.options && { options: fromRows(field.options, body, 'options') }),
    ...(field.rows && { rows: fromRows(field.rows, body, 'rows') }),
    ...(field.columns && { columns: rowsIn(body, 'columns').map((row) => columnFrom(field.columns ?? [], row)) }),
  }
}
