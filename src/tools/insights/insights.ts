import type { Circle } from '../../access/circles.ts'
import { templateOf } from '../../papers/templates/released.ts'
import { type Body, textIn } from '../../papers/templates/templates.ts'
import type { Fate } from '../check-fates/check-fates.ts'
import { type Found, kindOfRef, type Level, short } from '../checks/checks.ts'
import { isQuestion, keyOf } from '../questions/questions.ts'

export const INSIGHTS = '気づきの一覧'

/** Never a verdict: what it is worth, in a word. */
export const LEVEL_WORDS: Record<Level, string> = { E: '見せる前に', W: '確かめたいこと', A: '問い' }

const TITLES: Record<string, string> = {
  logic_model: 'ロジックモデル',
  causes: '真因の仮説',
  partners: '関係者表',
  forum: '協議の場の計画',
  meeting: '回のこと',
}

/** What people call the paper: 「状態シート「退院後に弱る人」」. */
export function paperTitle(ref: string, body: Body | undefined): string {
  const kind = kindOfRef(ref)
  const title = TITLES[kind] ?? templateOf(kind)?.title ?? 'シート'
  const name = kind === 'status_sheet' && body ? textIn(body, 'subject') : ''
  return name ? `${title}「${short(name, 20)}」` : title
}

/** All meetings are one heading, every other paper its own. */
export const groupOf = (ref: string): string => (kindOfRef(ref) === 'meeting' ? 'meeting' : ref)

/** 市町村の内輪 stays there: a paper outside the reader's circles asks nothing aloud. */
export const circleOf = (ref: string, circles: Readonly<Record<string, string>>): Circle =>
  (circles[ref] ?? (['partners', 'forum'].includes(kindOfRef(ref)) ? 'town' : 'region')) as Circle

export interface Insight {
  key: string
  found: Found
  fate: Fate | null
}

/** Open: nobody has said yet what to do. Answered: a reason was written, or it was left. */
export function sortedInsights(
  found: readonly Found[],
  fates: readonly Fate[],
): { open: Insight[]; answered: Insight[] } {
  const known = new Map(fates.map((fate) => [fate.key, fate]))
  const all = found.filter(isQuestion).map((one): Insight => {
    const key = keyOf(one)
    return { key, found: one, fate: known.get(key) ?? null }
  })
  const isAnswered = ({ fate }: Insight) => fate?.fate === 'kept_with_reason' || fate?.fate === 'left'
  return { open: all.filter((one) => !isAnswered(one)), answered: all.filter(isAnswered) }
}
