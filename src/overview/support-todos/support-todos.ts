import { type Actor, belongs, oversees, runs, serves } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { clock, daysBetween, monthDay, today } from '../../platform/time.ts'
import { isWaiting } from '../../support/advice/advice.ts'
import { MODES } from '../../support/meetings/meetings.ts'
import { owes } from '../../support/owners/owners.ts'
import { type Agreed, isDone, isHomework } from '../../support/promises/promises.ts'
import { isAlive, type Situation } from '../situations/situations.ts'
import type { Todo } from '../todo/todo.ts'

/** What those who walk together have to do between two meetings. */
type Rule = (s: Situation, actor: Actor, now: Date) => Todo[]

const about = ({ region }: Situation) => ({ subject: region.name, regionId: region.id, whoseTurn: null })

const SOON_DAYS = 14

const within = (day: string, now: Date) => daysBetween(today(now), day) <= SOON_DAYS

const takesPart = (actor: Actor, { region }: Situation) =>
  belongs(actor, region) ||
  oversees(actor, region) ||
  serves(actor, 'advisor', region) ||
  serves(actor, 'partner', region)

const meetingComing: Rule = (s, actor, now) =>
  s.slots.flatMap((slot) => {
    const m = slot.meeting
    if (slot.state !== 'fixed' || !m?.heldOn || !takesPart(actor, s) || !within(m.heldOn, now)) return []
    const at = `${monthDay(m.heldOn)}${m.startsAt ? ` ${clock(m.startsAt)}` : ''}`
    const detail = [at, m.mode && MODES[m.mode], m.place].filter(Boolean).join('・')
    const reads = serves(actor, 'advisor', s.region)
    const href = reads ? paths.desk(s.region.id, slot.number) : paths.meeting(s.region.id, slot.number)
    const act = reads ? '読んで備える' : '回をひらく'
    return [{ ...about(s), what: `の${slot.label}があります`, detail, dueOn: m.heldOn, href, act }]
  })

/** Older owners are words as people said them: 「岡田 健」. */
const isMine = (p: Agreed, actor: Actor, { region }: Situation): boolean =>
  (p.side === 'support' && p.ownerRole === null && p.owner.includes(actor.name)) || owes(actor, p, region)

const quoted = (text: string) => `「${text.length > 60 ? `${text.slice(0, 60)}…` : text}」`

const promiseDue: Rule = (s, actor, now) =>
  s.promises.flatMap((p) => {
    if (isDone(p) || isHomework(p) || !p.dueOn || !within(p.dueOn, now) || !isMine(p, actor, s)) return []
    return [
      {
        ...about(s),
        what: 'の約束があります',
        detail: quoted(p.text),
        dueOn: p.dueOn,
        href: paths.promiseOutcome(s.region.id, p.id),
        act: '済んだことを書く',
      },
    ]
  })

/** Asked for, or given back with notes: whose it is. Handed in: those who answer. */
const homework: Rule = (s, actor) =>
  s.promises.flatMap((p) => {
    if (!isHomework(p) || isDone(p)) return []
    const row = { ...about(s), detail: quoted(p.text), href: paths.homework(s.region.id, p.id) }
    if (p.homework === 'handed')
      return serves(actor, 'advisor', s.region) || runs(actor, s.region)
        ? [{ ...row, what: 'の宿題が届いています', dueOn: null, act: '読んで返事をする' }]
        : []
    if (!owes(actor, p, s.region)) return []
    const returned = p.homework === 'returned'
    const what = returned ? 'の宿題に、直してほしいことが届いています' : 'の宿題があります'
    return [{ ...row, what, dueOn: p.dueOn, act: returned ? '直して出す' : '宿題をひらく' }]
  })

const adviceWaits: Rule = (s, actor) => {
  const waiting = s.advice.filter(isWaiting)
  if (waiting.length === 0 || !belongs(actor, s.region) || !may(actor, 'advice.answer', s.region)) return []
  return [
    {
      ...about(s),
      what: `に、返事を待っている助言が${waiting.length}件あります`,
      detail: '「取り入れた」「見送った」など、ひとことで返せます',
      dueOn: null,
      href: paths.advice(s.region.id),
      act: '助言に答える',
    },
  ]
}

/** The advisor's own record of a meeting that was held is still open to them. */
const recordHelp: Rule = (s, actor) =>
  s.slots.flatMap((slot) => {
    if (slot.state !== 'held' || slot.meeting?.isRecorded || !serves(actor, 'advisor', s.region)) return []
    const on = slot.meeting?.heldOn
    return [
      {
        ...about(s),
        what: `の${slot.label}の記録がまだありません`,
        detail: `${on ? `${monthDay(on)}に行いました。` : ''}話したこと、助言、約束を書けます`,
        dueOn: null,
        href: paths.meetingRecord(s.region.id, slot.number),
        act: '記録を書く',
      },
    ]
  })

const RULES: readonly Rule[] = [meetingComing, homework, promiseDue, adviceWaits, recordHelp]

export const supportTodos = (s: Situation, actor: Actor, now: Date): Todo[] =>
  isAlive(s) ? RULES.flatMap((rule) => rule(s, actor, now)) : []
