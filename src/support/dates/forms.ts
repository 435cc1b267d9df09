import { z } from 'zod'
import { half, readDate } from '../../papers/values/values.ts'
import { instantAt } from '../../platform/time.ts'
import type { Body } from '../../platform/web/forms.ts'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { dayField, readTime } from '../../programme/days/days.ts'
import { MODES } from '../meetings/meetings.ts'
import { placeFields } from '../schedules/forms.ts'
import { ANSWERS, type Answer, PARTS, type Part, type PollSlot } from './dates.ts'

export const SLOT_ROWS = 5

const one = (body: Body, name: string): string => String([body[name] ?? ''].flat().at(-1)).trim()

type ReadSlot = { slot: Omit<PollSlot, 'id'> } | { fault: [name: string, message: string] } | null

/** One row of day, time and length; an empty row is none. */
function readSlot(body: Body, row: number, now: Date): ReadSlot {
  const [on, at, length] = ['on', 'time', 'minutes'].map((name) => one(body, `slots.${row}.${name}`)) as [
    string,
    string,
    string,
  ]
  if (on === '' && at === '') return null
  const { day, fault } = readDate(on)
  const time = readTime(at)
  const minutes = Number(half(length).replace(/分$/, ''))
  if (!day) return { fault: [`slots.${row}.on`, fault ?? '日は、令和7年10月22日のように入れてください'] }
  if (!time) return { fault: [`slots.${row}.time`, '始まる時刻を「14:00」か「午後2時」のように入れてください'] }
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 600)
    return { fault: [`slots.${row}.minutes`, '長さは、5から600までの分で入れてください'] }
  const startsAt = instantAt(day, time)
  if (startsAt <= now.toISOString()) return { fault: [`slots.${row}.on`, 'これからの日時を入れてください'] }
  return { slot: { heldOn: day, startsAt, minutes } }
}

export interface ReadSlots {
  slots: Omit<PollSlot, 'id'>[]
  errors: Record<string, string>
}

export function readSlots(body: Body, now: Date): ReadSlots {
  const read = Array.from({ length: SLOT_ROWS }, (_, row) => readSlot(body, row, now)).filter((r) => r !== null)
  const slots = read.flatMap((r) => ('slot' in r ? [r.slot] : []))
  const errors = Object.fromEntries(read.flatMap((r) => ('fault' in r ? [r.fault] : [])))
  if (read.length === 0) errors['slots.0.on'] = '候補の日を、1つは入れてください'
  return { slots: slots.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)), errors }
}

/** Whom the poll asks: `who.<personId>`. */
export const readPart = (body: Body, personId: string): Part => {
  const typed = one(body, `who.${personId}`)
  return Object.hasOwn(PARTS, typed) ? (typed as Part) : 'told'
}

/** ○△× for the slots that may still be answered: `answer.<slotId>`. */
export function readAnswers(body: Body, slots: readonly PollSlot[]): Map<string, Answer> {
  const given = slots.map(({ id }) => [id, one(body, `answer.${id}`)] as const)
  return new Map(given.filter((g): g is readonly [string, Answer] => Object.hasOwn(ANSWERS, g[1])))
}

export const pollForm = z.object({
  mode: oneOf(MODES, '形（オンライン・現地）を選んでください'),
  note: text(1000),
  answerByOn: dayField('返事の期限'),
})

export const noteForm = z.object({ note: text(500) })

export const confirmForm = z.object({ slotId: needed('決める日を選んでください', 40), ...placeFields })
