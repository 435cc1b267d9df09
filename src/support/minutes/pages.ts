import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS, CIRCLES, circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, wareki } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { ATTENDANCE_PARTS } from '../attendances/attendances.ts'
import type { Slot } from '../meetings/meetings.ts'
import { type Minutes, type MinutesVersion, partsOf, readBy } from './minutes.ts'

export interface MinutesPage {
  heading: string
  state: string
  facts: { term: string; text: string }[]
  people: { part: string; office: string; title: string; name: string; head: boolean }[]
  parts: { id: string; heading: string; rows: { text: string; note: string; circle: string | null }[] }[]
  emptyText: string
  versions: { label: string; note: string; href: string; current: boolean }[]
  backHref: string
  docxHref: string
  fixTo: string | null
  reviseTo: string | null
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/minutes/show': MinutesPage
  }
}

export interface MinutesView {
  actor: Actor
  region: Region
  slot: Slot
  minutes: Minutes
  versions: readonly MinutesVersion[]
  /** The version asked for; null: the record as it stands, not fixed. */
  version: MinutesVersion | null
  form: FormState
}

const atWords = (at: string) => `${wareki(dayOf(at))} ${clock(at)}`

/** 「第2版（令和7年…、森野 美香）」; that nothing is fixed yet; or a record closed before versions were kept (an import). */
export function versionWords(version: MinutesVersion | null, isFixed: boolean): string {
  if (version) return `第${version.number}版（${atWords(version.createdAt)} ${version.personName}）`
  return isFixed ? '確定した記録（版の控えはありません）' : '確定前の控え（まだ変わることがあります）'
}

export function minutesPage(view: MinutesView): MinutesPage {
  const { actor, region, slot, versions, version } = view
  const read = readBy(view.minutes, circlesReadBy(actor, region))
  const here = (n?: number) => `${paths.meetingMinutes(region.id, slot.number)}${n ? `?v=${n}` : ''}`
  const open = notAliveReason(region) === null && may(actor, 'meeting.fix', region)
  const isFixed = Boolean(slot.meeting?.fixedAt)
  const facts = [
    { term: '日時', text: read.when },
    { term: '形・場所', text: read.place },
    { term: 'テーマ', text: read.theme },
    { term: 'キーワード', text: read.keywords.join('、') },
    { term: '版', text: versionWords(version, isFixed) },
    { term: '直した理由', text: version?.reason ?? '' },
  ]
  return {
    heading: `${region.name} ${slot.label} 議事録`,
    state: isFixed ? '確定した記録です。' : '確定前です。事務局が確定すると、この内容が残ります。',
    facts: facts.filter((fact) => fact.text !== ''),
    people: read.people.map((p) => ({ ...p, part: ATTENDANCE_PARTS[p.part], head: p.isHead })),
    parts: partsOf(read).map((part, i) => ({
      id: `m-${i}`,
      heading: part.heading,
      rows: part.rows.map((r) => ({ ...r, circle: r.circle === 'region' ? null : CIRCLES[r.circle] })),
    })),
    emptyText: 'あなたが読める範囲には、まだ記録がありません。',
    versions: versions.map((v) => ({
      label: `第${v.number}版`,
      note: [atWords(v.createdAt), v.personName, v.reason].filter(Boolean).join('　'),
      href: here(v.number),
      current: v.number === version?.number,
    })),
    backHref: paths.meeting(region.id, slot.number),
    docxHref: `${paths.meetingMinutesPaper(region.id, slot.number)}${version ? `?v=${version.number}` : ''}`,
    fixTo: open && !isFixed && slot.meeting?.isRecorded ? paths.meetingFix(region.id, slot.number) : null,
    reviseTo: open && isFixed ? here() : null,
    readers: CIRCLE_READERS.region,
    form: view.form,
  }
}
