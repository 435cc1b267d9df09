import { z } from 'zod'
import { CIRCLES } from '../../access/circles.ts'
import { FIELD_KINDS, type Field, fieldsOf, HIDDEN, type Template } from './templates.ts'

/** Keys stand in paths, form names and defined names of Excel: letters and digits only, for ever. */
const key = z
  .string()
  .regex(/^[a-z][A-Za-z0-9_]{0,39}$/, '項目の名前（キー）は半角の英小文字で始め、英数字だけにしてください')
const label = z.string().trim().min(1, '項目名を書いてください').max(60, '項目名は60字以内にしてください')
const option = z.object({
  key: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_]{0,39}$/, '選択肢のキーは半角の英数字だけにしてください'),
  label,
  retired: z.boolean().optional(),
})
const kind = z.enum(Object.keys(FIELD_KINDS), '欄の種類を選んでください')

const simple = z.object({
  key,
  kind,
  label,
  hint: z.string().max(200, '説明は200字以内にしてください').optional(),
  needed: z.boolean().optional(),
  unit: z.string().max(10, '単位は10字以内にしてください').optional(),
  options: z.array(option).optional(),
  maxLength: z.number().int().positive().max(30_000).optional(),
  exact: z.boolean().optional(),
  code: z.boolean().optional(),
  ask: z.string().optional(),
  optionsFrom: z.object({ kind: z.string().optional(), field: key, column: key }).optional(),
  side: z.enum(['prefecture', 'both']).optional(),
  carryFrom: z.object({ kind: z.string(), path: z.string() }).optional(),
})
const field = simple.extend({ columns: z.array(simple).optional(), rows: z.array(option).optional() })

const section = z.object({
  key,
  title: label,
  lead: z.string().max(200).optional(),
  fields: z.array(field).min(1, '項目を一つ以上置いてください'),
})

/** Guards template data before anybody fills it in: what could not be drawn, read back or addressed is refused. */
export const templateSchema = z
  .object({
    key,
    version: z.number().int().positive(),
    title: label,
    sheetName: z
      .string()
      .min(1)
      .max(31)
      .regex(/^[^[\]*?:/\\'!]+$/, 'シート名に使えない記号があります'),
    circle: z.enum(Object.keys(CIRCLES)).optional(),
    lead: z.string().max(200, '説明は200字以内にしてください').optional(),
    sections: z.array(section).min(1, '区分を一つ以上置いてください'),
  })
  .superRefine((data, ctx) => {
    const template = data as Template
    for (const message of [...doubles(template), ...fieldsOf(template).flatMap(misfits)]) ctx.addIssue(message)
  })

function doubles(template: Template): string[] {
  const fields = fieldsOf(template)
  return [
    ...twice(fields.map((f) => f.key)).map((k) => `キー「${k}」が二度あります`),
    ...twice([...template.sections.map((s) => s.key)]).map((k) => `区分のキー「${k}」が二度あります`),
    ...twice([...fields.map((f) => f.label), ...template.sections.map((s) => s.title)]).map(
      (l) => `「${l}」という名前が二度あります。Excelで欄を見つけられません`,
    ),
  ]
}

function misfits(field: Field): string[] {
  const chooses = (f: Field) => f.kind === 'choice' || f.kind === 'choices'
  const inner = field.columns ?? []
  const faults = [field, ...inner].flatMap((f) => [
    ...(chooses(f) && !f.options?.length && !f.optionsFrom ? [`「${f.label}」の選択肢がありません`] : []),
    ...twice((f.options ?? []).flatMap((o) => [o.key])).map((k) => `「${f.label}」の選択肢「${k}」が二度あります`),
    ...twice((f.options ?? []).map((o) => o.label)).map((l) => `「${f.label}」の選択肢「${l}」が二度あります`),
  ])
  const rows = field.kind === 'table' || field.kind === 'matrix'
  if (rows && !inner.length) faults.push(`「${field.label}」の列がありません`)
  if (field.kind === 'matrix' && !field.rows?.length) faults.push(`「${field.label}」の行がありません`)
  if (inner.some((c) => ['table', 'matrix', 'organisation'].includes(c.kind) || c.key === 'id' || c.key === HIDDEN))
    faults.push(`「${field.label}」の列に置けない種類の欄があります`)
  return [
    ...faults,
    ...twice([...inner.map((c) => c.key), ...(field.rows ?? []).map((r) => r.key)]).map(
      (k) => `「${field.label}」の「${k}」が二度あります`,
    ),
  ]
}

const twice = (items: readonly string[]): string[] => [...new Set(items.filter((item, i) => items.indexOf(item) !== i))]
