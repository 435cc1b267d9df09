import type { Actor } from '../../access/actor.ts'
import { type Circle, circlesReadBy } from '../../access/circles.ts'
import type { Db } from '../../platform/db/db.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { adviceOfRegions } from '../../support/advice/store.ts'
import { slotsOf } from '../../support/meetings/meetings.ts'
import { meetingsOfRegions } from '../../support/meetings/store.ts'
import { promisesOfRegions } from '../../support/promises/store.ts'
import { linesOf } from '../../support/records/store.ts'
import { choicesOf } from '../board-choices/store.ts'
import { boardHeadsOf } from '../board-heads/store.ts'
import type { Board } from './boards.ts'
import { type BoardFacts, boardFrom } from './body.ts'

type Ctx = { db: Db; actor: Actor; now: Date }

/** What 地域の全員 read; what was written for fewer never stands on a sheet, whoever asks for it. */
const ON_BOARDS: readonly Circle[] = ['region', 'wg', 'joint']

/** The sheets as they stand now, of those regions whose 地域の全員 the actor reads: twelve queries whatever their number. */
export async function boardsOf(ctx: Ctx, regions: readonly Region[]): Promise<Map<string, Board>> {
  const facts = await boardFactsOf(ctx, regions)
  return new Map([...facts].map(([id, own]) => [id, boardFrom(own)]))
}

/** Each row is looked at once, however many regions there are. */
function grouped<T>(rows: readonly T[], keyOf: (row: T) => string | null): (key: string) => T[] {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row) ?? ''
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return (key) => groups.get(key) ?? []
}

export async function boardFactsOf(ctx: Ctx, regions: readonly Region[]): Promise<Map<string, BoardFacts>> {
  const { db, actor, now } = ctx
  const read = regions.filter((region) => circlesReadBy(actor, region).includes('region'))
  const ids = read.map((region) => region.id)
  if (ids.length === 0) return new Map()
  const steps = await stepsOf(db, [...new Set(read.map((region) => region.programmeId))])
  const meetings = await meetingsOfRegions(db, ids)
  const lines = await linesOf(
    db,
    meetings.map((m) => m.id),
    ON_BOARDS,
  )
  const [advice, promises] = [await adviceOfRegions(db, ids, ON_BOARDS), await promisesOfRegions(db, ids, ON_BOARDS)]
  const heads = await boardHeadsOf(db, read, ON_BOARDS)
  const choices = await choicesOf(db, ids)
  const meetingsBy = grouped(meetings, (m) => m.regionId)
  const linesBy = grouped(lines, (line) => line.meetingId)
  const [adviceBy, promisesBy] = [grouped(advice, (a) => a.regionId), grouped(promises, (p) => p.regionId)]
  return new Map(
    read.map((region) => {
      const own = meetingsBy(region.id)
      const { head, issues } = heads.get(region.id) as Pick<BoardFacts, 'head' | 'issues'>
      const facts: BoardFacts = {
        ...{ regionId: region.id, head, isImported: region.importedAt !== null },
        slots: slotsOf(
          steps.filter((step) => step.programmeId === region.programmeId),
          own,
          now,
        ),
        lines: own.flatMap((m) => linesBy(m.id)),
        advice: adviceBy(region.id),
        promises: promisesBy(region.id),
        issues,
        choices: choices.get(region.id) ?? new Map(),
      }
      return [region.id, facts]
    }),
  )
}
