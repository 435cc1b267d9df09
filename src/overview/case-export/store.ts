import { CIRCLES, type Circle } from '../../access/circles.ts'
import { headsOf } from '../../papers/documents/store.ts'
import { BUREAUS, type BureauCode } from '../../people/organisations/organisations.ts'
import type { Db } from '../../platform/db/db.ts'
import { kindNamed } from '../../tools/kinds/kinds.ts'
import type { Item } from '../case-format/bundle.ts'
import { keptNow } from '../case-papers/case-papers.ts'
import { bodiesOfRegion } from '../case-papers/store.ts'
import { bundleFrom, type CaseRows } from '../case-records/bundle.ts'
import { readCase } from '../case-records/store.ts'
import { type LivingDocument, type LivingFacts, livingRows } from './body.ts'

const EVERYBODY = Object.keys(CIRCLES) as Circle[]

/** What is written for circles its reader does not read is not there. */
function readable(rows: CaseRows, circles: readonly Circle[]): CaseRows {
  const reads = ({ circle }: { circle?: unknown }) => circles.includes((circle ?? 'region') as Circle)
  const { lines, advice, promises } = rows
  return { ...rows, lines: lines.filter(reads), advice: advice.filter(reads), promises: promises.filter(reads) }
}

/** The region as a bundle: what was imported comes back as it came; what grew up here gets a head and its further keys. */
export async function exportBundle(db: Db, regionId: string, circles: readonly Circle[] = EVERYBODY): Promise<Item> {
  const rows = readable(await readCase(db, regionId), circles)
  const facts = await livingFacts(db, regionId, circles)
  const bodies = await bodiesOfRegion(db, regionId, circles)
  const withPapers = (own: CaseRows): CaseRows => ({ ...own, kept: keptNow(own, bodies) })
  if (rows.region.importedAt === null) return bundleFrom(withPapers(livingRows(rows, facts)))
  const added: Item = {}
  if (facts.documents.length > 0) added.documents = facts.documents
  if (Object.keys(facts.course).length > 0) added.course = facts.course
  const bundle = bundleFrom(withPapers(rows))
  const both = [added.documents, bundle.documents].every(Array.isArray)
  return { ...added, ...bundle, ...(both && { documents: [added.documents, bundle.documents].flat() }) }
}

const rowsOfRegion = (db: Db, regionId: string) => ({
  submissions: db
    .selectFrom('submissions')
    .select(['submittedAt', 'personName', 'onBehalfOf', 'revisionNumber', 'withdrawnAt', 'withdrawReason'])
    .where('regionId', '=', regionId),
  decisions: db
    .selectFrom('decisions')
    .select(['selected', 'reason', 'decidedAt', 'announcedAt'])
    .where('regionId', '=', regionId)
    .where('announcedAt', 'is not', null),
  dates: db
    .selectFrom('meetingDates as d')
    .innerJoin('meetings as m', 'm.id', 'd.meetingId')
    .select(['m.number as seq', 'm.label', 'd.kind', 'd.heldOn', 'd.startsAt', 'd.mode', 'd.place', 'd.reason'])
    .select(['d.byName', 'd.createdAt'])
    .where('m.regionId', '=', regionId),
  pauses: db
    .selectFrom('pauses')
    .select(['kind', 'reason', 'fromAt', 'endedAt', 'endReason'])
    .where('regionId', '=', regionId),
})

/** What happened to the region beside its meetings: dated facts, each list only when it holds something. */
async function courseOf(db: Db, regionId: string): Promise<LivingFacts['course']> {
  const asked = rowsOfRegion(db, regionId)
  const course = {
    submissions: await asked.submissions.orderBy('submittedAt').execute(),
    decisions: await asked.decisions.orderBy('decidedAt').execute(),
    dates: await asked.dates.orderBy('d.createdAt').orderBy('d.sequence').execute(),
    pauses: await asked.pauses.orderBy('fromAt').execute(),
  }
  return Object.fromEntries(Object.entries(course).filter(([, rows]) => rows.length > 0))
}

/** A draft that was never handed in is its authors' alone and does not go out. */
async function documentsOfRegion(db: Db, regionId: string, circles: readonly Circle[]): Promise<LivingDocument[]> {
  const documents = await db
    .selectFrom('documents')
    .selectAll()
    .where((eb) =>
      eb.or([
        eb.and([eb('ownerKind', '=', 'region'), eb('ownerId', '=', regionId)]),
        eb.and([eb('ownerKind', '=', 'region_step'), eb('ownerId', 'like', `${regionId}/%`)]),
      ]),
    )
    .where('circle', 'in', [...circles])
    .orderBy('id')
    .execute()
  const heads = await headsOf(
    db,
    documents.map((document) => document.id),
  )
  return documents
    .filter(({ kind }) => !kindNamed(kind))
    .map(({ id, kind, ownerId, templateKey, templateVersion }) => ({
      ...(ownerId !== regionId && { step: ownerId.slice(regionId.length + 1) }),
      ...{ kind, template: templateKey, version: templateVersion, revision: heads.get(id)?.number ?? 0 },
      body: heads.get(id)?.body ?? {},
    }))
}

async function livingFacts(db: Db, regionId: string, circles: readonly Circle[]): Promise<LivingFacts> {
  const region = await db
    .selectFrom('regions as r')
    .innerJoin('programmes as p', 'p.id', 'r.programmeId')
    .leftJoin('organisations as o', 'o.id', 'r.prefectureId')
    .select(['p.fiscalYear', 'p.templateKey', 'r.bureauCode', 'o.prefectureCode', 'o.name as prefectureName'])
    .where('r.id', '=', regionId)
    .executeTakeFirstOrThrow()
  const members = await db
    .selectFrom('regionMembers as m')
    .innerJoin('organisations as o', 'o.id', 'm.organisationId')
    .select(['o.id', 'o.code', 'o.name', 'o.kind', 'o.population', 'o.agingRate', 'o.figuresAsOf'])
    .where('m.regionId', '=', regionId)
    .orderBy('m.position')
    .execute()
  const course = await courseOf(db, regionId)
  const { bureauCode, prefectureCode: code, prefectureName: name, ...programme } = region
  return {
    programme,
    prefecture: code && name ? { code, name } : null,
    bureau: bureauCode ? { code: bureauCode, name: BUREAUS[bureauCode as BureauCode] ?? bureauCode } : null,
    organisations: new Map(members.map((member) => [member.id, member])),
    team: [
      ...members.map(({ kind, name: org }) => ({ role: kind === 'prefecture' ? 'prefecture' : 'municipality', org })),
      ...(await namedTeam(db, regionId)),
    ],
    documents: 'submissions' in course ? await documentsOfRegion(db, regionId, circles) : [],
    course,
  }
}

/** Organisations named for the region, without the people. */
const namedTeam = (db: Db, regionId: string) =>
  db
    .selectFrom('memberships as m')
    .innerJoin('organisations as o', 'o.id', 'm.organisationId')
    .select(['m.role as role', 'o.name as org'])
    .distinct()
    .where('m.regionId', '=', regionId)
    .where('m.role', 'in', ['advisor', 'partner', 'prefecture'])
    .execute()
