import type { ExpressionBuilder } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import type { Db, Tables } from '../../platform/db/db.ts'
import { openPauses } from '../pauses/store.ts'
import { announced, regionsSeenBy, submitted } from '../sight/store.ts'
import type { CaseType, MemberRole, OpenPause, Region, RegionMember } from './regions.ts'

interface RegionsTable {
  id: string
  number: number
  programmeId: string
  name: string
  caseType: string
  prefectureId: string | null
  bureauCode: string | null
  sortCode: string
  theme: string
  focus: string
  scenesJson: string
  bundleId: string | null
  isSample: number
  importedAt: string | null
  restJson: string
  createdAt: string
  createdBy: string | null
}

interface RegionMembersTable {
  id: string
  regionId: string
  organisationId: string | null
  role: string
  name: string
  position: number
  restJson: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    regions: RegionsTable
    regionMembers: RegionMembersTable
  }
}

type Eb = ExpressionBuilder<Tables, 'regions' | 'programmes'>

const FACTS = (eb: Eb) =>
  [
    'programmes.ownerId as ownerId',
    submitted(eb).as('hasSubmission'),
    announced(eb).as('announced'),
    eb
      .selectFrom('submissions')
      .select((s) => s.fn.max('submissions.submittedAt').as('at'))
      .whereRef('submissions.regionId', '=', 'regions.id')
      .where('submissions.withdrawnAt', 'is', null)
      .as('submittedAt'),
    eb
      .selectFrom('submissions')
      .select((s) => s.fn.max('submissions.withdrawnAt').as('at'))
      .whereRef('submissions.regionId', '=', 'regions.id')
      .as('withdrawnAt'),
  ] as const

export type SeenRegions = ReturnType<typeof regionsSeenBy>

/** Runs a query made of `regionsSeenBy` (filtered, ordered, paged by the caller): three queries whatever the number. */
export async function fetchRegions(db: Db, query: SeenRegions): Promise<Region[]> {
  const rows = await query
    .selectAll('regions')
    .select((eb) => FACTS(eb as unknown as Eb) as never)
    .execute()
  const found = rows as unknown as (RegionsTable & RegionExtras)[]
  const ids = found.map((row) => row.id)
  const [members, pauses] = await Promise.all([membersOf(db, ids), openPauses(db, ids)])
  return found.map((row) => regionFrom(row, members.get(row.id) ?? [], pauses.get(row.id) ?? null))
}

interface RegionExtras {
  ownerId: string
  hasSubmission: number
  announced: number | null
  submittedAt: string | null
  withdrawnAt: string | null
}

function regionFrom(row: RegionsTable & RegionExtras, members: RegionMember[], pause: OpenPause | null): Region {
  const ids = (roles: readonly MemberRole[]) =>
    members.flatMap((m) => (roles.includes(m.role) && m.organisationId ? [m.organisationId] : []))
  const { id, number, programmeId, name, prefectureId, bureauCode, sortCode, theme, focus, bundleId, importedAt } = row
  const facts = {
    id,
    number,
    programmeId,
    name,
    prefectureId,
    bureauCode,
    sortCode,
    theme,
    focus,
    bundleId,
    importedAt,
  }
  return {
    ...facts,
    ownerId: row.ownerId,
    createdAt: row.createdAt,
    submittedAt: row.submittedAt,
    caseType: row.caseType as CaseType,
    isSample: row.isSample === 1,
    scenes: JSON.parse(row.scenesJson),
    members,
    applicantIds: ids(['applicant', 'joint']),
    cooperatingIds: ids(['cooperating']),
    isSubmitted: row.hasSubmission === 1,
    isSelected: row.announced === 1 || row.importedAt !== null,
    announced: row.announced === null ? null : row.announced === 1,
    withdrawnAt: row.submittedAt ? null : row.withdrawnAt,
    pause,
  }
}

export async function regionSeen(db: Db, actor: Actor, id: string): Promise<Region | undefined> {
  const [region] = await fetchRegions(db, regionsSeenBy(db, actor).where('regions.id', '=', id))
  return region
}

export async function membersOf(db: Db, regionIds: readonly string[]): Promise<Map<string, RegionMember[]>> {
  if (regionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('regionMembers')
    .select(['id', 'regionId', 'organisationId', 'role', 'name'])
    .where('regionId', 'in', [...regionIds])
    .orderBy('regionId')
    .orderBy('position')
    .execute()
  const byRegion = new Map<string, RegionMember[]>()
  for (const row of rows as RegionMember[]) byRegion.set(row.regionId, [...(byRegion.get(row.regionId) ?? []), row])
  return byRegion
}
