import type { Head, Revision } from '../../papers/documents/documents.ts'
import type { OpenDraft } from '../../papers/drafts/actions.ts'
import { markOf } from '../../papers/drafts/drafts.ts'
import { nameOf } from '../../papers/sheets/forms.ts'
import { type Body, type Field, textIn } from '../../papers/templates/templates.ts'
import { threeLinesTemplate } from '../../papers/templates/three-lines.ts'
import { clock, dayOf, monthDay } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import { applicantsOf } from '../../programme/entries/entries.ts'
import type { Region } from '../../programme/regions/regions.ts'
import type { Prompt } from './checks.ts'
import { meantSlot, type Report, type Round, type SaidLine, saidLines, sentWords } from './reports.ts'

const ICONS: Record<string, string> = { good: 'good', stuck: 'bad', next: 'next', added: 'plus' }

export interface LinesPage {
  where: string
  heading: string
  lead: { before: string; when: string; after: string }
  notes: string[]
  /** What was said before, where only additions are asked for. */
  said: SaidLine[]
  fields: { name: string; label: string; hint: string; icon: string }[]
  asks: Prompt[]
  practiceHref: string | null
  /** The day the words came, asked of the secretariat only. */
  asksDay: boolean
  carried: { name: string; value: string }[]
  saveTo: string
  draftTo: string | null
  nothingLabel: string | null
  savedWords: string
  audience: string
  form: FormState
}

export interface SaidPage {
  heading: string
  lead: string
  said: SaidLine[]
  sent: string[]
  meetingHref: string | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/reports/write': LinesPage
    'support/reports/read': SaidPage
  }
}

export interface LinesView {
  region: Region
  round: Round
  head: Head
  open: OpenDraft | null
  /** Typed and not accepted: it stands in the form again. */
  typed: Body | null
  base: number
  last: Revision | undefined
  report: Report | null
  again: boolean
  prompts: readonly Prompt[]
  practiceHref: string | null
  behalf: string | null
  saveTo: string
  draftTo: string | null
  form: FormState
}

const fieldsFor = (again: boolean): readonly Field[] =>
  threeLinesTemplate.sections.filter((s) => (s.key === 'later') === again).flatMap((s) => s.fields)

function leadOf({ round, again }: LinesView): LinesPage['lead'] {
  const { label, meeting } = meantSlot(round)
  const after = again ? '前に送った言葉はそのまま届いています。' : 'どれか1行だけでも送れます。'
  if (!meeting?.heldOn) return { before: `${label}の日は、まだ決まっていません。`, when: '', after }
  const when = `${monthDay(meeting.heldOn)}${meeting.startsAt ? ` ${clock(meeting.startsAt)}` : ''}`
  return { before: `${label}は`, when, after: `${meeting.startsAt ? 'から' : ''}です。${after}` }
}

export function linesPage(view: LinesView): LinesPage {
  const { region, round, again, behalf } = view
  const body = view.typed ?? view.open?.body ?? view.head.body
  const fields = fieldsFor(again)
  const values = Object.fromEntries(fields.map((f) => [nameOf(f.key), textIn(body, f.key)]))
  return {
    where: `${applicantsOf(region)}・${meantSlot(round).label}の前に`,
    heading: again ? '付け加えることは？' : '三つだけ、教えてください',
    lead: leadOf(view),
    notes: notesOf(view),
    said: again ? saidLines(view.head.body).filter((line) => line.key !== 'added') : [],
    fields: fields.map((f) => ({
      name: nameOf(f.key),
      label: f.label,
      hint: f.hint ?? '',
      icon: ICONS[f.key] ?? 'plus',
    })),
    asks: again ? [] : [...view.prompts],
    practiceHref: view.practiceHref,
    asksDay: behalf !== null,
    carried: [
      { name: 'base', value: String(view.base) },
      { name: 'from', value: view.open ? markOf(view.open.draft) : '' },
    ],
    saveTo: view.saveTo,
    draftTo: view.draftTo,
    nothingLabel: again ? 'とくにありません' : null,
    savedWords: savedWords(view),
    audience: `送るまでは${applicantsOf(region)}の人だけ。送ったあとは、この地域の全員（県・保健所・委託先も）。あとから直せます`,
    form: { ...emptyForm({ ...values, ...view.form.values }), errors: view.form.errors },
  }
}

const notesOf = ({ behalf, open }: LinesView): string[] => [
  ...(behalf ? [`${behalf}に代わって入れます。だれが、いつの言葉を入れたかが、一緒に残ります`] : []),
  ...(open ? [`${monthDay(dayOf(open.draft.savedAt))} ${clock(open.draft.savedAt)}の書きかけの続きです`] : []),
]

function savedWords({ report, last }: LinesView): string {
  const saved = last ? `${monthDay(dayOf(last.savedAt))} ${clock(last.savedAt)}` : ''
  if (report && (!last || last.number <= report.sent.revisionNumber)) return `送りました：${sentWords(report.sent)}`
  if (report) return `${saved}に保存しました。そのあとの直しは、まだ送っていません`
  return last
    ? `${saved}に保存しました（${last.personName}さん）。まだ送っていません`
    : '書くと、下書きが残ります。まだ誰にも届きません'
}

export function saidPage(
  region: Region,
  round: Round,
  asked: { report: Report | null; meetingHref: string | null },
): SaidPage {
  const { report, meetingHref } = asked
  return {
    heading: `${meantSlot(round).label}の前のひとこと`,
    lead: report ? `${applicantsOf(region)}からの言葉です` : `${applicantsOf(region)}から、まだ届いていません`,
    said: report ? saidLines(report.sent.body) : [],
    sent: report ? report.sendings.map(sentWords) : [],
    meetingHref,
  }
}
