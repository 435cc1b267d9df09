import { isRecord, partsOf, valueAt } from '../../papers/documents/body.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { Advice } from '../../support/advice/advice.ts'
import { quoted } from '../../support/subjects/subjects.ts'
import type { PaperAt } from '../papers/papers.ts'

/** Said at a place of a paper, with the words that stood there. */
export interface Comment {
  id: string
  documentId: string
  path: string
  quote: string
  place: string
  text: string
  personId: string | null
  personName: string
  createdAt: string
  endedAt: string | null
  endedBy: string | null
}

/** A comment or an advice as it stands beside its place. */
export interface Remark {
  id: string
  kind: 'comment' | 'advice'
  path: string
  /** 「箱1 誰が」; where the place is gone: 「消された箱「…」」. */
  place: string
  quote: string
  text: string
  by: string
  at: string
  isGone: boolean
  ended: string | null
}

/** The row (box, cause …) a path lies in; a plain field is its own place. */
export const rowPath = (path: string): string => partsOf(path).slice(0, 2).join('/')

export const isAt = (remark: Pick<Remark, 'path'>, path: string): boolean =>
  remark.path === path || remark.path.startsWith(`${path}/`)

/** What is quoted from a place: its words, or the first words of its row. */
export function quoteAt(body: Body, path: string): string {
  const value = path === '' ? '' : valueAt(body, path)
  if (typeof value === 'string') return quoted(value)
  if (!isRecord(value)) return ''
  const first = value.text ?? value.name ?? value.event ?? Object.entries(value).find(([key]) => key !== 'id')?.[1]
  return typeof first === 'string' ? quoted(first) : ''
}

function placed(at: PaperAt, said: { path: string; place: string; quote: string }) {
  const row = rowPath(said.path)
  const isGone = said.path.includes('/') && valueAt(at.head.body, row) === undefined
  const named = said.place || '箱'
  const gone = `消された${named}${said.quote && !named.includes(said.quote) ? `「${said.quote}」` : ''}`
  return { isGone, place: isGone ? gone : said.path === '' ? '' : at.kind.words.place(said.path, at.head.body) }
}

export const commentRemark = (at: PaperAt, c: Comment): Remark => ({
  ...{ id: c.id, kind: 'comment', path: c.path, quote: c.quote, text: c.text, by: c.personName, at: c.createdAt },
  ...placed(at, c),
  ended: c.endedAt ? `${c.endedBy ?? ''}さんが済みにしました` : null,
})

export function adviceRemark(at: PaperAt, advice: Advice): Remark {
  const { path = '', quote = '', label = '' } = advice.about
  const place = label.replace(at.kind.title, '').trim()
  return {
    ...{ id: advice.id, kind: 'advice', path, quote, text: advice.text, by: advice.advisorName, at: advice.createdAt },
    ...placed(at, { path, quote, place }),
    ended: null,
  }
}

export interface ShownRemark {
  id: string
  isAdvice: boolean
  place: string
  quote: string
  text: string
  by: string
  isGone: boolean
  ended: string | null
  endTo: string | null
}

/** Remarks beside a place: the same partial on every tool's page. */
export const shownRemarks = (
  remarks: readonly Remark[],
  at: { regionId: string; ref: string; mayEnd: boolean },
): ShownRemark[] =>
  remarks.map((r) => ({
    ...{ id: r.id, isAdvice: r.kind === 'advice', place: r.place, quote: r.quote, text: r.text },
    ...{ isGone: r.isGone, ended: r.ended },
    by: `${r.by}　${warekiShort(dayOf(r.at))}`,
    endTo: r.kind === 'comment' && !r.ended && at.mayEnd ? paths.paperCommentEnd(at.regionId, at.ref, r.id) : null,
  }))
