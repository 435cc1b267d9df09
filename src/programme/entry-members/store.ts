import type { Body, Row } from '../../papers/templates/templates.ts'
import type { Organisation } from '../../people/organisations/organisations.ts'
import { organisationsByIds, searchOrganisations } from '../../people/organisations/store.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { MemberRole, Region } from '../regions/regions.ts'
import { membersOf } from '../regions/store.ts'
import { type NamedRow, namedRows, regionNameOf } from './entry-members.ts'

/** Municipalities a typed name or code fits; one alone when it is exactly that. */
export async function municipalitiesNamed(
  db: Db,
  typed: string,
  prefectureCode?: string | null,
): Promise<Organisation[]> {
  const search = { q: typed, kinds: ['municipality'] as const, limit: 20, includeInvented: true }
  const near = prefectureCode ? (await searchOrganisations(db, { ...search, prefectureCode })).rows : []
  const rows = near.length > 0 ? near : (await searchOrganisations(db, search)).rows
  const plain = typed.normalize('NFKC').replace(/\s/g, '')
  const exact = rows.filter(
    (o) => o.name === plain || o.code === plain || `${o.prefectureName ?? ''}${o.name}` === plain,
  )
  return exact.length === 1 ? exact : rows
}

export async function addMember(
  db: Db,
  regionId: string,
  given: { organisation: Organisation; role: MemberRole },
): Promise<void> {
  const members = (await membersOf(db, [regionId])).get(regionId) ?? []
  const { organisation: o, role } = given
  const row = {
    id: newId(),
    regionId,
    organisationId: o.id,
    name: o.name,
    role,
    position: members.length,
    restJson: '{}',
  }
  await db.insertInto('regionMembers').values(row).execute()
}

export const dropMember = (db: Db, regionId: string, memberId: string) =>
  db.deleteFrom('regionMembers').where('id', '=', memberId).where('regionId', '=', regionId).execute()

/** The region is called after those who apply, the first one in full. */
export async function rename(db: Db, region: Pick<Region, 'id'>): Promise<void> {
  const members = (await membersOf(db, [region.id])).get(region.id) ?? []
  const ids = members.flatMap((m) => (m.role !== 'cooperating' && m.organisationId ? [m.organisationId] : []))
  const found = new Map((await organisationsByIds(db, ids)).map((o) => [o.id, o]))
  const applicants = ids.flatMap((id) => found.get(id) ?? [])
  if (applicants.length === 0) return
  await db
    .updateTable('regions')
    .set({ name: regionNameOf(applicants) })
    .where('id', '=', region.id)
    .execute()
}

/** The municipality a row of the sheet means: by its code (five or six digits), else by name within the prefecture. */
async function municipalityOf(db: Db, row: Row, prefectureCode: string | null): Promise<Organisation | undefined> {
  const code = (row.code ?? '').trim()
  const typed = /^\d{5,6}$/.test(code) ? code : (row.name ?? '').trim()
  const found = await municipalitiesNamed(db, typed, prefectureCode)
  return found.length === 1 ? found[0] : undefined
}

export interface SheetMember extends NamedRow {
  organisation: Organisation | undefined
}

/** Municipalities the sheet names, as far as they are known. */
export async function sheetMembers(db: Db, region: Pick<Region, 'applicantIds'>, body: Body): Promise<SheetMember[]> {
  const rows = namedRows(body).slice(0, 60)
  const [home] = rows.length > 0 ? await organisationsByIds(db, region.applicantIds.slice(0, 1)) : []
  const members: SheetMember[] = []
  for (const one of rows) {
    members.push({ ...one, organisation: await municipalityOf(db, one.row, home?.prefectureCode ?? null) })
  }
  return members
}
