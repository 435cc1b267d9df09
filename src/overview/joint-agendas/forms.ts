import { z } from 'zod'
import { half } from '../../papers/values/values.ts'
import { type Body, type FormState, needed, text } from '../../platform/web/forms.ts'
import { dayField, readTime } from '../../programme/days/days.ts'
import type { Typed } from './body.ts'
import { type AgendaBody, MOST_MINUTES } from './joint-agendas.ts'

const minutes = (allowsNone: boolean) =>
  text(10).transform((typed, context): number => {
    const plain = half(typed).replace(/分$/, '').trim()
    const n = Number(plain)
    const least = allowsNone ? 0 : 1
    if (/^\d+$/.test(plain) && n >= least && n <= MOST_MINUTES) return n
    context.addIssue({ code: 'custom', message: `分は、${least}から${MOST_MINUTES}までの数で入れてください` })
    return z.NEVER
  })

const start = text(20).transform((typed, context): string => {
  const time = readTime(typed)
  if (time) return time
  context.addIssue({ code: 'custom', message: '始まりの時刻を「13:00」か「午後1時」のように入れてください' })
  return z.NEVER
})

const rowForm = z.object({
  label: needed('項目の名前を書いてください', 100),
  talk: minutes(false),
  questions: minutes(true),
})
const headForm = z.object({ startsAt: start, dueOn: dayField('資料の期日') })

/** The whole list in one form: `rows.<id>.talk`. Rows that are no longer there are left out. */
export function readAgenda(body: Body, base: AgendaBody): { typed: Typed; form: FormState } {
  const form: FormState = { values: body, errors: {} }
  const head = headForm.safeParse(body)
  for (const issue of head.error?.issues ?? []) form.errors[String(issue.path[0])] ??= issue.message
  const rows = new Map<string, z.output<typeof rowForm>>()
  for (const row of base.rows) {
    const own = (key: string) => body[`rows.${row.id}.${key}`]
    if (own('talk') === undefined) continue
    const read = rowForm.safeParse({
      label: row.kind === 'report' ? row.label : own('label'),
      talk: own('talk'),
      questions: own('questions') ?? '0',
    })
    if (read.success) rows.set(row.id, read.data)
    for (const issue of read.error?.issues ?? [])
      form.errors[`rows.${row.id}.${String(issue.path[0])}`] ??= issue.message
  }
  const { startsAt, dueOn } = head.data ?? base
  return { typed: { startsAt, dueOn, rows }, form }
}
