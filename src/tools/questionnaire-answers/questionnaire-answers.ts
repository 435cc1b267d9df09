import type { Body } from '../../papers/templates/templates.ts'
import type { Answerer } from '../professions/professions.ts'
import type { Round } from '../questionnaires/questionnaires.ts'

/** What one person answered: a 職種, and a day; never a name, an address or a time. */
export interface GivenAnswers {
  id: string
  questionnaireId: string
  linkId: string
  round: Round
  profession: Answerer
  values: Body
  answeredOn: string
}

export const PAUSED = 'この地域の支援は、いま休んでいます。再開するまで、答えは受け付けられません'

/** A field no person sees: filled, it was filled by a machine (or by a browser meaning well). */
export const TRAP = 'homepage'
export const TRAPPED =
  '見えない欄が自動で埋められていました。書いた言葉はそのまま残っています。もう一度「答えを送る」を押してください'

export const crowdedWords = (minutes: number): string =>
  `同じ場所からの答えが続いているため、少しお待ちください。書いた言葉はこの画面に残っています。${minutes}分ほどしてから、もう一度「答えを送る」を押してください`
