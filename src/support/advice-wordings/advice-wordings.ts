import type { Advice } from '../advice/advice.ts'

export const LINK_GONE = 'このリンクは期限が切れたか、担当が変わったため使えません。事務局にお問い合わせください'

export interface Wording {
  number: number
  text: string
  at: string
  byName: string
}

/** Until the town has answered, an advice may be worded anew; afterwards a new one is given. */
export const mayReword = (advice: Advice): boolean => advice.answer === null || advice.answer === 'thanks'
