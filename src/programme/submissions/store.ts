import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { type Answer, standOf } from '../consents/consents.ts'
import { consentsOf } from '../consents/store.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'
import { fetchRegions } from '../regions/store.ts'
import { regionsScoredBy } from '../sight/store.ts'
import { type AskedQuestion, type EntryState, entryStateOf, factsOf, isReceived } from './submissions.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
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
  }
}

export interface Submission {
  id: string
  regionId: string
  documentId: string
  revisionNumber: number
  submittedAt: string
  personName: string
  onBehalfOf: string | null
  questions: AskedQuestion[]
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawReason: string | null
}

export interface NewSubmission
  extends Pick<Submission, 'regionId' | 'documentId' | 'revisionNumber' | 'personName' | 'onBehalfOf' | 'questions'> {
  personId: string | null
}

export async function addSubmission(db: Db, { questions, ...given }: NewSubmission, now: Date): Promise<void> {
  const taken = { withdrawnAt: null, withdrawnBy: null, withdrawReason: null }
  const row = {
    ...given,
    ...taken,
    id: newId(),
    submittedAt: now.toISOString(),
    questionsJson: JSON.stringify(questions),
  }
  await db.insertInto('submissions').values(row).execute()
}

/** Every submission of these regions, newest first. */
export async function submissionsOf(db: Db, regionIds: readonly string[]): Promise<Submission[]> {
  if (regionIds.length === 0) return []
  const rows = await db
    .selectFrom('submissions')
    .selectAll()
    .where('regionId', 'in', [...regionIds])
    .orderBy('submittedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ questionsJson, personId: _, ...row }) => ({ ...row, questions: JSON.parse(questionsJson) }))
}

export const markWithdrawn = (db: Db, regionId: string, by: { name: string; reason: string }, now: Date) =>
  db
    .updateTable('submissions')
    .set({ withdrawnAt: now.toISOString(), withdrawnBy: by.name, withdrawReason: by.reason })
    .where('regionId', '=', regionId)
    .where('withdrawnAt', 'is', null)
    .execute()

export const addReopening = (
  db: Db,
  given: { regionId: string; untilOn: string; reason: string; byName: string },
  now: Date,
) =>
  db
    .insertInto('reopenings')
    .values({ ...given, id: newId(), createdAt: now.toISOString() })
    .execute()

/** What the sheet says of the region as a whole, for lists and headings. */
export const setTheme = (db: Db, regionId: string, sheet: { theme: string; scenes: readonly string[] }) =>
  db
    .updateTable('regions')
    .set({ theme: sheet.theme, scenesJson: JSON.stringify(sheet.scenes.map((code) => ({ code }))) })
    .where('id', '=', regionId)
    .execute()

export interface EntryStand {
  state: EntryState
  stand: Answer | null
}

/** State of each entry: one query more than the regions themselves. */
export async function standsOf(
  db: Db,
  programme: Programme,
  regions: readonly Region[],
  now: Date,
): Promise<Map<string, EntryStand>> {
  const consents = await consentsOf(
    db,
    regions.map((r) => r.id),
  )
  const byRegion = new Map<string, typeof consents>(regions.map((r) => [r.id, []]))
  for (const consent of consents) byRegion.get(consent.regionId)?.push(consent)
  return new Map(
    regions.map((region) => {
      const stand = standOf(region, byRegion.get(region.id) ?? [])
      return [region.id, { stand, state: entryStateOf(factsOf(region, programme, { stand, now }), programme.rules) }]
    }),
  )
}

/** The received entries of a programme, in order of code: what is laid side by side in the selection. */
export async function receivedRegions(db: Db, actor: Actor, programme: Programme): Promise<Region[]> {
  const query = regionsScoredBy(db, actor)
    .where('regions.programmeId', '=', programme.id)
    .where('regions.isSample', '=', 0)
    .orderBy('regions.sortCode')
    .orderBy('regions.number')
  const regions = await fetchRegions(db, query)
  const stands = await standsOf(db, programme, regions, BEFORE_ALL)
  return regions.filter((region) => isReceived(stands.get(region.id)?.state ?? 'draft'))
}

/** Whether the deadline has passed changes the name of the state, not whether an entry is received. */
const BEFORE_ALL = new Date(0)
