/** What can go wrong for a person, and the status each answers with. Everything else is ours: a 500 with a number. */
export const statusOf = {
  invalid: 422,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
} as const

export type ProblemCode = keyof typeof statusOf

export class Problem extends Error {
  readonly code: ProblemCode
  /** For `forbidden`: who can do it instead. */
  readonly who: readonly string[]
  constructor(code: ProblemCode, message: string, who: readonly string[] = []) {
    super(message)
    this.code = code
    this.who = who
  }
}

export const notFound = () => new Problem('not_found', 'お探しのページは見つかりませんでした')
