import type { Organisation } from '../../people/organisations/organisations.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Region } from '../regions/regions.ts'

/** The region this organisation applies with (or joins) in this programme. */
export async function regionOfApplicant(db: Db, programmeId: string, organisationId: string) {
  return db
    .selectFrom('regions')
    .innerJoin('regionMembers', 'regionMembers.regionId', 'regions.id')
    .select(['regions.id', 'regions.name'])
    .where('regions.programmeId', '=', programmeId)
    .where('regionMembers.organisationId', '=', organisationId)
    .where('regionMembers.role', 'in', ['applicant', 'joint'])
    .orderBy('regions.number')
    .executeTakeFirst()
}

/** Addresses of those who act for the organisation in this region or everywhere. */
export async function addressesOf(db: Db, organisationId: string, on: string): Promise<string[]> {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select('people.email')
    .where('memberships.organisationId', '=', organisationId)
    .where('memberships.role', 'in', ['municipality', 'prefecture'])
    .where((eb) => eb.or([eb('memberships.toOn', 'is', null), eb('memberships.toOn', '>=', on)]))
    .where('people.leftOn', 'is', null)
    .execute()
  return [...new Set(rows.map((row) => row.email))]
}

/** A region's first day: one applicant, everything else empty. */
export async function addRegion(
  db: Db,
  given: {
    programmeId: string
    organisation: Organisation
    prefectureId: string | null
    name: string
    createdBy: string | null
  },
  now: Date,
): Promise<string> {
  const { organisation: o, ...cells } = given
  const id = newId(now.getTime())
  const last = await db
    .selectFrom('regions')
    .select((eb) => eb.fn.max('number').as('n'))
    .executeTakeFirst()
  await db
    .insertInto('regions')
    .values({
      ...cells,
      id,
      number: Number(last?.n ?? 0) + 1,
      caseType: o.kind === 'prefecture' ? 'prefecture-led' : 'municipality',
      bureauCode: o.bureauCode,
      sortCode: o.code ?? '',
      theme: '',
      focus: '',
      scenesJson: '[]',
      bundleId: null,
      isSample: 0,
      importedAt: null,
      restJson: '{}',
      createdAt: now.toISOString(),
    })
    .execute()
  const member = { organisationId: o.id, name: o.name, role: 'applicant', position: 0, restJson: '{}' }
  await db
    .insertInto('regionMembers')
    .values({ ...member, id: newId(), regionId: id })
    .execute()
  return id
}

/** Addresses of those who act for the applying organisations in this region. */
export async function applicantsToTell(db: Db, region: Pick<Region, 'id' | 'applicantIds'>, on: string) {
  if (region.applicantIds.length === 0) return []
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['people.id', 'people.name', 'people.email'])
    .distinct()
    .where('memberships.organisationId', 'in', [...region.applicantIds])
    .where('memberships.role', 'in', ['municipality', 'prefecture'])
    .where((eb) => eb.or([eb('memberships.regionId', 'is', null), eb('memberships.regionId', '=', region.id)]))
    .where((eb) => eb.or([eb('memberships.toOn', 'is', null), eb('memberships.toOn', '>=', on)]))
    .where('people.leftOn', 'is', null)
    .orderBy('people.email')
    .execute()
  return rows
}
