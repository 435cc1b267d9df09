import type { Paper } from '../docx/docx.ts'
import { type PdfPart, writePdf } from '../pdf/pdf.ts'

/** The blocks of a Paper (platform/docx) on pages: the same content as the Word file. */
const TEMPLATE = `
#let printed(d) = page(
  paper: "a4", flipped: d.landscape, margin: (x: 18mm, top: 16mm, bottom: 18mm),
  footer: context align(right, text(size: 8pt, fill: grey)[#d.foot　#counter(page).display() / #counter(page).final().first()]),
)[
  #set heading(numbering: none)
  #show heading.where(level: 1): it => block(above: 0em, below: 0.5em, text(size: 17pt, weight: 700, it.body))
  #show heading.where(level: 2): it => block(above: 1.4em, below: 0.6em, sticky: true, width: 100%, stroke: (bottom: 1.2pt + ink), inset: (bottom: 3pt), text(size: 12.5pt, weight: 700, it.body))
  #show heading.where(level: 3): it => block(above: 1.1em, below: 0.5em, sticky: true, text(size: 10.5pt, weight: 700, it.body))
  = #d.title
  #if d.subtitle != "" { text(fill: grey, lines(d.subtitle)) }
  #for b in d.blocks {
    if b.kind == "heading" { heading(level: b.level, b.text) }
    else if b.kind == "text" { par(lines(b.text)) }
    else if b.kind == "note" { block(width: 100%, fill: sand, stroke: (left: 3pt + rgb("#6e5600")), inset: 8pt, lines(b.text)) }
    else if b.kind == "facts" {
      for r in b.rows { block(above: 0.5em, below: 0.5em, [*#r.term*：#lines(r.text)]) }
    }
    else if b.kind == "list" {
      let items = b.items.map(i => [#lines(i.text)#if i.note != "" [（#lines(i.note)）]])
      if b.numbered { enum(tight: true, ..items) } else { list(tight: true, marker: [・], body-indent: 0.2em, ..items) }
    }
    else if b.kind == "table" {
      block(above: 0.8em, below: 1em, table(
        columns: b.widths.map(w => w * 1fr), stroke: 0.5pt + rgb("#999999"), inset: 5pt,
        ..if b.head.len() > 0 { (table.header(..b.head.map(h => table.cell(fill: rgb("#eeeeee"), text(weight: 700, lines(h))))),) } else { () },
        ..b.rows.flatten().map(c => [#lines(c)]),
      ))
    }
    else if b.kind == "picture" { block(above: 0.8em, below: 1em, breakable: false, drawing(b.svg, b.width * 1mm, b.alt)) }
    else if b.kind == "break" { pagebreak(weak: true) }
  }
]
`

const MM = 25.4 / 96
const INSIDE = { portrait: 174, landscape: 261 }

/** Pictures are drawn in their own size, never wider than the page; the template gets them in millimetres. */
export function paperPart(paper: Paper): PdfPart {
  const landscape = paper.landscape ?? false
  const most = landscape ? INSIDE.landscape : INSIDE.portrait
  const blocks = paper.blocks.map((block) => {
    if (block.kind === 'heading') return { ...block, level: block.level ?? 2 }
    return block.kind === 'picture' ? { ...block, width: Math.min(most, block.width * MM) } : block
  })
  return { use: 'printed', template: TEMPLATE, data: { ...paper, landscape, blocks } }
}

export const writePaperPdf = (paper: Paper): Promise<Buffer> =>
  writePdf({ title: paper.title, parts: [paperPart(paper)] })
