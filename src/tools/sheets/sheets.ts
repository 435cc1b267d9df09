import { shownAt, templateWords } from '../../papers/revisions/revisions.ts'
import { withRowOptions } from '../../papers/row-options/row-options.ts'
import { regionSheets } from '../../papers/templates/released.ts'
import { type Body, type Template, textIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { Sentences } from '../../people/history/history.ts'
import { dayOf } from '../../platform/time.ts'
import { type PaperAt, type PaperKind, refOf } from '../papers/papers.ts'

/** A sheet is one per region; of these there may be several, each named by its first field. */
export const isSeveral = (kind: string): boolean => kind === 'status_sheet'

const NAME = 30
const nameOf = (body: Body): string => [...textIn(body, 'subject').replace(/\s+/g, ' ')].slice(0, NAME).join('')

/** A sheet as a kind of paper. `words` knows the fields of older forms too; `others` are sheets whose rows it points at. */
export function sheetKind(
  template: Template,
  { words = template, others = {} }: { words?: Template; others?: Readonly<Record<string, Body>> } = {},
): PaperKind {
  const { key: kind, title } = template
  return {
    kind,
    title,
    template,
    circleDefault: template.circle ?? 'region',
    writers: kind === 'prefecture_plan' ? 'plan.write' : 'paper.write',
    home: (regionId, part) => paths.sheet(regionId, refOf({ kind }, part)),
    words: {
      ...templateWords(words),
      shown: (path, value, body) => shownAt(withRowOptions(words, body, others), path, value),
    },
    ...(isSeveral(kind) && { nameOf }),
  }
}

/** The sheets as the product brings them, for the list of kinds. */
export const sheetKinds: readonly PaperKind[] = regionSheets.map((template) => sheetKind(template))

/** A sheet of one region as its reader sees it. */
export interface SheetAt extends PaperAt {
  /** The form it was written on, its choices filled in. */
  template: Template
  newest: Template
  /** All its places, also those of other versions. */
  words: Template
  removed: { removedAt: string; removedBy: string } | null
}

/** The year has a newer form; the paper goes on with its own until somebody changes it. */
export const hasNewForm = ({ document, template, newest }: SheetAt): boolean =>
  document !== undefined && document.headNumber > 0 && template.version !== newest.version

/** What stands in fields that the paper's form does not have (any more): read, never lost. */
export function pastTemplate({ words, template }: Pick<SheetAt, 'words' | 'template'>): Template {
  const known = new Set(template.sections.flatMap((s) => s.fields.map((f) => f.key)))
  const sections = words.sections.flatMap((section) => {
    const fields = section.fields.filter((field) => !known.has(field.key))
    return fields.length > 0 ? [{ ...section, fields }] : []
  })
  return { ...words, sections }
}

const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f]/g

/** みどり町_状態シート_20251021.xlsx */
export const sheetFileName = (regionName: string, title: string, now: Date): string =>
  `${[...`${regionName}_${title}`.replace(FORBIDDEN, '')].slice(0, 80).join('')}_${dayOf(now).replaceAll('-', '')}.xlsx`

declare module '../../people/history/history.ts' {
  interface Happenings {
    sheet_removed: { title: string; ref: string }
    sheet_put_back: { title: string; ref: string }
    sheet_form_changed: { title: string; ref: string; version: number }
  }
}

export const sheetHappenings = {
  sheet_removed: (h) => `${h.actorName}さんが${h.details.title}を消しました`,
  sheet_put_back: (h) => `${h.actorName}さんが、消した${h.details.title}を戻しました`,
  sheet_form_changed: (h) => `${h.actorName}さんが${h.details.title}を新しい様式にしました`,
} satisfies Sentences<'sheet_removed' | 'sheet_put_back' | 'sheet_form_changed'>
