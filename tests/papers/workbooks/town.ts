import { entryTemplate } from '../../../src/papers/templates/entry.ts'
import { type Body, fieldsOf, isEmpty, type Template } from '../../../src/papers/templates/templates.ts'
import { mark, read, write } from '../../../src/papers/workbooks/jobs.ts'
import type { ReadWorkbook } from '../../../src/papers/workbooks/workbooks.ts'
import { bytesOf, openWorkbook, type Worksheet } from '../../../src/platform/office/office.ts'
import { Problem } from '../../../src/platform/web/problem.ts'

export { mark, read }

/** みどり町's whole entry: every field has something in it. */
export const full: Body = {
  reason: '退院の知らせが届かない。\n\n　今年、三度あった。',
  hopes: '=1+1 と書いても文字のまま',
  supportKind: 'scene',
  theme: '+退院の知らせ',
  issues: [
    { id: 'issue1', text: '@知らせが遅い', scene: 'discharge', weight: '3', ease: '2' },
    { id: 'issue2', text: '顔を知らない', ease: '1' },
  ],
  scenes: ['discharge', 'dementia'],
  typicalCase: '𠮷田さん（髙齢）👨‍👩‍👧',
  difficultCase: '-',
  partners: [
    { id: 'doctors', state: 'regular', note: '年2回' },
    { id: 'emergency', state: 'none' },
  ],
  progress: [{ id: 'measures', note: 'これから' }],
  department: '福祉課 高齢者支援係',
  manager: 'no',
  medicalStaff: 'yes',
  coordinator: 'yes',
  healthCenter: 'no',
  teamNote: '兼務',
  contractors: [{ id: 'c1', name: 'みどり医師会', work: '相談窓口' }],
  training: 'taken',
  trainingNote: '県の研修',
  members: [{ id: 'm1', name: 'かわの村', code: '932027', contact: '山田' }],
  cooperating: [{ id: 'k1', name: 'ひばり村', agreed: 'yes' }],
  consentOn: '2025-08-03',
  consentBy: '東浜県 長寿社会課',
  contactName: '青木葵',
  contactPost: '主査',
  contactMail: 'aoi@town.midori.lg.jp',
  contactTel: '0123-45-6789',
}

export const written = (body: Body, more: { template?: Template; revision?: string } = {}): Promise<Buffer> => {
  const template = more.template ?? entryTemplate
  const defined = { template: template.key, version: template.version, region: 'midori', revision: more.revision ?? '' }
  return write({ template, body, defined, heading: 'みどり町（東浜県）' })
}

export const readBack = (bytes: Buffer, template: Template = entryTemplate): Promise<ReadWorkbook> =>
  read({ bytes, template })

/** Somebody opens the file, changes something and saves it. */
export async function edited(bytes: Buffer, change: (sheet: Worksheet) => void): Promise<Buffer> {
  const book = await openWorkbook(bytes)
  change(book.worksheets[0] as Worksheet)
  return bytesOf(book)
}

/** The cell beside a label: how a person finds the place to write. */
export function beside(sheet: Worksheet, label: string) {
  for (let row = 1; row <= sheet.rowCount; row++)
    if (String(sheet.getCell(row, 2).value ?? '').split('\n')[0] === label) return sheet.getCell(row, 3)
  throw new Error(`no label ${label}`)
}

export const withoutBlanks = (body: Body): Body =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => !isEmpty(value)))
export const keysOf = (template: Template) => fieldsOf(template).map((field) => field.key)

export async function problemOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
  return 'no problem'
}
