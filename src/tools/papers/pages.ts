import { answerNames } from '../../papers/clashes/forms.ts'

const OWN = /^clash\.|^(?:against|once)$/

/** Everything posted but the answers themselves: it comes along on the page of two texts. */
export const carriedPost = (posted: Record<string, string | string[]>): { name: string; value: string }[] =>
  Object.entries(posted)
    .filter(([name]) => !OWN.test(name) && name !== answerNames(0).path)
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one })))
