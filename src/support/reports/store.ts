import type { Body } from '../../papers/templates/templates.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Report, Sending } from './reports.ts'

interface ReportSendingsTable extends Omit<Sending, 'body' | 'isAddition'> {
  documentId: string
  bodyJson: string
  personId: string | null
  isAddition: number
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    reportSendings: ReportSendingsTable
  }
}

/** What was sent, in the order it came, of many regions: one query. */
async function sendingsOf(db: Db, regionIds: readonly string[]): Promise<Sending[]> {
  if (regionIds.length === 0) return []
  const rows = await db
    .selectFrom('reportSendings')
    .select(['id', 'regionId', 'stepKey', 'revisionNumber', 'bodyJson', 'sentAt', 'saidOn'])
    .select(['personName', 'onBehalfOf', 'isAddition'])
    .where('regionId', 'in', [...regionIds])
    .orderBy('sentAt')
    .orderBy('id')
    .execute()
  return rows.map(({ bodyJson, ...row }) => ({
    ...row,
    body: JSON.parse(bodyJson) as Body,
    isAddition: row.isAddition === 1,
  }))
}

/** The three lines that were sent, by region and step; read by 地域の全員 (ask `report.view` first). */
export async function reportsOf(db: Db, regionIds: readonly string[]): Promise<Report[]> {
  const reports = new Map<string, Report>()
  for (const sent of await sendingsOf(db, regionIds)) {
    const key = `${sent.regionId}/${sent.stepKey}`
    const before = reports.get(key)?.sendings ?? []
    reports.set(key, { regionId: sent.regionId, stepKey: sent.stepKey, sent, sendings: [...before, sent] })
  }
  return [...reports.values()]
}

export type NewSending = Omit<Sending, 'id' | 'sentAt'> & { documentId: string; personId: string | null }

export async function addSending(db: Db, { body, isAddition, ...given }: NewSending, now: Date): Promise<void> {
  const row = { ...given, id: newId(), sentAt: now.toISOString(), bodyJson: JSON.stringify(body) }
  await db
    .insertInto('reportSendings')
    .values({ ...row, isAddition: isAddition ? 1 : 0 })
    .execute()
}

/** 実践 done in the region after this day, in the circles given. */
export async function practicesSince(db: Db, regionId: string, since: string): Promise<number> {
  const row = await db
    .selectFrom('promises')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('regionId', '=', regionId)
    .where('status', '=', 'done')
    .where('heldOn', '>=', since)
    .where('circle', '=', 'region')
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}
