import { type Field, fieldsOf, type Section, type Template } from '../../papers/templates/templates.ts'
import type { Sentences } from '../../people/history/history.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'

/** One version of a sheet as this year has it. Version 0 is being edited; from 1 on it never changes again. */
export interface YearTemplate {
  id: string
  programmeId: string
  key: string
  version: number
  template: Template
  note: string
  byName: string
  createdAt: string
  retiredAt: string | null
}

/** One sheet as its editor sees it: the form being edited, what is for use, and what is asked no more. */
export interface EditedSheet {
  key: string
  template: Template
  /** Null: nothing of it has been changed since it was taken into use. */
  edited: YearTemplate | null
  released: Template | null
  versions: YearTemplate[]
  retired: Field[]
}

/** Kind key of a sheet the secretariat made itself. */
export const OWN = /^own_[a-z0-9]{1,32}$/

/** Fields of older versions stay in the papers that have them; what a paper calls its places is looked up here. */
export function wordsTemplate(newest: Template, older: readonly Template[]): Template {
  const known = new Set(fieldsOf(newest).map((field) => field.key))
  const retired = older.flatMap((template) =>
    fieldsOf(template).filter((field) => !known.has(field.key) && known.add(field.key)),
  )
  if (retired.length === 0) return newest
  const past: Section = {
    key: 'retired',
    title: '前の様式の欄',
    fields: retired.map((field) => ({ ...field, label: `${field.label}（前の様式の欄）` })),
  }
  return { ...newest, sections: [...newest.sections, past] }
}

export const versionWords = ({ version, byName, createdAt }: YearTemplate): string =>
  `第${version}版　${warekiShort(dayOf(createdAt))} ${byName}さん`

/** 「第2版 R7.10.21 森野美香さん」: which form is in use. */
export const formState = (released: Template | null, versions: readonly YearTemplate[]): string => {
  const last = versions.at(-1)
  return last ? versionWords(last) : released ? 'はじめの様式' : 'まだ使いはじめていません'
}

declare module '../../people/history/history.ts' {
  interface Happenings {
    template_released: { key: string; title: string; version: number }
    template_used: { key: string; title: string; isUsed: boolean }
  }
}

export const templateHappenings = {
  template_released: (h) =>
    `${h.actorName}さんが「${h.details.title}」の様式を新しくしました（第${h.details.version}版）`,
  template_used: (h) =>
    `${h.actorName}さんが「${h.details.title}」をこの年度で${h.details.isUsed ? '使う' : '使わない'}ことにしました`,
} satisfies Sentences<'template_released' | 'template_used'>
