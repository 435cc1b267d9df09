import { paths } from '../../paths/paths.ts'
import { type Advice, isUnconfirmed, isWaiting } from '../advice/advice.ts'

/** What the list is narrowed to, as the address says it: `?show=waiting`, `?meeting=…`. */
export interface Filter {
  key: string
  keeps(advice: Advice): boolean
}

export interface Tab {
  label: string
  href: string
  current: boolean
  count?: number
}

const SHOWS: Record<string, { label: string; keeps(a: Advice): boolean }> = {
  all: { label: 'すべて', keeps: () => true },
  waiting: { label: '返事待ち', keeps: isWaiting },
  taken: { label: '取り入れた', keeps: (a) => a.answer === 'taken' || a.answer === 'partly' },
  declined: { label: '見送った', keeps: (a) => a.answer === 'declined' },
  between: { label: '回のあいだ', keeps: (a) => a.meetingId === null },
  unconfirmed: { label: '確かめ待ち', keeps: isUnconfirmed },
}

export function filterFrom(query: Record<string, string>): Filter {
  const { meeting, show = 'all' } = query
  if (meeting) return { key: `meeting=${meeting}`, keeps: (a) => a.meetingId === meeting }
  return { key: `show=${show in SHOWS ? show : 'all'}`, keeps: (SHOWS[show] ?? SHOWS.all)?.keeps ?? (() => true) }
}

/** One tab per kind that has something, and one per meeting with advice. */
export function filterTabs(
  regionId: string,
  filter: Filter,
  { advice, meetingLabels }: { advice: readonly Advice[]; meetingLabels: ReadonlyMap<string, string> },
): Tab[] {
  const tab = (key: string, label: string, keeps: (a: Advice) => boolean): Tab => {
    const href = key === 'show=all' ? paths.advice(regionId) : `${paths.advice(regionId)}?${key}`
    return { label, href, current: key === filter.key, count: advice.filter(keeps).length }
  }
  const shows = Object.entries(SHOWS).map(([key, { label, keeps }]) => tab(`show=${key}`, label, keeps))
  const meetings = [...meetingLabels].map(([id, label]) => tab(`meeting=${id}`, label, (a) => a.meetingId === id))
  const all = [...shows, ...meetings].filter((t) => t.current || (t.count ?? 0) > 0)
  return all.length > 2 ? all : []
}
