import { clock, dayOf, warekiShort } from '../../platform/time.ts'
import { diffOf } from '../documents/body.ts'
import { type Head, type Revision, SOURCES } from '../documents/documents.ts'
import type { Body, Template } from '../templates/templates.ts'
import { type Line, linesBetween } from './diff.ts'
import { type AboutRevisions, placeWords, shownAt } from './revisions.ts'

export const PER_PAGE = 50

export interface RevisionsPage {
  heading: string
  rows: {
    number: number
    day: string
    time: string
    who: string
    how: string[]
    places: string
    compareTo: string
    undoTo: string | null
  }[]
  pager: { total: number; from: number; to: number; previousHref: string | null; nextHref: string | null }
  backTo: string
}

export interface ComparisonPage {
  heading: string
  before: string
  after: string
  places: { label: string; lines: Line[] }[]
  listTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'papers/revisions/list': RevisionsPage
    'papers/revisions/compare': ComparisonPage
  }
}

const whoSaved = (r: Revision) => `${r.personName || '事務局'}${r.onBehalfOf ? `（${r.onBehalfOf}に代わって）` : ''}`

export function revisionsPage(
  about: AboutRevisions,
  revisions: readonly Revision[],
  at: { body: Body; page: number },
): RevisionsPage {
  const total = about.document?.headNumber ?? 0
  const from = Math.min(total, (at.page - 1) * PER_PAGE + 1)
  const href = (page: number) => `${about.list}?page=${page}`
  return {
    heading: `${about.template.title}の変更の記録`,
    rows: revisions.map((r) => ({
      number: r.number,
      day: warekiShort(dayOf(r.savedAt)),
      time: clock(r.savedAt),
      who: whoSaved(r),
      how: [SOURCES[r.source], r.note].filter((words) => words !== ''),
      places: placesOf(about.template, r, at.body),
      compareTo: about.compare(r.number - 1, r.number),
      undoTo: about.undo?.(r.number) ?? null,
    })),
    pager: {
      total,
      from,
      to: from + revisions.length - (total > 0 ? 1 : 0),
      previousHref: at.page > 1 ? href(at.page - 1) : null,
      nextHref: from + revisions.length - 1 < total ? href(at.page + 1) : null,
    },
    backTo: about.backTo,
  }
}

function placesOf(template: Template, { changes }: Revision, body: Body): string {
  const names = [...new Set(changes.map((c) => placeWords(template, c.path.split('/')[0] ?? '', body)))]
  return names.length > 4 ? `${names.slice(0, 4).join('、')} など${names.length}項目` : names.join('、')
}

/** Any two revisions side by side; only the places that differ. */
export function comparisonPage(about: AboutRevisions, before: Head, after: Head): ComparisonPage {
  const keys = [
    ...new Set(diffOf(before.body, after.body).map((c) => c.path.replace('order:', '').split('/')[0] ?? '')),
  ]
  const text = (head: Head, key: string) => shownAt(about.template, key, head.body[key])
  const places = keys.map((key) => ({
    label: placeWords(about.template, key, after.body),
    lines: linesBetween(text(before, key), text(after, key)),
  }))
  return {
    heading: `${about.template.title}：第${before.number}版と第${after.number}版`,
    before: before.number === 0 ? 'はじめ（空のシート）' : `第${before.number}版`,
    after: `第${after.number}版`,
    places,
    listTo: about.list,
  }
}
