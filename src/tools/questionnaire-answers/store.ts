import { randomBytes } from 'node:crypto'
import type { Db } from '../../platform/db/db.ts'
import { openPauses } from '../../programme/pauses/store.ts'
import type { Questionnaire } from '../questionnaires/questionnaires.ts'
import type { GivenAnswers } from './questionnaire-answers.ts'

interface AnswersTable {
  id: string
  questionnaireId: string
  linkId: string
  round: string
  profession: string
  valuesJson: string
  answeredOn: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    questionnaireAnswers: AnswersTable
    questionnaireSalts: { day: string; salt: string }
  }
}

/** At random, not in order of time: the order in which a room answered tells who was who. */
export const answerId = (): string => randomBytes(10).toString('hex')

export const addAnswers = (db: Db, { values, ...given }: GivenAnswers) =>
  db
    .insertInto('questionnaireAnswers')
    .values({ ...given, valuesJson: JSON.stringify(values) })
    .execute()

export async function answersOf(db: Db, questionnaireId: string): Promise<GivenAnswers[]> {
  const query = db.selectFrom('questionnaireAnswers').selectAll().where('questionnaireId', '=', questionnaireId)
  const rows = await query.orderBy('id').execute()
  return rows.map(({ valuesJson, ...row }) => ({ ...row, values: JSON.parse(valuesJson) }) as GivenAnswers)
}

/** How many came by each link. */
export async function countsOf(db: Db, linkIds: readonly string[]): Promise<Map<string, number>> {
  if (linkIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('questionnaireAnswers')
    .select(['linkId', (eb) => eb.fn.countAll<number>().as('n')])
    .where('linkId', 'in', [...linkIds])
    .groupBy('linkId')
    .execute()
  return new Map(rows.map((row) => [row.linkId, Number(row.n)]))
}

/** One salt a day, thrown away with it: from then on nobody can tell which address a mark stood for. */
export async function saltOf(db: Db, day: string): Promise<string> {
  await db.deleteFrom('questionnaireSalts').where('day', '<', day).execute()
  const fresh = { day, salt: randomBytes(16).toString('hex') }
  await db
    .insertInto('questionnaireSalts')
    .values(fresh)
    .onConflict((c) => c.doNothing())
    .execute()
  const row = await db.selectFrom('questionnaireSalts').select('salt').where('day', '=', day).executeTakeFirst()
  return row?.salt ?? fresh.salt
}

type Owner = Pick<Questionnaire, 'regionId' | 'programmeId'>

/** What a stranger with the address may know of the region or the year: its name, and whether it rests. */
export async function placeOf(
  db: Db,
  { regionId, programmeId }: Owner,
): Promise<{ region: string; isPaused: boolean }> {
  if (!regionId) {
    const year = db
      .selectFrom('programmes')
      .select('name')
      .where('id', '=', programmeId ?? '')
    return { region: (await year.executeTakeFirstOrThrow()).name, isPaused: false }
  }
  const row = await db.selectFrom('regions').select('name').where('id', '=', regionId).executeTakeFirstOrThrow()
  const pauses = await openPauses(db, [regionId])
  return { region: row.name, isPaused: pauses.has(regionId) }
}
