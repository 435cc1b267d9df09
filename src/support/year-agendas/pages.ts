import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { programmeCrumbs } from '../../programme/programmes/programmes.ts'
import type { Occasion } from '../occasions/occasions.ts'

export interface YearAgendaPage {
  heading: string
  rows: number[]
  form: FormState
  saveTo: string
  backHref: string
  by: string | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/year-agendas/edit': YearAgendaPage
  }
}

export function yearAgendaPage(
  { programme, slot, href }: Occasion,
  given: { rows: number; form: FormState; by: string | null },
): YearAgendaPage & PageBase {
  const heading = `${slot.label}の議題`
  return {
    title: heading,
    crumbs: programmeCrumbs(
      programme,
      { label: '年度の会', href: paths.yearMeetings(programme.id) },
      { label: slot.label, href },
      { label: '議題' },
    ),
    heading,
    rows: Array.from({ length: given.rows }, (_, at) => at),
    form: given.form,
    saveTo: paths.yearAgenda(programme.id, slot.number),
    backHref: href,
    by: given.by,
  }
}
