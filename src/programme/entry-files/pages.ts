import { type ComparedRow, comparedRow, type Reading, summaryOf } from '../../papers/arrivals/arrivals.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../regions/regions.ts'
import { regionCrumbs } from '../sections/sections.ts'

type Crumbs = ReturnType<typeof regionCrumbs>

export interface EntryFileNewPage {
  saveTo: string
  filledTo: string
  emptyTo: string
  backTo: string
  behalf: string | null
  form: FormState
}

export interface EntryFileCheckPage {
  fileName: string
  summary: string
  notes: string[]
  faults: { cell: string; message: string; typed: string }[]
  markedTo: string | null
  changing: ComparedRow[]
  same: ComparedRow[]
  hasClash: boolean
  saveTo: string | null
  newTo: string
  backTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/entry-files/new': EntryFileNewPage
    'programme/entry-files/check': EntryFileCheckPage
  }
}

const SHEET = 'エントリーシート'

export function newPage(
  region: Region,
  form: FormState,
  behalf: string | null,
): EntryFileNewPage & { title: string; crumbs: Crumbs } {
  return {
    title: 'Excelを読みこむ',
    crumbs: regionCrumbs(region, [SHEET, paths.entry(region.id)], 'Excelを読みこむ'),
    saveTo: paths.entryWorkbook(region.id),
    filledTo: paths.entryWorkbook(region.id),
    emptyTo: paths.entryWorkbookEmpty(region.id),
    backTo: paths.entry(region.id),
    behalf,
    form,
  }
}

export function checkPage(
  region: Region,
  file: { id: string; name: string },
  reading: Reading,
): EntryFileCheckPage & { title: string; crumbs: Crumbs } {
  const { faults, notes } = reading
  const rows = reading.rows.map(comparedRow)
  const changing = rows.filter((row) => row.state !== 'same')
  return {
    title: 'ファイルの内容を確かめる',
    crumbs: regionCrumbs(region, [SHEET, paths.entry(region.id)], 'ファイルの内容を確かめる'),
    fileName: file.name,
    summary: summaryOf(reading),
    notes,
    faults,
    markedTo: faults.length > 0 ? paths.entryWorkbookMarked(region.id, file.id) : null,
    changing,
    same: rows.filter((row) => row.state === 'same'),
    hasClash: changing.some((row) => row.state === 'clash'),
    saveTo: changing.length > 0 ? paths.entryWorkbookFile(region.id, file.id) : null,
    newTo: paths.entryWorkbookNew(region.id),
    backTo: paths.entry(region.id),
  }
}
