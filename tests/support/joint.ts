import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesIn } from '../../src/platform/files/files.ts'
import { instantAt } from '../../src/platform/time.ts'
import { addMeeting, updateMeeting } from '../../src/support/meetings/store.ts'
import { freshDb } from './db.ts'
import { type Town, town } from './town.ts'

export const JOINT_DAY = '2026-02-20'

const decided = (regionId: string, at: string) => ({
  ...{ id: `${regionId}-decision`, regionId, selected: 1, reason: '', warningReason: '', decidedAt: at },
  ...{ decidedBy: '森野 美香', reversesId: null, announcedAt: at },
})

/** The town with two selected regions (みどり町, すずかぜ市) and the year's joint report meeting set for February. */
export async function jointTown(): Promise<Town> {
  filesIn(mkdtempSync(join(tmpdir(), 'banso-joint-')))
  const all = await town(await freshDb())
  const at = all.now.toISOString()
  await all.db.insertInto('decisions').values(decided(all.regions.suzukaze, at)).execute()
  const place = { programmeId: all.programmeId, regionId: null, stepId: null, stepKey: null, number: 51 }
  const id = await addMeeting(all.db, { ...place, label: '合同報告会', kind: 'joint-report' }, all.now)
  const startsAt = instantAt(JOINT_DAY, '13:00')
  const url = 'https://meet.example/joint'
  await updateMeeting(all.db, id, { heldOn: JOINT_DAY, startsAt, minutes: 120, mode: 'online', url })
  return all
}

/** The clock goes on: who is signed in stays so. */
export function clockAt(all: Town, day: string, time = '10:00'): void {
  all.now = new Date(instantAt(day, time))
}
