import type { Document, Head } from '../../papers/documents/documents.ts'
import { type Row, rowsIn, textIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { Agreed } from '../../support/promises/promises.ts'
import { type Cause, shortly } from '../causes/causes.ts'
import { partOf } from '../papers/papers.ts'

/** A wording that is there already and may become a 真因の仮説. */
export interface Start {
  /** 'issue_sorting/cause', 'issues/i3', 'entry/i3', 'practice/01…': kept as the cause's origin. */
  key: string
  from: string
  text: string
  issue: string
}

export interface Paper {
  document: Pick<Document, 'kind' | 'ownerId'>
  head: Pick<Head, 'body'>
}

const bodyOf = (papers: readonly Paper[], kind: string) => papers.find((p) => p.document.kind === kind)?.head.body ?? {}

/** The region's 課題: its own list once there is one, else the rows of the entry sheet. */
export function issuesIn(papers: readonly Paper[]): { kind: 'issues' | 'entry'; rows: Row[] } {
  const filled = (kind: string) =>
    rowsIn(bodyOf(papers, kind), 'issues').filter((row) => (row.text ?? '').trim() !== '')
  const own = filled('issues')
  return own.length > 0 ? { kind: 'issues', rows: own } : { kind: 'entry', rows: filled('entry') }
}

export const issueOptions = (papers: readonly Paper[]): { value: string; label: string }[] =>
  issuesIn(papers).rows.map((row) => ({ value: row.id, label: shortly(row.text ?? '', 60) }))

const FROM = {
  issues: '課題の一覧',
  entry: 'エントリーシートの課題',
  practice: '根拠になる実践',
  issue_sorting: '課題整理シートの真因',
}

/** What one can begin with; whatever has become a cause already stands here no more. */
export function startsOf(given: {
  papers: readonly Paper[]
  practices: readonly Agreed[]
  causes: readonly Cause[]
}): Start[] {
  const { papers, practices, causes } = given
  const sorted = papers
    .filter(({ document }) => document.kind === 'issue_sorting')
    .map(({ document, head }) => {
      const part = partOf(document)
      const key = part ? `issue_sorting.${part}/cause` : 'issue_sorting/cause'
      return { key, from: FROM.issue_sorting, text: textIn(head.body, 'cause').trim(), issue: '' }
    })
  const { kind, rows } = issuesIn(papers)
  const issues = rows.map((row) => ({
    key: `${kind}/${row.id}`,
    from: FROM[kind],
    text: row.text ?? '',
    issue: row.id,
  }))
  const done = practices
    .filter((p) => p.isEvidence && p.status === 'done')
    .map((p) => ({ key: `practice/${p.id}`, from: FROM.practice, text: p.learned.trim() || p.text, issue: '' }))
  const taken = (start: Start) => causes.some((c) => c.origin === start.key || c.text.trim() === start.text.trim())
  return [...sorted, ...issues, ...done].filter((start) => start.text !== '' && !taken(start))
}

/** 「課題整理シートの真因」, with the way there. */
export function originShown(regionId: string, origin: string): { text: string; href: string } | null {
  const [ref = '', id = ''] = origin.split('/')
  const kind = ref.split('.')[0] ?? ''
  if (kind === 'issue_sorting' || kind === 'issues') return { text: FROM[kind], href: paths.sheet(regionId, ref) }
  if (kind === 'entry') return { text: FROM.entry, href: paths.entry(regionId) }
  return kind === 'practice' ? { text: FROM.practice, href: paths.practice(regionId, id) } : null
}
