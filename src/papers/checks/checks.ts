import { type Body, fieldOf, type Template } from '../templates/templates.ts'

/** block: not without this · warn: can go on with a reason · ask: a prompt beside the field, never in the way. */
export type Strength = 'block' | 'warn' | 'ask'

/** Words a check looks for; the secretariat can hand in its own. */
export type WordLists = Readonly<Record<string, readonly string[]>>

/** What a check may know besides the body. A fact that is not given keeps its check silent. */
export interface Facts {
  template?: Template
  words?: WordLists
  /** The prefecture's consent is recorded, or none is needed. */
  consented?: boolean
  deadlinePassed?: boolean
  /** Of the applicant and everybody who applies with it. */
  prefectureCodes?: readonly string[]
  /** One sentence part per overlap: 「みどり町とはなぞの町（東海北陸厚生局）」 */
  overlaps?: readonly string[]
  selectedCount?: number
  capacity?: number
}

export interface Check {
  id: string
  strength: Strength
  /** Keys it reads; it stands beside the first. Empty: it belongs to the sheet as a whole. */
  fields: readonly string[]
  find(body: Body, facts: Facts): string | null
}

export interface Question {
  id: string
  strength: Strength
  /** '' = the sheet as a whole. */
  field: string
  text: string
}

/** Questions, never verdicts: whatever a template or the facts do not hold is not asked about. */
export function questionsOf(checks: readonly Check[], body: Body, facts: Facts = {}): Question[] {
  return checks.flatMap((check) => {
    if (check.fields.some((key) => facts.template && !fieldOf(facts.template, key))) return []
    const text = check.find(body, facts)
    return text === null ? [] : [{ id: check.id, strength: check.strength, field: check.fields[0] ?? '', text }]
  })
}

/** Full or half width does not matter to a word list. */
export const holdsWord = (text: string, words: readonly string[]): boolean => {
  const plain = text.normalize('NFKC')
  return words.some((word) => word.trim() !== '' && plain.includes(word.trim().normalize('NFKC')))
}
