/** よくある質問 of a year: what was asked once and helps all. */
export interface Faq {
  id: string
  programmeId: string
  question: string
  answer: string
  consultationId: string | null
  madeAt: string
  madeBy: string
  changedAt: string | null
  changedBy: string | null
  retiredAt: string | null
  retiredBy: string | null
}
