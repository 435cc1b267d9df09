import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Invitation } from './invitations.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    meetingInvitations: Omit<Invitation, 'isOptional'> & { isOptional: number }
  }
}

/** Who holds a standing invitation to this meeting. */
export async function invitationsOf(db: Db, meetingId: string): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('meetingInvitations')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, isOptional: row.isOptional === 1 }))
}

type Invited = Pick<Invitation, 'meetingId' | 'personId' | 'name' | 'email' | 'isOptional' | 'sequence'>

/** Invites, or tells again: one row per person and meeting. */
export async function keepInvitation(db: Db, given: Invited, now: Date): Promise<void> {
  const { meetingId, personId, name, email, sequence } = given
  const isOptional = given.isOptional ? 1 : 0
  const set = { name, email, sequence, isOptional, sentAt: now.toISOString(), endedAt: null }
  await db
    .insertInto('meetingInvitations')
    .values({ ...set, id: newId(), meetingId, personId })
    .onConflict((c) => c.columns(['meetingId', 'personId']).doUpdateSet(set))
    .execute()
}

export const endInvitation = (db: Db, given: { id: string; sequence: number }, now: Date) =>
  db
    .updateTable('meetingInvitations')
    .set({ endedAt: now.toISOString(), sequence: given.sequence })
    .where('id', '=', given.id)
    .execute()
