import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/db/ids.ts'
import { isLate, warekiShort } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import { faultsIn, type Questionnaire, type Round, roundsOf, titleAt } from '../questionnaires/questionnaires.ts'
import { linkStateOf, newAddress, type QuestionnaireLink } from './questionnaire-links.ts'
import { addLink, changeLink, linksOf } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    questionnaire_opened: { title: string; closesOn: string }
    questionnaire_prolonged: { title: string; closesOn: string; mostAnswers: number }
    questionnaire_closed: { title: string }
  }
}

export const questionnaireLinkHappenings = {
  questionnaire_opened: (h) =>
    `${h.actorName}さんが質問票「${h.details.title}」の受付を始めました（${warekiShort(h.details.closesOn)}まで）`,
  questionnaire_prolonged: (h) =>
    `${h.actorName}さんが質問票「${h.details.title}」の受付を${warekiShort(h.details.closesOn)}まで・${h.details.mostAnswers}件までに変えました`,
  questionnaire_closed: (h) => `${h.actorName}さんが質問票「${h.details.title}」の受付を終えました`,
} satisfies Sentences<'questionnaire_opened' | 'questionnaire_prolonged' | 'questionnaire_closed'>

interface Terms {
  closesOn: string
  mostAnswers: number
}

const placeOf = ({ regionId, programmeId }: Questionnaire) => ({ regionId, programmeId })

const askAhead = (closesOn: string, now: Date): void => {
  if (isLate(closesOn, now)) throw new Problem('invalid', '締め切りは、きょうか、きょうよりあとの日にしてください')
}

/** A new public address for a round; one at a time. */
export const openLink = (ctx: Ctx, q: Questionnaire, given: Terms & { round: Round }): Promise<QuestionnaireLink> =>
  change(ctx, async (db, log) => {
    const { round, closesOn, mostAnswers } = given
    askAhead(closesOn, ctx.now)
    const [fault] = faultsIn(q)
    if (fault) throw new Problem('invalid', `${fault}。直してから受付を始めてください`)
    if (!roundsOf(q).includes(round)) throw new Problem('invalid', '前か後かを選んでください')
    const own = (await linksOf(db, [q.id])).filter((link) => link.round === round)
    if (own.some((link) => linkStateOf(link, ctx.now) === 'open'))
      throw new Problem('conflict', 'もう受付中です。画面を開き直して、いまの宛先をお使いください')
    const link: QuestionnaireLink = {
      ...{ id: newId(), questionnaireId: q.id, round, token: newAddress(), closesOn, mostAnswers },
      ...{ openedAt: ctx.now.toISOString(), openedBy: ctx.actor.name, revokedAt: null, revokedBy: null },
    }
    await addLink(db, link)
    const details = { title: titleAt(q, round), closesOn }
    await log({ kind: 'questionnaire_opened', ...placeOf(q), details })
    return link
  })

/** Longer, shorter, or for more: also after it ended by itself. */
export const prolongLink = (ctx: Ctx, q: Questionnaire, link: QuestionnaireLink, given: Terms): Promise<void> =>
  change(ctx, async (db, log) => {
    askAhead(given.closesOn, ctx.now)
    if (link.revokedAt) throw new Problem('conflict', '終えた受付は、もとに戻せません。新しい受付を始めてください')
    await changeLink(db, link.id, given)
    const details = { title: titleAt(q, link.round), ...given }
    await log({ kind: 'questionnaire_prolonged', ...placeOf(q), details })
  })

export const endLink = (ctx: Ctx, q: Questionnaire, link: QuestionnaireLink): Promise<void> =>
  change(ctx, async (db, log) => {
    if (link.revokedAt) return
    await changeLink(db, link.id, { revokedAt: ctx.now.toISOString(), revokedBy: ctx.actor.name })
    await log({ kind: 'questionnaire_closed', ...placeOf(q), details: { title: titleAt(q, link.round) } })
  })
