import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { APPLICATION_STATES, type Application, stateOf } from '../applications/applications.ts'
import { type Programme, programmeCrumbs } from '../programmes/programmes.ts'

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/nods/list': ApplicationsPage
  }
}

export interface ApplicationsPage {
  form: FormState
  openId: string | null
  rows: {
    id: string
    organisation: string
    who: string
    askedAt: string
    state: string
    waits: boolean
    note: string
    decideTo: string | null
    regionHref: string | null
  }[]
}

type Listed = Application & { organisation: string }

export const applicationsPage = (
  p: Programme,
  rows: readonly Listed[],
  open: { id: string; form: FormState } | null = null,
): ApplicationsPage & PageBase => ({
  title: `エントリーの申し込み：${p.name}`,
  crumbs: programmeCrumbs(p, { label: 'エントリーの申し込み' }),
  form: open?.form ?? emptyForm(),
  openId: open?.id ?? null,
  rows: rows.map((row) => ({
    id: row.id,
    organisation: row.organisation,
    who: [row.name, row.section, row.email].filter(Boolean).join('、'),
    askedAt: warekiShort(dayOf(row.askedAt)),
    state: APPLICATION_STATES[stateOf(row)],
    waits: stateOf(row) === 'waiting',
    note: [row.decidedBy ? `${row.decidedBy}さんが確認` : '', row.refuseReason ?? ''].filter(Boolean).join('。'),
    decideTo: stateOf(row) === 'entered' ? null : paths.application(p.id, row.id),
    regionHref: row.regionId ? paths.entry(row.regionId) : null,
  })),
})
