import type { PdfPart } from '../../platform/pdf/pdf.ts'
import {
  BAND_PAD,
  type BoardLayout,
  blocksOf,
  HEADING,
  INDENT,
  type LaidCell,
  type LaidPage,
  lineOf,
  SHEET,
} from '../board-layouts/board-layouts.ts'
import { layoutOf } from '../board-layouts/body.ts'
import { THEME_INDENT } from '../board-strips/body.ts'
import type { Board } from '../boards/boards.ts'

/** Typst draws what the layout worked out: every line at its place, sentences as lists, heads as headings. */
const TEMPLATE = `
#let board-rows(body) = body.map(line => line.trim()).join(linebreak())
#let board-set(pt, leading, body) = {
  set text(size: pt * 1pt, top-edge: 0.88em, bottom-edge: -0.12em)
  set par(leading: (leading - 1) * 1em, spacing: 0pt, justify: false)
  body
}
#let board-at(x, y, w, body) = place(top + left, dx: x * 1mm, dy: y * 1mm, block(width: w * 1mm, above: 0pt, below: 0pt, body))
#let board-chip(words) = box(outset: (y: 0.1em), inset: (x: 0.4em), radius: 0.6mm, stroke: (paint: rgb("#767676"), thickness: 0.18mm, dash: (0.7mm, 0.5mm)), text(size: 0.86em, fill: grey, words))
#let board-item(d, i) = block(width: 100%, inset: (left: if i.mark != "" { d.indent.mark * 1mm } else { d.indent.bullet * 1mm }), {
  if i.mark != "" and not i.isRest {
    place(top + left, dx: -d.indent.mark * 1mm, dy: -0.09em, box(width: 7.8mm, height: 1.18em, radius: 0.6mm, stroke: 0.25mm + rgb("#666666"), align(center + horizon, text(size: 0.94em, weight: 700, i.mark))))
  } else if not i.isRest {
    place(top + left, dx: -d.indent.bullet * 1mm + 0.7mm, dy: 0.38em, circle(radius: 0.14em, fill: rgb("#666666")))
  }
  board-rows(i.lines)
  if i.inferred and not i.goesOn { h(0.5em); board-chip("推定") }
})
#let board-block(d, x, y, w, b, tone) = {
  if b.sort == "list" {
    board-at(x, y + d.half, w, board-set(d.pt, d.leading, list(marker: [], body-indent: 0pt, indent: 0pt, spacing: (d.leading - 1) * d.pt * 1pt + 0.6mm, ..b.items.map(i => board-item(d, i)))))
  } else if b.sort == "title" {
    board-at(x, y, w, board-set(9.5, 1.3, heading(level: 2, text(size: 9.5pt, fill: tone, weight: 700, board-rows(b.lines)))))
  } else if b.sort == "heading" {
    board-at(x, y + 0.5, w, board-set(8, 1.4, heading(level: 3, text(size: 8pt, fill: grey, weight: 700, board-rows(b.lines)))))
  } else if b.sort == "none" {
    board-at(x, y, w, block(width: 100%, radius: 1mm, inset: (x: 2mm, y: 0.9mm + 0.2 * 8pt), stroke: (paint: rgb("#767676"), thickness: 0.18mm, dash: (0.9mm, 0.6mm)), board-set(8, 1.4, text(fill: grey, par(board-rows(b.lines))))))
  } else if b.sort == "keywords" {
    board-at(x, y + 0.5, w, board-set(8, 1.4, text(fill: grey, par(board-rows(b.lines)))))
  } else {
    board-at(x, y + 0.8, w, board-set(10.5, 1.45, text(weight: 700, par(board-rows(b.lines)))))
  }
}
#let board-arrow(x, y, w, h) = place(top + left, dx: x * 1mm, dy: y * 1mm, polygon(fill: town, (0mm, 0mm), ((w - 2.2) * 1mm, 0mm), (w * 1mm, h / 2 * 1mm), ((w - 2.2) * 1mm, h * 1mm), (0mm, h * 1mm)))
#let board-rule(x, y, w, thick, paint) = place(top + left, dx: x * 1mm, dy: y * 1mm, rect(width: w * 1mm, height: thick * 1mm, fill: paint))
#let board-label(c, x, y, w, paint, faint) = board-at(x, y, w, board-set(9.5, 1.3, {
  heading(level: 2, text(size: 9.5pt, fill: paint, weight: 700, board-rows(c.label)))
  if c.heldOn != "" { if c.dayBeside { place(top + right, dy: 0.1em, text(size: 8pt, fill: faint, c.heldOn)) } else { v(0.3em); text(size: 8pt, fill: faint, c.heldOn) } }
}))
#let board-row(d, r) = {
  if r.kind == "theme" {
    board-rule(0, r.y, d.w, 0.5, ink)
    board-at(0, r.y + 1.55, 14, box(fill: ink, radius: 0.6mm, inset: (x: 1.6mm, y: 0.65mm), board-set(8, 1, text(fill: white, weight: 700, par("テーマ")))))
    board-rule(0, r.y + r.h - 0.5, d.w, 0.5, ink)
  } else if r.kind == "advice" {
    board-rule(0, r.y - 2.3, d.w, 0.28, support)
    board-rule(0, r.y - 1.6, d.w, 0.28, support)
  } else if r.kind == "acts" {
    board-rule(0, r.y - 1.8, d.w, 0.4, town)
  }
  for c in r.cells {
    if r.kind == "main" {
      board-arrow(c.x, r.y, c.w, c.top - 1.6)
      board-label(c, c.x + 2.5, r.y + 1.4 + c.labelY, c.w - 7, white, white)
    } else if r.kind == "band" {
      place(top + left, dx: c.x * 1mm, dy: r.y * 1mm, rect(width: c.w * 1mm, height: r.h * 1mm, radius: 1mm, stroke: 0.3mm + rgb("#666666")))
      board-rule(c.x + c.w / 2, r.y - 2.9, 0.25, 2.7, rgb("#666666"))
      board-label(c, c.inner, r.y + d.pad.top + 0.4, c.innerW, ink, grey)
    }
    let tone = if r.kind == "advice" { support } else { town }
    for b in c.blocks { board-block(d, c.inner, r.y + c.down + b.y, c.innerW, b, tone) }
  }
}
#let board-head(d, p) = {
  board-at(0, 0, 120, board-set(8, 1.4, text(fill: grey, par(p.small))))
  board-at(0, 4.3, 200, board-set(p.namePt, 1.25, heading(level: 1, text(size: p.namePt * 1pt, weight: 700, board-rows(p.name)))))
  for f in p.facts {
    board-at(f.x, f.y, f.w + 2, board-set(8, 1.4, text(fill: grey, par(f.term))))
    board-at(f.x, f.y + 4, f.w + 2, board-set(9.5, 1.3, text(weight: 700, par(board-rows(f.lines)))))
  }
}
#let board(d) = {
  for p in d.pages {
    page(paper: "a4", flipped: true, margin: d.margin * 1mm, header: none, footer: none, numbering: none)[
      #set heading(numbering: none, outlined: false, bookmarked: false)
      #show heading: it => block(above: 0pt, below: 0pt, it.body)
      #show heading.where(level: 1): set heading(bookmarked: true)
      #board-head(d, p)
      #for r in p.rows { board-row(d, r) }
      #board-rule(0, p.footY, d.w, 0.2, hair)
      #board-at(0, p.footY + 1.3, d.w - 64, board-set(8, 1.4, text(fill: grey, par(d.foot))))
      #board-at(d.w - 62, p.footY + 1.3, 62, align(right, board-set(8, 1.4, text(fill: grey, par(p.count)))))
    ]
  }
}
`

const labelRows = ({ label, heldOn, dayBeside }: LaidCell) => label.length + (heldOn && !dayBeside ? 1 : 0)

function cellData(kind: string, cell: LaidCell) {
  const isBand = kind === 'band'
  const isTheme = kind === 'theme'
  const { x, w, top, label, heldOn, dayBeside } = cell
  const [left, down] = isBand ? [BAND_PAD.x, BAND_PAD.top] : [isTheme ? THEME_INDENT : 0, isTheme ? 1.4 : 0]
  const labelY = Math.max(0, (top - 1.6 - 2 - labelRows(cell) * lineOf(HEADING)) / 2)
  const inside = { inner: x + left, innerW: w - left - (isBand ? BAND_PAD.x : 0), down: top + down }
  return { x, w, top, label, labelY, heldOn, dayBeside, ...inside, blocks: blocksOf(cell.strips) }
}

const pageData = (page: LaidPage, { pages, footY }: BoardLayout) => ({
  ...{ small: page.head.small, name: page.head.name, namePt: page.head.namePt, footY },
  facts: page.head.facts.map((fact) => ({ ...fact, y: page.head.h - 8.6 - (fact.lines.length - 1) * 4.36 })),
  rows: page.rows.map(({ kind, y, h, cells }) => ({ kind, y, h, cells: cells.map((cell) => cellData(kind, cell)) })),
  count: `${page.number} / ${pages.length}　伴走ノート`,
})

/** One or more A4 pages of a PDF. */
export function boardPart(board: Board): PdfPart {
  const layout = layoutOf(board)
  const { pt, leading } = layout.size
  const half = ((leading - 1) / 2) * pt * (25.4 / 72)
  const sizes = { pt, leading, half, w: SHEET.w, margin: SHEET.margin, indent: INDENT, pad: BAND_PAD }
  const pages = layout.pages.map((page) => pageData(page, layout))
  return { use: 'board', template: TEMPLATE, data: { ...sizes, foot: layout.foot, pages } }
}
