import { paths } from '../../paths/paths.ts'
import type { Letter } from '../../platform/mail/outbox.ts'
import { clock, dayOf, warekiShort } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { LETTER_KINDS, LETTER_STATES, type LetterState, letterStateOf } from './letters.ts'
import type { LetterLine } from './store.ts'

export const PER_PAGE = 50

interface LetterRow {
  subject: string
  kind: string
  to: string
  address: string
  state: string
  look: 'done' | 'still' | 'late'
  at: string
  reason: string
  againTo: string | null
}
export interface LettersPage {
  tabs: { label: string; href: string; current: boolean; count?: number }[]
  rows: LetterRow[]
  emptyWords: string
  pager: { total: number; from: number; to: number; previousHref: string | null; nextHref: string | null }
}
export interface DevMailPage {
  rows: { subject: string; to: string; at: string; href: string }[]
}
export interface DevLetterPage {
  subject: string
  to: string
  at: string
  lines: { text: string; href: string | null }[][]
  attachments: string[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/letters/index': LettersPage
    'people/letters/dev-mail': DevMailPage
    'people/letters/dev-letter': DevLetterPage
  }
}

const moment = (at: string): string => `${warekiShort(dayOf(at))} ${clock(at)}`
const home = { label: 'ホーム', href: paths.home }

const LOOKS = { waiting: 'still', sent: 'done', failed: 'late', uncertain: 'late', cancelled: 'still' } as const

function letterRow(letter: LetterLine, now: Date): LetterRow {
  const state = letterStateOf(letter, now)
  const again = state === 'failed' || state === 'uncertain'
  const why = { uncertain: '送っている途中で止まりました。相手に届いているか、確かめてから送ってください' }
  return {
    subject: letter.subject,
    kind: LETTER_KINDS[letter.kind] ?? '',
    to: letter.toName,
    address: letter.toAddress,
    state: LETTER_STATES[state],
    look: LOOKS[state],
    at: moment(letter.sentAt ?? letter.failedAt ?? letter.createdAt),
    reason: state === 'uncertain' ? why.uncertain : state === 'sent' ? '' : (letter.lastError ?? ''),
    againTo: again ? paths.letterAgain(letter.id) : null,
  }
}

export interface LettersView {
  state: LetterState | null
  page: number
  found: { rows: readonly LetterLine[]; count: number }
  counts: Record<'waiting' | 'failed' | 'uncertain', number>
  now: Date
}

const hrefOf = (state: LetterState | null, page = 1): string => {
  const query = new URLSearchParams({ ...(state && { state }), ...(page > 1 && { page: String(page) }) }).toString()
  return query ? `${paths.letters}?${query}` : paths.letters
}

export function lettersPage({ state, page, found, counts, now }: LettersView): LettersPage & PageBase {
  const tab = (s: LetterState | null, label: string, count?: number) => {
    return { label, href: hrefOf(s), current: s === state, ...(count !== undefined && { count }) }
  }
  const to = Math.min(page * PER_PAGE, found.count)
  return {
    title: '送った手紙',
    crumbs: [home, { label: '送った手紙' }],
    tabs: [
      tab(null, 'すべて'),
      tab('waiting', LETTER_STATES.waiting, counts.waiting),
      tab('failed', LETTER_STATES.failed, counts.failed),
      tab('uncertain', LETTER_STATES.uncertain, counts.uncertain),
      tab('sent', LETTER_STATES.sent),
    ],
    rows: found.rows.map((letter) => letterRow(letter, now)),
    emptyWords: state ? `「${LETTER_STATES[state]}」の手紙はありません。` : 'まだ手紙はありません。',
    pager: {
      total: found.count,
      from: found.count === 0 ? 0 : Math.min((page - 1) * PER_PAGE + 1, found.count),
      to,
      previousHref: page > 1 ? hrefOf(state, page - 1) : null,
      nextHref: to < found.count ? hrefOf(state, page + 1) : null,
    },
  }
}

export const devMailPage = (rows: readonly LetterLine[]): DevMailPage & PageBase => ({
  title: '見本のメール',
  frame: 'plain',
  rows: rows.map((letter) => {
    return {
      subject: letter.subject,
      to: letter.toName || letter.toAddress,
      at: moment(letter.createdAt),
      href: paths.devLetter(letter.id),
    }
  }),
})

/** Links of our own become links to press; everything else stays text. */
const linked = (line: string, origin: string) =>
  line
    .split(/(https?:\/\/\S+)/)
    .map((text) => ({ text, href: text.startsWith(`${origin}/`) ? text.slice(origin.length) : null }))

export const devLetterPage = (letter: Letter, origin: string): DevLetterPage & PageBase => ({
  title: letter.subject,
  frame: 'plain',
  crumbs: [{ label: '見本のメール', href: paths.devMail }, { label: letter.subject }],
  subject: letter.subject,
  to: `${letter.toName} <${letter.toAddress}>`,
  at: moment(letter.createdAt),
  lines: letter.body.split('\n').map((line) => linked(line, origin)),
  attachments: letter.attachments.map((a) => a.name),
})
