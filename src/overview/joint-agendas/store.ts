import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Agenda, AgendaBody } from './joint-agendas.ts'

interface JointAgendasTable {
  id: string
  programmeId: string
  number: number
  bodyJson: string
  personName: string
  createdAt: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    jointAgendas: JointAgendasTable
  }
}

const plain = ({ bodyJson, number, personName, createdAt }: JointAgendasTable): Agenda => ({
  ...(JSON.parse(bodyJson) as AgendaBody),
  ...{ number, byName: personName, createdAt },
})

/** The latest wording, or the one with this number; earlier ones stay. */
export async function agendaOf(db: Db, programmeId: string, number?: number): Promise<Agenda | null> {
  const query = db.selectFrom('jointAgendas').selectAll().where('programmeId', '=', programmeId)
  const asked = number === undefined ? query : query.where('number', '=', number)
  const row = await asked.orderBy('number', 'desc').executeTakeFirst()
  return row ? plain(row) : null
}

/** The database guards the number: of two who save at once one gets a refusal. */
export const addAgenda = (db: Db, programmeId: string, given: AgendaBody & { number: number; by: string }, now: Date) =>
  db
    .insertInto('jointAgendas')
    .values({
      ...{ id: newId(), programmeId, number: given.number, personName: given.by, createdAt: now.toISOString() },
      bodyJson: JSON.stringify({ startsAt: given.startsAt, dueOn: given.dueOn, rows: given.rows }),
    })
    .execute()
