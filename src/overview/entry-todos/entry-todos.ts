import { type Actor, belongs, cooperates, oversees } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, daysBetween, isLate, monthDay, today } from '../../platform/time.ts'
import { awaitsConsent, consenter, isAnsweredBy, isDoubted, type Situation } from '../situations/situations.ts'
import type { Todo } from '../todo/todo.ts'

/** What the applying side, its prefecture and its partners in the entry have to do. */
type Rule = (s: Situation, actor: Actor, now: Date) => Todo | null

const about = ({ region }: Situation) => ({ subject: region.name, regionId: region.id, whoseTurn: null })

/** News that nobody marks as read stays for this long. */
const NEWS_DAYS = 14

const closesOn = ({ programme, reopenedUntilOn }: Situation): string | null =>
  [programme.entryClosesOn, reopenedUntilOn]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null

const isDraft = ({ region }: Situation) => region.submittedAt === null && region.withdrawnAt === null

const goOn: Rule = (s, actor, now) => {
  const due = closesOn(s)
  if (!isDraft(s) || !belongs(actor, s.region) || (due && isLate(due, now))) return null
  return {
    ...about(s),
    what: s.isBegun ? 'のエントリーシートを仕上げて提出してください' : 'のエントリーシートを書きはじめてください',
    detail: s.isBegun
      ? '書いたところまで保存されています。提出するまで事務局には見えません'
      : '途中で保存できます。Excelで書いて取りこむこともできます',
    dueOn: due,
    href: paths.entry(s.region.id),
    act: 'エントリーをひらく',
  }
}

const missed: Rule = (s, actor, now) => {
  const due = closesOn(s)
  if (!isDraft(s) || !belongs(actor, s.region) || !due || !isLate(due, now)) return null
  if (daysBetween(due, today(now)) > NEWS_DAYS) return null
  return {
    ...about(s),
    what: 'のエントリーは、提出されないまま締切を過ぎました',
    detail: '応募を続けたいときは、事務局にご相談ください。書いたものは残っています',
    dueOn: due,
    href: paths.contact,
    act: '事務局に相談する',
  }
}

const correct: Rule = (s, actor, now) => {
  const open = s.reopenedUntilOn
  if (!s.region.submittedAt || !belongs(actor, s.region) || !open || isLate(open, now)) return null
  return {
    ...about(s),
    what: 'のエントリーシートを直せるようになっています',
    detail: '直したら、もう一度提出してください',
    dueOn: open,
    href: paths.entry(s.region.id),
    act: 'エントリーをひらく',
  }
}

const consentLacks: Rule = (s, actor) => {
  if (!awaitsConsent(s) || !belongs(actor, s.region)) return null
  const who = consenter(s)
  const doubted = isDoubted(s)
  return {
    ...about(s),
    what: doubted ? `の応募について、${who}から返事があります` : `の応募は、${who}の返事を待っています`,
    detail: doubted ? '返事を読んで、担当者どうしでお話しください' : '進みぐあいを、担当者にたずねてみてください',
    whoseTurn: doubted ? null : who,
    dueOn: s.programme.consentDueOn,
    href: paths.entryConsent(s.region.id),
    act: doubted ? '返事を読む' : '承諾のようすを見る',
  }
}

const consentAsked: Rule = (s, actor) => {
  const { region } = s
  const isTheirs = region.caseType !== 'prefecture-led' && oversees(actor, region) && !belongs(actor, region)
  if (!awaitsConsent(s) || !isTheirs || isDoubted(s)) return null
  return {
    ...about(s),
    what: 'の応募への承諾をお願いします',
    detail: region.submittedAt ? `${monthDay(dayOf(region.submittedAt))}に提出されました。1分で終わります` : '',
    dueOn: s.programme.consentDueOn,
    href: paths.entryConsent(region.id),
    act: '承諾に答える',
  }
}

const agreementAsked: Rule = (s, actor) => {
  if (!cooperates(actor, s.region) || s.region.announced !== null) return null
  const own = actor.memberships.map((m) => m.organisationId)
  if (isAnsweredBy(s, 'agreement', own)) return null
  return {
    ...about(s),
    what: 'の応募に、協力市町村として加わることの了承をお願いします',
    detail: '',
    dueOn: closesOn(s),
    href: paths.entryConsent(s.region.id),
    act: '了承に答える',
  }
}

const readDecision: Rule = (s, actor, now) => {
  const at = s.decision?.announcedAt
  if (!at || !(belongs(actor, s.region) || oversees(actor, s.region))) return null
  if (daysBetween(dayOf(at), today(now)) > NEWS_DAYS || s.slots.some((slot) => slot.meeting)) return null
  return {
    ...about(s),
    what: 'の選定の結果が届いています',
    detail: `${monthDay(dayOf(at))}にお知らせしました`,
    dueOn: null,
    href: paths.decision(s.region.id),
    act: '結果を読む',
  }
}

const RULES: readonly Rule[] = [goOn, missed, correct, consentLacks, consentAsked, agreementAsked, readDecision]

export const entryTodos = (s: Situation, actor: Actor, now: Date): Todo[] =>
  RULES.flatMap((rule) => rule(s, actor, now) ?? [])
