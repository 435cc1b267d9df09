import { answerNames } from '../../papers/clashes/forms.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'

export interface ArrivalPage {
  around: RegionFrame
  heading: string
  saveTo: string
  jsonTo: string
  backTo: string
  fileError: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/papers/arrival': ArrivalPage
  }
}

const OWN = /^clash\.|^(?:against|once)$/

/** Everything posted but the answers themselves: it comes along on the page of two texts. */
export const carriedPost = (posted: Record<string, string | string[]>): { name: string; value: string }[] =>
  Object.entries(posted)
    .filter(([name]) => !OWN.test(name) && name !== answerNames(0).path)
    .flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one })))
