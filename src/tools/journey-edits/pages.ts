import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { type SheetField, sectionView } from '../../papers/outline/outline.ts'
import { sheetForm } from '../../papers/sheet-forms/sheet-forms.ts'
import { faultsOf } from '../../papers/sheets/checks.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { journeyTemplate } from '../journey-fields/journey-fields.ts'
import { type CaseTable, tableOf } from '../journey-tables/journey-tables.ts'
import { caseOf } from '../journeys/journeys.ts'
import { type Hint, hintsOf, unreadTimes } from './journey-edits.ts'
import type { JourneyAt } from './store.ts'

export interface JourneyEditPage {
  around: RegionFrame
  heading: string
  closed: string | null
  person: SheetField[]
  rows: SheetField
  base: number
  saveTo: string | null
  svg: string
  table: CaseTable
  /** Places to look at again; nothing of it keeps from saving. */
  looks: { message: string; href: string }[]
  hints: Hint[]
  pasteHref: string | null
  removeTo: string | null
  restoreTo: string | null
  listHref: string
  commentsHref: string
  revisionsHref: string
  readers: string
  /** Typed rows stand here unsaved: a row was moved or added without a script. */
  isUnsaved: boolean
}

export interface JourneyNewPage {
  around: RegionFrame
  person: SheetField[]
  saveTo: string
  listHref: string
  readers: string
  form: FormState
  faults: { line: number; message: string }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/journey-edits/show': JourneyEditPage
    'tools/journey-edits/new': JourneyNewPage
  }
}

export interface EditView {
  actor: Actor
  region: Region
  at: JourneyAt
  body: Body
  base: number
  spareRows: number
  svg: string
  isUnsaved: boolean
}

const DATES = '「令和5年4月」「R5.4」「2023/4」「令和6年度末」のように、年から書いてください'

function looksOf(body: Body): JourneyEditPage['looks'] {
  const faults = sheetForm(journeyTemplate, body, { faults: faultsOf(journeyTemplate, body, { toSend: false }) }).errors
  const times = unreadTimes(body).map(({ id, at, number }) => ({
    message: `${number}行目の時期${at ? `「${at.slice(0, 20)}」は読めないので、図に出ません` : 'がないので、図に出ません'}。${DATES}`,
    href: `#f-rows-${id}-at`,
  }))
  return [...faults.map(({ message, href }) => ({ message, href })), ...times]
}

/** The two sections of the form: who it is about, and the rows. */
function fieldsOf(body: Body, spareRows: number): { person: SheetField[]; rows: SheetField } {
  const faults = faultsOf(journeyTemplate, body, { toSend: false })
  const [person, course] = sheetForm(journeyTemplate, body, { faults, spareRows }).sections.map(sectionView)
  // Eleven bands are quicker to choose from a list.
  const fields = (person?.fields ?? []).map((f) => (f.control === 'radio' ? { ...f, control: 'select' as const } : f))
  return { person: fields, rows: course?.fields[0] as SheetField }
}

export function journeyEditPage(view: EditView): JourneyEditPage {
  const { actor, region, at, body } = view
  const { part, journey, ref } = at
  const closed = at.closed ?? (journey.removedAt ? 'この経過図は消されています' : null)
  const isOpen = closed === null
  const one = caseOf({ part, body }, at.place)
  return {
    around: regionFrame(actor, region, 'journeys'),
    heading: `${one.label}　${one.title}`,
    closed,
    ...fieldsOf(body, view.spareRows),
    base: view.base,
    saveTo: isOpen ? paths.journey(region.id, part) : null,
    svg: view.svg,
    table: tableOf(one),
    looks: isOpen ? looksOf(body) : [],
    hints: isOpen ? hintsOf(body) : [],
    pasteHref: isOpen ? paths.journeyPaste(region.id, part) : null,
    removeTo: isOpen ? paths.journeyRemoval(region.id, part) : null,
    restoreTo: journey.removedAt && at.closed === null ? paths.journeyRestoration(region.id, part) : null,
    listHref: paths.journeys(region.id),
    commentsHref: paths.paperComments(region.id, ref),
    revisionsHref: paths.paperRevisions(region.id, ref),
    readers: CIRCLE_READERS[at.circle],
    isUnsaved: view.isUnsaved,
  }
}

export const journeyNewPage = (
  { actor, region }: { actor: Actor; region: Region },
  given: { body: Body; form: FormState; faults: JourneyNewPage['faults'] },
): JourneyNewPage => ({
  around: regionFrame(actor, region, 'journeys'),
  person: fieldsOf(given.body, 0).person.map((field) =>
    given.form.errors[field.key] ? { ...field, error: given.form.errors[field.key] ?? '' } : field,
  ),
  saveTo: paths.journeys(region.id),
  listHref: paths.journeys(region.id),
  readers: CIRCLE_READERS.region,
  form: given.form,
  faults: given.faults,
})
