import { anyOf, escaped, plain } from '../sentences/sentences.ts'

/** 「推進委員」「充実感」: the word is part of a name, not a wish. */
const IN_A_NAME: Record<string, string> = {
  推進: '(?:委?員|室|課|係|班|会議|協議会|本部|事業|法|大会|月間|センター|計画|役|者)',
  充実: '(?:感|期|度)',
}

/** 「連携強化」 is also said as 「連携の強化」「連携を強化」「連携を強める」. */
function formsOf(word: string): string {
  const own = plain(word)
  const halves = /^([一-龠ァ-ヶー]{2})([一-龠]{2})$/u.exec(own)
  const joined = halves ? `${escaped(halves[1] ?? '')}(?:の|を|に)?${escaped(halves[2] ?? '')}` : escaped(own)
  const strong = own === '連携強化' ? '|連携を強め' : ''
  const faces = own === '顔の見える関係' ? '|顔が見える関係|顔の見える(?:連携|つながり)' : ''
  const not = IN_A_NAME[own] ? `(?!${IN_A_NAME[own]})` : ''
  return `(?:${joined}${strong}${faces})${not}`
}

/** What others say, and a name in brackets, is not this writer's own word; unless nothing else is written. */
function ownWords(text: string): string {
  const all = plain(text)
  const own = all.replace(/「[^「」]*」|『[^『』]*』/gu, '')
  return [...own].length >= 8 ? own : all
}

/** The first word of the list that is too big to act on, as it is listed. */
export function bigWord(text: string, words: readonly string[]): string | null {
  const own = ownWords(text)
  return words.find((word) => plain(word) !== '' && new RegExp(formsOf(word), 'u').test(own)) ?? null
}

export const holdsAny = (text: string, words: readonly string[]): string | null =>
  new RegExp(anyOf(words), 'u').exec(plain(text))?.[0] ?? null
