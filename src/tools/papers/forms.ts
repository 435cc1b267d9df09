import { z } from 'zod'
import { answersFrom, isAnswered, type Posted } from '../../papers/clashes/forms.ts'
import { isRecord, isRows } from '../../papers/documents/body.ts'
import type { ToSave } from '../../papers/documents/documents.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { Problem } from '../../platform/web/problem.ts'

export const milestoneForm = z.object({
  label: z.string().trim().min(1, '版の名前を書いてください（例：支援2の時点）').max(60, '60字以内にしてください'),
})

/** What was chosen on the page of two texts, ready for `savePaper`. */
export function answersIn(posted: Posted): Pick<ToSave, 'resolve'> {
  if (!isAnswered(posted)) return {}
  const against = Number([posted.against ?? '0'].flat().at(-1))
  return { resolve: { against: Number.isSafeInteger(against) ? against : 0, answers: answersFrom(posted) } }
}

export const baseIn = (posted: Posted): number | undefined => {
  const text = [posted.base ?? ''].flat().at(-1) ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

/** A body as this product writes it: texts, lists of texts, rows with ids. Everything else is refused by its place. */
export function readBody(given: unknown): Body {
  if (!isRecord(given)) throw new Problem('invalid', '中身は { } の形にしてください')
  for (const [key, value] of Object.entries(given)) {
    const fault = isOfObjects(key) ? 'という名前の欄は、使えません' : faultIn(value)
    if (fault) throw new Problem('invalid', `「${key}」${fault}。このページで受け取ったファイルか、確かめてください`)
  }
  return given as Body
}

/** `__proto__`, `constructor`: names every object has anyway. */
const isOfObjects = (key: string): boolean => key in Object.prototype

function faultIn(value: unknown): string | null {
  if (typeof value === 'string') return null
  if (!Array.isArray(value)) return 'は、文字か並び（[ ]）にしてください'
  if (value.every((one) => typeof one === 'string')) return null
  if (!isRows(value)) return 'の並びには、どの行にも id を付けてください'
  const ids = value.map((row) => row.id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) return `に同じ id「${twice.slice(0, 40)}」が二度あります`
  const bad = value.find((row) =>
    Object.entries(row).some(([key, cell]) => typeof cell !== 'string' || isOfObjects(key)),
  )
  return bad ? `の行「${bad.id.slice(0, 40)}」に、文字でない欄があります` : null
}
