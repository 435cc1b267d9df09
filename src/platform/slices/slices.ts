import { emsOf, type Grain, unitsOf } from '../wrapping/wrapping.ts'

/** Few letters at a time: the segmenter copies its whole text for every word of it. */
const STRETCH = /[^。、\n]{0,200}[。、\n）」』]*/gu
/** Units are worked out once for all widths from here on. */
const USUAL = 12

interface Unit {
  text: string
  ems: number
  /** Without the space at its end, which may stand out. */
  bare: number
}
const KNOWN_MOST = 4_000
const parted = new Map<string, readonly Unit[]>()

function unitsFor(stretch: string, width: number, grain: Grain): readonly Unit[] {
  const key = width < USUAL ? '' : `${grain}${stretch}`
  const found = parted.get(key)
  if (found && key !== '') return found
  const units = unitsOf(stretch, Math.min(width, USUAL), grain)
  const made = units.map((text) => ({ text, ems: emsOf(text), bare: emsOf(text.trimEnd()) }))
  if (key === '') return made
  if (parted.size >= KNOWN_MOST) parted.clear()
  parted.set(key, made)
  return made
}

/** The whole text in lines: put together again they are the text, letter by letter. A line feed ends its line. */
export function slicesOf(text: string, width: number, grain: Grain = 'phrase'): string[] {
  const lines: string[] = []
  for (const paragraph of text.split(/(?<=\n)/)) {
    let line = ''
    let ems = 0
    for (const unit of (paragraph.match(STRETCH) ?? []).flatMap((part) => unitsFor(part, width, grain))) {
      if (line !== '' && ems + unit.bare > width) {
        lines.push(line)
        line = ''
        ems = 0
      }
      line += unit.text
      ems += unit.ems
    }
    if (line !== '') lines.push(line)
  }
  return lines
}
