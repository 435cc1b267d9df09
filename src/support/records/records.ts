import type { Circle } from '../../access/circles.ts'

export const LINE_PARTS = { situation: '状況・変化', decided: '決まったこと', note: 'メモ' } as const
export type LinePart = keyof typeof LINE_PARTS

/** A line of a meeting's record; many people write them at once, so each is a row with its own version. */
export interface MeetingLine {
  id: string
  meetingId: string
  part: LinePart
  text: string
  circle: Circle
  version: number
  personName: string
  createdAt: string
  inferred: boolean
}

/** One fact per line, as people type them: bullets at the head are taken off. */
export const plainLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^[\s・･•‣*-]+/, '').trim())
    .filter((line) => line !== '')
