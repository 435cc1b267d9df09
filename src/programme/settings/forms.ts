import { z } from 'zod'
import { half, readDate } from '../../papers/values/values.ts'
import { text } from '../../platform/web/forms.ts'
import { programmeName } from '../programmes/forms.ts'

/** A day as people type it, or nothing. */
export const day = (label: string) =>
  text(60).transform((typed, context) => {
    if (typed === '') return null
    const { day: found, fault } = readDate(typed)
    if (found) return found
    context.addIssue({
      code: 'custom',
      message: fault ?? `${label}は、令和7年10月22日のように年・月・日を入れてください`,
    })
    return z.NEVER
  })

const whole = (label: string, from: number, to: number) =>
  text(20).transform((typed, context) => {
    const number = Number(half(typed).replace(/(地域|件|日)$/, ''))
    if (typed !== '' && Number.isInteger(number) && number >= from && number <= to) return number
    context.addIssue({
      code: 'custom',
      message: `${label}は${from}から${to}までの数字で入れてください`,
    })
    return z.NEVER
  })

/** 「7、1」: a reminder seven days and one day before; nothing typed means none. */
const remindDays = text(60).transform((typed, context): number[] => {
  const parts = half(typed)
    .split(/[、,，・\s]+/)
    .map((part) => part.replace(/日(前)?$/, ''))
    .filter((part) => part !== '')
  const days = [...new Set(parts.map(Number))].sort((a, b) => b - a)
  if (days.length <= 5 && days.every((n) => Number.isInteger(n) && n >= 0 && n <= 14)) return days
  context.addIssue({ code: 'custom', message: '何日前かは「7、1」のように、0から14までの数字で5つまで入れてください' })
  return z.NEVER
})

export const mailbox = text(200)
  .transform((value) => half(value).replace(/\s/g, ''))
  .refine(
    (value) => value === '' || /^[^@,;<>"]+@[^@,;<>".]+(\.[^@,;<>".]+)+$/.test(value),
    'メールアドレスの形で書いてください（例：renkei@office.example）',
  )

export const settingsForm = z
  .object({
    name: programmeName,
    entryOpensOn: day('募集開始'),
    entryClosesOn: day('募集の締切'),
    consentDueOn: day('承諾期限'),
    supportFromOn: day('支援の始まり'),
    supportToOn: day('支援の終わり'),
    capacity: whole('募集数', 1, 50),
    quietDays: whole('日数', 1, 365),
    remindDays,
    needsConsent: text(1).transform((value) => value === '1'),
    introduction: text(4000),
    section: text(200),
    mailbox,
    telephone: text(60),
  })
  .superRefine((given, context) => {
    const after = (earlier: string | null, later: string | null, path: string, message: string) => {
      if (earlier && later && later < earlier) context.addIssue({ code: 'custom', path: [path], message })
    }
    after(given.entryOpensOn, given.entryClosesOn, 'entryClosesOn', '締切は募集開始よりあとの日にしてください')
    after(given.entryOpensOn, given.consentDueOn, 'consentDueOn', '承諾期限は募集開始よりあとの日にしてください')
    after(given.supportFromOn, given.supportToOn, 'supportToOn', '支援の終わりは始まりよりあとの日にしてください')
  })
export type Settings = z.output<typeof settingsForm>
