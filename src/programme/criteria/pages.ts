import { paths } from '../../paths/paths.ts'
import type { Body, FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../programmes/programmes.ts'
import { type Criterion, POINTS } from '../scoring/scoring.ts'
import { nameOf, ROWS } from './forms.ts'

export interface CriteriaPage extends PageBase {
  form: FormState
  rows: {
    heading: string
    label: string
    description: string
    words: { name: string; label: string }[]
    isOpen: boolean
  }[]
  sendTo: string | null
  why: string
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/criteria/show': CriteriaPage
  }
}

/** The criteria as the form holds them. */
export function valuesOf(criteria: readonly Criterion[]): Body {
  const values: Body = {}
  for (const [row, c] of criteria.entries()) {
    values[nameOf(row, 'label')] = c.label
    values[nameOf(row, 'description')] = c.description
    for (const p of POINTS) values[nameOf(row, `words${p}`)] = c.words[p - 1] ?? ''
  }
  return values
}

export function criteriaPage(programme: Programme, form: FormState, scored: string | null): CriteriaPage {
  const rows = Array.from({ length: ROWS }, (_, row) => ({
    heading: String(form.values[nameOf(row, 'label')] || `${row + 1}つめの観点（空のまま残せます）`),
    label: nameOf(row, 'label'),
    description: nameOf(row, 'description'),
    words: POINTS.map((p) => ({ name: nameOf(row, `words${p}`), label: `${p}点の言葉` })),
    isOpen: Boolean(form.errors[nameOf(row, 'label')]) || (row === 0 && !form.values[nameOf(0, 'label')]),
  }))
  return {
    title: '評価の観点',
    crumbs: programmeCrumbs(programme, { label: '選定', href: paths.selection(programme.id) }, { label: '評価の観点' }),
    form,
    rows,
    sendTo: scored ? null : paths.criteria(programme.id),
    why: scored ?? '',
    backHref: paths.selection(programme.id),
  }
}
