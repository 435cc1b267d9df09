import { clock, dayOf, warekiShort } from '../../platform/time.ts'
import { diffOf, valueAt } from '../documents/body.ts'
import { type Head, type PaperWords, type Revision, SOURCES } from '../documents/documents.ts'
import type { Body } from '../templates/templates.ts'
import { inlineOf, type Line, linesBetween, type Piece } from './diff.ts'
import type { AboutRevisions, Milestone } from './revisions.ts'

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
    restoreTo: string | null
    marks: string[]
  }[]
  pickTo: string
  picks: { value: string; label: string }[]
  nameTo: string | null
  pager: { total: number; from: number; to: number; previousHref: string | null; nextHref: string | null }
  backTo: string
}

export interface ComparisonPage {
  heading: string
  before: string
  after: string
  /** What changed, in the tool's own words. */
  sentences: string[]
  places: { label: string; lines: Line[]; inline: Piece[][] }[]
  isInline: boolean
  otherTo: string
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
  at: { body: Body; page: number; milestones: readonly Milestone[] },
): RevisionsPage {
  const total = about.document?.headNumber ?? 0
  const from = Math.min(total, (at.page - 1) * PER_PAGE + 1)
  const href = (page: number) => `${about.list}?page=${page}`
  return {
    heading: `${about.words.title}の変更の記録`,
    rows: revisions.map((r) => ({
      number: r.number,
      day: warekiShort(dayOf(r.savedAt)),
      time: clock(r.savedAt),
      who: whoSaved(r),
      how: [SOURCES[r.source], r.note].filter((words) => words !== ''),
      places: placesOf(about.words, r, at.body),
      compareTo: about.compare(r.number - 1, r.number),
      undoTo: about.undo?.(r.number) ?? null,
      restoreTo: r.number < total ? (about.restore?.(r.number) ?? null) : null,
      marks: at.milestones.filter((m) => m.number === r.number).map((m) => m.label),
    })),
    pickTo: about.list,
    picks: picksOf(total, revisions, at.milestones),
    nameTo: total > 0 ? (about.nameTo ?? null) : null,
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

function placesOf(words: PaperWords, { changes }: Revision, body: Body): string {
  const names = [...new Set(changes.map((c) => words.place(c.path.split('/')[0] ?? '', body)))]
  return names.length > 4 ? `${names.slice(0, 4).join('、')} など${names.length}項目` : names.join('、')
}

/** Any two revisions side by side; only the places that differ. */
export function comparisonPage(
  about: AboutRevisions,
  { before, after, isInline }: { before: Head; after: Head; isInline: boolean },
): ComparisonPage {
  const here = about.compare(before.number, after.number)
  return {
    heading: `${about.words.title}：第${before.number}版と第${after.number}版`,
    before: before.number === 0 ? 'はじめ（空のシート）' : `第${before.number}版`,
    after: `第${after.number}版`,
    sentences: about.words.sentences?.(before.body, after.body) ?? [],
    places: placesBetween(about.words, before.body, after.body),
    isInline,
    otherTo: isInline ? here : `${here}?view=inline`,
    listTo: about.list,
  }
}

/** The present one, the named ones and those on this page: any two can be compared. */
function picksOf(total: number, revisions: readonly Revision[], milestones: readonly Milestone[]) {
  const named = new Map(milestones.map((m) => [m.number, m.label]))
  const numbers = [...new Set([total, ...named.keys(), ...revisions.map((r) => r.number)])].filter((n) => n > 0)
  return numbers
    .sort((a, b) => b - a)
    .map((n) => ({ value: String(n), label: [`第${n}版`, named.get(n)].filter(Boolean).join('　') }))
}

/** A sheet is compared field by field; a tool that speaks for itself, place by place. */
function placesBetween(words: PaperWords, before: Body, after: Body): ComparisonPage['places'] {
  const changes = diffOf(before, after)
  const paths = words.sentences
    ? changes.filter((c) => !c.path.startsWith('order:')).map((c) => c.path)
    : changes.map((c) => c.path.replace('order:', '').split('/')[0] ?? '')
  return [...new Set(paths)].map((path) => {
    const lines = linesBetween(textAt(words, path, before), textAt(words, path, after))
    const named = words.place(path, valueAt(after, path) === undefined ? before : after)
    return { label: named, lines, inline: lines.map(inlineOf) }
  })
}

const textAt = (words: PaperWords, path: string, body: Body) => words.shown(path, valueAt(body, path), body)
