import type { Body } from '../../papers/templates/templates.ts'
import type { Item, Paragraph, Slide } from '../../platform/pptx/pptx.ts'
import { tableSlides } from '../../platform/slides/paper.ts'
import { KIND_ORDER, KINDS } from '../logic-models/logic-models.ts'
import type { Standing } from '../model-boxes/model-boxes.ts'
import { endsOf } from '../model-lines/picture.ts'
import { HEAD, leftOf } from '../model-pictures/model-pictures.ts'
import { type PaperScene, paperScene } from '../model-pictures/paper.ts'
import { reasonsOf } from '../model-show/model-show.ts'
import { twinTable } from './model-slides.ts'

interface Order {
  body: Body
  title: string
  note: string
}

/** Where the drawing stands on the slide, in millimetres. */
const ROOM = { x: 8, y: 19, w: 281, h: 185 }
const INK = '1A1A1A'
const LINE = '767676'
const MM_TO_PT = 72 / 25.4
/** Other programs set a letter a little wider than we measured. */
const SAFE = 0.9
const LETTERS = 14

const VERSION = {
  ...{ kind: 'text' as const, name: '版', size: 8, color: '4D4D4D' },
  ...{ at: { x: 209, y: 6, w: 62, h: 9 }, valign: 'middle' as const, align: 'right' as const },
}

/** Boxes and arrows as shapes that can be moved and rewritten, then everything once more as a table. */
export function modelSlides(order: Order): Slide[] {
  const { body, title, note } = order
  const table = tableSlides({ title: `${title}：表`, ...twinTable(body), empty: 'まだ箱がありません。' })
  const reasons = reasonsOf(body).filter(({ text }) => text !== '')
  const scene = paperScene(body, { reasons })
  const drawn: Slide = {
    title,
    titleAt: { x: ROOM.x, y: 6, w: 200, h: 9 },
    titleSize: 15,
    items: [{ ...VERSION, paragraphs: [{ text: note }] }, ...itemsOf(scene, reasons)],
    notes: 'A3に拡大して印刷すると読みやすくなります。箱と線は、動かしたり書きかえたりできます。',
  }
  return [drawn, ...table]
}

type Reasons = ReturnType<typeof reasonsOf>

function itemsOf(paper: PaperScene, reasons: Reasons): Item[] {
  const { scene, size } = paper
  const bottom = Math.max(scene.layout.bottom, paper.reasons.height) + 4
  const k = Math.min(ROOM.w / size.width, ROOM.h / bottom)
  const at = (x: number, y: number) => ({ x: ROOM.x + (x + 6) * k, y: ROOM.y + y * k })
  const letters = Math.floor(LETTERS * k * MM_TO_PT * SAFE * 10) / 10
  return [
    ...headsOf(paper, { at, k, letters }),
    ...reasonItems(paper, reasons, { at, k, letters }),
    ...linesOf(paper, at),
    ...[...scene.standing.values()].filter(({ node }) => node.box).map((place) => boxItem(place, { at, k, letters })),
  ]
}

interface Pen {
  at(x: number, y: number): { x: number; y: number }
  k: number
  letters: number
}

function headsOf({ scene: { setting } }: PaperScene, { at, k, letters }: Pen): Item[] {
  return KIND_ORDER.map((kind, column) => {
    const width = (setting.widths[column] ?? 0) * k
    const place = { ...at(leftOf(setting, column), 2), w: width, h: 22 * k }
    return {
      kind: 'text',
      at: place,
      name: KINDS[kind],
      size: letters,
      paragraphs: [{ text: KINDS[kind], bold: true }],
    }
  })
}

/** 課題仮説, in front of the columns. */
function reasonItems(paper: PaperScene, reasons: Reasons, { at, k, letters }: Pen): Item[] {
  if (reasons.length === 0) return []
  const paragraphs = reasons.flatMap(({ label, text }): Paragraph[] => [{ text: label, bold: true }, { text }])
  const w = (leftOf(paper.scene.setting, 0) - 20) * k
  const place = { ...at(0, HEAD), w, h: Math.min(ROOM.y + ROOM.h - at(0, HEAD).y, paper.reasons.height * k) }
  const head = { ...at(0, 2), w, h: 22 * k }
  return [
    { kind: 'text', at: head, name: '課題仮説', size: letters, paragraphs: [{ text: '課題仮説', bold: true }] },
    { kind: 'text', at: place, name: '目標・現状・真因の仮説', size: letters, paragraphs },
  ]
}

function boxItem({ node, x, y, width, height }: Standing, { at, k, letters }: Pen): Item {
  const { box, number, isAgain } = node
  const marks = [isAgain && '再掲', box?.focus && !isAgain && '重点', box?.inferred && '推定'].filter(Boolean)
  const consult = box?.consultWith && !isAgain ? `※要相談：${box.consultWith}${box.consulted ? '（済み）' : ''}` : ''
  const lead = [number, ...marks.map((mark) => `〔${mark}〕`)].join('')
  return {
    kind: 'text',
    at: { ...at(x, y), w: width * k, h: height * k },
    name: `${box ? KINDS[box.kind] : ''} ${number}`,
    size: letters,
    fill: isAgain ? 'F2F2F2' : box?.kind === 'final' ? 'FBF5E0' : 'FFFFFF',
    line: INK,
    inset: 4 * k,
    valign: 'middle',
    paragraphs: [
      { text: [lead, box?.text || 'まだ言葉がありません'].filter(Boolean).join(' ') },
      ...(consult ? [{ text: consult, size: Math.max(4, letters - 1) }] : []),
    ],
  }
}

/** Each stretch as a straight line; the last one of a link has the head. Odd links of imports go straight, too. */
function linesOf({ graph, scene: { standing } }: PaperScene, at: Pen['at']): Item[] {
  const ends = endsOf(graph.edges, standing)
  const lanes = new Set<Standing>()
  const straight = graph.edges.flatMap((edge): Item[] => {
    const end = ends.get(edge)
    if (!end) return []
    const lane = edge.isLast ? undefined : standing.get(edge.to)
    if (lane) lanes.add(lane)
    const y = lane ? lane.y + lane.height / 2 : end.y2
    return [{ kind: 'arrow', from: at(end.x1, end.y1), to: at(end.x2, y), color: LINE, isPlain: !edge.isLast }]
  })
  const through = [...lanes].map((lane): Item => {
    const y = lane.y + lane.height / 2
    return { kind: 'arrow', from: at(lane.x, y), to: at(lane.x + lane.width, y), color: LINE, isPlain: true }
  })
  const odd = graph.odd.flatMap((edge): Item[] => {
    const [from, to] = [standing.get(edge.from), standing.get(edge.to)]
    if (!from || !to) return []
    const right = (place: Standing, share: number) => at(place.x + place.width, place.y + place.height * share)
    return [{ kind: 'arrow', from: right(from, 0.75), to: right(to, 0.25), color: LINE }]
  })
  return [...straight, ...through, ...odd]
}
