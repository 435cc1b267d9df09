import { z } from 'zod'
import { CIRCLES } from '../../access/circles.ts'
import { templateSchema } from '../../papers/templates/forms.ts'
import type { Template } from '../../papers/templates/templates.ts'
import { needed, oneOf, text } from '../../platform/web/forms.ts'

const title = needed('名前を書いてください', 60)
const lead = text(200)

/** 都道府県・委託先 read along, or only the town's own circle. */
export const FIRST_READERS = { region: CIRCLES.region, town: CIRCLES.town } as const
export const sheetForm = z.object({ title, lead, circle: oneOf(FIRST_READERS, 'はじめに読む人を選んでください') })
export const newSheetForm = z.object({ title, from: text(60) })
export const sectionForm = z.object({ title, lead })
export const newSectionForm = z.object({ title: needed('区分の名前を書いてください', 60) })
export const newFieldForm = z.object({
  label: needed('項目名を書いてください', 60),
  kind: needed('欄の種類を選んでください', 20),
})
export const useForm = z.object({ key: text(60), used: text(5) })
export const copyForm = z.object({ year: needed('年度を選んでください', 60) })
export const releaseForm = z.object({ note: text(200) })

/** The moves of the page of a sheet: `field.subject.up`, `section.person.down`. */
export const DEEDS = ['up', 'down', 'retire', 'restore', 'remove'] as const
export type Deed = (typeof DEEDS)[number]

export function deedIn(posted: unknown): { what: 'field' | 'section'; key: string; deed: Deed } | null {
  const [what, key = '', deed] = String([posted ?? ''].flat().at(-1)).split('.')
  const known = DEEDS.find((one) => one === deed)
  return known && (what === 'field' || what === 'section') ? { what, key, deed: known } : null
}

/** What keeps a form from being drawn, by the place it stands at; a section may be empty until the form is taken into use. */
export function templateFaults(template: Template, { toUse }: { toUse: boolean }): { at: string; message: string }[] {
  const result = templateSchema.safeParse({ ...template, version: Math.max(1, template.version) })
  if (result.success) return []
  return result.error.issues.flatMap(({ path, message }) => {
    const [list, at, inner, fieldAt, part] = path
    const section = list === 'sections' && typeof at === 'number' ? template.sections[at] : undefined
    if (section && inner === 'fields' && fieldAt === undefined) {
      const words = `区分「${section.title}」に、項目を一つ以上置いてください。使わない区分は消せます`
      return toUse ? [{ at: section.key, message: words }] : []
    }
    const field = typeof fieldAt === 'number' ? section?.fields[fieldAt] : undefined
    return [{ at: field ? `${field.key}/${String(part ?? '')}` : (section?.key ?? ''), message }]
  })
}
