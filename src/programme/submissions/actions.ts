import { belongs } from '../../access/actor.ts'
import { type Body, keysIn, textIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today, wareki } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import { applicantsToTell } from '../beginnings/store.ts'
import { type About, askConsents } from '../consents/actions.ts'
import { isConsented } from '../consents/consents.ts'
import { consentsOf } from '../consents/store.ts'
import { applicantsOf } from '../entries/entries.ts'
import { adoptSheetMembers } from '../entry-members/actions.ts'
import { entryLetter, type News, officeOf, type Reader } from './mail.ts'
import { addReopening, addSubmission, markWithdrawn, setTheme } from './store.ts'
import type { AskedQuestion } from './submissions.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    entry_submitted: { number: number; again: boolean; reasons: string[] }
    entry_withdrawn: { reason: string }
    entry_reopened: { untilOn: string; reason: string }
  }
}

export const submissionHappenings = {
  entry_submitted: (h) =>
    `${h.actorName}さんがエントリーシート（第${h.details.number}版）を${h.details.again ? 'もう一度' : ''}提出しました`,
  entry_withdrawn: (h) => `${h.actorName}さんがエントリーを取り下げました（${h.details.reason}）`,
  entry_reopened: (h) =>
    `${h.actorName}さんが${wareki(h.details.untilOn)}まで提出できるようにしました（${h.details.reason}）`,
} satisfies Sentences<'entry_submitted' | 'entry_withdrawn' | 'entry_reopened'>

export interface ToSubmit {
  documentId: string
  number: number
  body: Body
  questions: AskedQuestion[]
}

/** The revision is handed in: applicants and secretariat are told, those whose consent is missing are asked for it. */
export const submitEntry = (ctx: Ctx, about: About, sheet: ToSubmit): Promise<{ gaps: string[] }> =>
  change(ctx, async (db, log) => {
    const { region, programme } = about
    const behalf = belongs(ctx.actor, region) ? null : applicantsOf(region)
    const again = region.submittedAt !== null
    const who = { personId: ctx.actor.personId, personName: ctx.actor.name, onBehalfOf: behalf }
    const { documentId, number: revisionNumber, questions, body } = sheet
    await addSubmission(db, { ...who, regionId: region.id, documentId, revisionNumber, questions }, ctx.now)
    await setTheme(db, region.id, { theme: textIn(body, 'theme'), scenes: keysIn(body, 'scenes') })
    const within = { ...ctx, db }
    const grown = await adoptSheetMembers(within, region, body)
    const reasons = questions.flatMap((q) => (q.reason ? [q.reason] : []))
    const details = { number: revisionNumber, again, reasons }
    await log({ kind: 'entry_submitted', ...aboutIds(about), onBehalfOf: behalf, details })
    const consents = await consentsOf(db, [region.id])
    const isDone = isConsented(grown, consents, programme.rules)
    const { gaps } = isDone ? { gaps: [] } : await askConsents(within, { ...about, region: grown })
    const words = { 状態: isDone ? '受付に要る返事は、そろっています。' : waitingWords(grown.caseType, gaps) }
    const news = { ...about, key: 'submitted' as const, link: paths.entry(region.id), words }
    await tell(db, ctx, news, contactIn(body))
    return { gaps }
  })

const aboutIds = ({ region, programme }: Pick<About, 'region' | 'programme'>) => ({
  regionId: region.id,
  programmeId: programme.id,
})

const waitingWords = (caseType: string, gaps: readonly string[]): string => {
  const whose = caseType === 'prefecture-led' ? '協力市町村の了承' : '県の承諾'
  const gap = gaps.length > 0 ? `${gaps.join('、')}の連絡先が分からないため、お願いの手紙は送れていません。` : ''
  return `${whose}を待っています。そろうと受付になります。${gap}`
}

/** The shared mailbox the sheet names reads along. */
const contactIn = (body: Body): Reader[] => {
  const email = textIn(body, 'contactMail').toLowerCase()
  return email ? [{ id: null, name: textIn(body, 'contactName'), email }] : []
}

type ToTell = Pick<About, 'region' | 'programme' | 'origin'> & Pick<News, 'key' | 'link' | 'words'>

/** Applicants, and the programme's mailbox. */
async function tell(db: Db, ctx: Ctx, { origin, ...given }: ToTell, contact: Reader[] = []): Promise<void> {
  const news = { ...given, link: origin + given.link }
  const people: Reader[] = await applicantsToTell(db, given.region, today(ctx.now))
  const others = contact.filter((one) => !people.some((p) => p.email === one.email))
  for (const to of [...people, ...others]) await postLater(db, entryLetter(news, to), ctx.now)
  const key = given.key === 'submitted' ? 'submitted_office' : given.key
  for (const to of officeOf(given.programme)) await postLater(db, entryLetter({ ...news, key }, to), ctx.now)
}

export const withdrawEntry = (ctx: Ctx, about: About, reason: string): Promise<void> =>
  change(ctx, async (db, log) => {
    const { region } = about
    if (!region.submittedAt) throw new Problem('conflict', 'このエントリーは、いま提出されていません')
    if (region.announced !== null)
      throw new Problem('conflict', '選定の結果が出たあとは、取り下げられません。事務局にご相談ください')
    await markWithdrawn(db, region.id, { name: ctx.actor.name, reason }, ctx.now)
    const behalf = belongs(ctx.actor, region) ? null : applicantsOf(region)
    await log({ kind: 'entry_withdrawn', ...aboutIds(about), onBehalfOf: behalf, details: { reason } })
    await tell(db, ctx, { ...about, key: 'withdrawn', link: paths.entry(region.id), words: { 理由: reason } })
  })

export const reopenEntry = (ctx: Ctx, about: About, given: { untilOn: string; reason: string }): Promise<void> =>
  change(ctx, async (db, log) => {
    const { region } = about
    if (given.untilOn < today(ctx.now)) throw new Problem('invalid', '今日よりあとの日を入れてください')
    await addReopening(db, { ...given, regionId: region.id, byName: ctx.actor.name }, ctx.now)
    await log({ kind: 'entry_reopened', ...aboutIds(about), details: given })
    const words = { 理由: given.reason, 期日: wareki(given.untilOn) }
    await tell(db, ctx, { ...about, key: 'reopened', link: paths.entry(region.id), words })
  })
