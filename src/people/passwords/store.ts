import type { Db } from '../../platform/db/db.ts'

export interface StoredPassword {
  personId: string
  passwordHash: string | null
}

export async function passwordHashOf(db: Db, personId: string): Promise<string | null> {
  const row = await db.selectFrom('people').select('passwordHash').where('id', '=', personId).executeTakeFirst()
  return row?.passwordHash ?? null
}

/** `passwordHash` was made by `hashPassword` before the transaction began. */
export const setPasswordHash = (db: Db, personId: string, passwordHash: string) =>
  db.updateTable('people').set({ passwordHash }).where('id', '=', personId).execute()
