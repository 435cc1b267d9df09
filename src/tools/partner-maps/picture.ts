import type { Row } from '../../papers/templates/templates.ts'
import { wrapped } from '../../platform/wrapping/wrapping.ts'
import { STAGES, type Stage, stageOf } from '../partners/partners.ts'

const LANE = 300
const GAP = 24
const PAD = 12
const EM = 14
const LINE = 20
const TOP = 56

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)

interface Card {
  svg: string
  height: number
}

function card(row: Row, at: { x: number; y: number; href: string | null }): Card {
  const ems = (LANE - PAD * 2) / EM
  const name = wrapped(row.name || '（名前のない関係者）', ems, 3).lines
  const benefit = row.benefit ? wrapped(`利点・関心：${row.benefit}`, ems, 3).lines : []
  const move = row.moveNow ? ['いま動いてほしい'] : []
  const lines = [...name, ...move, ...benefit]
  const height = lines.length * LINE + PAD * 2
  const text = lines.map((line, n) => {
    const look = n < name.length ? 'pm-name' : n < name.length + move.length ? 'pm-move' : 'pm-text'
    return `<text class="${look}" x="${at.x + PAD}" y="${at.y + PAD + LINE * (n + 0.75)}">${escaped(line)}</text>`
  })
  const box = `<rect class="pm-box${row.moveNow ? ' pm-now' : ''}" x="${at.x}" y="${at.y}" width="${LANE}" height="${height}" rx="8"/>`
  const body = `${box}${text.join('')}`
  const inside = at.href ? `<a href="${escaped(at.href)}">${body}</a>` : body
  return { svg: `<g>${inside}</g>`, height }
}

/** The map: who stands how near, in three lanes from 未接触 to 協力; who is asked to move now has a thick edge and the words. */
export function partnerMap(rows: readonly Row[], hrefOf: (row: Row) => string | null): string {
  const lanes = Object.entries(STAGES).map(([stage, label], lane) => {
    const x = lane * (LANE + GAP)
    let y = TOP
    const own = rows.filter((row) => stageOf(row) === (stage as Stage))
    const cards = own.map((row) => {
      const made = card(row, { x, y, href: hrefOf(row) })
      y += made.height + GAP / 2
      return made.svg
    })
    const head = `<text class="pm-head" x="${x}" y="24">${label}　${own.length}</text>`
    return { y, svg: `${head}<path class="pm-rule" d="M${x} 36h${LANE}"/>${cards.join('')}` }
  })
  const [width, height] = [LANE * 3 + GAP * 2, Math.max(TOP + LINE, ...lanes.map((lane) => lane.y))]
  const title = `関係者の地図：${lanes.length}つの段階に${rows.length}の関係者`
  return `<svg class="pm" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="pm-title"><title id="pm-title">${title}</title>${lanes.map((lane) => lane.svg).join('')}</svg>`
}
