import type { Answer } from '../documents/documents.ts'
import { cleaned } from '../values/values.ts'

export type Posted = Record<string, string | string[]>

const first = (value: string | string[] | undefined): string | undefined => [value ?? []].flat().at(-1)

/** Names of the controls on the page of two texts, by the place of the clash on it. */
export const answerNames = (at: number) => ({
  path: `clash.${at}.path`,
  pick: `clash.${at}.pick`,
  own: `clash.${at}.own`,
})

export const PICKS = {
  theirs: '保存されているほうにする',
  mine: '自分が書いたほうにする',
  own: '下に書いたものにする',
} as const
type Pick = keyof typeof PICKS

/** The page of two texts was sent, answered or not. */
export const isAnswered = (posted: Posted): boolean => posted[answerNames(0).path] !== undefined

/** What was answered, by path; a place without an answer will be asked again. */
export function answersFrom(posted: Posted): Map<string, Answer> {
  const answers = new Map<string, Answer>()
  for (let at = 0; at < 2_000; at++) {
    const names = answerNames(at)
    const path = first(posted[names.path])
    if (path === undefined) break
    const pick = first(posted[names.pick]) as Pick | undefined
    if (pick === 'own') answers.set(path, { pick, own: cleaned(first(posted[names.own]) ?? '').trim() })
    else if (pick === 'theirs' || pick === 'mine') answers.set(path, { pick })
  }
  return answers
}

/** The typed sheet, to be posted again beside the answers. */
export const carriedSheet = (posted: Posted): { name: string; value: string }[] =>
  Object.entries(posted)
    .filter(([name]) => name.startsWith('f.') || name.startsWith('has.'))
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one })))
