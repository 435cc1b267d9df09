import { type Pasted, pastedRows, pasteName } from '../../papers/pasted-rows/pasted-rows.ts'
import { shownAt, templateWords } from '../../papers/revisions/revisions.ts'
import { withRowOptions } from '../../papers/row-options/row-options.ts'
import { printOf } from '../../papers/sheets/paper.ts'
import type { PrintedField } from '../../papers/sheets/sheets.ts'
import { regionSheets } from '../../papers/templates/released.ts'
import { type Body, type Field, fieldOf, fieldsOf, type Template, textIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { Sentences } from '../../people/history/history.ts'
import { newId } from '../../platform/db/ids.ts'
import { dayOf } from '../../platform/time.ts'
import { type PaperAt, type PaperKind, refOf } from '../papers/papers.ts'

/** A sheet is one per region; of these there may be several, each named by its first field. */
export const isSeveral = (kind: string): boolean => kind === 'status_sheet'

const NAME = 30
const nameOf = (body: Body): string => [...textIn(body, 'subject').replace(/\s+/g, ' ')].slice(0, NAME).join('')

const WRITERS: Readonly<Record<string, PaperKind['writers']>> = {
  prefecture_plan: 'plan.write',
  effect: 'effect.write',
}

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
    writers: WRITERS[kind] ?? 'paper.write',
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
  /** Which half this person writes; null: all of it. */
  side: 'town' | 'prefecture' | null
  /** All its places, also those of other versions. */
  words: Template
  removed: { removedAt: string; removedBy: string } | null
}

/** The year has a newer form; the paper goes on with its own until somebody changes it. */
export const hasNewForm = ({ document, template, newest }: SheetAt): boolean =>
  document !== undefined && document.headNumber > 0 && template.version !== newest.version

/** The fields of a template that pass, in sections that have any. */
function only(template: Template, passes: (field: Field) => boolean): Template {
  const sections = template.sections.flatMap((section) => {
    const fields = section.fields.filter(passes)
    return fields.length > 0 ? [{ ...section, fields }] : []
  })
  return { ...template, sections }
}

const isOwn = ({ side }: SheetAt, field: Field): boolean =>
  side === null || field.side === 'both' || (field.side === 'prefecture') === (side === 'prefecture')

/** What this person may write: where two sides share a sheet, each its own half. */
export const ownForm = (at: SheetAt): Template =>
  at.side === null ? at.template : only(at.template, (f) => isOwn(at, f))

export interface Apart {
  heading: string
  hint: string
  fields: PrintedField[]
}

/** Read beside the form: the other side's half, and what stands in fields the form does not have (any more). */
export function apartOf(at: SheetAt, body: Body): Apart[] {
  const known = new Set(fieldsOf(at.template).map((field) => field.key))
  const printed = (template: Template) => printOf(template, body).flatMap((section) => section.fields)
  const isWritten = (field: PrintedField) => field.text !== '' || field.rows.some((row) => row.cells.some(Boolean))
  const theirs = at.side === null || at.closed ? [] : printed(only(at.template, (f) => !isOwn(at, f)))
  const past = at.head.number > 0 ? printed(only(at.words, (f) => !known.has(f.key))).filter(isWritten) : []
  const who = at.side === 'prefecture' ? '市町村' : '都道府県'
  return [
    { heading: `${who}が書く欄`, hint: `ここは${who}の担当者が書きます。`, fields: theirs },
    { heading: '前の様式の欄', hint: 'いまの様式にはない欄です。書いた内容は、このまま残ります。', fields: past },
  ].filter(({ fields }) => fields.length > 0)
}

/** The rows of a table that was pasted beside one of this sheet's. */
export function pastedIn(at: SheetAt, given: { key: string; posted: Posted; there: number }): Pasted {
  const text = [given.posted[pasteName(given.key)] ?? ''].flat().at(-1) ?? ''
  return pastedRows(fieldOf(at.template, given.key) as Field, text, { there: given.there, newId })
}
type Posted = Record<string, string | string[]>

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
