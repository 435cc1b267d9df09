import type { Revision } from '../../papers/documents/documents.ts'
import { printOf } from '../../papers/sheets/paper.ts'
import type { PrintedSection } from '../../papers/sheets/sheets.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, wareki } from '../../platform/time.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { titleOf } from '../papers/papers.ts'
import type { SheetAt } from '../sheets/sheets.ts'

export interface SheetPrintPage {
  heading: string
  facts: { term: string; text: string }[]
  sections: PrintedSection[]
  backTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/sheet-papers/print': SheetPrintPage
  }
}

export interface PrintView {
  now: Date
  region: Region
  programme: Programme
  at: SheetAt
  body: Body
  last: Revision | undefined
  /** When the reader's own unsaved words, which stand in `body`, were kept. */
  draftAt: string | null
}

const when = (instant: string) => `${wareki(dayOf(instant))} ${clock(instant)}`

function versionWords({ last, draftAt }: PrintView): string {
  if (draftAt) return `書きかけ（${when(draftAt)}）${last ? `。第${last.number}版のあと、まだ保存していません` : ''}`
  return last ? `第${last.number}版（${when(last.savedAt)} 保存）` : 'まだ書いていません'
}

export const sheetPrintPage = (view: PrintView): SheetPrintPage => ({
  heading: titleOf({ kind: view.at.kind, head: { number: 0, body: view.body } }),
  facts: [
    { term: '事業', text: view.programme.name },
    { term: '地域', text: view.region.name },
    { term: '印刷日', text: wareki(dayOf(view.now)) },
    { term: '内容', text: versionWords(view) },
  ],
  sections: printOf(view.at.template, view.body),
  backTo: paths.sheet(view.region.id, view.at.ref),
})
