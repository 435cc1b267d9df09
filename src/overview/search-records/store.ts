import { CIRCLES, type Circle } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { adviceOfRegions } from '../../support/advice/store.ts'
import { consultationsOfRegions } from '../../support/consultations/store.ts'
import { handInsOfPromises } from '../../support/homework/store.ts'
import { meetingsOfRegions } from '../../support/meetings/store.ts'
import { promisesOfRegions } from '../../support/promises/store.ts'
import { linesOf } from '../../support/records/store.ts'
import { reportsOf } from '../../support/reports/store.ts'
import { releasedBoards } from '../board-releases/store.ts'
import {
  adviceText,
  boardTexts,
  consultationText,
  fileText,
  lineText,
  meetingText,
  noteText,
  type OfRegion,
  promiseText,
  reportText,
} from './search-records.ts'

/** All that is written is read here; who may find it is asked of every hit. */
const EVERY = Object.keys(CIRCLES) as Circle[]

async function meetingsAndAdvice(db: Db, ids: readonly string[]): Promise<OfRegion[]> {
  const meetings = await meetingsOfRegions(db, ids)
  const byId = new Map(meetings.map((m) => [m.id, m]))
  const lines = await linesOf(db, [...byId.keys()], EVERY)
  const advice = await adviceOfRegions(db, ids, EVERY)
  return [
    ...meetings.map(meetingText),
    ...lines.flatMap((line) => {
      const meeting = byId.get(line.meetingId)
      return meeting ? [lineText(line, meeting)] : []
    }),
    ...advice.map((a) => adviceText(a, byId.get(a.meetingId ?? ''))),
  ]
}

async function promised(db: Db, ids: readonly string[]): Promise<OfRegion[]> {
  const promises = await promisesOfRegions(db, ids, EVERY)
  const handIns = await handInsOfPromises(
    db,
    promises.flatMap((p) => (p.homeworkWhy === null ? [] : [p.id])),
  )
  return promises.map((p) =>
    promiseText(
      p,
      handIns.filter((one) => one.promiseId === p.id),
    ),
  )
}

async function reported(db: Db, regions: readonly Region[]): Promise<OfRegion[]> {
  const reports = await reportsOf(
    db,
    regions.map((r) => r.id),
  )
  const steps = reports.length > 0 ? await stepsOf(db, [...new Set(regions.map((r) => r.programmeId))]) : []
  const programmeOf = new Map(regions.map((r) => [r.id, r.programmeId]))
  return reports.map((report) => {
    const programmeId = programmeOf.get(report.regionId)
    const step = steps.find((one) => one.programmeId === programmeId && one.key === report.stepKey)
    return reportText(report, step?.label ?? '')
  })
}

const notesOf = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('teamNotes')
    .select(['id', 'regionId', 'text', 'personId', 'personName', 'createdAt'])
    .where('regionId', 'in', [...ids, ''])
    .where('deletedAt', 'is', null)
    .execute()

const filesOf = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('files')
    .selectAll()
    .where('regionId', 'in', [...ids, ''])
    .where('deletedAt', 'is', null)
    .execute()

/** Records, advice, promises, words before a meeting, consultations, notes, file names and what was put to the WG of these regions: thirteen queries. */
export async function recordTexts(db: Db, regions: readonly Region[]): Promise<OfRegion[]> {
  const ids = regions.map((r) => r.id)
  return [
    ...(await meetingsAndAdvice(db, ids)),
    ...(await promised(db, ids)),
    ...(await reported(db, regions)),
    ...(await consultationsOfRegions(db, ids, EVERY)).map(consultationText),
    ...(await notesOf(db, ids)).map(noteText),
    ...(await filesOf(db, ids)).map(fileText),
    ...[...(await releasedBoards(db, ids)).values()].flatMap(boardTexts),
  ]
}
