import { type Column, type List, listOf } from '../../platform/office/csv.ts'
import { minuteOf } from '../../platform/time.ts'
import { LETTER_KINDS, LETTER_STATES, letterStateOf } from './letters.ts'
import type { LetterLine } from './store.ts'

/** Every letter without its words, which hold keys. */
export function letterList(letters: readonly LetterLine[], now: Date): List {
  const columns: Column<LetterLine>[] = [
    ['書いた日時', 18, ({ createdAt }) => minuteOf(createdAt)],
    ['件名', 50, ({ subject }) => subject],
    ['種類', 24, ({ kind }) => LETTER_KINDS[kind]],
    ['宛名', 18, ({ toName }) => toName],
    ['メールアドレス', 30, ({ toAddress }) => toAddress],
    ['状態', 18, (letter) => LETTER_STATES[letterStateOf(letter, now)]],
    ['送った日時', 18, ({ sentAt }) => sentAt && minuteOf(sentAt)],
    ['試した回数', 10, ({ tries }) => tries],
    ['送れなかった理由', 40, ({ sentAt, lastError }) => (sentAt ? '' : lastError)],
  ]
  return listOf(columns, letters)
}
