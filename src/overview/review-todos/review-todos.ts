import { paths } from '../../paths/paths.ts'
import { monthDay } from '../../platform/time.ts'
import type { Todo } from '../todo/todo.ts'

/** What waits between the WG of a year and its secretariat, for one reader. */
export interface YearReviews {
  programmeId: string
  programme: string
  /** The next meeting this reader sits in, and what they have not read for it; null for whoever only observes. */
  meeting: { number: number; label: string; heldOn: string | null; unread: readonly string[] } | null
  /** Answers to the reader's own opinions they have not looked at. */
  answers: number
  /** For the secretariat: opinions without an answer, answers not told by letter. */
  open: number
  untold: number
}

const NAMES = 4

const plain = { whoseTurn: null, dueOn: null, detail: '' }

function toRead({ programmeId, meeting }: YearReviews): Todo[] {
  if (!meeting || meeting.unread.length === 0) return []
  const { number, label, heldOn, unread } = meeting
  const names = unread.slice(0, NAMES).join('、')
  const rest = unread.length - NAMES
  return [
    {
      ...plain,
      subject: label,
      what: `までに読む地域が${unread.length}つあります`,
      detail: `${heldOn ? `会は${monthDay(heldOn)}。` : ''}${names}${rest > 0 ? `ほか${rest}` : ''}`,
      dueOn: heldOn,
      href: paths.reviews(programmeId, number),
      act: '地域を読む',
    },
  ]
}

const todo = (year: YearReviews, count: number, words: Pick<Todo, 'what' | 'href' | 'act'>): Todo[] =>
  count > 0 ? [{ ...plain, subject: year.programme, ...words }] : []

export const reviewTodos = (year: YearReviews): Todo[] => {
  const list = paths.wgOpinions(year.programmeId)
  return [
    ...toRead(year),
    ...todo(year, year.answers, {
      what: `：あなたの意見${year.answers}件に返事があります`,
      href: `${list}?mine=1`,
      act: '返事を読む',
    }),
    ...todo(year, year.open, {
      what: `：WGの意見${year.open}件に、まだ対応が書かれていません`,
      href: `${list}?status=open`,
      act: '対応を書く',
    }),
    ...todo(year, year.untold, {
      what: `：書いた対応${year.untold}件を、言った人にまだ知らせていません`,
      href: list,
      act: '手紙で知らせる',
    }),
  ]
}
