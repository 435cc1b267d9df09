import type { Circle } from '../../access/circles.ts'

/** What was said or done outside the tool and filed here afterwards: under its own day and its own name. */
export const KINDS = { advice: '助言', promise: '約束', line: '回の記録' } as const
export type Kind = keyof typeof KINDS

export const WAYS = { mail: 'メール', telephone: '電話', paper: '紙', spoken: '口頭' } as const
export type Way = keyof typeof WAYS

export interface Filing {
  id: string
  regionId: string
  kind: Kind
  subjectId: string
  text: string
  saidBy: string
  saidOn: string
  way: Way
  circle: Circle
  filedAt: string
  filedBy: string
}

/** Said wherever the name stands: 「岡田 健（メール、森野 美香が記録）」. */
export const filedName = (f: Pick<Filing, 'saidBy' | 'way' | 'filedBy'>): string =>
  `${f.saidBy}（${WAYS[f.way]}、${f.filedBy}が記録）`
