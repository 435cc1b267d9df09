import type { Ctx } from '../../platform/ctx.ts'
import { keep } from '../../platform/db/transaction.ts'
import type { Questionnaire } from '../questionnaires/questionnaires.ts'
import { saveQuestionnaire } from '../questionnaires/store.ts'

export type Edit = Partial<Omit<Questionnaire, 'id' | 'regionId' | 'programmeId'>>

/** Until it is handed out it is a draft: kept without a line of history. False: somebody was quicker. */
export const editQuestionnaire = (ctx: Ctx, q: Questionnaire, edit: Edit): Promise<boolean> =>
  keep(ctx, (db) =>
    saveQuestionnaire(db, { ...q, ...edit, updatedAt: ctx.now.toISOString(), updatedBy: ctx.actor.name }),
  )
