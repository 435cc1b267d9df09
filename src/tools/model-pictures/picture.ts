import type { Body } from '../../papers/templates/templates.ts'
import { emsOf } from '../../platform/wrapping/wrapping.ts'
import { countsOf } from '../box-names/box-names.ts'
import { modelMarks } from '../logic-models/diff.ts'
import { boxesOf, KIND_ORDER, KINDS, linksOf } from '../logic-models/logic-models.ts'
import { ROOMY, type Standing, TIGHT } from '../model-boxes/model-boxes.ts'
import { contentOf, drawnPieces, escaped, shownNumber as n } from '../model-boxes/picture.ts'
import { graphOf } from '../model-graphs/body.ts'
import { type Graph, MARK_WORDS, type Marks, NO_MARKS } from '../model-graphs/model-graphs.ts'
import { layoutOf } from '../model-layouts/picture.ts'
import { drawnLines, strongLinks, stub } from '../model-lines/picture.ts'
import { type Drawn, HEAD, leftOf, type PictureOptions, type Scene, type Setting } from './model-pictures.ts'

/** From here on the boxes take less room. */
const MANY = 28
const ROOM: Setting = { look: ROOMY, widths: [160, 160, 160, 160, 160], gutter: 24, gap: 14, left: 0 }
const CLOSE: Setting = { look: TIGHT, widths: [224, 176, 168, 160, 152], gutter: 36, gap: 8, left: 0 }

/** The picture for a page: drawn from data alone, as wide as five columns are. */
export function modelPicture(body: Body, options: PictureOptions = {}): Drawn {
  const marks = options.before ? modelMarks(options.before, body) : NO_MARKS
  const graph = graphOf(body, marks)
  const scene = sceneOf(graph, graph.columns.flat().filter(({ box }) => box).length > MANY ? CLOSE : ROOM)
  return drawn({ body, graph, scene, marks, options })
}

/** Where everything stands. */
export function sceneOf(graph: Graph, setting: Setting): Scene {
  const contents = new Map(
    graph.columns.flatMap((nodes, column) =>
      nodes.map((node) => [node.key, contentOf(node, setting.widths[column] ?? 0, setting.look)] as const),
    ),
  )
  const layout = layoutOf(graph, {
    heightOf: ({ key }) => contents.get(key)?.height ?? 0,
    gap: setting.gap,
    top: HEAD,
  })
  const standing = new Map<string, Standing>()
  for (const [column, nodes] of layout.columns.entries())
    for (const node of nodes) {
      const place = layout.places.get(node.key) ?? { y: HEAD, height: 0 }
      const content = contents.get(node.key) ?? { height: 0, pieces: [], isCut: false }
      const width = setting.widths[column] ?? 0
      standing.set(node.key, { node, x: leftOf(setting, column), ...place, width, content })
    }
  return { layout, standing, setting }
}

export interface Drawing {
  body: Body
  graph: Graph
  scene: Scene
  marks: Marks
  options: PictureOptions
  /** What stands in front of the columns on paper, and how the paper calls the picture. */
  lead?: string
  size?: { width: number; height: number }
  /** How far down the columns begin. */
  shift?: number
  look?: string
}

export function drawn(drawing: Drawing): Drawn {
  const { scene, options, body, size, shift = 0 } = drawing
  const { standing, setting, layout } = scene
  const [all, last] = [[...standing.values()], setting.widths.length - 1]
  const width = size?.width ?? leftOf(setting, last) + (setting.widths[last] ?? 0) + 12
  const height = size?.height ?? Math.max(layout.bottom, HEAD) + 10
  const strong = strongLinks(linksOf(body), options.chosen)
  const prefix = escaped(options.idPrefix ?? 'lm')
  const title = escaped(options.title ?? 'ロジックモデルの図')
  const parts = [
    `<title id="${prefix}-t">${title}</title><desc id="${prefix}-d">${describe(drawing)}</desc>`,
    drawing.lead ?? '',
    shift ? `<g transform="translate(0 ${n(shift)})">` : '',
    headsOf(drawing),
    drawnLines({ ...drawing.graph, standing, strong }),
    ...all.filter(({ node }) => node.box).map((place) => boxOf(place, options)),
    shift ? '</g>' : '',
  ]
  const role = options.hrefOf ? 'group' : 'img'
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" class="${drawing.look ?? 'lm-svg'}" viewBox="-6 0 ${n(width)} ${n(height)}" ` +
    `width="${n(width)}" height="${n(height)}" role="${role}" aria-labelledby="${prefix}-t ${prefix}-d">${parts.join('')}</svg>`
  return { svg, width, height, isCut: all.some(({ content }) => content.isCut) }
}

function describe({ body, graph, marks }: Drawing): string {
  const again = graph.columns.flat().filter(({ isAgain }) => isAgain).length
  const gone = marks.goneBoxes.length
  const parts = [`箱は${boxesOf(body).length}`, again && `再掲が${again}`, gone && `消した箱が${gone}`].filter(Boolean)
  return `同じ内容を表で読めます。${parts.join('、')}。`
}

function headsOf({ body, graph, scene: { setting } }: Drawing): string {
  const counts = countsOf(body)
  const again = graph.columns.flat().filter(({ isAgain, mark }) => isAgain && mark !== 'gone').length
  return KIND_ORDER.map((kind, column) => {
    const [x, width] = [leftOf(setting, column), setting.widths[column] ?? 0]
    const count = countWords(counts.boxes[kind], kind === 'activity' ? again : 0, width - emsOf(KINDS[kind]) * 14 - 6)
    const head = `<text class="pic-head" x="${n(x)}" y="16">${KINDS[kind]}<tspan class="pic-sub" dx="6">${count}</tspan></text>`
    const none = `<text class="pic-sub" x="${n(x)}" y="${HEAD + 12}">まだありません</text>`
    return `${head}<path class="hd" d="M${n(x)} 25.5h${n(width)}"/>${graph.columns[column]?.length ? '' : none}`
  }).join('')
}

function countWords(count: number, again: number, room: number): string {
  if (again === 0) return String(count)
  const long = `${count}（ほかに再掲${again}）`
  return emsOf(long) * 12 <= room ? long : `${count}＋再${again}`
}

const lookOf = ({ node }: Standing): string => {
  if (node.mark === 'gone') return 'bx bx-gone'
  const base = node.isAgain ? 'bx bx-rep' : node.box?.kind === 'final' ? 'bx bx-goal' : 'bx'
  return node.mark ? `${base} ${node.mark === 'new' ? 'bx-new' : 'bx-chg'}` : base
}

function boxOf(place: Standing, options: PictureOptions): string {
  const { node, x, y, width, height, content } = place
  const rect = (look: string, out: number, rx: number) =>
    `<rect class="${look}" x="${n(x - out)}" y="${n(y - out)}" width="${n(width + 2 * out)}" height="${n(height + 2 * out)}" rx="${rx}"/>`
  const isChosen = node.box?.id === options.chosen && options.chosen !== undefined
  const ring = isChosen ? rect('bx-sel', 5, 10) + rect('bx-sel2', 2.5, 8) : ''
  const fold = node.isAgain ? `<path class="bx-fold" d="M${n(x + 4)} ${n(y + 5)}V${n(y + height - 5)}"/>` : ''
  const inner = ring + rect(lookOf(place), 0, 6) + fold + drawnPieces(content, place)
  const id = `${options.idPrefix ?? 'box'}-${node.key.replaceAll(' ', '-')}`
  const href = node.mark === 'gone' || !node.box ? undefined : options.hrefOf?.(node.box.id)
  const linked = href
    ? `<a href="${escaped(href)}"${isChosen ? ' aria-current="true"' : ''}><title>${escaped(labelOf(place))}</title>${inner}</a>`
    : inner
  const isWholeGone = node.mark === 'gone' && !node.isAgain
  return `<g class="pic-box" id="${escaped(id)}">${linked}${isWholeGone ? stub(place) : ''}</g>`
}

function labelOf({ node }: Standing): string {
  const { box, number, isAgain, mark } = node
  const marks = [
    isAgain && '再掲',
    box?.focus && '重点',
    mark && MARK_WORDS[mark],
    box?.consultWith && '要相談',
    box?.inferred && '推定',
  ]
  const said = marks.filter(Boolean).join('・')
  const words = [...(box?.text ?? '')].slice(0, 120).join('') || 'まだ言葉がありません'
  return `${box ? KINDS[box.kind] : ''} ${number} ${words}${said ? `（${said}）` : ''}`
}
