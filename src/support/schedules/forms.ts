import { z } from 'zod'
import { half } from '../../papers/values/values.ts'
import { needed, oneOf, text } from '../../platform/web/forms.ts'
import { dayField, timeField } from '../../programme/days/days.ts'
import { MODES } from '../meetings/meetings.ts'
import { ENDINGS } from './schedules.ts'

const mode = oneOf(MODES, '形（オンライン・現地）を選んでください')

const minutes = text(20).transform((typed, context): number | null => {
  const number = Number(half(typed).replace(/分$/, ''))
  if (typed === '') return null
  if (Number.isInteger(number) && number >= 5 && number <= 600) return number
  context.addIssue({ code: 'custom', message: '長さは、5から600までの分で入れてください' })
  return z.NEVER
})

const url = text(500).refine((v) => v === '' || URL.canParse(v), '会議のURLは、https:// から貼りつけてください')
const safeUrl = url.refine((v) => v === '' || /^https?:\/\//.test(v), '会議のURLは、https:// から貼りつけてください')

/** Where people meet, the same for a schedule and for the slot chosen from a poll. */
export const placeFields = { mode, place: text(200), url: safeUrl }
export const minutesField = minutes

export const scheduleForm = z
  .object({ heldOn: dayField('日'), time: timeField, minutes, ...placeFields })
  .refine((s) => !s.time || s.heldOn, { path: ['heldOn'], message: '時刻を決めるときは、日も入れてください' })
export type Schedule = z.output<typeof scheduleForm>

/** The year's own meetings that stand outside its steps. */
export const YEAR_KINDS = {
  'wg-meeting': 'WG（委員と事務局）',
  committee: '委員会（委員と事務局）',
  'team-orientation': '支援チームの会（アドバイザーと事務局）',
  'joint-report': '合同報告会など（全員）',
} as const

const label = (example: string) => needed(`回の名前を書いてください（例：${example}）`, 60)
export const extraForm = z.object({ label: label('個別相談') })
export const yearExtraForm = z.object({
  label: label('臨時のWG'),
  kind: oneOf(YEAR_KINDS, 'だれの会かを選んでください'),
})

export const endingForm = z.object({
  kind: oneOf(ENDINGS, '延期か中止かを選んでください'),
  reason: needed('理由を書いてください。全員に届く手紙にのります', 1000),
})
