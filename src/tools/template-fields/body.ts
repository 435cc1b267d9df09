import {
  type Body,
  FIELD_KINDS,
  type Field,
  type Option,
  type Row,
  rowsIn,
  type Template,
  textIn,
} from '../../papers/templates/templates.ts'

/** A field's own settings are asked with a sheet too: rows that are added, moved and removed, without a script as well. */
const COLUMN_KINDS = ['short', 'long', 'number', 'date', 'choice', 'choices', 'yesno', 'email', 'tel'] as const
const columnKinds: readonly Option[] = COLUMN_KINDS.map((key) => ({ key, label: FIELD_KINDS[key] }))

const label: Field = {
  key: 'label',
  kind: 'short',
  label: '項目名',
  needed: true,
  maxLength: 60,
  ask: '項目名を書いてください',
}
const hint: Field = {
  key: 'hint',
  kind: 'short',
  label: '記入のてびき',
  hint: '例や、書かなくてよいことを一言で',
  maxLength: 200,
}
const needed: Field = {
  key: 'needed',
  kind: 'yesno',
  label: '提出のときに必ず要る',
  hint: '保存は、空のままでもできます',
}
const unit: Field = { key: 'unit', kind: 'short', label: '単位', hint: '例：人、%、分', maxLength: 10 }
const maxLength: Field = { key: 'maxLength', kind: 'number', label: '文字数のめやす', unit: '字' }
const options: Field = {
  key: 'options',
  kind: 'table',
  label: '選択肢',
  hint: '言いかえても、選ばれた答えはそのままです。消した選択肢は、これからは選べなくなります',
  columns: [{ key: 'label', kind: 'short', label: '選択肢の言葉', maxLength: 60 }],
}
const rows: Field = {
  key: 'rows',
  kind: 'table',
  label: '表の行',
  columns: [{ key: 'label', kind: 'short', label: '行の名前', maxLength: 60 }],
}
const columns: Field = {
  key: 'columns',
  kind: 'table',
  label: '表の列',
  hint: '列の種類は、あとから変えられません。変えたいときは、消して新しい列を足してください',
  columns: [
    { key: 'label', kind: 'short', label: '列の名前', maxLength: 60 },
    { key: 'kind', kind: 'choice', label: '種類', options: columnKinds },
    { key: 'unit', kind: 'short', label: '単位', maxLength: 10 },
    { key: 'choices', kind: 'long', label: '選ぶ言葉（一行に一つ）' },
  ],
}

/** Only what this kind of field has. */
export function settingsTemplate(field: Field): Template {
  const own: Record<string, readonly Field[]> = {
    short: [maxLength],
    long: [maxLength],
    number: [unit],
    choice: field.optionsFrom ? [] : [options],
    choices: field.optionsFrom ? [] : [options],
    table: [columns],
    matrix: [rows, columns],
  }
  const fields = [label, hint, needed, ...(own[field.kind] ?? [])]
  const section = { key: 'settings', title: '欄の中身', fields }
  return { key: 'field_settings', version: 1, title: '欄を直す', sheetName: '欄', sections: [section] }
}

const shownOptions = (list: readonly Option[] = []): Row[] =>
  list.filter((o) => !o.retired).map((o) => ({ id: o.key, label: o.label }))

export const settingsOf = (field: Field): Body => ({
  label: field.label,
  hint: field.hint ?? '',
  needed: field.needed ? 'yes' : 'no',
  unit: field.unit ?? '',
  maxLength: field.maxLength ? String(field.maxLength) : '',
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
  const { hint: _, needed: __, unit: ___, maxLength: ____, ...kept } = field
  const length = Number(textIn(body, 'maxLength'))
  return {
    ...kept,
    label: textIn(body, 'label'),
    ...(textIn(body, 'hint') && { hint: textIn(body, 'hint') }),
    ...(textIn(body, 'needed') === 'yes' && { needed: true }),
    ...(textIn(body, 'unit') && { unit: textIn(body, 'unit') }),
    ...(Number.isInteger(length) && length > 0 && { maxLength: length }),
    ...(field.options && { options: fromRows(field.options, body, 'options') }),
    ...(field.rows && { rows: fromRows(field.rows, body, 'rows') }),
    ...(field.columns && { columns: rowsIn(body, 'columns').map((row) => columnFrom(field.columns ?? [], row)) }),
  }
}
