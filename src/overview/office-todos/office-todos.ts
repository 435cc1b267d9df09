import { paths } from '../../paths/paths.ts'
import { dayOf, isLate, monthDay } from '../../platform/time.ts'
import { ownerRoleOf } from '../../support/owners/owners.ts'
import {
  awaitsConsent,
  consenter,
  isAlive,
  isDoubted,
  latePromises,
  quietDays,
  recordDueOn,
  type Situation,
  undatedSlot,
} from '../situations/situations.ts'
import type { Todo } from '../todo/todo.ts'

/** What the secretariat has to do for one region. */
type Rule = (s: Situation, now: Date) => Todo | null

const about = ({ region }: Situation) => ({ subject: region.name, regionId: region.id, whoseTurn: null })

/** Once the support has begun and the day for answers is past, a missing consent is no longer chased. */
const hasBegunWithout = ({ programme }: Situation, now: Date): boolean =>
  [programme.supportFromOn, programme.consentDueOn].every((day) => day !== null && isLate(day, now))

const consentLacks: Rule = (s, now) => {
  if (!s.region.submittedAt || s.decision || !awaitsConsent(s) || hasBegunWithout(s, now)) return null
  const who = consenter(s)
  return {
    ...about(s),
    what: isDoubted(s) ? `の応募に、${who}から相談があります` : `の応募に、${who}の承諾がまだありません`,
    detail: `${monthDay(dayOf(s.region.submittedAt))}に提出`,
    whoseTurn: isDoubted(s) ? null : who,
    dueOn: s.programme.consentDueOn,
    href: paths.entryConsent(s.region.id),
    act: isDoubted(s) ? '返事を読む' : 'もう一度お願いする',
  }
}

const reopened: Rule = (s, now) => {
  const until = s.reopenedUntilOn
  if (!until || isLate(until, now) || s.region.announced !== null) return null
  return {
    ...about(s),
    what: 'のエントリーを、直せるように開いています',
    detail: `${monthDay(until)}まで`,
    whoseTurn: '応募する側',
    dueOn: until,
    href: paths.entry(s.region.id),
    act: 'エントリーを見る',
  }
}

const fixRecord: Rule = (s) => {
  const slot = s.slots.find((one) => one.state === 'held')
  if (!slot || !isAlive(s)) return null
  const on = slot.meeting?.heldOn
  const written = slot.meeting?.isRecorded ? '記録は書かれています' : '記録はまだ書かれていません'
  return {
    ...about(s),
    what: `の${slot.label}の記録を確定してください`,
    detail: `${on ? `${monthDay(on)}に実施。` : ''}${written}`,
    dueOn: recordDueOn(s, slot),
    href: paths.meeting(s.region.id, slot.number),
    act: '記録をひらく',
  }
}

const setDate: Rule = (s) => {
  const slot = undatedSlot(s)
  if (!slot) return null
  const isFirst = s.slots.every((one) => !one.meeting)
  return {
    ...about(s),
    what: `の${slot.label}の日にちを決めてください`,
    detail: isFirst ? '採択のあと、まだ何も決まっていません' : '',
    dueOn: null,
    href: paths.dates(paths.meeting(s.region.id, slot.number)),
    act: '日にちを決める',
  }
}

/** The office's own stand in its list as things to do, not to chase. */
const chasePromises: Rule = (s, now) => {
  const late = latePromises(s, now).filter((promise) => ownerRoleOf(promise) !== 'secretariat')
  const [first] = late
  if (!isAlive(s) || !first) return null
  return {
    ...about(s),
    what: `の約束が${late.length}件、期日を過ぎています`,
    detail: `「${first.text.slice(0, 40)}」${late.length > 1 ? 'など' : ''}`,
    whoseTurn: first.owner || null,
    dueOn: first.dueOn,
    href: paths.promises(s.region.id),
    act: '約束を見る',
  }
}

const gone: Rule = (s, now) => {
  const days = quietDays(s, now)
  if (days === null) return null
  return {
    ...about(s),
    what: `の動きが${days}日ありません`,
    detail: s.lastMoveAt ? `最後は${monthDay(dayOf(s.lastMoveAt))}` : '',
    dueOn: null,
    href: paths.region(s.region.id),
    act: '様子を見る',
  }
}

const RULES: readonly Rule[] = [consentLacks, reopened, fixRecord, setDate, chasePromises, gone]

export const officeTodos = (s: Situation, now: Date): Todo[] => RULES.flatMap((rule) => rule(s, now) ?? [])
