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
  /** The place it stands at, to be linked; null: it is not a paper's. */
  source: { documentId: string; path: string; number: number } | null
}

export interface Paper {
  document: Pick<Document, 'id' | 'kind' | 'ownerId'>
  head: Head
}

const paperOf = (papers: readonly Paper[], kind: string) => papers.find((p) => p.document.kind === kind)

const sourceAt = (paper: Paper | undefined, path: string): Start['source'] =>
  paper ? { documentId: paper.document.id, path, number: paper.head.number } : null

/** The region's 課題: its own list once there is one, else the rows of the entry sheet. */
export function issuesIn(papers: readonly Paper[]): { kind: 'issues' | 'entry'; rows: Row[] } {
  const filled = (kind: string) =>
    rowsIn(paperOf(papers, kind)?.head.body ?? {}, 'issues').filter((row) => (row.text ?? '').trim() !== '')
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
    .map((paper): Start => {
      const part = partOf(paper.document)
      const key = part ? `issue_sorting.${part}/cause` : 'issue_sorting/cause'
      const text = textIn(paper.head.body, 'cause').trim()
      return { key, from: FROM.issue_sorting, text, issue: '', source: sourceAt(paper, 'cause') }
    })
  const { kind, rows } = issuesIn(papers)
  const issues = rows.map((row): Start => {
    const source = sourceAt(paperOf(papers, kind), `issues/${row.id}/text`)
    return { key: `${kind}/${row.id}`, from: FROM[kind], text: row.text ?? '', issue: row.id, source }
  })
  const done = practices
    .filter((p) => p.isEvidence && p.status === 'done')
    .map((p): Start => {
      const text = p.learned.trim() || p.text
      return { key: `practice/${p.id}`, from: FROM.practice, text, issue: '', source: null }
    })
  const taken = (start: Start) => causes.some((c) => c.origin === start.key || c.text.trim() === start.text.trim())
  return [...sorted, ...issues, ...done].filter((start) => start.text !== '' && !taken(start))
}

/** 「課題整理シートの真因」, with the way there for those who read the region. */
export function originShown(regionId: string, origin: string): { text: string; href?: string } | null {
  const [ref = '', id = ''] = origin.split('/')
  const kind = ref.split('.')[0] ?? ''
  if (kind === 'issue_sorting' || kind === 'issues') return { text: FROM[kind], href: paths.sheet(regionId, ref) }
  if (kind === 'practice') return { text: FROM.practice, href: paths.practice(regionId, id) }
  return kind === 'entry' ? { text: FROM.entry } : null
}
