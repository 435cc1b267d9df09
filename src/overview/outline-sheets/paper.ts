import type { PdfPart } from '../../platform/pdf/pdf.ts'
import type { ClosingFacts } from '../closing-papers/closing-papers.ts'
import { footOf, gapsNote, orNotYet } from '../closing-papers/closing-papers.ts'
import { lessonRows, outlineGaps, outlineRows } from '../outline-papers/paper.ts'

/** 支援の概要 is one sheet in the reports: its type gets smaller, down to 7.5 pt; what is longer goes on to a second one. */
const TEMPLATE = `
#let outlined(d) = page(
  paper: "a4", margin: (x: 15mm, top: 13mm, bottom: 15mm),
  footer: context align(right, text(size: 8pt, fill: grey)[#d.foot　#counter(page).display() / #counter(page).final().first()]),
)[
  #let head(words) = table.cell(fill: rgb("#eeeeee"), text(weight: 700, words))
  #let sheet(size) = {
    set text(size: size)
    set par(leading: 0.5em, spacing: 0.6em)
    show heading.where(level: 1): it => block(above: 0em, below: 0.5em, text(size: 15pt, weight: 700, it.body))
    heading(level: 1, d.title)
    block(above: 0em, below: 0.6em)[*#d.region*　#d.theme]
    if d.note != "" { block(width: 100%, fill: sand, stroke: (left: 3pt + rgb("#6e5600")), inset: 5pt, lines(d.note)) }
    let hair = 0.5pt + rgb("#999999")
    table(columns: (1fr, 1fr), stroke: hair, inset: 4pt,
      table.header(head([この支援から得られた手法]), head([市町村支援に必要な事項])),
      ..d.lessons.flatten().map(c => [#lines(c)]))
    table(columns: (1fr, 6fr), stroke: hair, inset: 4pt,
      ..d.rows.map(r => (head(r.label), [#lines(r.text)])).flatten())
  }
  #layout(size => {
    let sizes = (10pt, 9.5pt, 9pt, 8.5pt, 8pt, 7.5pt)
    let fits = sizes.find(s => measure(width: size.width, sheet(s)).height <= size.height)
    sheet(if fits == none { 7.5pt } else { fits })
  })
]
`

export function outlinePart(facts: ClosingFacts): PdfPart {
  const [note] = gapsNote(outlineGaps(facts))
  return {
    use: 'outlined',
    template: TEMPLATE,
    data: {
      ...{ title: '支援の概要', region: facts.region.name, theme: facts.region.theme },
      note: note?.kind === 'note' ? note.text : '',
      lessons: lessonRows(facts),
      rows: outlineRows(facts).map(({ label, text }) => ({ label, text: orNotYet(text) })),
      foot: footOf(facts, '支援の概要', 'support_outline'),
    },
  }
}
