import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import { half } from '../../papers/values/values.ts'
import { isDay, warekiShort } from '../../platform/time.ts'
import { forumBook } from '../forums/forums.ts'
import { type Month, monthOf, readMonth } from '../journey-months/journey-months.ts'
import { boxesOf, indicatorsOf } from '../logic-models/logic-models.ts'

/** One thing to be done: what, who, when in its own words, and how it will be known. */
export interface Deed {
  what: string
  who: string
  when: string
  how: string
  from: 'next' | 'activity' | 'forum'
  span: Span | null
  isVague: boolean
}
export const ORIGINS = { next: '今後について', activity: 'アクティビティ', forum: '協議の場' } as const

/** Months, both ends counted. */
export interface Span {
  first: Month
  last: Month
}

/** 「令和8年度」 is twelve months, 「前半」 six, 「令和8年4月〜9月」 as it says; what names no time has none. */
export function spanOf(when: string): { span: Span | null; isVague: boolean } {
  const text = half(when).replace(/\s/g, '')
  const [begin = '', end] = text.split(/[〜~～]|から/)
  const first = readMonth(begin)
  if (!first) return { span: null, isVague: true }
  if (end) {
    const last = readMonth(end.replace(/まで$/, '')) ?? laterMonth(end, first.month)
    if (last && last.month >= first.month)
      return { span: { first: first.month, last: last.month }, isVague: first.isVague || last.isVague }
  }
  return { span: { first: first.month, last: first.month + lengthOf(begin) - 1 }, isVague: first.isVague }
}

/** 「〜9月」: the next September. */
function laterMonth(text: string, after: Month) {
  const found = /^(\d{1,2})月/.exec(text)
  if (!found) return null
  const month = Number(found[1])
  if (month < 1 || month > 12) return null
  const year = Math.floor(after / 12)
  const same = monthOf(year, month)
  return { month: same >= after ? same : monthOf(year + 1, month), isVague: false }
}

function lengthOf(text: string): number {
  if (/(前半|後半|上半期|下半期)/.test(text)) return 6
  if (/年度$/.test(text)) return 12
  if (/年$/.test(text)) return 12
  return /[春夏秋冬]/.test(text) ? 3 : 1
}

const deed = (given: Omit<Deed, 'span' | 'isVague'>): Deed => ({ ...given, ...spanOf(given.when) })

export interface RoadmapBodies {
  closing: Body
  model: Body
  /** Absent for those who may not read 市町村の内輪. */
  forum: Body | null
}

/** From 今後, the model's activities that are not done, and 協議の場. Everything is read where it was written. */
export function deedsOf({ closing, model, forum }: RoadmapBodies): Deed[] {
  const next = rowsIn(closing, 'next')
    .filter((row) => row.text)
    .map((row) => deed({ what: row.text ?? '', who: row.owner ?? '', when: whenOf(row), how: '', from: 'next' }))
  const known = new Set(next.map((one) => one.what))
  const activities = boxesOf(model)
    .filter((box) => box.kind === 'activity' && box.status !== 'done' && box.text && !known.has(box.text))
    .map((box) => {
      const how = indicatorsOf(model).filter((one) => one.box === box.id)
      return deed({
        ...{ what: box.text, who: box.owner || box.who, when: box.when, from: 'activity' as const },
        how: how.map((one) => one.text).join('、'),
      })
    })
  const forums = (forum ? rowsIn(forum, 'forums') : []).map(
    (row): Deed => ({
      ...{ what: forumBook.nameOf(row), who: row.members ?? '', how: row.decided ?? '', from: 'forum' },
      when: [row.when, row.times].filter(Boolean).join('、'),
      ...spanOf(row.when ?? ''),
    }),
  )
  return inTime([...next, ...activities, ...forums])
}

const whenOf = (row: Row): string => row.due || row.dueText || ''

/** A day as people write it; else its own words. */
export const whenWords = ({ when }: Pick<Deed, 'when'>): string => (isDay(when) ? warekiShort(when) : when || '未定')

const inTime = (deeds: readonly Deed[]): Deed[] =>
  deeds.toSorted((a, b) => (a.span?.first ?? Number.POSITIVE_INFINITY) - (b.span?.first ?? Number.POSITIVE_INFINITY))

export const STEPS = { month: '月ごと', quarter: '四半期ごと' } as const
export type Step = keyof typeof STEPS
export const LENGTHS = [6, 12, 24, 36] as const

export interface Grid {
  from: Month
  columns: { first: Month; last: Month; label: string }[]
}

/** Columns from this month on; quarters begin where the fiscal year's do. */
export function gridOf(now: Month, { length, step }: { length: number; step: Step }): Grid {
  const width = step === 'quarter' ? 3 : 1
  const from = step === 'quarter' ? now - (((now % 12) + 9) % 3) : now
  const count = Math.ceil(length / width)
  const columns = Array.from({ length: count }, (_, n) => {
    const first = from + n * width
    return { first, last: first + width - 1, label: labelOf(first, width) }
  })
  return { from, columns }
}

const labelOf = (first: Month, width: number): string => {
  const month = (first % 12) + 1
  return width === 1 ? `${month}月` : `${month}〜${((first + 2) % 12) + 1}月`
}
