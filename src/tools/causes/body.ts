import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Evidence } from '../evidence/evidence.ts'

/** 真因の仮説: one answer to 「なぜ？」. What it answers is its parent; without one it stands at the top. */
export interface Cause {
  id: string
  parent: string
  text: string
  /** Id of the 課題 it explains. */
  issue: string
  /** Why it was withdrawn; empty: it stands. */
  withdrawn: string
  mergedInto: string
  /** Where its first words came from: 'issue_sorting/cause', 'issues/i3'. */
  origin: string
  rest: string
}

export const causesOf = (body: Body): Cause[] =>
  rowsIn(body, 'causes').map(({ id, ...row }) => ({
    ...{ id, parent: row.parent ?? '', text: row.text ?? '', issue: row.issue ?? '' },
    ...{ withdrawn: row.withdrawn ?? '', mergedInto: row.mergedInto ?? '' },
    ...{ origin: row.origin ?? '', rest: row.rest ?? '' },
  }))

export const causeIn = (body: Body, id: string): Cause | undefined => causesOf(body).find((cause) => cause.id === id)

/** From a cause up to the top; a circle ends where it closes. */
export function pathTo(causes: readonly Pick<Cause, 'id' | 'parent'>[], id: string): string[] {
  const path: string[] = []
  let at = causes.find((cause) => cause.id === id)
  while (at && !path.includes(at.id)) {
    path.push(at.id)
    const { parent } = at
    at = causes.find((cause) => cause.id === parent)
  }
  return path
}

/** The cause would end up beneath itself. */
export const wouldCircle = (causes: readonly Cause[], id: string, parent: string): boolean =>
  parent !== '' && pathTo(causes, parent).includes(id)

/** Why a cause can't stand beneath another, in words; null: it can. */
export function parentFault(causes: readonly Cause[], id: string, parent: string): string | null {
  const above = causes.find((cause) => cause.id === parent)
  if (parent === '') return null
  if (!above) return '選んだ仮説は、いまはありません。選び直してください'
  if (parent === id) return '自分自身の下には移せません。別の仮説を選んでください'
  return wouldCircle(causes, id, parent)
    ? `「${above.text}」は、この仮説から出た「なぜ？」です。その下に移すと輪になるので、別の仮説を選んでください`
    : null
}

const gone = () =>
  new Problem('conflict', 'この仮説は、ほかの人が消したか、前の版に戻しました。真因の仮説の一覧から開き直してください')

const withRow = (body: Body, key: 'causes' | 'evidence', id: string, set: Record<string, string>): Body => {
  const rows = rowsIn(body, key)
  if (!rows.some((row) => row.id === id)) throw gone()
  return { ...body, [key]: rows.map((row): Row => (row.id === id ? { ...row, ...set } : row)) }
}

export type CauseGiven = Partial<Omit<Cause, 'id' | 'rest'>>

export const withCause =
  (id: string, given: CauseGiven) =>
  (body: Body): Body => ({
    ...body,
    causes: [...rowsIn(body, 'causes'), { id, ...given }],
  })

export const withWords =
  (id: string, given: CauseGiven) =>
  (body: Body): Body =>
    withRow(body, 'causes', id, given)

/** One step up or down among those that answer the same 「なぜ？」. */
export const moved =
  (id: string, by: 'up' | 'down') =>
  (body: Body): Body => {
    const rows = [...rowsIn(body, 'causes')]
    const own = rows.find((row) => row.id === id)
    if (!own) throw gone()
    const near = rows.filter((row) => (row.parent ?? '') === (own.parent ?? ''))
    const other = near[near.indexOf(own) + (by === 'up' ? -1 : 1)]
    if (!other) return body
    const [from, to] = [rows.indexOf(own), rows.indexOf(other)]
    rows[from] = other
    rows[to] = own
    return { ...body, causes: rows }
  }

export type EvidenceGiven = Omit<Evidence, 'id' | 'rest'>

export const withEvidence =
  (id: string, given: EvidenceGiven) =>
  (body: Body): Body => {
    if (!causeIn(body, given.cause)) throw gone()
    return { ...body, evidence: [...rowsIn(body, 'evidence'), { id, ...given }] }
  }

export const withEvidenceWords =
  (id: string, given: EvidenceGiven) =>
  (body: Body): Body =>
    withRow(body, 'evidence', id, given)

export const withoutEvidence =
  (id: string) =>
  (body: Body): Body => ({
    ...body,
    evidence: rowsIn(body, 'evidence').filter((row) => row.id !== id),
  })

/** Its evidence and its own 「なぜ？」 go along to the one it is merged into. */
export const merged =
  (id: string, into: string) =>
  (body: Body): Body => {
    const causes = rowsIn(body, 'causes').map((row): Row => {
      if (row.id === id) return { ...row, mergedInto: into }
      return row.parent === id && row.id !== into ? { ...row, parent: into } : row
    })
    const evidence = rowsIn(body, 'evidence').map((row): Row => (row.cause === id ? { ...row, cause: into } : row))
    if (!causes.some((row) => row.id === id) || !causes.some((row) => row.id === into)) throw gone()
    return { ...body, causes, evidence }
  }
