import { paths } from '../../paths/paths.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today } from '../../platform/time.ts'
import { tell } from '../../platform/web/live.ts'
import { correspondentsOf } from '../../programme/consents/store.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { isOffice, type Joint, jointTopic, placeOf } from '../joint-report/joint-report.ts'
import type { JointQuestion } from './joint-questions.ts'
import { askedLetter } from './mail.ts'
import { addJointAnswer, addJointQuestion } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    joint_question_asked: { text: string; label: string; isHidden: boolean }
    joint_question_answered: { text: string; label: string }
  }
}

const short = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text)

export const jointQuestionHappenings = {
  joint_question_asked: (h) =>
    `${h.details.isHidden ? '参加者' : `${h.actorName}さん`}が${h.details.label}の質問「${short(h.details.text)}」をしました`,
  joint_question_answered: (h) =>
    `${h.actorName}さんが${h.details.label}の質問「${short(h.details.text)}」に答えました`,
} satisfies Sentences<'joint_question_asked' | 'joint_question_answered'>

const NOBODY = { personId: null, name: '参加者', memberships: [], isAdministrator: false }

interface Asked {
  region: Region | null
  text: string
  isHidden: boolean
  origin: string
}

/** A hidden name stands in the question's own row and nowhere else: not in the history, not in a letter. */
export const askJoint = (ctx: Ctx, joint: Joint, { region, text, isHidden, origin }: Asked): Promise<string> =>
  change(isHidden ? { ...ctx, actor: NOBODY } : ctx, async (db, log, after) => {
    const { programme, label } = joint
    const from = { askedBy: ctx.actor.name, askedFrom: placeOf(ctx.actor, joint), personId: ctx.actor.personId }
    const row = { ...from, programmeId: programme.id, regionId: region?.id ?? null, text, isHidden }
    const id = await addJointQuestion(db, row, ctx.now)
    const place = region ? { regionId: region.id } : { programmeId: programme.id }
    await log({ kind: 'joint_question_asked', ...place, details: { text, label, isHidden } })
    if (region && !joint.isOpen) {
      const people = await correspondentsOf(db, region.applicantIds, today(ctx.now))
      const said = isHidden ? '参加者' : `${from.askedBy}さん（${from.askedFrom}）`
      const about = { programme, region, label, text, from: said, link: origin + paths.regionJoint(region.id) }
      for (const to of people)
        if (to.personId !== ctx.actor.personId) await postLater(db, askedLetter(about, to), ctx.now)
    }
    after(() => tell(jointTopic(programme.id), 'questions'))
    return id
  })

/** From the region; or on its behalf, or from the secretariat itself. */
export const answerJoint = (
  ctx: Ctx,
  joint: Joint,
  { question, text, behalf }: { question: JointQuestion; text: string; behalf: Region | null },
): Promise<void> =>
  change(ctx, async (db, log, after) => {
    const onBehalfOf = behalf && isOffice(ctx.actor, joint) ? behalf.name : null
    const by = { personId: ctx.actor.personId, byName: ctx.actor.name, byFrom: placeOf(ctx.actor, joint), onBehalfOf }
    await addJointAnswer(db, { ...by, questionId: question.id, text }, ctx.now)
    const place = question.regionId ? { regionId: question.regionId } : { programmeId: joint.programme.id }
    const details = { text: question.text, label: joint.label }
    await log({ kind: 'joint_question_answered', ...place, onBehalfOf, details })
    after(() => tell(jointTopic(joint.programme.id), 'questions'))
  })
