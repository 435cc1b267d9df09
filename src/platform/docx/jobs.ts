import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { png } from '../pictures/jobs.ts'
import { plainText } from '../plain-text/plain-text.ts'
import type { Block, Paper } from './docx.ts'

const TEXT_FONT = '游ゴシック'
const HEAD_FONT = 'BIZ UDPゴシック'
const fontOf = (name: string) => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name })
/** A4 between its margins, upright and on its side, in twentieths of a point. */
const widthOf = (landscape: boolean) => (landscape ? 14570 : 9638)
const PX = 15
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '999999' }
const LINES = { top: LINE, bottom: LINE, left: LINE, right: LINE }
const LIST = 'points'
const NUMBERS = 'numbers'

function runsOf(text: string, look: { bold?: boolean } = {}): TextRun[] {
  return plainText(text)
    .split('\n')
    .map((line, i) => new TextRun({ ...look, text: line, ...(i > 0 && { break: 1 }) }))
}

const noted = (text: string) =>
  new Paragraph({
    children: runsOf(text),
    shading: { fill: 'FBF5E0' },
    border: { left: { style: BorderStyle.SINGLE, size: 24, color: '6E5600', space: 6 } },
    spacing: { before: 80, after: 80 },
  })

function pictureOf({ svg, width, height, alt }: Extract<Block, { kind: 'picture' }>, most: number): Paragraph {
  const scale = Math.min(1, most / PX / width)
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const altText = { name: plainText(alt), title: plainText(alt), description: plainText(alt) }
  return new Paragraph({
    keepLines: true,
    // A line as high as the picture: without a rule it is cut to one line of type.
    spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 120, after: 120 },
    children: [new ImageRun({ type: 'png', data: png({ svg, width }), transformation, altText })],
  })
}

const plain = (text: string, look: { bold?: boolean } = {}) => new Paragraph({ children: runsOf(text, look) })

function tableOf({ rows, widths, head }: Extract<Block, { kind: 'table' }>, width: number): Table {
  const all = widths.reduce((sum, one) => sum + one, 0)
  const columnWidths = widths.map((one) => Math.round((width * one) / all))
  const rowOf = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, i) => {
        const size = { size: columnWidths[i] ?? 1000, type: WidthType.DXA }
        const shading = isHead ? { fill: 'EEEEEE' } : undefined
        const margins = { top: 60, bottom: 60, left: 100, right: 100 }
        const cell = { width: size, margins, borders: LINES, children: [plain(text, { bold: isHead })] }
        return new TableCell(shading ? { ...cell, shading } : cell)
      }),
    })
  const body = rows.map((cells) => rowOf(cells, false))
  const children = head.length > 0 ? [rowOf(head, true), ...body] : body
  return new Table({ width: { size: width, type: WidthType.DXA }, columnWidths, rows: children })
}

/** `width` between the margins. */
function drawn(block: Block, { instance, width }: { instance: number; width: number }): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 3 ? HeadingLevel.HEADING_3 : HeadingLevel.HEADING_2,
          children: runsOf(block.text),
        }),
      ]
    case 'text':
      return [plain(block.text)]
    case 'note':
      return [noted(block.text)]
    case 'picture':
      return [pictureOf(block, width)]
    case 'break':
      return [new Paragraph({ pageBreakBefore: true, children: [] })]
    case 'facts':
      return block.rows.map(
        ({ term, text }) => new Paragraph({ children: [...runsOf(`${term}：`, { bold: true }), ...runsOf(text)] }),
      )
    case 'list': {
      const numbering = { reference: block.numbered ? NUMBERS : LIST, level: 0, instance }
      return block.items.map(
        ({ text, note }) => new Paragraph({ numbering, children: runsOf(note ? `${text}（${note}）` : text) }),
      )
    }
    case 'table':
      return [tableOf(block, width)]
  }
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
  {
    level: 0,
    format,
    text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 420, hanging: 420 }, spacing: { after: 60 } } },
  },
]

/** What the worker runs: the paper's bytes. */
export async function write(paper: Paper): Promise<Uint8Array> {
  const foot = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          ...runsOf(`${paper.foot}　`),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
  const landscape = paper.landscape ?? false
  const width = widthOf(landscape)
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  const head = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(paper.title) }),
    ...(paper.subtitle ? [plain(paper.subtitle)] : []),
  ]
  const heading = (size: number) => ({
    run: { font: fontOf(HEAD_FONT), size, bold: true, color: '000000' },
    paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
  })
  const document = new Document({
    title: plainText(paper.title),
    creator: '伴走ノート',
    styles: {
      default: {
        document: { run: { font: fontOf(TEXT_FONT), size: 21 }, paragraph: { spacing: { after: 80, line: 300 } } },
        heading1: heading(32),
        heading2: heading(24),
        heading3: heading(21),
      },
    },
    numbering: {
      config: [
        { reference: LIST, levels: level(LevelFormat.BULLET, '・') },
        { reference: NUMBERS, levels: level(LevelFormat.DECIMAL, '%1.') },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, orientation },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        footers: { default: foot },
        children: [...head, ...paper.blocks.flatMap((block, instance) => drawn(block, { instance, width }))],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
