import type { Db } from '../../platform/db/db.ts'
import type { HeldLink, HeldMembership } from '../holdings/holdings.ts'
import type { Deeds, Transfer } from './transfers.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    transfers: Omit<Transfer, 'deeds' | 'leaves'> & { deedsJson: string; leaves: number; undoneBy: string | null }
  }
}

const transferFrom = ({
  deedsJson,
  leaves,
  ...row
}: { deedsJson: string; leaves: number } & Omit<Transfer, 'deeds' | 'leaves'>) =>
  ({ ...row, leaves: leaves === 1, deeds: JSON.parse(deedsJson) as Deeds }) satisfies Transfer

/** Newest first. */
export async function transfersOf(db: Db, personId: string): Promise<Transfer[]> {
  const rows = await db
    .selectFrom('transfers')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(transferFrom)
}

export const addTransfer = (db: Db, { deeds, leaves, ...row }: Omit<Transfer, 'undoneAt'>) =>
  db
    .insertInto('transfers')
    .values({ ...row, leaves: leaves ? 1 : 0, deedsJson: JSON.stringify(deeds), undoneAt: null, undoneBy: null })
    .execute()

export async function markUndone(db: Db, id: string, by: string, now: Date): Promise<boolean> {
  const set = { undoneAt: now.toISOString(), undoneBy: by }
  const done = await db
    .updateTable('transfers')
    .set(set)
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}

/** Those who were to leave on a day that has come. */
export async function leavingDue(db: Db, on: string): Promise<Transfer[]> {
  const rows = await db
    .selectFrom('transfers')
    .innerJoin('people', 'people.id', 'transfers.personId')
    .selectAll('transfers')
    .where('transfers.leaves', '=', 1)
    .where('transfers.undoneAt', 'is', null)
    .where('transfers.fromOn', '<=', on)
    .where('people.leftOn', 'is', null)
    .execute()
  return rows.map(transferFrom).filter((t) => !t.deeds.left)
}

export const endLinksAt = (db: Db, tokenHashes: readonly string[], endsAt: string) =>
  db
    .updateTable('doorLinks')
    .set({ endsAt })
    .where('tokenHash', 'in', [...tokenHashes, ''])
    .where('endsAt', '>', endsAt)
    .execute()

export const reviveLink = (db: Db, { tokenHash, endsAt }: HeldLink) =>
  db.updateTable('doorLinks').set({ endsAt, revokedAt: null }).where('tokenHash', '=', tokenHash).execute()

export const setTerm = (db: Db, id: string, set: { toOn: string | null; endedBy: string | null }) =>
  db.updateTable('memberships').set(set).where('id', '=', id).execute()

/** Only while it still says what was written then: somebody may have changed it since. */
export async function setOwner(db: Db, { id, before, after }: { id: string; before: string; after: string }) {
  const open = db.updateTable('promises').set({ owner: after }).where('id', '=', id).where('doneAt', 'is', null)
  return Number((await open.where('owner', '=', before).executeTakeFirst()).numUpdatedRows) === 1
}

/** Regions in which these roles count: named for them, or through an organisation that applies. */
export async function regionsOfMemberships(db: Db, memberships: readonly HeldMembership[]): Promise<string[]> {
  const offices = memberships.flatMap((m) =>
    m.regionId === null && m.role !== 'secretariat' ? [m.organisationId] : [],
  )
  const rows = await db
    .selectFrom('regionMembers')
    .innerJoin('regions', 'regions.id', 'regionMembers.regionId')
    .select('regions.id')
    .distinct()
    .where('regionMembers.organisationId', 'in', [...offices, ''])
    .where('regions.isSample', '=', 0)
    .execute()
  return [...new Set([...memberships.flatMap((m) => (m.regionId ? [m.regionId] : [])), ...rows.map((row) => row.id)])]
}
