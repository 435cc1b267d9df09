import { Problem } from '../../platform/web/problem.ts'

const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])

/** Why nothing came of it, in words that help; what is our own fault stays in the log. */
export function failureOf(error: unknown): string {
  if (error instanceof Problem) return error.message
  const { code = '' } = error as { code?: string }
  if (FULL.has(code))
    return 'ファイルを置く場所がいっぱいで、しまえませんでした。管理担当者に空きを作ってもらってから、「もう一度作る」を押してください'
  return '作っている間に、うまくいかないことがありました。「もう一度作る」を押してください。続くときは事務局にお知らせください'
}
