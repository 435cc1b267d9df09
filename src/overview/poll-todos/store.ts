import type { Db } from '../../platform/db/db.ts'
import type { AskingPoll } from './poll-todos.ts'

/** Open polls with a slot ahead that this person has not answered: one query. */
export async function pollsAsking(db: Db, personId: string, now: Date): Promise<AskingPoll[]> {
  const rows = await db
    .selectFrom('pollInvitees as i')
    .innerJoin('polls as p', 'p.id', 'i.pollId')
    .innerJoin('meetings as m', 'm.id', 'p.meetingId')
    .innerJoin('programmes', 'programmes.id', 'm.programmeId')
    .leftJoin('regions', 'regions.id', 'm.regionId')
    .select(['p.id', 'm.regionId', 'm.label', 'p.answerByOn', 'p.openedAt'])
    .select((eb) => eb.fn.coalesce('regions.name', 'programmes.name').as('whose'))
    .where('i.personId', '=', personId)
    .where('p.closedAt', 'is', null)
    .where('m.cancelledAt', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('pauses')
            .select('pauses.id')
            .whereRef('pauses.regionId', '=', 'm.regionId')
            .where('pauses.endedAt', 'is', null),
        ),
      ),
    )
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('pollSlots as s')
          .leftJoin('pollAnswers as a', (join) => join.onRef('a.slotId', '=', 's.id').onRef('a.inviteeId', '=', 'i.id'))
          .select('s.id')
          .whereRef('s.pollId', '=', 'p.id')
          .where('s.startsAt', '>', now.toISOString())
          .where('a.id', 'is', null),
      ),
    )
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ ...row, whose: row.whose ?? '' }))
}
