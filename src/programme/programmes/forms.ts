import { z } from 'zod'
import { half, readDate } from '../../papers/values/values.ts'
import { oneOf, text } from '../../platform/web/forms.ts'
import { isTemplateKey, STEP_TEMPLATES } from '../step-templates/step-templates.ts'

const nameOf = text(120).refine((value) => value !== '', '事業の名前を書いてください')

/** A day as people type it, or nothing. */
const day = (label: string) =>
  text(60).transform((typed, context) => {
    if (typed === '') return null
    const { day: found, fault } = readDate(typed)
    if (found) return found
    context.addIssue({ code: 'custom', message: fault ?? `${label}は、令和7年10月22日のように年・月・日を入れてください` })
    return z.NEVER
  })

const whole = (label: string, from: number, to: number) =>
  text(20).transform((typed, context) => {
    const number = Number(half(typed).replace(/(地域|件|日)$/, ''))
    if (typed !== '' && Number.isInteger(number) && number >= from && number <= to) return number
    context.addIssue({ code: 'custom', message: `${label}は${from}から${to}までの数字で入れてください` })
    return z.NEVER
  })

const mail = text(200)
  .transform((value) => half(value).replace(/\s/g, ''))
  .refine((value) => value === '' || /^[^@,;<>"]+@[^@,;<>".]+(\.[^@,;<>".]+)+$/.test(value), 'メールアドレスの形で書いてください（例：renkei@office.example）')

export const newProgrammeForm = z.object({
  name: nameOf,
  fiscalYear: text(20).transform((typed, context) => {
    const year = yearIn(typed)
    if (year) return year
    context.addIssue({ code: 'custom', message: '年度は「令和7年度」か「2025」のように入れてください' })
    return z.NEVER
  }),
  from: text(40).refine((value) => isTemplateKey(value) || /^[0-9a-z]{16}$/.test(value), '進め方を選んでください'),
})

function yearIn(typed: string): number | null {
  const plain = half(typed).replace(/\s|年度?/g, '')
  const era = /^(?:令和|R)(元|\d{1,2})$/i.exec(plain)
  const year = era ? 2018 + (era[1] === '元' ? 1 : Number(era[1])) : Number(plain)
  return Number.isInteger(year) && year >= 2015 && year <= 2100 ? year : null
}

export const settingsForm = z
  .object({
    name: nameOf,
    entryOpensOn: day('募集開始'),
    entryClosesOn: day('募集の締切'),
    consentDueOn: day('承諾期限'),
    supportFromOn: day('支援の始まり'),
    supportToOn: day('支援の終わり'),
    capacity: whole('募集数', 1, 50),
    quietDays: whole('日数', 1, 365),
    needsConsent: text(1).transform((value) => value === '1'),
    introduction: text(4000),
    section: text(200),
    mailbox: mail,
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

export const templateChoice = oneOf(STEP_TEMPLATES, '進め方を選んでください')
