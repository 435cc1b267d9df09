import { scan } from '../../papers/privacy/privacy.ts'
import { templateOf } from '../../papers/templates/released.ts'
import { type Body, rowsIn } from '../../papers/templates/templates.ts'
import type { Db } from '../../platform/db/db.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { meetingsOfRegion } from '../../support/meetings/store.ts'
import { promisesOfRegion } from '../../support/promises/store.ts'
import { reportsOf } from '../../support/reports/store.ts'
import type { Facts, MeetingFact } from '../checks/checks.ts'
import { opinionsCount } from '../opinions/store.ts'
import { partOf, refOf } from '../papers/papers.ts'
import { papersOfRegion } from '../papers/store.ts'
import { wordsOf } from '../word-lists/store.ts'
import { meetingFacts, optionalBoxes } from './check-facts.ts'

/** Papers that are not of the thinking tools, or hold other people's own words. */
const ELSEWHERE = ['entry', 'three_lines']

export interface PaperFacts {
  bodies: Record<string, Body>
  /** Who reads each paper. */
  circles: Record<string, string>
  optional: Record<string, number>
}

/** Everything written so far that was not put away, by ref. */
async function paperFacts(db: Db, regionId: string): Promise<PaperFacts> {
  const [papers, removed] = await Promise.all([papersOfRegion(db, regionId), removedPapers(db, regionId)])
  const facts: PaperFacts = { bodies: {}, circles: {}, optional: {} }
  for (const { document, head } of papers) {
    if (head.number === 0 || ELSEWHERE.includes(document.kind) || removed.has(document.id)) continue
    const ref = refOf(document, partOf(document))
    const { templateKey, templateVersion } = document
    const template = templateKey ? templateOf(templateKey, templateVersion ?? undefined) : undefined
    facts.bodies[ref] = head.body
    facts.circles[ref] = document.circle
    if (template) facts.optional[ref] = optionalBoxes(template)
  }
  return facts
}

async function removedPapers(db: Db, regionId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('paperRemovals as r')
    .innerJoin('documents as d', 'd.id', 'r.documentId')
    .select('r.documentId')
    .where('r.restoredAt', 'is', null)
    .where('d.ownerKind', '=', 'region')
    .where((eb) => eb.or([eb('d.ownerId', '=', regionId), eb('d.ownerId', 'like', `${regionId}/%`)]))
    .execute()
  return new Set(rows.map(({ documentId }) => documentId))
}

/** Where the prefecture or its 保健所 was heard: present, written, noted down, or something taken on. */
async function prefectureAt(db: Db, region: Region): Promise<Set<string>> {
  const people = db
    .selectFrom('memberships')
    .select('personId')
    .where('role', '=', 'prefecture')
    .where((eb) => eb.or([eb('regionId', '=', region.id), eb('organisationId', '=', region.prefectureId ?? '')]))
  const rows = await db
    .selectFrom('meetings as m')
    .select('m.id')
    .where('m.regionId', '=', region.id)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('attendances as a')
            .select('a.id')
            .whereRef('a.meetingId', '=', 'm.id')
            .where('a.part', '=', 'prefecture')
            .where('a.isPresent', '=', 1),
        ),
        exists(
          selectFrom('meetingLines as l')
            .select('l.id')
            .whereRef('l.meetingId', '=', 'm.id')
            .where('l.personId', 'in', people),
        ),
        exists(
          selectFrom('promises as p')
            .select('p.id')
            .whereRef('p.meetingId', '=', 'm.id')
            .where('p.ownerRole', 'in', ['prefecture', 'hokenjo']),
        ),
        exists(selectFrom('observations as o').select('o.id').whereRef('o.meetingId', '=', 'm.id')),
        eb('m.id', '=', ''),
      ]),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}

async function meetingsFor(db: Db, region: Region, now: Date): Promise<MeetingFact[]> {
  const [steps, meetings, reports, promises, spoken] = await Promise.all([
    stepsOf(db, [region.programmeId]),
    meetingsOfRegion(db, region.id),
    reportsOf(db, [region.id]),
    promisesOfRegion(db, region.id, ['town', 'region', 'wg', 'joint']),
    prefectureAt(db, region),
  ])
  return meetingFacts({ region, steps, meetings, reports, promises, prefectureAt: spoken }, now)
}

/** The smallest town of the region: what is safe there is safe everywhere. */
async function populationOf(db: Db, region: Region): Promise<number | undefined> {
  const ids = region.members.flatMap(({ organisationId }) => (organisationId ? [organisationId] : []))
  if (ids.length === 0) return undefined
  const row = await db
    .selectFrom('organisations')
    .select((eb) => eb.fn.min('population').as('least'))
    .where('id', 'in', ids)
    .where('kind', '=', 'municipality')
    .executeTakeFirst()
  return row?.least ? Number(row.least) : undefined
}

export interface RegionFactsFound {
  facts: Facts
  /** Circle of each paper; what is not named is read by 地域の全員. */
  circles: Readonly<Record<string, string>>
}

/** All that the checks may know of a region, and who reads which paper: some twelve queries, however much is written. */
export async function regionFacts(db: Db, region: Region, now: Date): Promise<RegionFactsFound> {
  const [papers, words, opinions, meetings, population] = await Promise.all([
    paperFacts(db, region.id),
    wordsOf(db, region.programmeId),
    opinionsCount(db, region.id),
    meetingsFor(db, region, now),
    populationOf(db, region),
  ])
  const facts: Facts = {
    bodies: papers.bodies,
    ...{ words, meetings, optionalBoxes: papers.optional },
    opinions: Object.fromEntries(opinions.byCause),
    ...(population !== undefined && { population }),
    ownNames: [region.name, ...region.members.map(({ name }) => name)],
    bodyNames: rowsIn(papers.bodies.profile ?? {}, 'contractors').map((row) => String(row.name ?? '')),
    namesPerson: (text) => scan(text).map((found) => found.text),
  }
  return { facts, circles: papers.circles }
}

export const factsOf = async (db: Db, region: Region, now: Date): Promise<Facts> =>
  (await regionFacts(db, region, now)).facts
