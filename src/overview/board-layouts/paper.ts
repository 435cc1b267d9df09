import { slicesOf } from '../../platform/slices/slices.ts'
import { emsOf, widestOf } from '../../platform/wrapping/wrapping.ts'
import { type Board, shownAging, shownPopulation } from '../boards/boards.ts'
import { emsIn, HEADING, type LaidHead, lineOf, NAME, SHEET, SMALL } from './board-layouts.ts'

const CUT = 40

const short = (text: string): string => ([...text].length > CUT ? `${[...text].slice(0, CUT).join('')}…` : text)

/** The sheet's head; on the pages that follow only its name. A name that is much too long is given whole beside it. */
export function headOf({ head }: Board, isRest: boolean): { head: LaidHead; wholeName: string | null } {
  const given: [string, string][] = [
    ['都道府県', short(head.prefecture ?? '—')],
    ['厚生局', short(head.bureau?.replace(/厚生支?局$/, '') ?? '—')],
    ['場面', short(head.scenes.join('・')) || '—'],
    ['人口', shownPopulation(head)],
    ['高齢化率', shownAging(head)],
  ]
  let right: number = SHEET.w
  const facts = (isRest ? [] : given).toReversed().map(([term, text]) => {
    const lines = slicesOf(text, 20)
    const w = Math.max((widestOf(lines) + 0.6) * HEADING.pt, (emsOf(term) + 0.6) * SMALL.pt) * (25.4 / 72)
    const x = right - w
    right = x - 6
    return { term, lines, x, w }
  })
  const name = head.name.replace(/\n/g, ' ') || '（名前のない地域）'
  const room = Math.max(60, right)
  const pts = isRest ? [12] : [NAME.pt, 12]
  const tried = pts.map((pt) => ({ pt, lines: slicesOf(isRest ? `${name}（つづき）` : name, emsIn(room, pt)) }))
  const best = tried.find(({ lines }) => lines.length <= 2) ?? tried.at(-1)
  const { pt, lines } = best as { pt: number; lines: string[] }
  const shown = lines.length > 3 ? [...lines.slice(0, 2), '…'] : lines
  const nameH = lineOf(SMALL) + shown.length * lineOf({ pt, leading: NAME.leading })
  const factsH = lineOf(SMALL) + Math.max(0, ...facts.map((fact) => fact.lines.length)) * lineOf(HEADING)
  const small = ['支援経過（1枚）', head.year].filter(Boolean).join('　')
  const laid = { small, name: shown, namePt: pt, facts: facts.toReversed(), h: Math.max(nameH, factsH) }
  return { head: laid, wholeName: lines.length > 3 && !isRest ? name : null }
}
