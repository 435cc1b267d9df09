import type { Actor } from '../../access/actor.ts'
import { belongs, runs } from '../../access/actor.ts'
import type { Sentences } from '../../people/history/history.ts'
import { eraShort, stampOf } from '../../platform/time.ts'
import { safeName } from '../../platform/zips/zips.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Reader } from '../archive-records/archive-records.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    record_taken: { reader: string; files: number; isWhole: boolean }
  }
}

export const regionArchiveHappenings = {
  record_taken: ({ actorName, details }) =>
    `${actorName}さんが、記録の控え（${details.reader}、${details.files}個のファイル）を受け取りました`,
} satisfies Sentences<'record_taken'>

/** Whose copies this person may take: the secretariat everybody's, the town its own. */
export const readersFor = (actor: Actor, region: Region): Reader[] =>
  runs(actor, region) ? ['office', 'town'] : belongs(actor, region) ? ['town'] : []

/** 「R7_みどり町_市町村用_20251216.zip」 */
export function archiveName(at: { programme: Programme; region: Region; reader: Reader; now: Date }): string {
  const whom = at.reader === 'office' ? '事務局用' : '市町村用'
  const day = stampOf(at.now).slice(0, 8)
  return safeName(`${eraShort(at.programme.fiscalYear)}_${at.region.name}_記録の控え_${whom}_${day}.zip`)
}
