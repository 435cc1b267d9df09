import type { PdfPart } from '../../platform/pdf/pdf.ts'
import { standalone } from '../../platform/picture-styles/picture-styles.ts'
import { modelPaper } from '../model-pictures/paper.ts'
import { reasonsOf } from '../model-show/model-show.ts'
import { describeModel, twinTable } from '../model-slides/model-slides.ts'
import type { ModelOrder } from './model-prints.ts'

/** The picture fills an A3 page; its heading is text of the page, above the drawing. The table begins a page of its own. */
const TEMPLATE = `
#let logic-model(d) = {
  page(paper: "a3", flipped: true, margin: 8mm)[
    #place(top + left, {
      set heading(numbering: none)
      show heading: it => text(size: 13pt, weight: 700, it.body)
      heading(level: 1, d.title)
    })
    #place(top + right, dy: 1mm, text(size: 9pt, fill: grey, d.note))
    #block(width: 404mm, height: 281mm, drawing(d.svg, d.width * 1mm, d.alt))
  ]
  page(paper: "a4", flipped: true, margin: (x: 16mm, top: 16mm, bottom: 14mm))[
    #set heading(numbering: none)
    #show heading: it => block(above: 0em, below: 0.6em, text(size: 13pt, weight: 700, it.body))
    #heading(level: 2, d.title + "：図と同じ内容の表")
    #text(fill: grey, d.note)
    #if d.cut != "" { block(text(fill: grey, d.cut)) }
    #for r in d.reasons { block(above: 0.6em, below: 0.6em, [*#r.label*：#lines(r.text)]) }
    #if d.rows.len() == 0 [まだ箱がありません。] else { table(
      columns: d.widths.map(w => w * 1fr), stroke: 0.5pt + rgb("#999999"), inset: 4pt,
      table.header(..d.head.map(h => table.cell(fill: rgb("#eeeeee"), text(weight: 700, h)))),
      ..d.rows.flatten().map(c => [#lines(c)]),
    ) }
  ]
}
`

/** A3 within margins of 8 mm. */
const ROOM = { width: 404, height: 281 }

export function modelPart({ body, title, note }: ModelOrder): PdfPart {
  const reasons = reasonsOf(body).filter(({ text }) => text !== '')
  const { svg, width, height, isCut } = modelPaper(body, { reasons, title: ' ' })
  const data = {
    ...{ title, note, svg: standalone(svg), alt: `${title}。${describeModel(body)}` },
    width: Math.min(ROOM.width, (ROOM.height * width) / height),
    cut: isCut ? '図では長い文の始めだけを示しています。全文はこの表にあります。' : '',
    ...{ reasons: reasons.map(({ label, text }) => ({ label, text })), ...twinTable(body) },
  }
  return { use: 'logic-model', template: TEMPLATE, data }
}
