import { paths } from '../../paths/paths.ts'
import { answerBy } from '../../support/dates/mail.ts'
import type { Todo } from '../todo/todo.ts'

/** An open poll that waits for the reader's ○△×. */
export interface AskingPoll {
  id: string
  regionId: string | null
  whose: string
  label: string
  answerByOn: string | null
  openedAt: string
}

export const pollTodos = (polls: readonly AskingPoll[]): Todo[] =>
  polls.map((poll) => ({
    subject: poll.whose,
    what: `の${poll.label}の日程に、○△×で答えてください`,
    detail: 'この画面からも、メールのリンクからも答えられます',
    whoseTurn: null,
    dueOn: answerBy(poll),
    href: paths.poll(poll.id),
    act: '都合を答える',
    ...(poll.regionId && { regionId: poll.regionId }),
  }))
