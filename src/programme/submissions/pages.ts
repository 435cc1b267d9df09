import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import type { Template } from '../../papers/templates/templates.ts'
import { fieldOf } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, wareki } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { applicantsOf } from '../entries/entries.ts'
import type { Programme } from '../programmes/programmes.ts'
import { MEMBER_ROLES, type Region, readOnlyReason } from '../regions/regions.ts'
import { regionCrumbs } from '../sections/sections.ts'
import type { Findings } from './checks.ts'
import type { Submission } from './store.ts'
import { ENTRY_STATES, type EntryState, OUTCOMES, reasonName } from './submissions.ts'

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/submissions/show': SubmissionPage
  }
}

export interface SubmissionPage {
  heading: string
  lead: string
  due: string | null
  state: { label: string; isIn: boolean }
  filledWords: string
  faults: { message: string; href: string }[]
  blocks: string[]
  warnings: { name: string; label: string; text: string }[]
  prompts: { text: string; label: string; href: string }[]
  notes: string[]
  members: { words: string; href: string | null }
  form: FormState
  revision: number
  submitTo: string | null
  submitLabel: string
  audience: string
  consentHref: string | null
  consentLabel: string
  withdrawTo: string | null
  reopenTo: string | null
  earlier: { words: string; questions: string[] }[]
  back: string
}

export interface SubmissionView {
  actor: Actor
  region: Region
  programme: Programme
  template: Template
  findings: Findings
  state: EntryState
  filled: { filled: number; of: number }
  number: number
  /** The deadline has passed for this reader. */
  isClosed: boolean
  hasDraft: boolean
  submissions: readonly Submission[]
  form: FormState
}

const led = (region: Region) => region.caseType === 'prefecture-led'

/** Handed in, and nothing can be handed in again: the page only tells how it stands. */
const isOver = ({ region, isClosed }: SubmissionView): boolean =>
  region.announced !== null || (region.submittedAt !== null && isClosed)

function notesOf(view: SubmissionView): string[] {
  const { hasDraft, region, findings, state, programme } = view
  if (isOver(view))
    return [
      region.announced !== null
        ? '選定の結果が出ています。出し直しはできません'
        : '締切を過ぎたため、出し直しはできません。直したいところがあるときは、事務局にご相談ください',
    ]
  const consent = led(region) ? '協力市町村の了承' : '県の承諾'
  return [
    ...(hasDraft ? ['保存していない書きかけがあります。提出されるのは、保存した内容です'] : []),
    ...(programme.rules.needsConsent && (state === 'draft' || state === 'withdrawn')
      ? [`${consent}がまだでも提出できます。提出すると、お願いの手紙が届きます。${consent}がそろうと受付になります`]
      : []),
    ...(findings.faults.length > 0 ? ['下の欄を直して保存すると、ここから提出できます'] : []),
  ]
}

const when = (at: string) => `${wareki(dayOf(at))} ${clock(at)}`

const wordsOf = (s: Submission): string =>
  `${when(s.submittedAt)}に${s.personName}さんが第${s.revisionNumber}版を提出${s.onBehalfOf ? `（${s.onBehalfOf}に代わって）` : ''}${
    s.withdrawnAt ? `。${when(s.withdrawnAt)}に取り下げ（${s.withdrawReason}）` : ''
  }`

/** Where the entry stands beside its form: nothing is offered that would be refused. */
function deedsFor(view: SubmissionView): Pick<SubmissionPage, 'submitTo' | 'withdrawTo' | 'reopenTo'> {
  const { actor, region, findings } = view
  const open = readOnlyReason(region) === null
  const clear = findings.faults.length === 0 && findings.blocks.length === 0
  const isIn = region.submittedAt !== null && region.announced === null
  return {
    submitTo: open && clear && !isOver(view) && may(actor, 'entry.submit', region) ? paths.submission(region.id) : null,
    withdrawTo: open && isIn && may(actor, 'entry.withdraw', region) ? paths.withdrawal(region.id) : null,
    reopenTo:
      open && region.announced === null && may(actor, 'entry.reopen', region) ? paths.reopening(region.id) : null,
  }
}

const NOTHING: Findings = { faults: [], blocks: [], warnings: [], prompts: [] }

export function submissionPage(view: SubmissionView): SubmissionPage & PageBase {
  const { region, programme, template, state, filled, number, submissions, form, actor } = view
  const over = isOver(view)
  const findings = over ? NOTHING : view.findings
  const labelOf = (key: string) => fieldOf(template, key)?.label ?? template.title
  const at = (name: string) => `${paths.entry(region.id)}#${name.replaceAll('.', '-')}`
  const again = region.submittedAt !== null
  return {
    title: over ? '提出のようす' : '提出の確認',
    crumbs: regionCrumbs(region, [template.title, paths.entry(region.id)], over ? '提出のようす' : '提出の確認'),
    heading: over ? '提出のようす' : '提出の確認',
    lead: `${region.name}・${programme.name}`,
    due: programme.entryClosesOn && wareki(programme.entryClosesOn),
    state: { label: ENTRY_STATES[state], isIn: again },
    filledWords: `${filled.of}項目のうち${filled.filled}項目に記入があります（第${number}版）`,
    faults: findings.faults.map((f) => ({ message: f.message, href: at(f.name) })),
    blocks: findings.blocks,
    warnings: findings.warnings.map((q) => ({ name: reasonName(q), label: labelOf(q.field), text: q.text })),
    prompts: findings.prompts.map((q) => ({ text: q.text, label: labelOf(q.field), href: at(`f.${q.field}`) })),
    notes: notesOf(view),
    members: {
      words: region.members.map((m) => `${m.name}（${MEMBER_ROLES[m.role]}）`).join('、'),
      href: !over && may(actor, 'entry.write', region) ? paths.entryMembers(region.id) : null,
    },
    form,
    revision: number,
    submitLabel: `${again ? 'もう一度' : ''}提出する（事務局と${led(region) ? '協力市町村' : '県'}に届きます）`,
    audience: `${applicantsOf(region)}、事務局、${led(region) ? '協力市町村' : '都道府県'}`,
    ...deedsFor(view),
    consentHref: again ? paths.entryConsent(region.id) : null,
    consentLabel: `${led(region) ? '了承' : '承諾'}のようすを見る`,
    earlier: submissions.map((s) => ({
      words: wordsOf(s),
      questions: s.questions.map((q) => `${q.text} → ${OUTCOMES[q.outcome]}${q.reason ? `：${q.reason}` : ''}`),
    })),
    back: paths.entry(region.id),
  }
}
