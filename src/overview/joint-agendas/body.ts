import { newId } from '../../platform/db/ids.ts'
import { type AgendaBody, type AgendaRow, reportRow } from './joint-agendas.ts'

/** What was typed into the form, by row. */
export interface Typed {
  startsAt: string
  dueOn: string | null
  rows: ReadonlyMap<string, Pick<AgendaRow, 'label' | 'talk' | 'questions'>>
}

const FIELDS = ['label', 'talk', 'questions'] as const

export interface Clash {
  /** The field of the form. */
  name: string
  theirs: string
}

/**
 * Only what this person changed since the form was drawn goes into the newest version: rows others added, moved or took
 * out stay as they are. The same field changed by both is asked about, and nothing is saved.
 */
export function merged(base: AgendaBody, head: AgendaBody, typed: Typed): { body: AgendaBody; clashes: Clash[] } {
  const clashes: Clash[] = []
  const pick = <T extends string | number | null>(name: string, at: { base: T; head: T; typed: T }): T => {
    if (at.typed === at.base) return at.head
    if (at.head !== at.base && at.head !== at.typed) clashes.push({ name, theirs: String(at.head ?? '') })
    return at.typed
  }
  const rows = head.rows.map((row): AgendaRow => {
    const before = base.rows.find(({ id }) => id === row.id)
    const given = typed.rows.get(row.id)
    if (!before || !given) return row
    const set = FIELDS.map((key) => [
      key,
      pick<string | number>(`rows.${row.id}.${key}`, { base: before[key], head: row[key], typed: given[key] }),
    ])
    return { ...row, ...Object.fromEntries(set) }
  })
  const startsAt = pick('startsAt', { base: base.startsAt, head: head.startsAt, typed: typed.startsAt })
  const dueOn = pick('dueOn', { base: base.dueOn, head: head.dueOn, typed: typed.dueOn })
  return { body: { startsAt, dueOn, rows }, clashes }
}

/** A button beside a row, or under the list: 「up r-1」「add break」「report region-1」. */
export function pressed(
  body: AgendaBody,
  press: string,
  regions: readonly { id: string; name: string }[],
): { body: AgendaBody; said: string } | null {
  const [deed, subject = ''] = press.split(' ')
  const at = body.rows.findIndex((row) => row.id === subject)
  const row = body.rows[at]
  if (deed === 'up' || deed === 'down') return row ? moved(body, at, deed) : null
  if (deed === 'out')
    return row
      ? { body: { ...body, rows: body.rows.filter(({ id }) => id !== subject) }, said: `「${row.label}」を外しました` }
      : null
  if (deed === 'add') return added(body, subject)
  const region = deed === 'report' && regions.find(({ id }) => id === subject)
  if (!region || body.rows.some((one) => one.regionId === region.id)) return null
  return { body: { ...body, rows: beforeEnd(body.rows, reportRow(region)) }, said: `${region.name}を加えました` }
}

function moved(body: AgendaBody, at: number, deed: 'up' | 'down') {
  const to = deed === 'up' ? at - 1 : at + 1
  const [row, other] = [body.rows[at], body.rows[to]]
  if (!row || !other) return { body, said: `「${row?.label ?? ''}」は、もう端にあります` }
  const rows = body.rows.map((one, i) => (i === at ? other : i === to ? row : one))
  return { body: { ...body, rows }, said: `「${row.label}」を${deed === 'up' ? '上' : '下'}へ動かしました` }
}

/** Behind the last report, before what closes the meeting. */
function beforeEnd(rows: readonly AgendaRow[], row: AgendaRow): AgendaRow[] {
  const last = rows.findLastIndex((one) => one.kind === 'report')
  const at = last < 0 ? Math.min(1, rows.length) : last + 1
  return rows.toSpliced(at, 0, row)
}

function added(body: AgendaBody, kind: string) {
  if (body.rows.length >= 60) return null
  if (kind !== 'break' && kind !== 'item') return null
  const label = kind === 'break' ? '休憩' : '（項目の名前）'
  const row: AgendaRow = { id: `i-${newId()}`, kind, regionId: null, label, talk: 10, questions: 0 }
  const rows = kind === 'break' ? beforeEnd(body.rows, row) : [...body.rows, row]
  return { body: { ...body, rows }, said: `「${label}」を加えました。名前と分を直してください` }
}
