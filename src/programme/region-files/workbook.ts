import { CIRCLES, type Circle } from '../../access/circles.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import { type List, listOf } from '../../platform/office/csv.ts'
import { minuteOf } from '../../platform/time.ts'

/** The files that stand in the region's room. */
export const fileList = (files: readonly StoredFile[], names: ReadonlyMap<string, string>): List =>
  listOf<StoredFile>(
    [
      ['ファイル', 50, ({ name }) => name],
      ['説明', 40, ({ about }) => about],
      ['加えた人', 18, ({ personId }) => personId && names.get(personId)],
      ['加えた日時', 18, ({ createdAt }) => minuteOf(createdAt)],
      ['大きさ（バイト）', 16, ({ bytes }) => bytes],
      ['読む人', 14, ({ circle }) => CIRCLES[circle as Circle]],
    ],
    files.filter(({ deletedAt }) => !deletedAt),
  )
