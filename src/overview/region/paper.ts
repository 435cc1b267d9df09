import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import { notAliveReason, townWord } from '../../programme/regions/regions.ts'
import { PARTS, type PartKey } from '../../programme/sections/sections.ts'
import { isWaiting, type ShownAdvice, shownAdvice } from '../../support/advice/advice.ts'
import {
  isDone,
  isOverdue,
  type ShownPromise,
  type Side,
  shownPromise,
  sidesOf,
} from '../../support/promises/promises.ts'
import { titleOf } from '../../tools/papers/papers.ts'
import { partPlace } from '../part-places/part-places.ts'
import { partView } from '../region-parts/paper.ts'
import type { RegionView } from './store.ts'

export interface Link {
  label: string
  href: string
  icon?: string
}

export interface SideList {
  side: Side
  heading: string
  rows: ShownPromise[]
  emptyText: string
}

export interface PromisesBlock {
  words: string
  sides: SideList[]
  all: Link
}
export interface AdviceBlock {
  words: string
  rows: ShownAdvice[]
  all: Link
  closedText: string | null
  answerHref: Record<string, string>
}
export interface DocumentRow {
  label: string
  href: string
  now: string
  inferred: boolean
  /** Its reader has not seen the newest revision. */
  isNew?: boolean
  since?: { label: string; href: string } | null
}
export interface Issue {
  text: string
  inferred: boolean
}

export function promisesOf({ situation, now }: RegionView): PromisesBlock {
  const { region, promises, steps } = situation
  const stepLabels = new Map(steps.map((step) => [step.key, step.label]))
  const open = promises.filter((p) => !isDone(p))
  const late = open.filter((p) => isOverdue(p, now)).length
  const done = promises.length - open.length
  const side = (key: Side, heading: string, emptyText: string): SideList => ({
    side: key,
    heading,
    rows: open.filter((p) => p.side === key).map((p) => shownPromise(p, { now, stepLabels })),
    emptyText: region.isSample ? '動いている約束は、記録にありません。' : emptyText,
  })
  return {
    words: `動いているもの${open.length}件${late > 0 ? `、うち期限を過ぎたもの${late}件` : ''}`,
    sides: [
      side('town', sidesOf(region).town, 'いま読める約束はありません。回の記録で、次にすることを残します。'),
      side('support', sidesOf(region).support, 'いま読める約束はありません。'),
    ],
    all: { label: done > 0 ? `済んだ${done}件を見る` : '約束をすべて見る', href: paths.promises(region.id) },
  }
}

export function adviceOf({ actor, situation }: RegionView): AdviceBlock {
  const { region, advice, slots } = situation
  const waiting = advice.filter(isWaiting)
  const meetingLabels = new Map(slots.flatMap((slot) => (slot.meeting ? [[slot.meeting.id, slot.label] as const] : [])))
  const order = new Map(slots.map((slot, i) => [slot.meeting?.id, i]))
  const newest = waiting
    .toSorted((a, b) => (order.get(b.meetingId ?? '') ?? 99) - (order.get(a.meetingId ?? '') ?? 99))
    .slice(0, 3)
  const answers = notAliveReason(region) === null && may(actor, 'advice.answer', region)
  const turn = region.isSample ? '' : `。${townWord(region)}の返事を待っています`
  return {
    words: `${advice.length}件のうち${waiting.length}件${waiting.length > 0 ? turn : ''}`,
    rows: newest.map((a) => shownAdvice(a, { meetingLabels, isImported: region.importedAt !== null })),
    all: { label: '助言をすべて見る', href: paths.advice(region.id) },
    answerHref: answers ? Object.fromEntries(newest.map((a) => [a.id, paths.adviceAnswer(region.id, a.id)])) : {},
    closedText: region.isSample && waiting.length > 0 ? '見本のため、答えは書けません。' : null,
  }
}

/** Written in the tools: when and by whom last, and what changed since the last meeting. */
const paperRows = ({ situation: { region }, papers }: RegionView): DocumentRow[] =>
  papers
    .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))
    .map((one) => ({
      label: titleOf(one),
      href: one.kind.home(region.id, one.part),
      now: `${warekiShort(dayOf(one.savedAt))}　${one.savedBy}`,
      inferred: false,
      isNew: one.isUnread,
      since: one.since && {
        label: `${one.since.label}から変わったところ`,
        href: paths.paperComparison(region.id, one.ref, { from: one.since.number, to: one.head.number }),
      },
    }))

export function documentsOf(view: RegionView): DocumentRow[] {
  const { situation, parts, entry } = view
  const { region } = situation
  const own = (Object.keys(PARTS) as PartKey[])
    .filter((key) => key !== 'gaps')
    .flatMap((key) => {
      const part = partView(key, parts)
      return part
        ? [{ label: PARTS[key], href: partPlace(region.id, key), now: part.summary, inferred: part.inferred }]
        : []
    })
  const sheet = {
    label: 'エントリーシート',
    href: paths.entry(region.id),
    now: entry ? `第${entry.number}版` : '',
    inferred: false,
  }
  return [...paperRows(view), ...(entry ? [sheet] : []), ...own]
}

export function issuesOf({ parts, entry }: RegionView): Issue[] {
  const kept = partView('issuesAtEntry', parts)?.blocks.flatMap((block) => block.items) ?? []
  const typed = entry?.issues.map((text) => ({ text, inferred: false })) ?? []
  return [...kept, ...typed].slice(0, 5).map(({ text, inferred }) => ({ text, inferred }))
}
