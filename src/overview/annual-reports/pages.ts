import type { Head } from '../../papers/documents/documents.ts'
import { textIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { today, wareki } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { landingText, mainWords, stateOf } from '../../support/wg-opinions/wg-opinions.ts'
import type { Gap } from '../annual-gaps/annual-gaps.ts'
import { TEXTS, textKeys } from '../annual-texts/annual-texts.ts'
import { CHAPTERS, type Chapter, type YearFacts } from './annual-reports.ts'

interface GapRow {
  chapter: string
  subject: string
  text: string
  href: string
}

export interface AnnualReportPage extends PageBase {
  heading: string
  today: string
  sentence: string
  now: GapRow[]
  later: GapRow[]
  chapters: { label: string; state: string; isDone: boolean }[]
  docxHref: string
  pdfHref: string
  saveTo: string
  base: number
  form: FormState
  fields: { name: string; label: string; hint: string; clues: string[] }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/annual-reports/show': AnnualReportPage
  }
}

const rowOf = ({ chapter, subject, text, href }: Gap): GapRow => ({ chapter: CHAPTERS[chapter], subject, text, href })

function chapterStates(gaps: readonly Gap[]): AnnualReportPage['chapters'] {
  return (Object.keys(CHAPTERS) as Chapter[]).map((key, at) => {
    const count = gaps.filter((gap) => gap.chapter === key && gap.isDue).length
    const isDone = gaps.every((gap) => gap.chapter !== key)
    const state = isDone ? 'そろっています' : count > 0 ? `${count}件足りません` : 'これからです'
    return { label: `${at + 1}　${CHAPTERS[key]}`, state, isDone }
  })
}

/** What the year itself says about next year: opinions that were put off, or that changed something. */
function cluesOf(facts: YearFacts): string[] {
  return facts.opinions.rows
    .filter((one) => stateOf(one) !== 'open')
    .map((one) => [mainWords(one), landingText(one.answer) || one.answer?.response].filter(Boolean).join(' → '))
    .slice(0, 12)
}

interface Given {
  programme: Programme
  facts: YearFacts
  gaps: readonly Gap[]
  texts: Head
  now: Date
  form?: FormState
}

export function annualReportPage({ programme, facts, gaps, texts, now, form }: Given): AnnualReportPage {
  const due = gaps.filter((gap) => gap.isDue)
  const later = gaps.filter((gap) => !gap.isDue)
  const values = Object.fromEntries(textKeys.map((key) => [key, textIn(texts.body, key)]))
  return {
    title: `年度報告書：${programme.name}`,
    crumbs: programmeCrumbs(programme, { label: '年度報告書' }),
    heading: '年度報告書',
    today: wareki(today(now)),
    sentence:
      gaps.length === 0
        ? '足りないところはありません。'
        : `いま書けることが${due.length}件、これからのことが${later.length}件あります。`,
    now: due.map(rowOf),
    later: later.map(rowOf),
    chapters: chapterStates(gaps),
    docxHref: paths.annualReportFile(programme.id, 'docx'),
    pdfHref: paths.annualReportFile(programme.id, 'pdf'),
    saveTo: paths.annualReportTexts(programme.id),
    base: texts.number,
    form: form ?? emptyForm(values),
    fields: textKeys.map((key) => ({ name: key, ...TEXTS[key], clues: key === 'next' ? cluesOf(facts) : [] })),
  }
}
