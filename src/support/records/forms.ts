import { z } from 'zod'
import type { Circle } from '../../access/circles.ts'
import { oneOf, text } from '../../platform/web/forms.ts'
import { dayField, dueField } from '../../programme/days/days.ts'
import { MODES } from '../meetings/meetings.ts'
import { SIDES } from '../promises/promises.ts'
import { circleField } from './records.ts'

export const ADVICE_ROWS = 4
export const PROMISE_ROWS = 4

const rows = <S extends z.ZodRawShape>(name: string, count: number, shape: S) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) =>
      Object.entries(shape).map(([key, field]) => [`${name}.${i}.${key}`, field]),
    ).flat(),
  ) as Record<string, z.ZodType>

interface RecordRows {
  advice: { text: string; advisor: string; circle: Circle }[]
  promises: {
    text: string
    side: keyof typeof SIDES
    owner: string
    due: { dueOn: string | null; dueText: string | null }
  }[]
}

/** The one form of a meeting's record; rows keep flat names (`advice.0.text`). */
export const recordForm = (allowed: readonly Circle[], today: string) =>
  z
    .object({
      heldOn: dayField('行った日', '行った日を入れてください').refine(
        (day) => day === null || day <= today,
        '行った日は、きょうまでの日を入れてください',
      ),
      mode: oneOf(MODES, '形（オンライン・現地）を選んでください'),
      situation: text(20_000),
      decided: text(20_000),
      note: text(20_000),
      circle: circleField(allowed),
      keywords: text(400),
      ...rows('advice', ADVICE_ROWS, { text: text(2000), advisor: text(40), circle: circleField(allowed) }),
      ...rows('promises', PROMISE_ROWS, {
        text: text(1000),
        side: oneOf(SIDES, 'どちらが行うかを選んでください'),
        owner: text(100),
        due: dueField,
      }),
    })
    .transform((flat) => {
      const f = flat as Record<string, unknown>
      const collect = (name: string, count: number, keys: readonly string[]) =>
        Array.from({ length: count }, (_, i) =>
          Object.fromEntries(keys.map((key) => [key, f[`${name}.${i}.${key}`]])),
        ).filter((row) => row.text !== '')
      return {
        heldOn: f.heldOn as string,
        mode: f.mode as keyof typeof MODES,
        situation: f.situation as string,
        decided: f.decided as string,
        note: f.note as string,
        circle: f.circle as Circle,
        keywords: (f.keywords as string)
          .split(/[、,，\n]/)
          .map((word) => word.trim())
          .filter(Boolean)
          .slice(0, 20),
        advice: collect('advice', ADVICE_ROWS, ['text', 'advisor', 'circle']) as unknown as RecordRows['advice'],
        promises: collect('promises', PROMISE_ROWS, [
          'text',
          'side',
          'owner',
          'due',
        ]) as unknown as RecordRows['promises'],
      }
    })
export type MeetingRecord = z.output<ReturnType<typeof recordForm>>
