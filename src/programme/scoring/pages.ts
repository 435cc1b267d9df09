import type { PrintedSection } from '../../papers/sheets/paper.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'
import { scoreNames } from './forms.ts'
import { type Criterion, POINTS, type Score } from './scoring.ts'

export interface ScoreSheetPage extends PageBase {
  form: FormState
  region: string
  criteria: {
    label: string
    description: string
    pointsName: string
    reasonName: string
    options: { value: string; label: string }[]
  }[]
  entry: PrintedSection[]
  sendTo: string
  backHref: string
  nextName: string | null
}

export interface ReasonsPage extends PageBase {
  region: string
  opened: boolean
  criteria: { label: string; scores: { points: number; words: string; reason: string; by: string }[] }[]
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/scoring/sheet': ScoreSheetPage
    'programme/scoring/reasons': ReasonsPage
  }
}

const crumbsTo = (programme: Programme, region: Region, label: string) =>
  programmeCrumbs(
    programme,
    { label: '選定', href: paths.selection(programme.id) },
    { label: `${region.name}の${label}` },
  )

/** A scorer's own points and reasons, as the form holds them. */
export const valuesOf = (own: readonly Score[]): Record<string, string> =>
  Object.fromEntries(
    own.flatMap((s) => {
      const names = scoreNames(s.criterionId)
      return [
        [names.points, String(s.points)],
        [names.reason, s.reason],
      ]
    }),
  )

export function scoreSheetPage(
  view: {
    programme: Programme
    region: Region
    criteria: readonly Criterion[]
    entry: PrintedSection[]
    next: Region | null
  },
  form: FormState,
): ScoreSheetPage {
  const { programme, region } = view
  return {
    title: `${region.name}の採点`,
    crumbs: crumbsTo(programme, region, '採点'),
    form,
    region: region.name,
    criteria: view.criteria.map((c) => {
      const names = scoreNames(c.id)
      const options = [...POINTS]
        .reverse()
        .map((p) => ({ value: String(p), label: `${p} ${c.words[p - 1] ?? ''}`.trim() }))
      return { label: c.label, description: c.description, pointsName: names.points, reasonName: names.reason, options }
    }),
    entry: view.entry,
    sendTo: paths.scoreSheet(programme.id, region.id),
    backHref: paths.selection(programme.id),
    nextName: view.next?.name ?? null,
  }
}

export function reasonsPage(view: {
  programme: Programme
  region: Region
  criteria: readonly Criterion[]
  scores: readonly Score[]
}): ReasonsPage {
  const { programme, region } = view
  return {
    title: `${region.name}の点と理由`,
    crumbs: crumbsTo(programme, region, '点と理由'),
    region: region.name,
    opened: programme.scoresOpenedAt !== null,
    criteria: view.criteria.map((c) => ({
      label: c.label,
      scores: view.scores
        .filter((s) => s.criterionId === c.id)
        .map((s) => ({ points: s.points, words: c.words[s.points - 1] ?? '', reason: s.reason, by: s.personName })),
    })),
    backHref: paths.selection(programme.id),
  }
}
