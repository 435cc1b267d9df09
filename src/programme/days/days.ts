import { z } from 'zod'
import { half, readDate } from '../../papers/values/values.ts'
import { text } from '../../platform/web/forms.ts'

const EXAMPLE = '令和7年10月22日のように、年・月・日を入れてください'

/** A day as people type it. Empty: null, or the message where a day is needed. */
export const dayField = (label: string, neededWords?: string) =>
  text(60).transform((typed, context): string | null => {
    const { day, fault } = readDate(typed)
    if (day) return day
    if (typed === '' && !neededWords) return null
    context.addIssue({
      code: 'custom',
      message: typed === '' ? (neededWords ?? '') : (fault ?? `${label}は、${EXAMPLE}`),
    })
    return z.NEVER
  })

export interface Due {
  dueOn: string | null
  dueText: string | null
}

/** 「12月中」「令和6年度末」 stay as they were said; a whole date becomes a day. */
export const dueField = text(60).transform((typed, context): Due => {
  const { day, fault } = readDate(typed)
  if (fault) {
    context.addIssue({ code: 'custom', message: fault })
    return z.NEVER
  }
  return { dueOn: day ?? null, dueText: day || typed === '' ? null : typed }
})

/** 14:00 · １４時 · 14時半 · 午後2時30分 → 'HH:MM'; null = no time. */
export function readTime(typed: string): string | null {
  const parts = /^(午前|午後)?(\d{1,2})(?::(\d{2})|時(?:(\d{1,2})分?|(半))?)$/.exec(half(typed).replace(/\s/g, ''))
  if (!parts) return null
  const hour = Number(parts[2]) + (parts[1] === '午後' && Number(parts[2]) < 12 ? 12 : 0)
  const minute = parts[5] ? 30 : Number(parts[3] ?? parts[4] ?? 0)
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

export const timeField = text(20).transform((typed, context): string | null => {
  if (typed === '') return null
  const time = readTime(typed)
  if (time) return time
  context.addIssue({ code: 'custom', message: '時刻は「14:00」か「午後2時」のように入れてください' })
  return z.NEVER
})
