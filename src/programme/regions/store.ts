import type { ExpressionBuilder } from 'kysely'
import type { Actor, Role } from '../../access/actor.ts'
import type { Db, Tables } from '../../platform/db/db.ts'
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
    pauses: {
      id: string
      regionId: string
      kind: string
      reason: string
      fromAt: string
      byName: string
      endedAt: string | null
      endReason: string | null
      endedBy: string | null
    }
    submissions: {
      id: string
      regionId: string
      documentId: string
      revisionNumber: number
      submittedAt: string
      personId: string | null
      personName: string
      onBehalfOf: string | null
      questionsJson: string
      withdrawnAt: string | null
      withdrawnBy: string | null
      withdrawReason: string | null
    }
    decisions: {
      id: string
      regionId: string
      selected: number
      reason: string
      warningReason: string
      decidedAt: string
      decidedBy: string
      reversesId: string | null
      announcedAt: string | null
    }
  }
}

type Eb = ExpressionBuilder<Tables, 'regions' | 'programmes'>

/** Organisations for which this actor holds the role without being bound to one region. */
const organisationsOf = (actor: Actor, role: Role) =>
  actor.memberships.filter((m) => m.role === role && m.regionId === null).map((m) => m.organisationId)

const memberOf = (eb: Eb, organisationIds: readonly string[], roles: readonly MemberRole[]) =>
  eb.exists(
    eb
      .selectFrom('regionMembers')
      .select('regionMembers.id')
      .whereRef('regionMembers.regionId', '=', 'regions.id')
      .where('regionMembers.organisationId', 'in', [...organisationIds, ''])
      .where('regionMembers.role', 'in', [...roles]),
  )

const submitted = (eb: Eb) =>
  eb.or([
    eb('regions.importedAt', 'is not', null),
    eb.exists(
      eb.selectFrom('submissions').select('submissions.id').whereRef('submissions.regionId', '=', 'regions.id'),
    ),
  ])

const announced = (eb: Eb) =>
  eb
    .selectFrom('decisions')
    .select('decisions.selected')
    .whereRef('decisions.regionId', '=', 'regions.id')
    .where('decisions.announcedAt', 'is not', null)
    .orderBy('decisions.announcedAt', 'desc')
    .orderBy('decisions.id', 'desc')
    .limit(1)

/** The same as the rule 'region.view', as a query: there is no other way to a region. */
function seen(eb: Eb, actor: Actor) {
  const m = actor.memberships
  const owners = m.filter((x) => x.role === 'secretariat')
  const ids = (list: readonly string[]) => [...list, '']
  const bound = (roles: readonly Role[]) =>
    m.flatMap((x) => (roles.includes(x.role) && x.regionId !== null ? [x.regionId] : []))
  const applies = [...organisationsOf(actor, 'municipality'), ...organisationsOf(actor, 'prefecture')]
  const watching = m.flatMap((x) =>
    ['wg_member', 'observer'].includes(x.role) && x.programmeId ? [x.programmeId] : [],
  )
  return eb.or([
    ...owners.map((x) =>
      x.programmeId
        ? eb.and([eb('programmes.ownerId', '=', x.organisationId), eb('programmes.id', '=', x.programmeId)])
        : eb('programmes.ownerId', '=', x.organisationId),
    ),
    eb('regions.id', 'in', ids(bound(['advisor', 'partner']))),
    memberOf(eb, applies, ['applicant', 'joint']),
    eb.and([
      submitted(eb),
      eb.or([
        eb('regions.prefectureId', 'in', ids(organisationsOf(actor, 'prefecture'))),
        eb('regions.id', 'in', ids(bound(['prefecture']))),
        memberOf(eb, organisationsOf(actor, 'municipality'), ['cooperating']),
      ]),
    ]),
    eb.and([
      eb('regions.programmeId', 'in', ids(watching)),
      eb.or([eb('regions.importedAt', 'is not', null), eb(announced(eb), '=', 1)]),
    ]),
    ...(m.length > 0 ? [eb('regions.isSample', '=', 1)] : []),
  ])
}

/** The only way to regions: what the actor may not see does not exist. */
export const regionsSeenBy = (db: Db, actor: Actor) =>
  db
    .selectFrom('regions')
    .innerJoin('programmes', 'programmes.id', 'regions.programmeId')
    .where((eb) => seen(eb as unknown as Eb, actor))

/** As `regionsSeenBy`, and for WG members also what was submitted to their programme: they score before it is decided. */
export function regionsScoredBy(db: Db, actor: Actor) {
  const scoring = actor.memberships.flatMap((m) => (m.role === 'wg_member' && m.programmeId ? [m.programmeId] : []))
  return db
    .selectFrom('regions')
    .innerJoin('programmes', 'programmes.id', 'regions.programmeId')
    .where((given) => {
      const eb = given as unknown as Eb
      return eb.or([seen(eb, actor), eb.and([eb('regions.programmeId', 'in', [...scoring, '']), submitted(eb)])])
    })
}

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
  const { scenesJson, restJson: _, createdBy: __, hasSubmission, ...rest } = row
  const ids = (roles: readonly MemberRole[]) =>
    members.flatMap((m) => (roles.includes(m.role) && m.organisationId ? [m.organisationId] : []))
  return {
    ...rest,
    caseType: row.caseType as CaseType,
    isSample: row.isSample === 1,
    scenes: JSON.parse(scenesJson),
    members,
    applicantIds: ids(['applicant', 'joint']),
    cooperatingIds: ids(['cooperating']),
    isSubmitted: hasSubmission === 1,
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

async function openPauses(db: Db, regionIds: readonly string[]): Promise<Map<string, OpenPause>> {
  if (regionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('pauses')
    .select(['regionId', 'kind', 'reason', 'fromAt'])
    .where('regionId', 'in', [...regionIds])
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ regionId, ...pause }) => [regionId, pause as OpenPause]))
}
