import { createRequire } from 'node:module'
import type pptx from 'pptxgenjs'
import { png } from '../pictures/jobs.ts'
import type { Box, Deck, Item, Paragraph, Slide } from './pptx.ts'

// Its ES build is not named so that Node 20 takes it for one.
const Presentation = createRequire(import.meta.url)('pptxgenjs') as typeof pptx.default
const FONT = 'BIZ UDPゴシック'
const INCH = 25.4
const LAYOUT = { name: 'A4', width: 297 / INCH, height: 210 / INCH }
const MASTER = 'BANSO'
const TITLE_AT: Box = { x: 10, y: 8, w: 277, h: 12 }
const INK = '1A1A1A'

const placed = ({ x, y, w, h }: Box) => ({ x: x / INCH, y: y / INCH, w: w / INCH, h: h / INCH })
const face = { fontFace: FONT, lang: 'ja-JP', margin: 0 }

/** Each paragraph on a line of its own; a line feed inside one stays in it. */
const runsOf = (paragraphs: readonly Paragraph[], size: number, leading?: number) =>
  paragraphs.flatMap(({ text, bold = false, bullet = false, size: own, color, above }, i) =>
    text.split('\n').map((line, j, all) => ({
      text: line,
      options: {
        ...face,
        bold,
        fontSize: own ?? size,
        ...(color && { color }),
        ...(leading && { lineSpacing: Math.round((own ?? size) * leading * 100) / 100 }),
        ...(above && j === 0 && { paraSpaceBefore: above }),
        ...(bullet && j === 0 && { bullet: { characterCode: '2022', indent: own ?? size } }),
        ...(j > 0 && { softBreakBefore: true }),
        breakLine: j === all.length - 1 && i < paragraphs.length - 1,
      },
    })),
  )

type Page = pptx.default.Slide

function addText(page: Page, item: Extract<Item, { kind: 'text' }>): void {
  const { at, name, paragraphs, size, fill, line, color = INK, valign = 'top', align = 'left', inset, leading } = item
  page.addText(runsOf(paragraphs, size, leading), {
    ...placed(at),
    ...face,
    ...{ objectName: name, color, valign, align, fontSize: size, wrap: true, fit: 'none' as const },
    ...((fill || line) && { margin: 4 }),
    ...(inset !== undefined && { margin: (inset / INCH) * 72 }),
    ...(fill && { fill: { color: fill } }),
    ...(line && { line: { color: line, width: 0.75 } }),
  })
}

function addTable(page: Page, { at, name, widths, head, rows, size }: Extract<Item, { kind: 'table' }>): void {
  const all = widths.reduce((sum, one) => sum + one, 0)
  const cell = (text: string, isHead: boolean) => ({
    text,
    options: {
      ...face,
      bold: isHead,
      margin: [2, 3, 2, 3] as [number, number, number, number],
      ...(isHead && { fill: { color: 'EEEEEE' } }),
    },
  })
  const lines = [
    ...(head.length > 0 ? [head.map((text) => cell(text, true))] : []),
    ...rows.map((row) => row.map((text) => cell(text, false))),
  ]
  page.addTable(lines, {
    ...{ x: at.x / INCH, y: at.y / INCH, w: at.w / INCH },
    ...{ colW: widths.map((one) => (one / all) * (at.w / INCH)) },
    ...{ objectName: name, fontFace: FONT, fontSize: size, color: INK, valign: 'top' as const, autoPage: false },
    border: { type: 'solid', pt: 0.5, color: '999999' },
  })
}

function addArrow(page: Page, { from, to, color, isPlain }: Extract<Item, { kind: 'arrow' }>): void {
  const box = {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    w: Math.abs(to.x - from.x),
    h: Math.abs(to.y - from.y),
  }
  page.addShape('line', {
    ...placed(box),
    flipH: to.x < from.x,
    flipV: to.y < from.y,
    line: { color, width: 0.75, ...(!isPlain && { endArrowType: 'triangle' as const }) },
  })
}

/** A pack's pictures stand in the whole and again in their own part: each is drawn once. */
const drawings = new Map<string, string>()
const DRAWINGS_MOST = 60

function drawnOnce(svg: string, width: number): string {
  const key = `${width} ${svg}`
  const data = drawings.get(key) ?? Buffer.from(png({ svg, width })).toString('base64')
  if (drawings.size >= DRAWINGS_MOST) drawings.clear()
  drawings.set(key, data)
  return data
}

function addItem(page: Page, item: Item): void {
  if (item.kind === 'text') addText(page, item)
  else if (item.kind === 'table') addTable(page, item)
  else if (item.kind === 'arrow') addArrow(page, item)
  else if (item.kind === 'rule') page.addShape('rect', { ...placed(item.at), fill: { color: item.color } })
  else {
    const data = drawnOnce(item.svg, Math.min(1200, Math.ceil(item.at.w * 4)))
    page.addImage({ ...placed(item.at), data: `image/png;base64,${data}`, altText: item.alt })
  }
}

const TITLE_SIZE = 18
/** A title stands where its master has it, whatever the slide says: each place for titles is a master of its own. */
const masterOf = ({ titleAt = TITLE_AT, titleSize = TITLE_SIZE }: Slide): string =>
  titleAt === TITLE_AT && titleSize === TITLE_SIZE
    ? MASTER
    : `${MASTER} ${[titleAt.x, titleAt.y, titleAt.w, titleAt.h, titleSize].map((n) => Math.round(n * 10) / 10).join(' ')}`

function addMaster(deck: pptx.default, title: string, { titleAt = TITLE_AT, titleSize = TITLE_SIZE }: Slide): void {
  const name = 'title'
  const place = {
    name,
    type: 'title' as const,
    ...placed(titleAt),
    ...face,
    fontSize: titleSize,
    align: 'left' as const,
  }
  deck.defineSlideMaster({ title, objects: [{ placeholder: { options: place, text: '' } }] })
}

function addSlide(deck: pptx.default, slide: Slide): void {
  const { title, titleAt = TITLE_AT, titleSize = TITLE_SIZE, items, notes } = slide
  const page = deck.addSlide({ masterName: masterOf(slide) })
  page.addText(title, {
    placeholder: 'title',
    ...placed(titleAt),
    ...face,
    fontSize: titleSize,
    bold: true,
    color: INK,
    valign: 'middle',
    fit: 'none',
  })
  for (const item of items) addItem(page, item)
  if (notes) page.addNotes(notes)
}

/** What the worker runs: the deck's bytes. */
export async function write({ title, slides }: Deck): Promise<Uint8Array> {
  const deck = new Presentation()
  deck.defineLayout(LAYOUT)
  deck.layout = LAYOUT.name
  deck.title = title
  deck.author = '伴走ノート'
  deck.company = '伴走ノート'
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT }
  const masters = new Map(slides.map((slide) => [masterOf(slide), slide]))
  for (const [name, slide] of masters) addMaster(deck, name, slide)
  for (const slide of slides) addSlide(deck, slide)
  return new Uint8Array((await deck.stream({ compression: true })) as Uint8Array)
}
