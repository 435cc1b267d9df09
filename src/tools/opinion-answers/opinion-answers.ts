import { createHash } from 'node:crypto'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Cause } from '../causes/causes.ts'
import type { DoorState, OpinionDoor, Shown } from '../opinion-doors/opinion-doors.ts'

/** One hypothesis as somebody with the link finds it. */
export interface Asked {
  region: Region
  programme: Programme
  door: OpinionDoor
  cause: Cause
  shown: Shown
}

/** Why nothing can be said here, in words, with the status it answers with. */
export interface Closed {
  status: 410 | 403
  why: string
  programme: Programme | null
  region: Region | null
}

export const CLOSED: Record<Exclude<DoorState, 'open'>, string> = {
  ended: 'このリンクは期限が来たため、意見の受付を終えました。見てくださって、ありがとうございます',
  revoked: 'このリンクは取り消されたため、いまは開けません',
  full: '予定していた数の意見が集まったため、受付を終えました。ありがとうございます',
}
export const CHECKING =
  'この仮説の文は書きかえられ、見せる前の確かめをしているところです。しばらくしてから、もう一度開いてください'
export const WITHDRAWN = 'この仮説は取り下げたか、別の仮説にまとめたため、意見の受付を終えました。ありがとうございます'
export const CHANGED =
  '読んでいるあいだに、仮説の文か裏づけが書きかえられました。いまの文をもう一度見てから、送ってください'
export const crowdedWords = (minutes: number): string =>
  `同じ場所からの意見が続いているため、少しお待ちください。書いた言葉はこの画面に残っています。${minutes}分ほどしてから、もう一度「意見を送る」を押してください`

/** Tells whether somebody answers to the words they were shown. */
export const markOf = ({ text, evidence }: Shown): string =>
  createHash('sha256')
    .update([text, ...evidence].join('\n'))
    .digest('hex')
    .slice(0, 16)
