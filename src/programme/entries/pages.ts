import type { Actor } from '../../access/actor.ts'
import type { Revision, Saved } from '../../papers/documents/documents.ts'
import type { OpenDraft } from '../../papers/drafts/actions.ts'
import { markOf } from '../../papers/drafts/drafts.ts'
import { type RailLine, railOf, runsOf, type SectionRun, sectionView } from '../../papers/outline/outline.ts'
import { placeWords } from '../../papers/revisions/revisions.ts'
import { sheetForm } from '../../papers/sheet-forms/sheet-forms.ts'
import type { Asked, Fault } from '../../papers/sheets/sheets.ts'
import type { Body, Template } from '../../papers/templates/templates.ts'
import { cellsOf } from '../../papers/workbooks/workbooks.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, isLate, monthDay } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'
import { regionCrumbs } from '../sections/sections.ts'
import { applicantsOf, leadOf, type Tool, toolsOf } from './entries.ts'

type Crumbs = ReturnType<typeof regionCrumbs>

/** All the form page asks for; the routes gather it. */
export interface EntryView {
  actor: Actor
  now: Date
  region: Region
  programme: Programme
  template: Template
  body: Body
  base: number
  open: OpenDraft | null
  last: Revision | undefined
  submitted: { revisionNumber: number; submittedAt: string } | undefined
  faults: readonly Fault[]
  questions: readonly Asked[]
  form: FormState
  behalf: string | null
  spare: number
}

export interface EntryFormPage {
  heading: string
  lead: string
  tools: Tool[]
  runs: SectionRun[]
  rail: RailLine[]
  carried: { name: string; value: string }[]
  saveTo: string
  draftTo: string
  found: { text: string; dropTo: string } | null
  notes: string[]
  savedWords: string
  audience: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/entries/form': EntryFormPage
  }
}

export function entryFormPage(view: EntryView): EntryFormPage & { title: string; crumbs: Crumbs } {
  const { region, template, body, faults, questions } = view
  const cells = cellsOf(template, body)
  const sheet = sheetForm(template, body, { faults, questions, cells, spareRows: view.spare || 1 })
  const sections = sheet.sections.map(sectionView)
  return {
    title: template.title,
    crumbs: regionCrumbs(region, template.title),
    heading: template.title,
    lead: leadOf(region, view.programme, view.now),
    tools: toolsOf(region, true),
    runs: runsOf(sections),
    rail: railOf(sections),
    carried: [
      { name: 'base', value: String(view.base) },
      { name: 'from', value: view.open ? markOf(view.open.draft) : '' },
      { name: 'spare', value: String(view.spare) },
    ],
    saveTo: paths.entry(region.id),
    draftTo: paths.entryDraft(region.id),
    found: view.open && foundWords(view.open, view),
    notes: notesOf(view),
    savedWords: savedWords(view),
    audience: audienceOf(region),
    form: view.form,
  }
}

/** A draft is the applicants' own; whom it reaches once handed in is said before. */
function audienceOf(region: Region): string {
  const others = region.caseType === 'prefecture-led' ? '事務局と協力市町村' : '事務局と都道府県'
  const who = applicantsOf(region)
  return region.isSubmitted ? `${who}、${others}` : `${who}。提出すると、${others}にも見えます`
}

/** What became of the press on 「保存する」, in one sentence. */
export function noticeOf(
  saved: Extract<Saved, { kind: 'saved' }>,
  at: Pick<EntryView, 'region' | 'behalf'> & { ctx: { now: Date }; template: Template; faults: number },
): string {
  const time = clock(at.ctx.now)
  const names = [...new Set(saved.merged.map((c) => placeWords(at.template, c.path, {})))]
  const merged = names.length > 0 ? `ほかの人が書いた「${names.slice(0, 3).join('」「')}」と合わせました。` : ''
  if (at.behalf) return `${at.behalf}に代わって保存しました ${time}。${merged}`
  const reach = at.region.submittedAt ? '届けるには、もう一度提出してください' : 'まだ誰にも届いていません'
  const faults = at.faults > 0 ? `。直すところが${at.faults}か所あります` : ''
  return `下書きを保存しました ${time}。${merged}${reach}${faults}`
}

/** What was saved when, and whom it has reached. */
function savedWords({ last, behalf, submitted }: EntryView): string {
  if (!last) return '書いたものは自動で残ります。まだ誰にも届いていません'
  const at = `${monthDay(dayOf(last.savedAt))} ${clock(last.savedAt)}`
  if (behalf) return `${at}に保存した内容です`
  const reach = submitted ? '届けるには、もう一度提出してください' : '提出するまで、誰にも届きません'
  return `下書きを保存しました ${at}（${last.personName}さん）。${last.number === submitted?.revisionNumber ? '提出した内容と同じです' : reach}`
}

function foundWords({ draft, base }: OpenDraft, { region, last }: EntryView): { text: string; dropTo: string } {
  const at = `${monthDay(dayOf(draft.savedAt))} ${clock(draft.savedAt)}`
  const how = draft.source === 'excel' ? 'Excelから読みこんだ内容' : '書きかけの内容'
  const clash =
    last && base < last.number ? 'ほかの人が保存した内容と食い違うところは、保存するときにお尋ねします。' : ''
  return {
    text: `${at}の${how}を開いています。「下書きを保存する」を押すまで、ほかの人には見えません。${clash}`,
    dropTo: paths.entryDraftRemoval(region.id),
  }
}

const mayChangeWords = (closesOn: string | null, now: Date): string =>
  closesOn && isLate(closesOn, now) ? '提出済みです' : '提出済みです。締切までは直せます'

function notesOf({ behalf, submitted, last, region, programme, now }: EntryView): string[] {
  const notes: string[] = []
  if (behalf) notes.push(`${behalf}に代わって書いています。記録にもそのように残ります`)
  if (submitted && last && last.number > submitted.revisionNumber)
    notes.push(`提出したのは第${submitted.revisionNumber}版です。そのあとの直しを届けるには、もう一度提出してください`)
  else if (region.submittedAt)
    notes.push(`${mayChangeWords(programme.entryClosesOn, now)}。直したあとは、もう一度提出してください`)
  return notes
}
