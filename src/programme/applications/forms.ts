import { z } from 'zod'
import { half } from '../../papers/values/values.ts'
import { needed, text } from '../../platform/web/forms.ts'

const isMail = (value: string) => /^[^\s@,;<>"]{1,64}@[^\s@,;<>".]+(\.[^\s@,;<>".]+)+$/.test(value)

export const startForm = z.object({
  mail: text(200)
    .transform((value) => half(value).replace(/\s/g, ''))
    .refine((value) => value !== '', '役所のメールアドレスを書いてください')
    .refine(
      (value) => value === '' || isMail(value),
      'メールアドレスの形で書いてください（例：kaigo@town.example.lg.jp）',
    ),
  organisation: needed('市町村か都道府県の名前を書いてください', 100),
  organisationId: text(40),
  name: needed('お名前を書いてください', 60),
  section: text(100),
  joint: text(1).transform((value) => value === '1'),
})

export const decisionForm = z
  .object({
    deed: z.preprocess(
      (v) => (Array.isArray(v) ? v.at(-1) : v),
      z.enum(['accept', 'refuse'], '認めるか断るかを選んでください'),
    ),
    reason: text(1000),
  })
  .refine((given) => given.deed === 'accept' || given.reason !== '', {
    path: ['reason'],
    message: '断る理由を書いてください。申し込んだ人に届きます',
  })
