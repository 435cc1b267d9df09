import { type List, listOf } from '../../platform/office/csv.ts'
import { minuteOf } from '../../platform/time.ts'
import type { Note } from '../../support/notes/notes.ts'
import type { Comment } from '../../tools/comments/comments.ts'

/** What was said beside the papers, with the words that stood there. */
export const commentList = (comments: readonly Comment[], titles: ReadonlyMap<string, string>): List =>
  listOf<Comment>(
    [
      ['文書', 30, ({ documentId }) => titles.get(documentId)],
      ['どこ', 30, ({ place }) => place],
      ['そのときの文', 40, ({ quote }) => quote],
      ['コメント', 60, ({ text }) => text],
      ['だれが', 18, ({ personName }) => personName],
      ['日時', 18, ({ createdAt }) => minuteOf(createdAt)],
      ['終えた日時', 18, ({ endedAt }) => endedAt && minuteOf(endedAt)],
    ],
    comments,
  )

/** 支援チームの覚え書き. */
export const noteList = (notes: readonly Note[]): List =>
  listOf<Note>(
    [
      ['日時', 18, ({ createdAt }) => minuteOf(createdAt)],
      ['だれが', 18, ({ personName }) => personName],
      ['覚え書き', 80, ({ text }) => text],
    ],
    notes,
  )
