import { paths } from '../../paths/paths.ts'
import { daysBetween, today } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { spanWords } from '../occasions/occasions.ts'
import type { CalendarEvent } from './calendars.ts'

export interface CalendarPage extends PageBase {
  rows: { title: string; href: string; when: string; place: string; isCancelled: boolean }[]
  /** The secret address: shown once, right after it was made. */
  address: string | null
  hasAddress: boolean
  makeTo: string
  makeLabel: string
  revokeTo: string | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/calendars/show': CalendarPage
  }
}

interface Given {
  events: readonly CalendarEvent[]
  address: string | null
  hasAddress: boolean
  now: Date
}

export function calendarPage({ events, address, hasAddress, now }: Given): CalendarPage {
  const ahead = events.filter((e) => daysBetween(today(now), e.heldOn) >= 0)
  return {
    title: 'わたしの予定',
    crumbs: [{ label: 'ホーム', href: paths.home }, { label: 'わたしの予定' }],
    rows: ahead
      .toSorted((a, b) => (a.startsAt ?? a.heldOn).localeCompare(b.startsAt ?? b.heldOn))
      .map((e) => ({
        title: e.title,
        href: e.href,
        when: spanWords(e, true),
        place: e.place,
        isCancelled: e.isCancelled,
      })),
    address,
    hasAddress,
    makeTo: paths.calendar,
    makeLabel: hasAddress ? 'アドレスを作り直す（前のアドレスは使えなくなります）' : '予定表のアドレスを作る',
    revokeTo: hasAddress ? paths.calendarEnd : null,
  }
}
