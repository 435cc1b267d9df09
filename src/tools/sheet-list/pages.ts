import type { Template } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, monthDay } from '../../platform/time.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import { partOf, refOf } from '../papers/papers.ts'
import { isSeveral, sheetKind } from '../sheets/sheets.ts'
import type { RemovedSheet, WrittenSheet } from './sheet-list.ts'

interface SheetRow {
  name: string
  href: string
  lead: string
  state: string
  isNew: boolean
  hasDraft: boolean
}

export interface SheetListPage {
  around: RegionFrame
  rows: SheetRow[]
  more: { label: string; kind: string }[]
  newTo: string | null
  removed: { name: string; href: string; when: string }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/sheet-list/index': SheetListPage
  }
}

interface ListView {
  regionId: string
  personId: string | null
  sheets: readonly { template: Template; isUsed: boolean }[]
  written: readonly WrittenSheet[]
  removed: readonly RemovedSheet[]
  mayWrite: boolean
}

export function sheetListPage(view: ListView): Omit<SheetListPage, 'around'> {
  const { regionId, sheets, written, removed, mayWrite } = view
  const rows = sheets.flatMap(({ template, isUsed }) => {
    const own = written.filter(({ document, hasDraft }) => {
      const begun = document.headNumber > 0 || hasDraft
      return document.kind === template.key && begun
    })
    if (own.length === 0) return isUsed ? [emptyRow(regionId, template)] : []
    return own.map((sheet) => rowOf(view, template, sheet))
  })
  const several = sheets.filter(({ template, isUsed }) => isUsed && isSeveral(template.key))
  return {
    rows,
    more: several.map(({ template }) => ({ label: `${template.title}をもう一つ作る`, kind: template.key })),
    newTo: mayWrite ? paths.sheetNew(regionId) : null,
    removed: removed.map((one) => ({
      name: sheets.find(({ template }) => template.key === one.kind)?.template.title ?? '',
      href: paths.sheet(regionId, refOf(one, partOf(one))),
      when: `${one.removedBy}さんが${monthDay(dayOf(one.removedAt))}に消しました`,
    })),
  }
}

const emptyRow = (regionId: string, { key, title, lead = '' }: Template): SheetRow => ({
  ...{ name: title, href: paths.sheet(regionId, key), lead },
  ...{ state: 'まだ', isNew: false, hasDraft: false },
})

function rowOf({ regionId, personId }: ListView, template: Template, sheet: WrittenSheet): SheetRow {
  const { document, head, last, readNumber, hasDraft } = sheet
  const kind = sheetKind(template)
  const name = kind.nameOf?.(head.body) ?? ''
  const state = last
    ? `第${last.number}版　${monthDay(dayOf(last.savedAt))} ${clock(last.savedAt)}（${last.personName}さん）`
    : '書きかけ（自分だけ）'
  return {
    name: name ? `${template.title}「${name}」` : template.title,
    href: kind.home(regionId, partOf(document)),
    lead: template.lead ?? '',
    state,
    isNew: last !== undefined && last.number > readNumber && last.personId !== personId,
    hasDraft: hasDraft && last !== undefined,
  }
}
