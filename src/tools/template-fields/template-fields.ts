import { FIELD_KINDS, type Field, hasRows, type Option, type Template } from '../../papers/templates/templates.ts'

/** A field's own settings are asked with a sheet too: rows that are added, moved and removed, without a script as well. */
export const COLUMN_KINDS = ['short', 'long', 'number', 'date', 'choice', 'choices', 'yesno', 'email', 'tel'] as const
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
  kind: 'choices',
  label: '必須の印',
  hint: '印だけです。空のままでも保存できます',
  options: [{ key: 'yes', label: '「※必須」と書きそえる' }],
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

/** Where its first words may come from: fields of the same shape in other sheets. */
function carryField(field: Field, sources: readonly Template[]): Field[] {
  const fits = (one: Field) => (hasRows(field) ? one.kind === field.kind : one.kind === 'short' || one.kind === 'long')
  if (!hasRows(field) && field.kind !== 'short' && field.kind !== 'long') return []
  const options = sources.flatMap(({ key, title, sections }) =>
    sections.flatMap((section) =>
      section.fields.filter(fits).map((one) => ({ key: `${key}/${one.key}`, label: `${title}の「${one.label}」` })),
    ),
  )
  return [
    {
      key: 'carryFrom',
      kind: 'choice',
      label: '引きつぐ元',
      hint: '「前に書いたものを写す」で、ここから写せます',
      options,
    },
  ]
}

/** Only what this kind of field has. */
export function settingsTemplate(field: Field, sources: readonly Template[] = []): Template {
  const own: Record<string, readonly Field[]> = {
    short: [maxLength],
    long: [maxLength],
    number: [unit],
    choice: field.optionsFrom ? [] : [options],
    choices: field.optionsFrom ? [] : [options],
    table: [columns],
    matrix: [rows, columns],
  }
  const fields = [label, hint, needed, ...(own[field.kind] ?? []), ...carryField(field, sources)]
  const section = { key: 'settings', title: '欄の中身', fields }
  return { key: 'field_settings', version: 1, title: '欄を直す', sheetName: '欄', sections: [section] }
}
