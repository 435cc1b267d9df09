import type { Body } from '../../papers/templates/templates.ts'
import { modelMarks } from '../logic-models/diff.ts'
import { DENSE, type Look, TIGHT } from '../model-boxes/model-boxes.ts'
import { contentOf, escaped, shownNumber as n } from '../model-boxes/picture.ts'
import { graphOf } from '../model-graphs/body.ts'
import { type Graph, type Marks, NO_MARKS, type Node } from '../model-graphs/model-graphs.ts'
import { LANE_HEIGHT } from '../model-layouts/picture.ts'
import { filledLines } from '../phrases/phrases.ts'
import { type Drawn, HEAD, type PictureOptions, type Scene, type Setting } from './model-pictures.ts'
import { drawn, sceneOf } from './picture.ts'

export interface Reason {
  label: string
  text: string
}
export interface PaperOptions extends Pick<PictureOptions, 'before' | 'title'> {
  /** 課題仮説: goal, present state and causes become the first column again. */
  reasons?: readonly Reason[]
  /** Who, and of when: stands at the right above the picture. */
  note?: string
}
export interface Paper extends Drawn {
  /** Of the smallest letters, printed on A3. */
  pt: number
  /** All of it stands on one A3 page in letters one can read. */
  fits: boolean
}

/** A3 landscape without margins of 8 mm, in points. */
const PAGE = { width: 1145, height: 796 }
const SMALLEST_LETTERS = 12
export const LEAST_PT = 7
const LEAST_SCALE = LEAST_PT / SMALLEST_LETTERS + 0.0005
/** Points per unit of the picture, and air between boxes: as large as there is room for, never below seven points. */
const TRIES: readonly Try[] = [
  { scale: 0.94, gap: 16, look: TIGHT },
  { scale: 0.84, gap: 12, look: TIGHT },
  { scale: 0.76, gap: 9, look: TIGHT },
  { scale: 0.7, gap: 8, look: TIGHT },
  { scale: 0.64, gap: 7, look: TIGHT },
  { scale: LEAST_SCALE, gap: 6, look: TIGHT },
  { scale: LEAST_SCALE, gap: 4, look: DENSE },
]
interface Try {
  scale: number
  gap: number
  look: Look
}
export const TITLE = 30
const GUTTER = 36
const LEAST = { reasons: 190, columns: [230, 160, 150, 140, 130] }
const MOST = [620, 330, 300, 280, 260]
const STEP = 24

/** Where everything stands on the A3 page; also for those who draw it with other means than SVG. */
export interface PaperScene {
  graph: Graph
  marks: Marks
  scene: Scene
  reasons: Plan['reasons']
  /** Units of the picture; its left edge is at -6. */
  size: { width: number; height: number }
  /** Points per unit on A3. */
  scale: number
  fits: boolean
}

export function paperScene(body: Body, options: PaperOptions = {}): PaperScene {
  const marks = options.before ? modelMarks(options.before, body) : NO_MARKS
  const graph = graphOf(body, marks)
  const { scale, setting, width, reasons } = planFor(graph, options)
  const scene = sceneOf(graph, setting)
  const full = PAGE.height / scale
  const needed = Math.max(scene.layout.bottom, reasons.height) + TITLE + 12
  const height = Math.max(full, needed)
  return {
    ...{ graph, marks, scene, reasons, size: { width, height } },
    ...{ scale: (scale * full) / height, fits: needed <= full },
  }
}

/** The picture for one A3 page, with its heading. */
export function modelPaper(body: Body, options: PaperOptions = {}): Paper {
  const { graph, marks, scene, reasons, size, scale, fits } = paperScene(body, options)
  const lead = `${titleOf(options, size.width - 12)}<g transform="translate(0 ${TITLE})">${reasons.svg}</g>`
  const picture = drawn({ body, graph, scene, marks, options, lead, size, shift: TITLE })
  return { ...picture, pt: SMALLEST_LETTERS * scale, fits }
}

const titleOf = ({ title = 'ロジックモデル', note = '' }: PaperOptions, right: number): string =>
  `<text class="pic-title" x="0" y="18">${escaped(title)}</text>` +
  (note ? `<text class="pic-sub pic-end" x="${n(right)}" y="18">${escaped(note)}</text>` : '')

interface Plan {
  scale: number
  setting: Setting
  width: number
  /** Of the highest column, and what there is. */
  height: number
  room: number
  reasons: { svg: string; height: number }
}

/** The largest that fits; if none does, the smallest. */
function planFor(graph: Graph, options: PaperOptions): Plan {
  const heights = new Map([TIGHT, DENSE].map((look) => [look, heightsOf(graph, look)]))
  let plan: Plan | undefined
  for (const tried of TRIES) {
    plan = planAt(heights.get(tried.look) as Heights, options, tried)
    if (plan.height <= plan.room) break
  }
  return plan as Plan
}

type Heights = (column: number, width: number, gap: number) => number

/** How high a column is at a width; asked again and again, measured once. */
function heightsOf({ columns }: Graph, look: Look): Heights {
  const known = new Map<string, number>()
  const boxesAt = (column: number, width: number): number => {
    const key = `${column} ${width}`
    const nodes = columns[column] ?? []
    const height = known.get(key) ?? nodes.reduce((sum, node) => sum + heightAt(node, width, look), 0)
    known.set(key, height)
    return height
  }
  return (column, width, gap) => boxesAt(column, width) + gap * Math.max(0, (columns[column]?.length ?? 0) - 1)
}
const heightAt = (node: Node, width: number, look: Look): number =>
  node.box ? contentOf(node, width, look).height : LANE_HEIGHT

/** Width goes where the column is highest, step by step, as long as that helps; the rest is air between the columns. */
function planAt(heightOf: Heights, { reasons = [] }: PaperOptions, { scale, gap, look }: Try): Plan {
  const width = PAGE.width / scale
  const room = PAGE.height / scale - TITLE - 12
  const left = reasons.length > 0 ? LEAST.reasons + GUTTER : 0
  const widths = [...LEAST.columns]
  const stackOf = (at: number) => heightOf(at, widths[at] ?? 0, gap)
  const canGrow = (at: number) => (widths[at] ?? 0) < (MOST[at] ?? 0) && heightOf(at, MOST[at] ?? 0, gap) < stackOf(at)
  let spare = width - 12 - left - widths.reduce((sum, w) => sum + w, 0) - GUTTER * 4
  for (; spare >= STEP; spare -= STEP) {
    const open = widths.map((_, at) => at).filter(canGrow)
    const tooHigh = open.filter((at) => stackOf(at) + HEAD > room)
    // First what does not fit yet, then the narrowest.
    const [next] =
      tooHigh.length > 0
        ? tooHigh.sort((a, b) => stackOf(b) - stackOf(a))
        : open.sort((a, b) => (widths[a] ?? 0) - (widths[b] ?? 0))
    if (next === undefined) break
    widths[next] = (widths[next] ?? 0) + STEP
  }
  const gutter = GUTTER + Math.min(60, Math.max(0, spare) / 5)
  const drawnReasons = reasonsOf(reasons, LEAST.reasons)
  const setting: Setting = { look, widths, gutter, gap, left: left && LEAST.reasons + gutter }
  const height = Math.max(...widths.map((_, at) => stackOf(at) + HEAD), drawnReasons.height)
  return { scale, setting, width, height, room, reasons: drawnReasons }
}

/** 課題仮説, from the top down: nothing leads out of it by a line, the whole column is where the story begins. */
function reasonsOf(reasons: readonly Reason[], width: number): { svg: string; height: number } {
  if (reasons.length === 0) return { svg: '', height: 0 }
  let y = HEAD + 4
  const parts = [`<text class="pic-head" x="0" y="16">課題仮説</text><path class="hd" d="M0 25.5h${n(width)}"/>`]
  for (const { label, text } of reasons) {
    parts.push(`<text class="pic-no" x="0" y="${n(y + 8)}">${escaped(label)}</text>`)
    y += 8
    for (const line of filledLines(text, { width: width / 14, maxLines: 12 }).lines) {
      y += 19
      parts.push(`<text class="pic-t" x="0" y="${n(y)}">${escaped(line)}</text>`)
    }
    y += 24
  }
  return { svg: parts.join(''), height: y }
}
