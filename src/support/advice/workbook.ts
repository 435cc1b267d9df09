import { CIRCLES } from '../../access/circles.ts'
import { type Column, type List, listOf } from '../../platform/office/csv.ts'
import { dayOf } from '../../platform/time.ts'
import { shownSubject } from '../subjects/subjects.ts'
import { type Advice, ANSWERS } from './advice.ts'

interface Around {
  meetingLabels: ReadonlyMap<string, string>
  isImported: boolean
  /** Keys of the subjects its reader may read; of the others nothing is quoted. */
  readable: ReadonlySet<string>
}

/** What was advised and what the town said to it, one a row. */
export function adviceList(advice: readonly Advice[], { meetingLabels, isImported, readable }: Around): List {
  const columns: Column<Advice>[] = [
    ['回', 16, (a) => (a.meetingId && meetingLabels.get(a.meetingId)) || '回のあいだ'],
    ['日', 12, (a) => (isImported ? '' : dayOf(a.sentAt ?? a.createdAt))],
    ['アドバイザー', 16, (a) => a.advisorName],
    ['助言', 60, (a) => a.text],
    ['どこについて', 30, (a) => shownSubject(a.about, readable)?.label],
    ['市町村の答え', 14, (a) => a.answer && ANSWERS[a.answer]],
    ['答えの理由', 40, (a) => a.answerReason],
    ['答えた日', 12, (a) => a.answeredAt && dayOf(a.answeredAt)],
    ['読む人', 14, (a) => CIRCLES[a.circle]],
  ]
  return listOf(columns, advice)
}
