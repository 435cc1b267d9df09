import { cleaned } from '../../papers/values/values.ts'
import type { BoxInput } from '../logic-models/body.ts'
import { KIND_ORDER, type Kind } from '../logic-models/logic-models.ts'
import { fieldsFor, LONGEST } from './box-edits.ts'

type Posted = Record<string, string | string[]>

export const wordIn = (posted: Posted, name: string): string => cleaned([posted[name] ?? ''].flat().at(-1) ?? '').trim()
export const wordsIn = (posted: Posted, name: string): string[] =>
  [posted[name] ?? []].flat().filter((one) => one !== '')

export const kindIn = (posted: Posted): Kind | null => KIND_ORDER.find((kind) => kind === posted.kind) ?? null

/** What was typed in a box of this column; a choice that is not on the list counts as none. */
export const boxIn = (posted: Posted, kind: Kind): BoxInput =>
  Object.fromEntries(
    fieldsFor(kind).map((field) => {
      const typed = wordIn(posted, field.name)
      if (field.kind === 'check') return [field.name, typed ? 'yes' : '']
      return [field.name, field.options && !Object.hasOwn(field.options, typed) ? '' : typed]
    }),
  )

/** Too long to be read in a picture: said with the number, and the words stay. */
export const tooLongIn = (given: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, typed = '']) => {
      const length = [...typed].length
      const most = LONGEST.toLocaleString('ja-JP')
      const now = length.toLocaleString('ja-JP')
      return length > LONGEST ? [[name, `${most}字以内にしてください（いまは${now}字）。文はここに残っています`]] : []
    }),
  )

export const faultsIn = (given: BoxInput): Record<string, string> => ({
  ...(!given.text && { text: '箱の文を書いてください' }),
  ...tooLongIn(given),
})
