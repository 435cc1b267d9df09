import { paths } from '../../paths/paths.ts'
import { fullNameOf, type Organisation } from '../../people/organisations/organisations.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Choice } from '../programmes/programmes.ts'
import { MEMBER_ROLES, type Region } from '../regions/regions.ts'
import { regionCrumbs } from '../sections/sections.ts'

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/entry-members/show': EntryMembersPage
  }
}

export interface EntryMembersPage {
  heading: string
  lead: string
  rows: { name: string; role: string; removeTo: string | null }[]
  form: FormState
  choices: Choice[]
  saveTo: string | null
  closed: string | null
  onward: string
}

export interface MembersView {
  region: Region
  form: FormState
  found: readonly Organisation[]
  closed: string | null
}

export function entryMembersPage({ region, form, found, closed }: MembersView): EntryMembersPage & PageBase {
  const led = region.caseType === 'prefecture-led'
  const heading = led ? '協力市町村' : '一緒に応募する市町村'
  return {
    title: heading,
    crumbs: regionCrumbs(region, ['エントリーシート', paths.entry(region.id)], heading),
    heading,
    lead: led
      ? '一緒に取り組む市町村を加えてください。提出すると、了承のお願いが届きます。'
      : '一つの市町村だけで応募するときは、このままで構いません。加えた市町村の職員も、このエントリーを書けるようになります。',
    rows: region.members.map((m) => ({
      name: m.name,
      role: MEMBER_ROLES[m.role],
      removeTo: closed || m.role === 'applicant' ? null : paths.entryMemberRemoval(region.id, m.id),
    })),
    form,
    choices: found.map((o) => ({ value: o.id, label: fullNameOf(o) })),
    saveTo: closed ? null : paths.entryMembers(region.id),
    closed,
    onward: paths.entry(region.id),
  }
}
