import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { isPart, type Pack } from './packs.ts'

interface PacksTable extends Omit<Pack, 'parts'> {
  id: string
  partsJson: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    packs: PacksTable
  }
}

const packFrom = ({ partsJson, id: _, ...row }: PacksTable): Pack => ({
  ...row,
  parts: (JSON.parse(partsJson) as string[]).filter(isPart),
})

export async function packsOf(db: Db, programmeId: string): Promise<Pack[]> {
  const rows = await db.selectFrom('packs').selectAll().where('programmeId', '=', programmeId).execute()
  return rows.map(packFrom)
}

export const packOf = async (db: Db, programmeId: string, meetingNumber: number): Promise<Pack | undefined> =>
  (await packsOf(db, programmeId)).find((pack) => pack.meetingNumber === meetingNumber)

export async function putPack(db: Db, { parts, ...pack }: Pack): Promise<void> {
  const row = { ...pack, partsJson: JSON.stringify(parts) }
  await db
    .insertInto('packs')
    .values({ ...row, id: newId() })
    .onConflict((c) => c.columns(['programmeId', 'meetingNumber']).doUpdateSet(row))
    .execute()
}
