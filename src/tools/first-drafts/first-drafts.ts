import { CIRCLES, type Circle } from '../../access/circles.ts'
import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import type { Placed } from '../carries/actions.ts'
import type { Offer } from '../carries/store.ts'
import { issuesFrom, tieOf } from '../closing-ties/closing-ties.ts'
import type { PaperAt } from '../papers/papers.ts'

/** Papers that are for the most part told already when they are begun. */
const DRAFTED = ['closing', 'support_outline', 'profile']
export const isDrafted = ({ kind }: Pick<PaperAt, 'kind'>): boolean => DRAFTED.includes(kind.kind)

const ORDER = Object.keys(CIRCLES)
/** Words that all readers of the paper may read where they come from: nothing gets a wider circle by one press. */
export const reaches = (circle: Circle, paper: Circle): boolean =>
  circle === paper ||
  (ORDER.indexOf(circle) >= ORDER.indexOf('region') && ORDER.indexOf(circle) >= ORDER.indexOf(paper))

/** What one press copies: the usual texts, as many in each place as read well, the same words once. */
export function usualOffers(at: PaperAt, offers: readonly Offer[]): Offer[] {
  const counts = new Map<string, number>()
  const texts = new Set<string>()
  return offers.filter(({ source, item, rule, isList }) => {
    if (item.isSpare || !reaches(source.document.circle, at.circle)) return false
    const there = counts.get(rule.toPath) ?? rowsIn(at.head.body, rule.toPath).length
    const most = isList ? (rule.most ?? Number.POSITIVE_INFINITY) : 1
    const key = `${rule.toPath}:${item.text.trim()}`
    if (there >= most || texts.has(key)) return false
    counts.set(rule.toPath, there + 1)
    texts.add(key)
    return true
  })
}

/** Each change that came in says which 課題 it answers, where that can be told; what a person chose stays. */
export function withTies(body: Body, placed: readonly Placed[], causes: Body): Body {
  const issues = issuesFrom(rowsIn(body, 'before'), causes)
  const came = new Map(
    placed.flatMap(({ path, offer }) => {
      const [list, id = ''] = path.split('/')
      return list === 'changes' ? [[id, offer.item.about ?? { refs: [], words: '' }] as const] : []
    }),
  )
  const tied = (row: Row): Row => {
    const about = came.get(row.id)
    if (!about || row.answers) return row
    const answers = tieOf(row.text ?? '', about, issues)
    return answers ? { ...row, answers } : row
  }
  return came.size === 0 ? body : { ...body, changes: rowsIn(body, 'changes').map(tied) }
}

/** 「支援前の課題 4、支援前後の変化 9」 */
export const countedWords = (placed: readonly Offer[], placeOf: (path: string) => string): string => {
  const keys = [...new Set(placed.map(({ rule }) => rule.toPath))]
  return keys.map((key) => `${placeOf(key)} ${placed.filter(({ rule }) => rule.toPath === key).length}`).join('、')
}
