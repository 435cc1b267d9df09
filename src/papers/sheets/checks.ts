import { isMunicipalCode } from '../../people/organisations/organisations.ts'
import {
  type Body,
  DRAFT_LENGTH,
  type Field,
  fieldsOf,
  hasRows,
  isEmpty,
  keysOf,
  lengthOf,
  optionsOf,
  rowsIn,
  type Template,
  textIn,
} from '../templates/templates.ts'
import { readDate, readNumber } from '../values/values.ts'
import type { Fault } from './sheets.ts'

/** What can't be read is always said; what is missing or too long only when the sheet is to be sent. */
export function faultsOf(template: Template, body: Body, { toSend }: { toSend: boolean }): Fault[] {
  return fieldsOf(template).flatMap((field) => {
    if (toSend && field.needed && isEmpty(body[field.key])) return [{ path: field.key, message: askFor(field) }]
    if (hasRows(field)) return rowFaults(field, body, toSend)
    if (field.kind === 'choices') return []
    return faultIn(field, textIn(body, field.key), toSend).map((message) => ({ path: field.key, message }))
  })
}

function rowFaults(field: Field, body: Body, toSend: boolean): Fault[] {
  return rowsIn(body, field.key).flatMap((row) =>
    (field.columns ?? []).flatMap((column) =>
      faultIn(column, row[column.key] ?? '', toSend).map((message) => ({
        path: `${field.key}/${row.id}/${column.key}`,
        message,
      })),
    ),
  )
}

const askFor = (field: Field): string => {
  if (field.ask) return field.ask
  const picks = ['choice', 'choices', 'yesno', 'organisation'].includes(field.kind)
  return `${field.label}を${picks ? '選んでください' : '書いてください'}`
}

/** At most one sentence per place. */
export function faultIn(field: Field, value: string, toSend: boolean): string[] {
  if (value === '') return []
  const limit = toSend ? lengthOf(field) : DRAFT_LENGTH
  if (value.length > limit && [...value].length > limit)
    return [
      `${field.label}は${limit.toLocaleString('ja-JP')}字以内にしてください（いまは${[...value].length.toLocaleString('ja-JP')}字）`,
    ]
  const fault = unreadable(field, value)
  return fault ? [fault] : []
}

function unreadable(field: Field, value: string): string | null {
  const { kind, label } = field
  if (kind === 'number')
    return readNumber(value, field.unit) === null ? `${label}は数字で入れてください（例：270,685）` : null
  if (kind === 'date') return dateFault(field, value)
  if (kind === 'email') return isMail(value) ? null : `${label}は「name@example.lg.jp」のような形で入れてください`
  if (kind === 'tel') return isTel(value) ? null : `${label}は市外局番から数字で入れてください（例：0123-45-6789）`
  // A row that was chosen may be gone; its key says nothing to anybody.
  if (field.optionsFrom) return null
  const picked = kind === 'choices' ? keysOf(value) : [value]
  if (kind === 'choice' || kind === 'yesno' || kind === 'choices')
    return picked.every((key) => optionsOf(field).some((o) => o.key === key))
      ? null
      : `${label}は選択肢の中から選んでください`
  return kind === 'short' && field.code ? codeFault(field, value) : null
}

function dateFault(field: Field, value: string): string | null {
  const { day, fault } = readDate(value)
  if (fault) return `${field.label}は、${fault}`
  return field.exact && !day ? `${field.label}は、令和7年10月22日のように年・月・日を入れてください` : null
}

function codeFault(field: Field, value: string): string | null {
  if (!/^\d+$/.test(value)) return `${field.label}は数字6けたで入れてください`
  if (value.length === 5) return null
  return isMunicipalCode(value) ? null : `${field.label}を確かめてください。6けたの最後の数字が合いません`
}

const isMail = (value: string) =>
  /^[^\s@"(),:;<>[\]\\]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}\p{N}-]{2,63}$/u.test(value)

const isTel = (value: string) => {
  const [number = ''] = value.split(/[(（]?(?:内線|ext\.?|代表?)/i)
  return (
    /^[+\d][\d()\-. ]*$/.test(number.trim()) &&
    number.replace(/\D/g, '').length >= 9 &&
    number.replace(/\D/g, '').length <= 15
  )
}
