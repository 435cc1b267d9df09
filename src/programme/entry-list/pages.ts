import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../programmes/programmes.ts'
import { ENTRY_STATES, type EntryState } from '../submissions/submissions.ts'
import { type EntryLine, GROUPS, type Group, inGroup } from './entry-list.ts'

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/entry-list/show': EntryListPage
  }
}

interface Row {
  name: string
  kind: string
  href: string
  state: string
  shape: string
  submittedOn: string
  consent: string
  consentHref: string | null
  filled: string
  questions: string
  askTo: string | null
}

export interface EntryListPage {
  heading: string
  lead: string
  tabs: { label: string; href: string; current: boolean; count: number }[]
  searchTo: string
  q: string
  group: Group
  form: FormState
  rows: Row[]
  empty: string
  pager: { total: number; from: number; to: number; previousHref: string | null; nextHref: string | null }
  applicationsHref: string
  uploadHref: string
}

const SHAPES: Record<EntryState, string> = {
  draft: 'none',
  awaiting_consent: 'arrange',
  wants_talk: 'arrange',
  refused: 'no',
  received: 'yes',
  selecting: 'held',
  selected: 'done',
  not_selected: 'no',
  withdrawn: 'paused',
}

const rowOf = (line: EntryLine): Row => ({
  name: line.name,
  kind: line.kind,
  href: line.state === 'draft' ? paths.submission(line.regionId) : paths.entry(line.regionId),
  state: ENTRY_STATES[line.state],
  shape: SHAPES[line.state],
  submittedOn: line.submittedAt ? warekiShort(dayOf(line.submittedAt)) : '—',
  consent: line.consent,
  consentHref: line.submittedAt ? paths.entryConsent(line.regionId) : null,
  filled: line.filled ? `${line.filled.filled}／${line.filled.of}` : '—',
  questions: line.questions === null ? '—' : `${line.questions}`,
  askTo: line.asksConsent ? paths.consentReminder(line.regionId) : null,
})

const PER_PAGE = 50

export interface Asked {
  group: Group
  q: string
  page: number
}

export function entryListPage(
  programme: Programme,
  lines: readonly EntryLine[],
  asked: Asked,
): EntryListPage & PageBase {
  const named = lines.filter((line) => line.name.includes(asked.q))
  const found = named.filter((line) => inGroup(line, asked.group))
  const last = Math.max(1, Math.ceil(found.length / PER_PAGE))
  const page = Math.min(asked.page, last)
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const url = (given: Partial<Asked>) => {
    const { group, q, page: at } = { ...asked, page: 1, ...given }
    const query = new URLSearchParams({
      ...(group !== 'all' && { group }),
      ...(q && { q }),
      ...(at > 1 && { page: String(at) }),
    })
    return `${paths.programmeEntries(programme.id)}${query.size > 0 ? `?${query}` : ''}`
  }
  const from = shown.length > 0 ? (page - 1) * PER_PAGE + 1 : 0
  const next = {
    previousHref: page > 1 ? url({ page: page - 1 }) : null,
    nextHref: page < last ? url({ page: page + 1 }) : null,
  }
  return {
    title: `エントリー：${programme.name}`,
    crumbs: programmeCrumbs(programme, { label: 'エントリー' }),
    heading: 'エントリー',
    lead: `${programme.name}${programme.entryClosesOn ? `・締切 ${warekiShort(programme.entryClosesOn)}` : ''}`,
    tabs: (Object.keys(GROUPS) as Group[]).map((group) => ({
      label: GROUPS[group].label,
      href: url({ group }),
      current: group === asked.group,
      count: named.filter((line) => inGroup(line, group)).length,
    })),
    searchTo: paths.programmeEntries(programme.id),
    q: asked.q,
    group: asked.group,
    form: emptyForm({ q: asked.q }),
    rows: shown.map(rowOf),
    empty:
      lines.length > 0
        ? 'この条件に当てはまるエントリーはありません。'
        : 'エントリーはまだありません。募集ページを公開すると、ここに並びます。',
    pager: { total: found.length, from, to: from + shown.length - (shown.length > 0 ? 1 : 0), ...next },
    applicationsHref: paths.applications(programme.id),
    uploadHref: paths.entryUpload(programme.id),
  }
}
