import { z } from 'zod'
import type { Circle } from '../../access/circles.ts'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { dueField } from '../../programme/days/days.ts'
import { ATTENDANCE_PARTS } from '../../support/attendances/attendances.ts'
import { OWNERS } from '../../support/owners/owners.ts'
import { circleField } from '../../support/records/records.ts'

/** What a note-taker may write down, in the order of the buttons. */
export const NOTE_KINDS = {
  situation: '状況',
  decided: '決まったこと',
  advice: '助言',
  next: '次にすること',
  keyword: 'キーワード',
} as const
export type NoteKind = keyof typeof NOTE_KINDS

/** One box for everything; what a kind does not need is not looked at. */
export const noteForm = (allowed: readonly Circle[]) =>
  z.object({
    kind: oneOf(NOTE_KINDS, '何を書くかを選んでください'),
    text: needed('書くことを入れてください', 2000),
    circle: circleField(allowed),
    advisor: text(40),
    ownerRole: oneOf(OWNERS, 'だれが行うかを選んでください').catch('municipality'),
    owner: text(100),
    due: dueField,
  })
export type Note = z.output<ReturnType<typeof noteForm>>

/** 'present:<key>' · 'absent:<key>' · 'head:<key>' */
export const markForm = z.object({
  mark: text(80).transform((typed) => {
    const [deed = '', key = ''] = typed.split(':')
    return { deed, key }
  }),
})

export const guestForm = z.object({
  name: needed('名前を入れてください', 100),
  office: text(200),
  title: text(100),
  part: oneOf(ATTENDANCE_PARTS, '立場を選んでください'),
  head: text(1).transform((value) => value === '1'),
})
export type Guest = z.output<typeof guestForm>
