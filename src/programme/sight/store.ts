import type { ExpressionBuilder } from 'kysely'
import type { Actor, Role } from '../../access/actor.ts'
import type { Db, Tables } from '../../platform/db/db.ts'
import type { MemberRole } from '../regions/regions.ts'

/** 見えかた: which regions exist for whom. The same as the rule 'region.view'; tests/access compares the two. */
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

export const submitted = (eb: Eb) =>
  eb.or([
    eb('regions.importedAt', 'is not', null),
    eb.exists(
      eb.selectFrom('submissions').select('submissions.id').whereRef('submissions.regionId', '=', 'regions.id'),
    ),
  ])

export const announced = (eb: Eb) =>
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
    ...m
      .filter((x) => ['municipality', 'prefecture'].includes(x.role) && x.regionId !== null)
      .map((x) =>
        eb.and([eb('regions.id', '=', x.regionId ?? ''), memberOf(eb, [x.organisationId], ['applicant', 'joint'])]),
      ),
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
