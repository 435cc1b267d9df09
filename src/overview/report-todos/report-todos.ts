import { type Actor, belongs, cooperates, runs } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { daysBetween, monthDay, today } from '../../platform/time.ts'
import { dueOf, meantSlot, presentRound, reportIn, roundsOf, turnOf } from '../../support/reports/reports.ts'
import { isAlive, type Situation } from '../situations/situations.ts'
import type { Todo } from '../todo/todo.ts'

const SOON_DAYS = 14

/** The three lines: asked of the town until any of them has come; the second time only whether there is more. */
export function reportTodos(s: Situation, actor: Actor, now: Date): Todo[] {
  const round = isAlive(s) ? presentRound(roundsOf(s.steps, s.slots)) : null
  const day = round && meantSlot(round).meeting?.heldOn
  if (!round || !day) return []
  const { label } = meantSlot(round)
  const report = reportIn(s.reports, round.step.key)
  const again = turnOf(round) === 'again'
  const about = { subject: s.region.name, regionId: s.region.id, href: paths.report(s.region.id, round.step.key) }
  const isNear = daysBetween(today(now), day) <= SOON_DAYS
  if (belongs(actor, s.region) || cooperates(actor, s.region)) {
    const isSaid = report && (!again || report.sent.isAddition)
    if (isSaid || !isNear) return []
    const detail = report
      ? 'なければ「とくにありません」で済みます'
      : '手ごたえ・うまくいかなかったこと・これから。1行だけでも送れます'
    const what = report ? `の${label}の前に、付け加えることはありますか` : `の${label}の前に、ひとことを教えてください`
    return [
      {
        ...about,
        what,
        detail,
        whoseTurn: null,
        dueOn: again ? day : dueOf(round),
        act: report ? '付け加える' : '書く',
      },
    ]
  }
  if (!runs(actor, s.region) || report || again || !isNear) return []
  const what = `から、${label}（${monthDay(day)}）の前のひとことがまだ届いていません`
  const detail = 'お願いの手紙を送るか、聞いた言葉を代わりに入れられます'
  const act = 'ひとことをひらく'
  return [
    { ...about, href: paths.reports(s.region.id), what, detail, whoseTurn: s.region.name, dueOn: dueOf(round), act },
  ]
}
