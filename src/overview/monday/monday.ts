import { paths } from '../../paths/paths.ts'
import type { Gap } from '../annual-gaps/annual-gaps.ts'
import { type JointDuty, jointLines } from '../joint-todos/joint-todos.ts'
import { type Round, untold } from '../round-todos/round-todos.ts'
import { type Line, line, since, WAITS } from '../waits/waits.ts'

/** 月曜日の一覧: one page to go through at the beginning of a week. */
export interface Group {
  heading: string
  lines: Line[]
}

export interface StuckLetter {
  id: string
  subject: string
  toName: string
  toAddress: string
  createdAt: string
  failedAt: string | null
}

const letterLines = (letters: readonly StuckLetter[], now: Date): Line[] =>
  letters.map((l) => ({
    subject: l.toName || l.toAddress,
    text: l.failedAt ? `「${l.subject}」が届いていません` : `「${l.subject}」は送れたか分かりません`,
    href: `${paths.letters}?state=${l.failedAt ? 'failed' : 'uncertain'}`,
    days: since(l.createdAt, now),
  }))

/** What the year's report lacks and could have by now; what lies ahead is on the report's own page. */
const gapLines = (gaps: readonly Gap[]): Line[] =>
  gaps.filter((gap) => gap.isDue).map(({ subject, text, href }) => ({ subject, text, href, days: null }))

/** Groups with something in them, what waits longest first. */
export function mondayGroups(
  round: Round,
  {
    letters,
    gaps,
    joint = [],
  }: { letters: readonly StuckLetter[]; gaps: readonly Gap[]; joint?: readonly JointDuty[] },
  now: Date,
): Group[] {
  const { programme } = round
  const applications = round.applications.map((a) => ({
    subject: a.organisation,
    text: `${a.name}さんの申し込みが確認を待っています`,
    href: paths.applications(programme.id),
    days: since(a.askedAt, now),
  }))
  const results = untold(round).map((s) =>
    line(
      s,
      '結果の手紙が出せます',
      paths.selectionLetters(programme.id),
      s.decision && since(s.decision.decidedAt, now),
    ),
  )
  const groups: Group[] = [
    { heading: '出せる手紙・届かなかった手紙', lines: [...results, ...letterLines(letters, now)] },
    { heading: '事務局の確認を待つ', lines: applications },
    ...WAITS.map(([heading, rule]) => ({ heading, lines: round.situations.flatMap((s) => rule(s, now)) })),
    { heading: '合同報告会の資料を待つ', lines: jointLines(round.situations, joint, now) },
    { heading: '年度報告書に足りないところ', lines: gapLines(gaps) },
  ]
  return groups
    .filter((group) => group.lines.length > 0)
    .map((group) => ({ ...group, lines: group.lines.toSorted((a, b) => (b.days ?? -1) - (a.days ?? -1)) }))
}
