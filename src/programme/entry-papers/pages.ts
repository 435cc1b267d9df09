import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import type { Revision } from '../../papers/documents/documents.ts'
import { printOf } from '../../papers/sheets/paper.ts'
import type { PrintedSection } from '../../papers/sheets/sheets.ts'
import { filledCount } from '../../papers/sheets/sheets.ts'
import type { Body, Template } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, wareki } from '../../platform/time.ts'
import { CLOSED, leadOf, type Tool, toolsOf } from '../entries/entries.ts'
import type { Programme } from '../programmes/programmes.ts'
import { type Region, readOnlyReason } from '../regions/regions.ts'
import { regionCrumbs } from '../sections/sections.ts'

type Crumbs = ReturnType<typeof regionCrumbs>

export interface PaperView {
  actor: Actor
  now: Date
  region: Region
  programme: Programme
  template: Template
  body: Body
  last: Revision | undefined
  /** When the reader's own unsaved words, which stand in `body`, were kept. */
  draftAt: string | null
}

export interface EntryReadPage {
  heading: string
  lead: string
  tools: Tool[]
  sections: PrintedSection[]
  note: string | null
  filledWords: string
}

export interface EntryPrintPage {
  heading: string
  facts: { term: string; text: string }[]
  stamps: string[]
  sections: PrintedSection[]
  backTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/entry-papers/show': EntryReadPage
    'programme/entry-papers/print': EntryPrintPage
  }
}

export function entryReadPage(view: PaperView): EntryReadPage & { title: string; crumbs: Crumbs } {
  const { region, template, body, actor } = view
  const { filled, of } = filledCount(template, body)
  const applies = may(actor, 'entry.write', region)
  return {
    title: template.title,
    crumbs: regionCrumbs(region, template.title),
    heading: template.title,
    lead: leadOf(region, view.programme, view.now),
    tools: toolsOf(region, false),
    sections: printOf(template, body),
    note: readOnlyReason(region) ?? (applies ? CLOSED : null),
    filledWords: `${of}項目のうち${filled}項目に記入があります`,
  }
}

const at = (instant: string) => `${wareki(dayOf(instant))} ${clock(instant)}`

function versionWords({ last, draftAt }: PaperView): string {
  if (draftAt) return `書きかけ（${at(draftAt)}）${last ? `。第${last.number}版のあと、まだ保存していません` : ''}`
  return last ? `第${last.number}版（${at(last.savedAt)} 保存）` : 'まだ書いていません'
}

/** For 決裁: the sheet itself, boxes for the stamps above it. */
export function entryPrintPage(view: PaperView): EntryPrintPage & { title: string; crumbs: Crumbs } {
  const { region, programme, template, body, now } = view
  return {
    title: `${template.title}（決裁用）`,
    crumbs: regionCrumbs(region, [template.title, paths.entry(region.id)], '決裁用に印刷'),
    heading: template.title,
    facts: [
      { term: '事業', text: programme.name },
      { term: '地域', text: region.name },
      { term: '印刷日', text: wareki(dayOf(now)) },
      { term: '内容', text: versionWords(view) },
    ],
    stamps: ['部長', '課長', '係長', '担当'],
    sections: printOf(template, body),
    backTo: paths.entry(region.id),
  }
}
