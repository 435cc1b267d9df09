import { rowsIn } from '../../papers/templates/templates.ts'
import type { Db } from '../../platform/db/db.ts'
import { carriesInto } from '../carries/store.ts'
import { papersOfRegion } from '../papers/store.ts'
import { WIDE } from '../record-sources/record-sources.ts'
import { type Recorded, type Share, shareOf, type Told, toldElsewhere } from './carried-shares.ts'

export interface Found {
  share: Share
  /** Texts without a link, and what the record tells in the same place or the same words. */
  told: Told[]
}

const TABLES: Readonly<Record<string, [table: string, label: string][]>> = {
  entry: [['issues', 'エントリーの課題']],
  issues: [['issues', '課題']],
  causes: [['causes', '真因の仮説']],
  logic_model: [['boxes', 'ロジックモデル']],
  support_outline: [['policy', '取組の方針']],
}

/** The region's まとめ against all that was written before it. */
export async function shareCarried(db: Db, regionId: string): Promise<Found> {
  const papers = await papersOfRegion(db, regionId)
  const closing = papers.find(({ document }) => document.kind === 'closing')
  if (!closing) return { share: shareOf({}, []), told: [] }
  const carries = await carriesInto(db, closing.document.id)
  const written = papers
    .filter(({ document }) => WIDE.includes(document.circle))
    .flatMap(({ document, head }) =>
      (TABLES[document.kind] ?? []).flatMap(([table, place]) =>
        rowsIn(head.body, table).map((row): Recorded => ({ text: row.text ?? '', place, rest: row.rest ?? '' })),
      ),
    )
  const recorded = [...(await linesTold(db, regionId)), ...(await rowsTold(db, regionId)), ...written]
  const body = closing.head.body
  return { share: shareOf(body, carries), told: toldElsewhere(body, carries, recorded) }
}

async function linesTold(db: Db, regionId: string): Promise<Recorded[]> {
  const lines = await db
    .selectFrom('meetingLines as l')
    .innerJoin('meetings as m', 'm.id', 'l.meetingId')
    .select(['l.text', 'l.restJson as rest', 'm.label as place'])
    .where('m.regionId', '=', regionId)
    .where('l.circle', 'in', [...WIDE])
    .where('l.deletedAt', 'is', null)
    .orderBy('m.number', 'desc')
    .orderBy('l.position')
    .execute()
  return lines
}

async function rowsTold(db: Db, regionId: string): Promise<Recorded[]> {
  const advice = await db
    .selectFrom('advice')
    .select(['text', 'restJson as rest'])
    .where('regionId', '=', regionId)
    .where('circle', 'in', [...WIDE])
    .where('deletedAt', 'is', null)
    .where('sentAt', 'is not', null)
    .execute()
  const promises = await db
    .selectFrom('promises')
    .select(['text', 'learned', 'restJson as rest'])
    .where('regionId', '=', regionId)
    .where('circle', 'in', [...WIDE])
    .execute()
  return [
    ...advice.map((one) => ({ ...one, place: '助言' })),
    ...promises.map(({ text, learned, rest }) => ({
      text: [text, learned].filter(Boolean).join('。'),
      rest,
      place: '取組',
    })),
  ]
}
