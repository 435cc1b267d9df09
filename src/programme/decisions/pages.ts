import { paths } from '../../paths/paths.ts'
import type { NewLetter } from '../../platform/mail/outbox.ts'
import { dayOf, wareki } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'
import { regionCrumbs } from '../sections/sections.ts'
import { type Candidate, pickName, type Warning } from '../selection/selection.ts'
import { type Decision, isWaiting } from './decisions.ts'
import { reasonName } from './forms.ts'

export interface DecidePage extends PageBase {
  form: FormState
  rows: { name: string; pick: string; picked: boolean; reasonName: string; result: string }[]
  warnings: Warning[]
  sendTo: string
  backHref: string
}

export interface LettersPage extends PageBase {
  lead: string
  regions: {
    name: string
    result: string
    letters: { to: string; subject: string; body: string }[]
    gap: string | null
  }[]
  count: number
  /** What was previewed; a decision that changed since is not sent. */
  decisionIds: string
  sendTo: string | null
  backHref: string
  textsHref: string
}

export interface DecisionPage extends PageBase {
  region: string
  rows: { at: string; result: string; reason: string; warningReason: string; by: string; told: string }[]
  reverseTo: string | null
  reverseWords: string
  lettersHref: string | null
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/decisions/decide': DecidePage
    'programme/decisions/letters': LettersPage
    'programme/decisions/show': DecisionPage
  }
}

const resultWord = (selected: boolean): string => (selected ? '採択' : '見送り')
const selectionCrumb = (programme: Programme) => ({ label: '選定', href: paths.selection(programme.id) })

export function decidePage(
  view: { programme: Programme; open: readonly Candidate[]; pickedIds: readonly string[]; warnings: Warning[] },
  form: FormState,
): DecidePage {
  const { programme } = view
  return {
    title: '決める内容を確かめる',
    crumbs: programmeCrumbs(programme, selectionCrumb(programme), { label: '決める' }),
    form,
    rows: view.open.map((c) => {
      const picked = view.pickedIds.includes(c.regionId)
      return {
        name: c.name,
        pick: pickName(c.regionId),
        picked,
        reasonName: reasonName(c.regionId),
        result: resultWord(picked),
      }
    }),
    warnings: view.warnings,
    sendTo: paths.selectionDecide(programme.id),
    backHref: paths.selection(programme.id),
  }
}

export function lettersPage(
  programme: Programme,
  waiting: readonly { region: Region; decision: Decision; letters: readonly NewLetter[] }[],
): LettersPage {
  const count = waiting.reduce((sum, w) => sum + w.letters.length, 0)
  return {
    title: '結果の手紙を確かめる',
    crumbs: programmeCrumbs(programme, selectionCrumb(programme), { label: '結果の手紙' }),
    lead: `${waiting.length}地域、${count}通。送るまで、応募した市町村にも県にも結果は見えません。`,
    regions: waiting.map(({ region, decision, letters }) => ({
      name: region.name,
      result: decision.reversesId ? `${resultWord(decision.selected)}に改める` : resultWord(decision.selected),
      letters: letters.map((l) => ({ to: `${l.to.name}様（${l.to.email}）`, subject: l.subject, body: l.body })),
      gap:
        letters.length === 0
          ? '送り先の人がいません。メンバーに担当者を加えてください。結果は画面でだけ知らせます。'
          : null,
    })),
    count,
    decisionIds: waiting.map((w) => w.decision.id).join(' '),
    sendTo: waiting.length > 0 ? paths.selectionLetters(programme.id) : null,
    backHref: paths.selection(programme.id),
    textsHref: paths.letterTexts(programme.id),
  }
}

export function decisionPage(
  view: { region: Region; programme: Programme; decisions: readonly Decision[]; mayDecide: boolean },
  form: FormState,
): DecisionPage {
  const { region, programme } = view
  const shown = view.decisions.filter((d) => view.mayDecide || !isWaiting(d))
  const last = shown.at(-1)
  const reversible = view.mayDecide && last !== undefined && !isWaiting(last)
  return {
    title: '選定の結果',
    crumbs: regionCrumbs(region, '選定の結果'),
    region: region.name,
    rows: shown.map((d) => ({
      at: wareki(dayOf(d.decidedAt)),
      result: d.reversesId ? `${resultWord(d.selected)}に改めました` : resultWord(d.selected),
      reason: d.reason,
      warningReason: view.mayDecide ? d.warningReason : '',
      by: view.mayDecide ? d.decidedBy : '事務局',
      told: d.announcedAt ? `${wareki(dayOf(d.announcedAt))}に手紙で知らせました` : 'まだ誰にも知らせていません',
    })),
    reverseTo: reversible ? paths.decisionReversal(region.id) : null,
    reverseWords: last ? resultWord(!last.selected) : '',
    lettersHref: view.mayDecide && last && isWaiting(last) ? paths.selectionLetters(programme.id) : null,
    form,
  }
}
