import type { Body, Row } from '../../src/papers/templates/templates.ts'
import { KIND_ORDER, type Kind } from '../../src/tools/logic-models/logic-models.ts'
import { chanceOf } from './dice.ts'

export { chanceOf } from './dice.ts'

const WHO = [
  '町の相談窓口',
  '地域包括支援センターの保健師',
  '入院先の病院の連携室',
  'ケアマネジャー',
  '訪問看護ステーション',
  '理学療法士',
  '町の医師会',
  '消防署の救急隊',
]
const WHAT = [
  '新規相談の場で、卒業していけることを伝える',
  '退院前の話し合いに出向く',
  '情報提供書の様式を一枚にそろえる',
  '事例を持ち寄り、学び合う',
  '本人の望みを書きとめる用紙を配る',
  '夜間の連絡先を一覧にする',
  '家族の集まりで急変時の手順を話す',
  '担当者会議に医師の意見を届ける',
]
const AIM = [
  '町民が、弱っても力を取り戻しながら住み慣れた町で暮らしている',
  '本人と家族が、退院後の暮らしを自分で選べている',
  '支える人どうしが、同じ見通しを持って動いている',
  '望まない救急搬送が減り、最期まで家で過ごせている',
  '相談に来た人が、卒業を見すえた選択肢を知っている',
]
const SHARES: Record<Kind, number> = { activity: 0.5, output: 0.2, initial: 0.15, intermediate: 0.1, final: 0.05 }

export interface ModelSize {
  boxes: number
  links?: number
  /** Also links within a column, backwards and to nowhere, as imports may have them. */
  wild?: boolean
}

/** A logic model such as a town might write, of any size. */
export function modelFor(seed: number, { boxes: many, links: most, wild = false }: ModelSize): Body {
  const chance = chanceOf(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  const boxes: Row[] = []
  for (const kind of KIND_ORDER) {
    const count = Math.max(
      kind === 'activity' ? (many - boxes.length - 4 > 0 ? 1 : 0) : 1,
      Math.round(many * SHARES[kind]),
    )
    for (let i = 0; i < count && boxes.length < many; i++) boxes.push(boxFor(kind, boxes.length, { chance, pick }))
  }
  const links: Row[] = []
  const seen = new Set<string>()
  const add = (from: Row | undefined, to: Row | undefined) => {
    if (!from || !to || seen.has(`${from.id} ${to.id}`)) return
    seen.add(`${from.id} ${to.id}`)
    links.push({ id: `l${links.length}`, from: from.id, to: to.id })
  }
  const column = (row: Row) => KIND_ORDER.indexOf(row.kind as Kind)
  const later = (row: Row, far: boolean) => {
    const all = boxes.filter((other) => (far ? column(other) > column(row) : column(other) === column(row) + 1))
    return all.length > 0 ? pick(all) : undefined
  }
  for (const box of boxes) add(box, later(box, false) ?? later(box, true))
  const target = most ?? Math.round(many * 1.33)
  for (let tries = 0; links.length < target && tries < many * 20; tries++) {
    const from = pick(boxes)
    add(from, wild ? pick(boxes) : later(from, chance() < 0.2))
  }
  if (wild) links.push({ id: 'nowhere', from: boxes[0]?.id ?? '', to: 'missing' })
  const indicators = boxes
    .filter(() => chance() < 0.3)
    .map((box, i) => ({
      id: `i${i}`,
      box: box.id,
      text: `${pick(WHAT)}回数`,
      target: String(Math.floor(chance() * 90)),
    }))
  return { goal: pick(AIM), boxes, links, indicators }
}

function boxFor(
  kind: Kind,
  n: number,
  { chance, pick }: { chance: () => number; pick: <T>(list: readonly T[]) => T },
): Row {
  const isActivity = kind === 'activity'
  const text = isActivity ? `${pick(WHO)}が、${pick(WHAT)}` : kind === 'output' ? `${pick(WHAT)}回数と人数` : pick(AIM)
  const row: Row = { id: `b${n}`, kind, text: chance() < 0.05 ? `${text}。${pick(WHAT)}。${pick(WHAT)}` : text }
  row.subject = isActivity ? pick(['行政', '専門職', '都道府県']) : '住民'
  if (isActivity && chance() < 0.15) row.focus = 'yes'
  if (isActivity && chance() < 0.2) row.consultWith = pick(['町の医師会', '入院先の病院', '県'])
  if (!isActivity && chance() < 0.2) row.rest = '{"inf":true}'
  return row
}
