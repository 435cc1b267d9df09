import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import { fullNameOf, type Organisation } from '../../people/organisations/organisations.ts'
import type { MemberRole, Region } from '../regions/regions.ts'

/** Tables of the entry sheet that name further municipalities, and what they are then. */
export const SHEET_MEMBERS = { members: 'joint', cooperating: 'cooperating' } as const satisfies Record<
  string,
  MemberRole
>

export interface NamedRow {
  field: keyof typeof SHEET_MEMBERS
  role: MemberRole
  row: Row
}

/** Rows of the sheet that name a municipality. */
export const namedRows = (body: Body): NamedRow[] =>
  (Object.keys(SHEET_MEMBERS) as NamedRow['field'][]).flatMap((field) =>
    rowsIn(body, field)
      .filter((row) => (row.name ?? '').trim() !== '' || (row.code ?? '').trim() !== '')
      .map((row) => ({ field, role: SHEET_MEMBERS[field], row })),
  )

/** On paper a joint entry names its towns also where they were added beside the sheet. */
export function withMembers(region: Pick<Region, 'members'>, body: Body): Body {
  const named = Object.entries(SHEET_MEMBERS).flatMap(([field, role]) => {
    const rows = region.members.filter((m) => m.role === role).map((m): Row => ({ id: m.id, name: m.name }))
    return rows.length > 0 && rowsIn(body, field).length === 0 ? [[field, rows] as const] : []
  })
  return named.length > 0 ? { ...body, ...Object.fromEntries(named) } : body
}

/** Who may be added to a region: joint ones beside a municipality, cooperating ones beside a prefecture. */
export const roleFor = (region: Pick<Region, 'caseType'>): MemberRole =>
  region.caseType === 'prefecture-led' ? 'cooperating' : 'joint'

/** E3 at the field: why this municipality cannot be added, or null. */
export function whyNot(
  region: Pick<Region, 'members' | 'caseType'>,
  home: Pick<Organisation, 'prefectureCode' | 'prefectureName'>,
  given: Organisation,
): string | null {
  if (given.kind !== 'municipality') return '市町村を選んでください'
  if (given.prefectureCode !== home.prefectureCode) {
    const where = home.prefectureName ?? '同じ都道府県'
    return `${fullNameOf(given)}は加えられません。${region.caseType === 'prefecture-led' ? '協力市町村' : '共同応募'}は${where}の市町村だけです`
  }
  return region.members.some((m) => m.organisationId === given.id) ? `${given.name}はもう入っています` : null
}

/** 「白嶺県やまかげ町・かわの村」 */
export const regionNameOf = (applicants: readonly Organisation[]): string =>
  applicants.map((o, i) => (i === 0 ? fullNameOf(o) : o.name)).join('・')
