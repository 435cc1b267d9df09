import type { Actor, RegionFacts } from '../../access/actor.ts'
import { CIRCLES, type Circle, circlesReadBy } from '../../access/circles.ts'
import { oneOf } from '../../platform/web/forms.ts'

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

/** Circles a record may be written for: what its writer reads, from the usual one on. */
export const writableCircles = (actor: Actor, region: RegionFacts): Circle[] => {
  const reads = circlesReadBy(actor, region)
  return (['region', 'town', 'team'] as const).filter((circle) => reads.includes(circle))
}

/** Who reads it, among the circles its writer may write for. */
export const circleField = (allowed: readonly Circle[]) => {
  const labels = Object.fromEntries(allowed.map((circle) => [circle, CIRCLES[circle]])) as Record<Circle, string>
  return oneOf(labels, 'だれが読むかを選んでください')
}
