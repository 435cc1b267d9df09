import { z } from 'zod'
import { readNumber } from '../../papers/values/values.ts'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { COMPARED, EVIDENCE_KINDS, SIDES, SOURCES } from './evidence.ts'

/** 「１８人」「1,204」 as digits; an empty one stays empty. */
const number = (label: string) =>
  text(40).transform((typed, context): string => {
    const read = typed === '' ? '' : readNumber(typed)
    if (read !== null && /^(?:\d+(?:\.\d+)?)?$/.test(read)) return read
    context.addIssue({ code: 'custom', message: `${label}は、18 や 1,204 のように数で書いてください` })
    return z.NEVER
  })

/** A value may be any number; what can't be read as one stays as it was typed. */
const value = text(60).transform((typed) => readNumber(typed.replace(/[%％]$/, '')) ?? typed)

const choice = (labels: Record<string, string>) => text(40).transform((key) => (Object.hasOwn(labels, key) ? key : ''))

export const evidenceForm = z
  .object({
    side: oneOf(SIDES, '裏づけになるものか、合わないものかを選んでください'),
    kind: oneOf(EVIDENCE_KINDS, '数字・記録・聞き取りのどれかを選んでください'),
    text: needed('何から何が分かったかを書いてください', 10_000),
    numerator: number('分子'),
    denominator: number('分母'),
    value,
    unit: text(20),
    comparedWith: choice(COMPARED),
    comparison: value,
    source: choice(SOURCES),
    sourceText: text(400),
    method: text(400),
    period: text(100),
  })
  .superRefine((given, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const { numerator, denominator } = given
    if (numerator !== '' && denominator === '')
      fault('denominator', '分子を書いたときは、分母（全体の数）も書いてください')
    if (denominator !== '' && Number(denominator) === 0) fault('denominator', '分母は1以上の数にしてください')
    if (numerator === '' && denominator !== '')
      fault('numerator', '分母を書いたときは、分子（あてはまる数）も書いてください')
    if (numerator !== '' && denominator !== '' && Number(numerator) > Number(denominator))
      fault('numerator', '分子が分母より大きくなっています。入れかわっていませんか')
    if (given.comparison !== '' && given.comparedWith === '') fault('comparedWith', '何と比べた値かを選んでください')
  })
