import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Answer, AnswerWay } from '../dates/dates.ts'
import type { Attendee } from '../occasions/occasions.ts'

export async function addInvitee(
  db: Db,
  given: Attendee & { pollId: string; isLead: boolean },
  now: Date,
): Promise<string> {
  const id = newId()
  const { isOptional: _, isLead, ...person } = given
  const fresh = { note: '', way: null, answeredAt: null, askedAt: now.toISOString() }
  await db
    .insertInto('pollInvitees')
    .values({ ...person, ...fresh, id, isLead: isLead ? 1 : 0 })
    .execute()
  return id
}

export interface GivenAnswers {
  inviteeId: string
  answers: ReadonlyMap<string, Answer>
  note: string
  way: AnswerWay
}

/** The last answer counts; a slot left open keeps what was said before. */
export async function saveAnswers(db: Db, given: GivenAnswers, now: Date): Promise<void> {
  const { inviteeId, answers, note, way } = given
  const answeredAt = now.toISOString()
  for (const [slotId, answer] of answers) {
    await db
      .insertInto('pollAnswers')
      .values({ id: newId(), slotId, inviteeId, answer, answeredAt })
      .onConflict((c) => c.columns(['slotId', 'inviteeId']).doUpdateSet({ answer, answeredAt }))
      .execute()
  }
  await db.updateTable('pollInvitees').set({ note, way, answeredAt }).where('id', '=', inviteeId).execute()
}
