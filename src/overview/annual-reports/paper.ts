import type { Block, Paper } from '../../platform/docx/docx.ts'
import { eraFiscalYear, wareki } from '../../platform/time.ts'
import { opinionBlock } from '../../support/opinion-tables/paper.ts'
import { type Effect, RATERS, type Rater, SPENDERS } from '../../tools/effects/effects.ts'
import type { Gap } from '../annual-gaps/annual-gaps.ts'
import { TEXTS, type TextKey } from '../annual-texts/annual-texts.ts'
import { CHAPTERS, type Chapter, meansOf, type RegionOfYear, type YearFacts } from './annual-reports.ts'

const NOT_YET = '（まだ書かれていません）'
const text = (words: string): Block => ({ kind: 'text', text: words })
const note = (words: string): Block => ({ kind: 'note', text: words })
const points = (items: readonly string[], numbered = false): Block => ({
  kind: 'list',
  numbered,
  items: items.map((one) => ({ text: one, note: '' })),
})
const head = (words: string): Block => ({ kind: 'heading', text: words, level: 3 })

const wordsOf = ({ texts }: YearFacts, key: TextKey): string => {
  const value = texts[key]
  return typeof value === 'string' ? value.trim() : ''
}
const own = (facts: YearFacts, key: TextKey): Block[] => {
  const words = wordsOf(facts, key)
  return words ? [text(words)] : [note(`${TEXTS[key].label}：${NOT_YET}`)]
}

/** What is missing, first of all: a table with a row for each, grouped by chapter. */
function gapBlocks(gaps: readonly Gap[]): Block[] {
  if (gaps.length === 0) return [note('足りないところはありません。')]
  const now = gaps.filter((gap) => gap.isDue)
  const later = gaps.filter((gap) => !gap.isDue)
  const table = (rows: readonly Gap[]): Block => ({
    kind: 'table',
    head: ['章', 'どこ', '足りないこと'],
    rows: rows.map((gap) => [CHAPTERS[gap.chapter], gap.subject, gap.text]),
    widths: [4, 4, 9],
  })
  return [
    note(
      `足りないところが${gaps.length}件あります（いま書けること ${now.length}件、これからのこと ${later.length}件）。`,
    ),
    ...(now.length > 0 ? [head('いま書けること'), table(now)] : []),
    ...(later.length > 0 ? [head('これからのこと'), table(later)] : []),
    { kind: 'break' },
  ]
}

const overview = (facts: YearFacts): Block[] => [
  ...own(facts, 'intro'),
  { kind: 'table', head: [], rows: facts.facts.map(({ term, text: words }) => [term, words || '—']), widths: [1, 3] },
]

const groups = ({ groups: bodies }: YearFacts): Block[] =>
  bodies.length === 0
    ? [note(NOT_YET)]
    : bodies.flatMap((body): Block[] => [
        head(body.name),
        {
          kind: 'table',
          head: ['氏名', '所属', '役職'],
          rows: body.members.map((m) => [m.name, m.affiliation, m.title]),
          widths: [2, 4, 3],
        },
        text('（敬称略。◎は座長）'),
        ...body.meetings.flatMap((m): Block[] => [
          { kind: 'facts', rows: [{ term: m.label, text: m.when || '日程はまだです' }] },
          ...(m.agenda.length > 0 ? [points(m.agenda)] : []),
        ]),
      ])

const opinions = ({ opinions: { rows, around } }: YearFacts): Block[] =>
  rows.length === 0 ? [text('まだ意見はありません。')] : [opinionBlock({ opinions: rows, around })]

const flow = (facts: YearFacts): Block[] => [
  ...own(facts, 'flow'),
  {
    kind: 'table',
    head: ['回', '種類', '日程'],
    rows: facts.steps.map((step) => [step.label, step.kind, step.when || '—']),
    widths: [3, 3, 4],
  },
]

const STATE_WORDS = { done: '', unfixed: '（記録確定前）', missing: '（記録がありません）', ahead: '（これから）' }

function regionBlocks(r: RegionOfYear): Block[] {
  const theme = r.initialTheme && r.initialTheme !== r.theme ? `${r.initialTheme} → ${r.theme}` : r.theme
  const bullets = (lines: readonly string[]) => lines.map((line) => `・${line}`).join('\n')
  const issueOf = new Map(r.issues.map((issue) => [issue.id, issue.text]))
  const answers = (ids: readonly string[]) => ids.flatMap((id) => issueOf.get(id) ?? []).map((one) => `課題：${one}`)
  return [
    head(r.isPaused ? `${r.name}（途中で終わった支援）` : r.name),
    { kind: 'facts', rows: [{ term: 'テーマ', text: theme || NOT_YET }] },
    {
      kind: 'table',
      head: ['回', '状況・変化', 'アドバイス'],
      rows: r.steps.map((step) => [
        [step.label, step.when, STATE_WORDS[step.state]].filter(Boolean).join('\n'),
        bullets(step.situation),
        bullets(step.advice),
      ]),
      widths: [3, 7, 7],
    },
    ...(r.deeds.length > 0 ? [{ kind: 'facts' as const, rows: [{ term: '行ったこと', text: bullets(r.deeds) }] }] : []),
    {
      kind: 'table',
      head: ['変わったこと', 'どの課題への変化か'],
      rows: r.changes.length > 0 ? r.changes.map((c) => [c.text, bullets(answers(c.answers)) || '—']) : [[NOT_YET, '']],
      widths: [3, 2],
    },
    {
      kind: 'facts',
      rows: [
        {
          term: '今後について',
          text: bullets(r.next.map((n) => (n.when ? `${n.text}（${n.when}）` : n.text))) || NOT_YET,
        },
      ],
    },
  ]
}

const shown = (value: number | null) => (value === null ? '—' : value.toFixed(1))

function effectTable(effects: readonly Effect[], rater: Rater): Block[] {
  const rows = meansOf(effects, rater).map((m) => [m.theme, shown(m.before), shown(m.after), `${m.n}`])
  return [
    head(`${RATERS[rater]}から見て`),
    { kind: 'table', head: ['項目', '支援の前', '支援の後', 'n（前後とも答えた地域）'], rows, widths: [4, 2, 2, 3] },
  ]
}

function effect(facts: YearFacts): Block[] {
  const { regions } = facts
  if (regions.length === 0) return [note(NOT_YET)]
  const effects = regions.map((r) => r.effect)
  const sides = Object.values(SPENDERS)
  const minutes = regions.map((r) => [
    r.name,
    ...r.effect.spent.map((one) => (one.minutes === null ? '—' : `${one.minutes.toLocaleString('ja-JP')}分`)),
  ])
  return [
    text('平均は、支援の前と後の両方に答えた地域だけで出しています（1 まだこれから 〜 5 自分たちで続けられる）。'),
    ...effectTable(effects, 'self'),
    ...effectTable(effects, 'prefecture_self'),
    head('かかった時間'),
    { kind: 'table', head: ['地域', ...sides], rows: minutes, widths: [3, ...sides.map(() => 2)] },
    ...own(facts, 'findings'),
  ]
}

function next(facts: YearFacts): Block[] {
  const lines = wordsOf(facts, 'next')
    .split('\n')
    .map((line) => line.replace(/^[\s・]+/, '').trim())
    .filter(Boolean)
  return lines.length > 0 ? [points(lines, true)] : [note(NOT_YET)]
}

const WRITERS: Record<Chapter, (facts: YearFacts) => Block[]> = {
  overview,
  groups,
  opinions,
  flow,
  regions: (facts) => (facts.regions.length === 0 ? [note(NOT_YET)] : facts.regions.flatMap(regionBlocks)),
  effect,
  next,
}

/** 年度報告書: what is missing first, then seven chapters out of the record. */
export function annualPaper(facts: YearFacts, gaps: readonly Gap[], on: string): Paper {
  const { programme } = facts
  const chapters = Object.keys(CHAPTERS) as Chapter[]
  return {
    title: `${eraFiscalYear(programme.fiscalYear)}　伴走支援の報告`,
    subtitle: `${programme.name}\n${wareki(on)} 現在の記録から`,
    foot: `${programme.name} 年度報告書`,
    blocks: [
      ...gapBlocks(gaps),
      ...chapters.flatMap((key, at): Block[] => [
        { kind: 'heading', text: `${at + 1}　${CHAPTERS[key]}` },
        ...WRITERS[key](facts),
      ]),
    ],
  }
}
