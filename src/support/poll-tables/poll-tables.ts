import { ROLES } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { clock, monthDay, warekiShort } from '../../platform/time.ts'
import { ANSWERS, answerKey, type Busy, isRequired, type PollView } from '../dates/dates.ts'
import { dayOff } from '../holidays/holidays.ts'
import { spanWords } from '../occasions/occasions.ts'
import type { Tally } from '../suggestions/suggestions.ts'

interface Column {
  id: string
  day: string
  time: string
  /** 土曜日, 文化の日, advisors wanted elsewhere. */
  marks: string[]
  totals: string
}

interface PersonRow {
  name: string
  organisation: string
  must: string | null
  cells: { label: string; sign: string; state: string }[]
  note: string
  recordHref: string | null
}

/** 候補 × 人. */
export interface PollTable {
  columns: Column[]
  rows: PersonRow[]
}

interface Around {
  tallies: readonly Tally[]
  href: string
  now: Date
}

export const clashWords = (b: Busy): string =>
  `${b.personName}は${b.words}${b.startsAt ? `（${clock(b.startsAt)}から）` : ''}${b.isTentative ? 'の候補日' : ''}と重なります`

/** What makes a slot doubtful: a day off, advisors wanted elsewhere. */
export const marksOf = (heldOn: string, clashes: readonly Busy[]): string[] => {
  const off = dayOff(heldOn)
  return [...(off ? [`${off}です`] : []), ...clashes.map(clashWords)]
}

export function tableOf(view: PollView, { tallies, href, now }: Around): PollTable {
  const open = view.poll.closedAt === null
  const columns = tallies.map((t) => ({
    id: t.slot.id,
    day: warekiShort(t.slot.heldOn),
    time: spanWords(t.slot, true).split(' ')[1] ?? '',
    marks: [...(t.slot.startsAt <= now.toISOString() ? ['過ぎました'] : []), ...marksOf(t.slot.heldOn, t.clashes)],
    totals: `○${t.yes} △${t.maybe} ×${t.no}`,
  }))
  const rows = view.invitees.map((i) => ({
    name: i.name,
    organisation: i.organisation,
    must: isRequired(i) ? (i.isLead ? '必ず出る人' : ROLES[i.role]) : null,
    cells: tallies.map(({ slot }) => {
      const answer = view.answers.get(answerKey(slot.id, i.id))
      return { label: monthDay(slot.heldOn), sign: answer ? ANSWERS[answer] : '未回答', state: answer ?? 'none' }
    }),
    note: i.note,
    recordHref: open ? paths.datePerson(href, i.id) : null,
  }))
  return { columns, rows }
}
