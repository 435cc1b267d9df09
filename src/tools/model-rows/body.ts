import type { Body, Row } from '../../papers/templates/templates.ts'
import { folded } from '../../papers/values/values.ts'
import { newId } from '../../platform/db/ids.ts'
import { shortText } from '../box-names/box-names.ts'
import { boxRows, indicatorRows, type Kind, linkRows } from '../logic-models/logic-models.ts'
import type { Found } from '../model-sheets/model-sheets.ts'
import type { CellFault, ColumnKey } from '../model-workbooks/model-workbooks.ts'
import { type Line, type Measure, measureIn, type Taking } from './model-rows.ts'

/** New rows are gathered first and put into the body once: a file brings hundreds. */
interface Reading extends Taking {
  boxes: Row[]
  links: Row[]
  indicators: Row[]
  /** Boxes, links and indicators by their words: asked at every line. */
  known: Map<string, string>
  activity: string
  direction: string
  vision: string
  again: number
}

/** Lines that are new: boxes, their indicators, and links to what they serve. Blank cells mean the one above. */
export function takeNew(taking: Taking, lines: readonly Line[], table: Found): void {
  const reading: Reading = { ...taking, ...startOf(taking.body), activity: '', direction: '', vision: '', again: 0 }
  for (const line of lines) {
    reading.vision = boxFor(reading, 'final', { text: line.cell('vision') }) || reading.vision
    reading.direction = boxFor(reading, 'intermediate', { text: line.cell('direction') }) || reading.direction
    tie(reading, reading.direction, reading.vision)
    const typed = line.cell('measure')
    if (typed) takeMeasure(reading, line, measureIn(typed))
    if (reading.activity) takeIndicators(reading, line.cell('indicators'))
    else if (line.cell('indicators')) taking.faults.push(faultAt(line, 'indicators', WHOSE))
  }
  const { boxes, links, indicators } = reading
  taking.body = { ...taking.body, ...filled({ boxes, links, indicators }) }
  if (reading.again > 0)
    taking.notes.push(`（再）の行が${reading.again}つありました。もとの箱と同じ箱として、数えるのは一度にしました`)
  if (table.columns.has('direction') && lines.length > 0)
    taking.notes.push('「取り組みの方向性」は中間アウトカム、「目指す姿」は最終アウトカムの箱にしました')
}

const WHOSE = 'この指標がどの施策のものか分かりません。左の「具体的な施策」を書いてください'
const WORDLESS = '施策の文がありません。（再）や※要相談のほかに、することを書いてください'
const faultAt = (line: Line, key: ColumnKey, message: string): CellFault => ({
  cell: line.at(key),
  message,
  typed: line.cell(key),
})

const wordsKey = (place: string, text: string): string => `${place}\n${folded(text)}`
const filled = (lists: Record<string, Row[]>) =>
  Object.fromEntries(Object.entries(lists).filter(([, l]) => l.length > 0))

function startOf(body: Body): Pick<Reading, 'boxes' | 'links' | 'indicators' | 'known'> {
  const [boxes, links, indicators] = [boxRows(body), linkRows(body), indicatorRows(body)].map((rows) => [...rows])
  const known = new Map<string, string>()
  for (const { id, kind = '', text = '' } of boxes ?? []) known.set(wordsKey(kind, text), id)
  for (const { id, from = '', to = '' } of links ?? []) known.set(`${from}>${to}`, id)
  for (const { id, box = '', text = '' } of indicators ?? []) known.set(wordsKey(`指標 ${box}`, text), id)
  return { boxes: boxes ?? [], links: links ?? [], indicators: indicators ?? [], known }
}

/** The box that says this already, or a new one; '' for no words. */
function boxFor(reading: Reading, kind: Kind, { text, consultWith }: { text: string; consultWith?: string }): string {
  if (!text) return ''
  const known = reading.known.get(wordsKey(kind, text))
  if (known) return known
  const id = newId()
  reading.boxes.push({ id, kind, text, ...(consultWith && { consultWith }) })
  reading.known.set(wordsKey(kind, text), id)
  return id
}

/** Always from an activity or a direction to what stands further right: no circle can come of it. */
function tie(reading: Reading, from: string, to: string): void {
  if (!from || !to || reading.known.has(`${from}>${to}`)) return
  reading.links.push({ id: newId(), from, to })
  reading.known.set(`${from}>${to}`, 'tied')
}

function takeMeasure(reading: Reading, line: Line, { text, isAgain, consultWith }: Measure): void {
  if (!text) {
    reading.faults.push(faultAt(line, 'measure', WORDLESS))
    return
  }
  const isKnown = reading.known.has(wordsKey('activity', text))
  if (isAgain && isKnown) reading.again += 1
  if (isAgain && !isKnown)
    reading.notes.push(
      `${line.at('measure')}：（再）のもとになる施策「${shortText({ text })}」が見つからないので、一つの箱として足しました`,
    )
  reading.activity = boxFor(reading, 'activity', { text, consultWith })
  tie(reading, reading.activity, reading.direction || reading.vision)
}

function takeIndicators(reading: Reading, typed: string): void {
  const box = reading.activity
  for (const words of typed.split('\n').map((one) => one.replace(/^\s*[・\-●○*]\s*/, '').trim())) {
    if (!words) continue
    const target = /^(.*?)\s*[（(]目標(?:値)?[：:]\s*([^）)]*)[）)]\s*$/.exec(words)
    const [text, aim] = target ? [target[1] ?? words, target[2] ?? ''] : [words, '']
    if (reading.known.has(wordsKey(`指標 ${box}`, text))) continue
    const id = newId()
    reading.known.set(wordsKey(`指標 ${box}`, text), id)
    reading.indicators.push({ id, box, text, ...(aim && { target: aim }) })
  }
}
