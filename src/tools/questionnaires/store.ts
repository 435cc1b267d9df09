import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { notFound } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Purpose, Questionnaire } from './questionnaires.ts'

interface QuestionnairesTable {
  id: string
  regionId: string | null
  programmeId: string | null
  title: string
  purpose: string
  lead: string
  thanks: string
  contact: string
  isPaired: number
  smallest: number
  questionsJson: string
  version: number
  copiedFromId: string | null
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    questionnaires: QuestionnairesTable
  }
}

const plain = ({ questionsJson, isPaired, purpose, ...row }: QuestionnairesTable): Questionnaire => ({
  ...row,
  purpose: purpose as Purpose,
  isPaired: isPaired === 1,
  questions: JSON.parse(questionsJson),
})

const rowOf = ({ questions, isPaired, ...q }: Questionnaire): QuestionnairesTable => ({
  ...q,
  isPaired: isPaired ? 1 : 0,
  questionsJson: JSON.stringify(questions),
})

/** Newest first. */
export async function questionnairesOf(db: Db, regionId: string): Promise<Questionnaire[]> {
  const rows = await db
    .selectFrom('questionnaires')
    .selectAll()
    .where('regionId', '=', regionId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(plain)
}

export async function questionnaireIn(db: Db, regionId: string, id: string): Promise<Questionnaire | null> {
  const query = db.selectFrom('questionnaires').selectAll().where('id', '=', id).where('regionId', '=', regionId)
  const row = await query.executeTakeFirst()
  return row ? plain(row) : null
}

/** The one of a year's joint report meeting, the newest if it was made anew. */
export async function questionnaireOfYear(db: Db, programmeId: string): Promise<Questionnaire | null> {
  const query = db.selectFrom('questionnaires').selectAll().where('programmeId', '=', programmeId)
  const row = await query.orderBy('id', 'desc').executeTakeFirst()
  return row ? plain(row) : null
}

export async function questionnaireById(db: Db, id: string): Promise<Questionnaire | null> {
  const row = await db.selectFrom('questionnaires').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? plain(row) : null
}

/** The one an address names, in the region its reader sees. */
export async function questionnaireAt(call: {
  ctx: Ctx
  region: Region
  params: Record<string, string>
}): Promise<Questionnaire> {
  const q = await questionnaireIn(call.ctx.db, call.region.id, call.params.questionnaireId ?? '')
  if (!q) throw notFound()
  return q
}

export const addQuestionnaire = (db: Db, q: Questionnaire) => db.insertInto('questionnaires').values(rowOf(q)).execute()

/** Kept only if nobody was quicker since `q.version`. */
export async function saveQuestionnaire(db: Db, q: Questionnaire): Promise<boolean> {
  const { id, regionId: _r, programmeId: _p, createdAt: _a, createdBy: _b, version, ...set } = rowOf(q)
  const query = db
    .updateTable('questionnaires')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
  return Number((await query.executeTakeFirst()).numUpdatedRows) === 1
}
