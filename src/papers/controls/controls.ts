import { idOf, nameOf } from '../sheets/forms.ts'
import { GONE_ROW, shownText } from '../sheets/paper.ts'
import type { ChoiceForm, ControlForm, FormOptions } from '../sheets/sheets.ts'
import { type Field, type FieldKind, lengthOf, optionsOf } from '../templates/templates.ts'

const AS_CONTROL: Partial<Record<FieldKind, ControlForm['control']>> = {
  long: 'textarea',
  choices: 'checkboxes',
  choice: 'select',
  yesno: 'select',
}
const INPUT_MODES: Partial<Record<FieldKind, ControlForm['inputMode']>> = {
  number: 'decimal',
  email: 'email',
  tel: 'tel',
}

/** What stands in the control: an option's key, or the text as people write it. */
function valueIn(field: Field, value: string): string {
  if (field.kind === 'choices') return ''
  return field.kind === 'choice' || field.kind === 'yesno' ? value : shownText(field, value)
}

export function controlForm(field: Field, path: string, options: FormOptions, values: readonly string[]): ControlForm {
  const [value = ''] = values
  return {
    key: field.key,
    path,
    name: nameOf(path),
    id: idOf(path),
    kind: field.kind,
    control: AS_CONTROL[field.kind] ?? 'input',
    label: field.label,
    hint: field.hint ?? '',
    needed: field.needed ?? false,
    unit: field.unit ?? '',
    value: valueIn(field, value),
    options: choicesIn(field, path, values),
    maxLength: lengthOf(field),
    inputMode: INPUT_MODES[field.kind] ?? (field.code ? 'numeric' : 'text'),
    error: (options.faults ?? []).find((fault) => fault.path === path)?.message ?? '',
  }
}

/** The options, and what was chosen from rows that are gone: it stays ticked until somebody takes it out. */
function choicesIn(field: Field, path: string, values: readonly string[]): ChoiceForm[] {
  const options = optionsOf(field).filter((o) => !o.retired || values.includes(o.key))
  const gone = field.optionsFrom ? values.filter((key) => key !== '' && !options.some((o) => o.key === key)) : []
  return [...options, ...gone.map((key) => ({ key, label: GONE_ROW }))].map((option, i) => ({
    ...option,
    id: i === 0 ? idOf(path) : `${idOf(path)}-${option.key}`,
    checked: values.includes(option.key),
  }))
}
