import { paths } from '../../paths/paths.ts'
import { today, wareki } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Seat } from '../bodies/bodies.ts'
import type { Slot } from '../meetings/meetings.ts'

interface Option {
  value: string
  label: string
}

export interface OpinionFormPage {
  heading: string
  /** Members write for themselves; the secretariat says whose words they are. */
  people: Option[] | null
  regions: Option[]
  meetings: Option[]
  form: FormState
  saveTo: string
  backHref: string
  audience: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/wg-opinions/form': OpinionFormPage
  }
}

export const READERS = '事務局、WG委員、厚生労働省・厚生局。市町村と都道府県には、事務局が伝えたものだけが届きます'

interface View {
  programme: Programme
  regions: readonly Region[]
  slots: readonly Slot[]
  /** Null: the reader writes their own. */
  seats: readonly Seat[] | null
  first: { region: string; meeting: string }
  now: Date
  form?: FormState | undefined
}

export function opinionFormPage(view: View): OpinionFormPage & PageBase {
  const { programme, regions, slots, seats, first, now, form } = view
  const heading = seats ? '聞いた意見を書きとめる' : '意見を書く'
  const own: Record<string, string> = seats ? { isHeard: '1', saidOn: wareki(today(now)) } : {}
  return {
    title: heading,
    crumbs: programmeCrumbs(
      programme,
      { label: 'WGの意見と対応', href: paths.wgOpinions(programme.id) },
      { label: heading },
    ),
    heading,
    people:
      seats?.map(({ id, name, affiliation }) => ({
        value: id,
        label: affiliation ? `${name}（${affiliation}）` : name,
      })) ?? null,
    regions: regions.map(({ id, name }) => ({ value: id, label: name })),
    meetings: slots.map(({ number, label }) => ({ value: String(number), label })),
    form: form ?? emptyForm({ ...first, ...own }),
    saveTo: paths.wgOpinionNew(programme.id),
    backHref: paths.wgOpinions(programme.id),
    audience: READERS,
  }
}
