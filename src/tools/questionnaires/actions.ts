import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { PURPOSES, type Purpose, type Questionnaire } from './questionnaires.ts'
import { addQuestionnaire } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    questionnaire_made: { title: string; purpose: Purpose; copiedFrom: string | null }
  }
}

export const questionnaireHappenings = {
  questionnaire_made: (h) => {
    const { title, purpose, copiedFrom } = h.details
    const from = copiedFrom ? `、「${copiedFrom}」を写して` : ''
    return `${h.actorName}さんが${PURPOSES[purpose]}の質問票「${title}」を${from}作りはじめました`
  },
} satisfies Sentences<'questionnaire_made'>

export interface ToMake {
  title: string
  purpose: Purpose
  contact: string
  /** Its words and questions are taken over; answers never. */
  from: Pick<Questionnaire, 'lead' | 'thanks' | 'isPaired' | 'smallest' | 'questions'> & {
    id: string | null
    title: string
  }
}

type Owner = Pick<Questionnaire, 'regionId' | 'programmeId'>

export const makeQuestionnaire = (ctx: Ctx, region: Pick<Region, 'id'>, given: ToMake): Promise<string> =>
  make(ctx, { regionId: region.id, programmeId: null }, given)

/** Of the year's joint report meeting. */
export const makeYearQuestionnaire = (ctx: Ctx, programmeId: string, given: ToMake): Promise<string> =>
  make(ctx, { regionId: null, programmeId }, given)

const make = (ctx: Ctx, owner: Owner, given: ToMake): Promise<string> =>
  change(ctx, async (db, log) => {
    const { from, title, purpose, contact } = given
    const { lead, thanks, isPaired, smallest } = from
    const id = newId()
    const at = ctx.now.toISOString()
    const by = ctx.actor.name
    await addQuestionnaire(db, {
      ...{ id, ...owner, title, purpose, contact, lead, thanks, isPaired, smallest },
      ...{ questions: from.questions.filter((question) => !question.isOut), version: 1, copiedFromId: from.id },
      ...{ createdAt: at, createdBy: by, updatedAt: at, updatedBy: by },
    })
    const details = { title, purpose, copiedFrom: from.id ? from.title : null }
    await log({ kind: 'questionnaire_made', ...owner, details })
    return id
  })
