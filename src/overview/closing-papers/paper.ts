import { keysOf, type Row, rowsIn } from '../../papers/templates/templates.ts'
import type { Paper } from '../../platform/docx/docx.ts'
import { isDay, wareki } from '../../platform/time.ts'
import { untied } from '../../tools/closing-ties/closing-ties.ts'
import { bodyOf, type ClosingFacts, gapsNote, NOT_YET, paperOf, regionFacts } from './closing-papers.ts'

const filled = (rows: readonly Row[]): Row[] => rows.filter((row) => (row.text ?? '').trim() !== '')
const QUALITY: Readonly<Record<string, string>> = { number: '数字', impression: '実感', both: '数字と実感' }

/** 「変わらなかった」 is a result and reads as one. */
export const changeText = ({ text = '', unchanged, quality }: Row): string => {
  const seen = quality ? `（${QUALITY[quality] ?? ''}）` : ''
  return `${unchanged === 'yes' ? '【変わらなかった】' : ''}${text}${seen}`
}

export const whenText = ({ due = '', dueText = '' }: Row): string =>
  due === '' ? dueText || '未定' : isDay(due) ? wareki(due) : due

/** What a まとめ still lacks, each in a sentence. */
export function closingGaps(facts: ClosingFacts): string[] {
  const body = bodyOf(facts, 'closing')
  const [before, changes, next] = ['before', 'changes', 'next'].map((key) => filled(rowsIn(body, key)))
  if (!before?.length && !changes?.length && !next?.length) return ['まとめは、まだ書かれていません']
  const answered = new Set(changes?.flatMap((row) => keysOf(row.answers ?? '')))
  const silent = before?.filter(({ id }) => !answered.has(id)).length ?? 0
  const loose = untied(body).length
  const timeless = next?.filter((row) => !row.due && !row.dueText).length ?? 0
  return [
    before?.length ? '' : '支援前の課題が、まだ書かれていません',
    changes?.length ? '' : '支援前後の変化が、まだ書かれていません',
    next?.length ? '' : '今後についてが、まだ書かれていません',
    silent > 0 ? `どうなったかが書かれていない課題が${silent}あります（「変わらなかった」でも書けます）` : '',
    loose > 0 && before?.length ? `どの課題への変化か、まだ選ばれていない変化が${loose}件あります` : '',
    timeless > 0 ? `いつごろかが書かれていない「今後」が${timeless}件あります` : '',
  ].filter(Boolean)
}

/** まとめ: each 課題 with what became of it beside it; then what lies ahead. */
export function closingPaper(facts: ClosingFacts): Paper {
  const body = bodyOf(facts, 'closing')
  const before = filled(rowsIn(body, 'before'))
  const changes = filled(rowsIn(body, 'changes'))
  const loose = untied(body)
  const of = (id: string) => changes.filter((row) => keysOf(row.answers ?? '').includes(id))
  const list = (rows: readonly Row[]) => rows.map((row) => `・${changeText(row)}`).join('\n')
  const rows = [
    ...before.map((row) => [row.text ?? '', list(of(row.id)) || `（${NOT_YET}）`]),
    ...(loose.length > 0 ? [['（どの課題への変化か、まだ選ばれていません）', list(loose)]] : []),
  ]
  const next = filled(rowsIn(body, 'next'))
  return paperOf(facts, {
    title: 'まとめ',
    kind: 'closing',
    blocks: [
      regionFacts(facts),
      ...gapsNote(closingGaps(facts)),
      { kind: 'heading', text: '支援前の課題と、支援前後の変化（支援の効果）' },
      rows.length > 0
        ? { kind: 'table', head: ['支援前の課題', '支援前後の変化（支援の効果）'], rows, widths: [2, 3] }
        : { kind: 'text', text: `（${NOT_YET}）` },
      { kind: 'heading', text: '今後について' },
      next.length > 0
        ? {
            kind: 'table',
            head: ['すること', 'いつごろ'],
            rows: next.map((row) => [row.text ?? '', whenText(row)]),
            widths: [4, 1.4],
          }
        : { kind: 'text', text: `（${NOT_YET}）` },
    ],
  })
}
