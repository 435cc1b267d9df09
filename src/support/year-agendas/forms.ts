import { z } from 'zod'
import { half } from '../../papers/values/values.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Body } from '../../platform/web/forms.ts'
import { text } from '../../platform/web/forms.ts'
import { readTime } from '../../programme/days/days.ts'
import { type AgendaRow, MOST_ROWS, ROOM } from './year-agendas.ts'

const MOST = 10_000
/** Without what breaks databases and files; a cell that is far too long is cut where its message is given anyway. */
const one = (value: string | string[] | undefined): string => {
  const typed = (Array.isArray(value) ? value.at(-1) : value) ?? ''
  return text(MOST).parse(typed.slice(0, MOST))
}
const FIELDS = ['id', 'order', 'time', 'text', 'who'] as const
type Typed = Record<(typeof FIELDS)[number], string> & { at: number }

const LIMITS = { id: 40, order: 4, time: 20, text: 400, who: 100 } as const

/** How many rows the form had: what was typed comes back in as many. */
export const rowsTyped = (body: Body): number => {
  const last = Object.keys(body).map((key) => Number(/^rows\.(\d{1,2})\./.exec(key)?.[1] ?? -1))
  return Math.min(MOST_ROWS, Math.max(-1, ...last) + 1)
}

function typedRows(body: Body): Typed[] {
  return Array.from({ length: rowsTyped(body) }, (_, at) => {
    const cells = FIELDS.map((field) => [field, one(body[`rows.${at}.${field}`])])
    return { ...(Object.fromEntries(cells) as Omit<Typed, 'at'>), at }
  })
}

/** Rows as they are to stand: empty ones fall away, the numbers before them say their order. */
export const agendaForm = z.custom<Body>().transform((body, context): { base: string; rows: AgendaRow[] } => {
  const typed = typedRows(body).filter((row) => row.text !== '' || row.time !== '' || row.who !== '')
  for (const row of typed) {
    const fault = (field: 'text' | 'who' | 'time', message: string) =>
      context.addIssue({ code: 'custom', path: [`rows.${row.at}.${field}`], message })
    if (row.text === '') fault('text', '議題を書いてください。この行が要らないときは、ほかの欄も空にします')
    for (const field of ['text', 'who', 'time'] as const)
      if (!text(LIMITS[field]).safeParse(row[field]).success) fault(field, `${LIMITS[field]}字以内にしてください`)
  }
  const place = ({ order, at }: Typed) => Number.parseFloat(half(order)) || at + 1
  const inOrder = typed.toSorted((a, b) => place(a) - place(b) || a.at - b.at)
  const rows = inOrder.map(({ id, time, text: words, who }) => {
    return { id: id.slice(0, LIMITS.id) || newId(), time: readTime(time)?.replace(/^0/, '') ?? time, text: words, who }
  })
  return { base: one(body.base), rows }
})

/** What the form shows: the rows there are, and room for more. */
export function agendaValues(rows: readonly AgendaRow[], base: string): Body {
  const empty = Array.from({ length: ROOM }, () => ({ id: '', time: '', text: '', who: '' }))
  const cells = [...rows, ...empty].flatMap((row, at) => [
    [`rows.${at}.id`, row.id],
    [`rows.${at}.order`, row.text ? String(at + 1) : ''],
    [`rows.${at}.time`, row.time],
    [`rows.${at}.text`, row.text],
    [`rows.${at}.who`, row.who],
  ])
  return { ...Object.fromEntries(cells), base }
}
