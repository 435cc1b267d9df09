import { CIRCLE_READERS } from '../../access/circles.ts'
import type { Revision } from '../../papers/documents/documents.ts'
import type { OpenDraft } from '../../papers/drafts/actions.ts'
import { markOf } from '../../papers/drafts/drafts.ts'
import { type RailLine, railOf, runsOf, type SectionRun, sectionView } from '../../papers/outline/outline.ts'
import { sheetForm } from '../../papers/sheet-forms/sheet-forms.ts'
import { printOf } from '../../papers/sheets/paper.ts'
import {
  type Asked,
  type Fault,
  filledCount,
  type PrintedField,
  type PrintedSection,
} from '../../papers/sheets/sheets.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { cellsOf } from '../../papers/workbooks/workbooks.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, wareki } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import { titleOf } from '../papers/papers.ts'
import { type Around, asideOf, type Beside, besideOf, sheetTools } from '../sheet-asides/sheet-asides.ts'
import { behalfWords, draftWords, foundWords, JUST_TODAY, savedWords } from '../sheet-words/sheet-words.ts'
import { type Apart, apartOf, hasNewForm, ownForm, type SheetAt } from './sheets.ts'

/** All the pages ask for; the routes gather it. */
export interface SheetView {
  regionId: string
  frame: RegionFrame
  now: Date
  at: SheetAt
  body: Body
  base: number
  open: OpenDraft | null
  last: Revision | undefined
  faults: readonly Fault[]
  questions: readonly Asked[]
  around: Around
  form: FormState
  behalf: string | null
  spare: number
  /** A table whose row was just moved: its section stays open. */
  touched: string
  /** What was just done, where nothing is saved yet. */
  said: string
}

interface SheetFrame {
  around: RegionFrame
  heading: string
  lead: string
  tools: { label: string; href: string; icon: string }[]
  chips: { text: string; href: string }[]
  general: { id: string; text: string; links: { label: string; href: string }[] }[]
  apart: Apart[]
}

export interface SheetFormPage extends SheetFrame {
  runs: SectionRun[]
  rail: RailLine[]
  carried: { name: string; value: string }[]
  saveTo: string
  draftTo: string
  found: { text: string; dropTo: string } | null
  notes: string[]
  savedWords: string
  audience: string
  newFormTo: string | null
  draft: { to: string; text: string } | null
  removeTo: string | null
  form: FormState
}

export interface SheetReadPage extends SheetFrame {
  note: string
  putBackTo: string | null
  filledWords: string
  sections: (Omit<PrintedSection, 'fields'> & { fields: (PrintedField & { beside: Beside | null })[] })[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/sheets/form': SheetFormPage
    'tools/sheets/read': SheetReadPage
  }
}

function frameOf({ frame, at, body, around, questions }: SheetView, writes: boolean): SheetFrame {
  const { template, kind } = at
  return {
    around: frame,
    heading: titleOf({ kind, head: { number: at.head.number, body } }),
    lead: template.lead ?? '',
    tools: sheetTools(around, writes),
    chips: around.changed,
    general: questions.filter(({ field }) => field === '').map(({ id, text, links = [] }) => ({ id, text, links })),
    apart: apartOf(at, body),
  }
}

export function sheetFormPage(view: SheetView): SheetFormPage {
  const { regionId, at, body, faults, questions, around } = view
  const { ref } = at
  const template = ownForm(at)
  const cells = cellsOf(at.template, body)
  const sheet = sheetForm(template, body, { faults, questions, cells, spareRows: view.spare || 1 })
  const isShort = sheet.sections.length <= 5
  const sections = sheet.sections.map((section) => {
    const shown = sectionView(section)
    const fields = shown.fields.map((field) => ({ ...field, ...asideOf(around, field) }))
    return { ...shown, fields, staysOpen: isShort || fields.some((field) => field.key === view.touched) }
  })
  return {
    ...frameOf(view, true),
    runs: runsOf(sections),
    rail: railOf(sections),
    carried: [
      { name: 'base', value: String(view.base) },
      { name: 'from', value: view.open ? markOf(view.open.draft) : '' },
      { name: 'spare', value: String(view.spare) },
    ],
    saveTo: paths.sheet(regionId, ref),
    draftTo: paths.sheetDraft(regionId, ref),
    found: view.open && { text: foundWords(view.open, view.last), dropTo: paths.sheetDraftRemoval(regionId, ref) },
    notes: [JUST_TODAY, view.said, view.behalf ? behalfWords(view.behalf) : ''].filter(Boolean),
    savedWords: savedWords(view.last),
    audience: CIRCLE_READERS[at.circle],
    draft: around.draft && { to: around.draft.to, text: draftWords(around.draft.count) },
    newFormTo: hasNewForm(at) ? paths.sheetForm(regionId, ref) : null,
    removeTo: at.part !== undefined && at.head.number > 0 ? paths.sheetRemoval(regionId, ref) : null,
    form: view.form,
  }
}

/** For those who read, and for what was taken away. */
export function sheetReadPage(view: SheetView, putBackTo: string | null): SheetReadPage {
  const { at, body, around } = view
  const { filled, of } = filledCount(at.template, body)
  const gone = at.removed && `${at.removed.removedBy}さんが${wareki(dayOf(at.removed.removedAt))}に消しました`
  const sections = printOf(at.template, body).map((section) => ({
    ...section,
    fields: section.fields.map((field) => ({ ...field, beside: besideOf(around, field.key) })),
  }))
  return {
    ...frameOf(view, false),
    ...{ note: gone || at.closed || '', putBackTo, sections },
    filledWords: `${savedWords(view.last)}・${of}項目のうち${filled}項目に記入があります`,
  }
}
