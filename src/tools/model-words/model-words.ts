import { partsOf } from '../../papers/documents/body.ts'
import type { PaperWords } from '../../papers/documents/documents.ts'
import { type Body, isEmpty, type Value } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { boxName, numbersOf, shortText } from '../box-names/box-names.ts'
import { boxesOf, indicatorRows, linkRows } from '../logic-models/logic-models.ts'
import { fieldLabel, shownField } from '../logic-models/paper.ts'
import { modelChanges } from '../model-changes/diff.ts'
import type { PaperKind } from '../papers/papers.ts'
import { readModel } from './forms.ts'

const TITLE = '課題解決ストーリー（ロジックモデル）'
const LISTS: Record<string, string> = { boxes: '箱', links: 'つながり', indicators: '指標', reprints: '再掲' }
const TEXTS: Record<string, string> = { goal: '目標', now: '現状', why: '真因の仮説', note: 'メモ' }

function nameOfBox(body: Body, id: string | undefined): string {
  const boxes = boxesOf(body)
  const box = boxes.find((one) => one.id === id)
  return box ? boxName(box, numbersOf(boxes)) : '消された箱'
}

function rowName(body: Body, list: string, id: string): string {
  if (list === 'boxes') return nameOfBox(body, id)
  if (list === 'indicators') {
    const row = indicatorRows(body).find((one) => one.id === id)
    return row ? `指標「${shortText({ text: row.text ?? '' }, 16)}」` : '消された指標'
  }
  const link = list === 'links' ? linkRows(body).find((one) => one.id === id) : undefined
  return link ? `${nameOfBox(body, link.from)}と${nameOfBox(body, link.to)}のつながり` : (LISTS[list] ?? '記録')
}

function place(path: string, body: Body): string {
  const [list = '', id, field] = partsOf(path)
  if (path.startsWith('order:')) return `${LISTS[list] ?? '記録'}の順番`
  if (id === undefined) return TEXTS[list] ?? LISTS[list] ?? '取りこんだときの控え'
  const name = rowName(body, list, id)
  // A box and an indicator both have a text; a box is named by its own.
  if (field === undefined || (list === 'boxes' && field === 'text')) return name
  return `${name}の「${fieldLabel(field)}」`
}

const shownRow = (row: Record<string, unknown>, body: Body): string => {
  if (typeof row.from === 'string') return `${nameOfBox(body, row.from)} → ${nameOfBox(body, String(row.to ?? ''))}`
  return Object.entries(row)
    .filter(([key, value]) => !['id', 'rest', 'box'].includes(key) && typeof value === 'string' && value !== '')
    .map(([key, value]) => (key === 'text' ? String(value) : `${fieldLabel(key)}：${shownField(key, String(value))}`))
    .join('\n')
}

function shown(path: string, value: unknown, body: Body): string {
  if (path.startsWith('order:') && Array.isArray(value))
    return value.map((id) => rowName(body, partsOf(path)[0] ?? '', String(id))).join('、')
  if (value === null || value === undefined || isEmpty(value as Value)) return ''
  if (typeof value === 'string') return shownField(partsOf(path).at(-1) ?? '', value)
  if (Array.isArray(value)) return value.map((row) => shown(path, row, body)).join('\n')
  return shownRow(value as Record<string, unknown>, body)
}

const PICKED = new Set(['kind', 'type', 'status', 'focus', 'consulted', 'scene', 'from', 'to', 'box', 'nextOn'])

/** How the model speaks of its own places. */
export const modelWords: PaperWords = {
  title: TITLE,
  place,
  shown,
  isPicked: (path) => path.startsWith('order:') || PICKED.has(partsOf(path)[2] ?? ''),
  sentences: (before, after) => modelChanges(before, after).map(({ text }) => text),
}

export const logicModelKind: PaperKind = {
  kind: 'logic_model',
  title: TITLE,
  circleDefault: 'region',
  writers: 'paper.write',
  home: paths.logicModel,
  words: modelWords,
  read: readModel,
}
