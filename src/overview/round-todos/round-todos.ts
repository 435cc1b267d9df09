import { paths } from '../../paths/paths.ts'
import { dayOf, isLate, monthDay } from '../../platform/time.ts'
import type { Application } from '../../programme/applications/applications.ts'
import { isWaiting } from '../../programme/decisions/decisions.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { isReceived, type Situation } from '../situations/situations.ts'
import type { Todo } from '../todo/todo.ts'

export type Asked = Pick<Application, 'id' | 'programmeId' | 'name' | 'askedAt'> & { organisation: string }

/** One year's round as the secretariat or a scorer meets it: deeds over several regions at once. */
export interface Round {
  programme: Programme
  situations: readonly Situation[]
  applications: readonly Asked[]
  letters: { failed: number; uncertain: number }
  /** Received entries this scorer has not finished, for WG members. */
  unscored: number
}

type Rule = (round: Round, now: Date) => Todo[]

const about = (p: Programme) => ({ subject: p.name, detail: '', whoseTurn: null, dueOn: null })
const namesOf = (all: readonly Situation[]) => all.map((s) => s.region.name).join('、')

export const undecided = ({ situations }: Round): Situation[] => situations.filter((s) => isReceived(s) && !s.decision)
export const untold = ({ situations }: Round): Situation[] =>
  situations.filter((s) => s.decision !== null && isWaiting(s.decision))

const applicationsWait: Rule = ({ programme, applications }) =>
  applications.map((a) => ({
    ...about(programme),
    subject: a.organisation,
    what: 'からの申し込みを確かめてください',
    detail: `${monthDay(dayOf(a.askedAt))}、${a.name}さん。役所のものと分からないメールアドレスです`,
    href: paths.applications(programme.id),
    act: '確かめる',
  }))

const deciding: Rule = (round, now) => {
  const { programme } = round
  const open = undecided(round)
  if (open.length === 0 || !programme.entryClosesOn || !isLate(programme.entryClosesOn, now)) return []
  return [
    {
      ...about(programme),
      what: `：${open.length}件のエントリーが選定を待っています`,
      detail: namesOf(open),
      href: paths.selection(programme.id),
      act: '選定をひらく',
    },
  ]
}

const telling: Rule = (round) => {
  const open = untold(round)
  if (open.length === 0) return []
  return [
    {
      ...about(round.programme),
      what: `：${open.length}地域への結果の手紙が、まだ送られていません`,
      detail: '手紙を確かめてから送ります。送るまで応募した側には見えません',
      href: paths.selectionLetters(round.programme.id),
      act: '手紙を確かめる',
    },
  ]
}

const lettersStuck: Rule = ({ programme, letters }) => {
  const letter = { ...about(programme), act: '手紙を見る' }
  const failed = {
    ...letter,
    href: `${paths.letters}?state=failed`,
    what: `：手紙が${letters.failed}通、届いていません`,
    detail: '宛先を確かめてください',
  }
  const unsure = {
    ...letter,
    href: `${paths.letters}?state=uncertain`,
    what: `：送れたか分からない手紙が${letters.uncertain}通あります`,
    detail: '相手に届いたかを確かめてから、もう一度送れます',
  }
  return [...(letters.failed > 0 ? [failed] : []), ...(letters.uncertain > 0 ? [unsure] : [])]
}

const RULES: readonly Rule[] = [applicationsWait, deciding, telling, lettersStuck]

export const roundTodos = (round: Round, now: Date): Todo[] => RULES.flatMap((rule) => rule(round, now))

/** For those who score beside the secretariat. */
export const scoringTodos = ({ programme, unscored }: Round): Todo[] =>
  unscored === 0
    ? []
    : [
        {
          ...about(programme),
          what: `：${unscored}件のエントリーの採点をお願いします`,
          detail: 'ほかの人の点は、全員がそろって開くまで見えません',
          href: paths.selection(programme.id),
          act: '採点する',
        },
      ]
