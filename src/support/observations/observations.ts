import { type Actor, oversees } from '../../access/actor.ts'
import type { Region } from '../../programme/regions/regions.ts'

/** Who reads a prefecture's note; the widest come last. */
export const READERS = {
  me: '自分だけ',
  prefecture: '自分の県の人',
  office: '自分の県の人と事務局',
} as const
export type Readers = keyof typeof READERS

export const READER_HINTS: Record<Readers, string> = {
  me: 'あとで広げられます',
  prefecture: '本庁の担当者が「県の観察メモ」で読みます。市町村・事務局には見えません',
  office: '県の学びとして、この年度事業の事務局も読みます',
}

export const PARTS = { learned: '学んだこと', usable: '自県で使えること', prefectureCan: '県にできること' } as const
export type Part = keyof typeof PARTS

/** 観察メモ: what somebody of the prefecture took along from a meeting; one per person and meeting. */
export interface Observation {
  id: string
  regionId: string
  prefectureId: string | null
  meetingId: string | null
  personId: string
  personName: string
  organisationId: string
  learned: string
  usable: string
  prefectureCan: string
  readers: Readers
  writtenAt: string
  changedAt: string | null
}

/** The offices for which this actor reads what its people wrote: the prefecture's own, not the 保健所 named for one region. */
export const prefecturesOf = (actor: Actor): string[] =>
  actor.memberships.flatMap((m) => (m.role === 'prefecture' && m.regionId === null ? [m.organisationId] : []))

/** The office somebody of the prefecture's side writes for. */
export const officeOf = (actor: Actor, region: Region): string =>
  actor.memberships.find((m) => m.role === 'prefecture' && oversees({ ...actor, memberships: [m] }, region))
    ?.organisationId ??
  region.prefectureId ??
  ''

export const isEmpty = (o: Pick<Observation, Part>): boolean => o.learned + o.usable + o.prefectureCan === ''
