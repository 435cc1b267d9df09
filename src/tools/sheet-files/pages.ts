import { type ComparedRow, comparedRow, type Reading, summaryOf } from '../../papers/arrivals/arrivals.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'

export interface SheetFileNewPage {
  sheet: string
  saveTo: string
  filledTo: string
  emptyTo: string
  backTo: string
  behalf: string | null
  form: FormState
}

export interface SheetFileCheckPage {
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
    'tools/sheet-files/new': SheetFileNewPage
    'tools/sheet-files/check': SheetFileCheckPage
  }
}

interface Where {
  regionId: string
  ref: string
}

export const newPage = (
  { regionId, ref }: Where,
  given: Pick<SheetFileNewPage, 'sheet' | 'form' | 'behalf'>,
): SheetFileNewPage => ({
  ...given,
  saveTo: paths.sheetWorkbook(regionId, ref),
  filledTo: paths.sheetWorkbook(regionId, ref),
  emptyTo: paths.sheetWorkbookEmpty(regionId, ref),
  backTo: paths.sheet(regionId, ref),
})

export function checkPage(
  { regionId, ref }: Where,
  file: { id: string; name: string },
  reading: Reading,
): SheetFileCheckPage {
  const { faults, notes } = reading
  const rows = reading.rows.map(comparedRow)
  const changing = rows.filter((row) => row.state !== 'same')
  return {
    ...{ fileName: file.name, summary: summaryOf(reading), notes, faults, changing },
    markedTo: faults.length > 0 ? paths.sheetWorkbookMarked(regionId, ref, file.id) : null,
    same: rows.filter((row) => row.state === 'same'),
    hasClash: changing.some((row) => row.state === 'clash'),
    saveTo: changing.length > 0 ? paths.sheetWorkbookFile(regionId, ref, file.id) : null,
    newTo: paths.sheetWorkbookNew(regionId, ref),
    backTo: paths.sheet(regionId, ref),
  }
}
