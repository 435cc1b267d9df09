import { randomBytes } from 'node:crypto'
import { isLate, wareki } from '../../platform/time.ts'
import type { Questionnaire, Round } from '../questionnaires/questionnaires.ts'

/** One way in to a questionnaire: public, for one round, until a day, for so many answers. */
export interface QuestionnaireLink {
  id: string
  questionnaireId: string
  round: Round
  /** Kept as it is, unlike a person's link: it stands on handouts anyway, and opens an empty form and nothing else. */
  token: string
  closesOn: string
  mostAnswers: number
  openedAt: string
  openedBy: string
  revokedAt: string | null
  revokedBy: string | null
}

export const USUAL_MOST = 500
export const LARGEST_MOST = 2000

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Sixty random bits in letters that survive being typed off paper: k7m2-9qxd-4thv. */
export const newAddress = (): string => {
  const letters = [...randomBytes(12)].map((b) => ALPHABET[b % 32]).join('')
  return letters.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3')
}

/** As somebody typed it off a handout: capitals, missing hyphens, O for 0. */
export function readAddress(typed: string): string {
  const letters = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1')
  return letters.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3')
}

export type LinkState = 'open' | 'ended' | 'revoked'

export const linkStateOf = (link: QuestionnaireLink, now: Date): LinkState => {
  if (link.revokedAt) return 'revoked'
  return isLate(link.closesOn, now) ? 'ended' : 'open'
}

/** Why nothing more can be answered, with whom to ask. */
export function goneWords(q: Questionnaire, link: QuestionnaireLink): string {
  const why = link.revokedAt ? 'は、受付を終えました' : `の受付は、${wareki(link.closesOn)}で終わりました`
  return `「${q.title}」${why}。お尋ねは、${q.contact}へどうぞ。`
}

export const fullWords = (q: Questionnaire): string =>
  `予定していた数の答えが集まったため、いまは受け付けられません。書いた言葉はこの画面に残っています。お手数ですが、${q.contact}へお知らせください`
