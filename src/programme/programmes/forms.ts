import { z } from 'zod'
import { half } from '../../papers/values/values.ts'
import { text } from '../../platform/web/forms.ts'
import { isTemplateKey } from '../step-templates/step-templates.ts'

export const programmeName = text(120).refine((value) => value !== '', '事業の名前を書いてください')

export const newProgrammeForm = z.object({
  name: programmeName,
  fiscalYear: text(20).transform((typed, context) => {
    const year = yearIn(typed)
    if (year) return year
    context.addIssue({
      code: 'custom',
      message: '年度は「令和7年度」か「2025」のように入れてください',
    })
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
