import type { Milestone } from '../../papers/revisions/revisions.ts'
import { type Body, textIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { boxName, countsOf, numbersOf, tiesOf } from '../box-names/box-names.ts'
import { boxesOf, indicatorsOf, linksOf } from '../logic-models/logic-models.ts'
import { shownField } from '../logic-models/paper.ts'

/** 課題仮説欄: what the model stands on, in the order it is read. */
export const REASONS = { goal: '目標', now: '現状', why: '真因の仮説' } as const
export type ReasonKey = keyof typeof REASONS

export const reasonsOf = (body: Body) =>
  Object.entries(REASONS).map(([key, label]) => ({ key: key as ReasonKey, label, text: textIn(body, key) }))

export interface TabKey {
  key: 'picture' | 'indicators' | 'files' | 'guide'
}

export const tabsOf = (
  regionId: string,
  here: TabKey['key'],
  counts: { indicators: number; questions: number; versions: number },
) => [
  { label: '図と表', href: paths.logicModel(regionId), current: here === 'picture' },
  { label: '右から順に考える', href: paths.logicModelGuide(regionId), current: here === 'guide' },
  { label: '指標', href: paths.indicators(regionId), current: here === 'indicators', count: counts.indicators },
  { label: '気づき', href: paths.insights(regionId), current: false, count: counts.questions },
  {
    label: '版とちがい',
    href: paths.paperRevisions(regionId, 'logic_model'),
    current: false,
    count: counts.versions,
  },
  { label: '受け取る・読みこむ', href: paths.logicModelFiles(regionId), current: here === 'files' },
]

export interface ChosenBox {
  heading: string
  text: string
  isInferred: boolean
  facts: { term: string; text: string }[]
  ties: { label: string; href: string }[]
  editTo: string | null
  indicators: string[]
}

export function chosenOf(body: Body, boxId: string, at: { regionId: string; writes: boolean }): ChosenBox | null {
  const boxes = boxesOf(body)
  const box = boxes.find((one) => one.id === boxId)
  if (!box) return null
  const numbers = numbersOf(boxes)
  const byId = new Map(boxes.map((one) => [one.id, one]))
  const next = tiesOf(linksOf(body)).to.get(boxId) ?? []
  const facts = [
    { term: '誰が', text: box.who },
    { term: '誰に', text: box.whom },
    { term: '何を', text: box.what },
    { term: 'いつ', text: box.when },
    { term: '担当', text: box.owner },
    { term: '主語', text: box.subject },
    { term: '種類', text: shownField('type', box.type) },
    { term: '状態', text: shownField('status', box.status) },
    { term: '場面', text: shownField('scene', box.scene) },
    { term: '※要相談', text: box.consultWith && `${box.consultWith}（${box.consulted ? '済み' : 'まだ'}）` },
    { term: 'やってみて', text: box.evaluation },
  ].filter(({ text }) => text !== '')
  return {
    heading: boxName(box, numbers),
    text: box.text || '（まだ言葉のない箱）',
    isInferred: box.inferred,
    facts,
    ties: next.flatMap((id) => {
      const to = byId.get(id)
      return to
        ? [{ label: `${numbers.get(id)} ${to.text}`, href: `${paths.logicModel(at.regionId)}?box=${id}#chosen` }]
        : []
    }),
    editTo: at.writes ? paths.logicModelBox(at.regionId, boxId) : null,
    indicators: indicatorsOf(body)
      .filter((one) => one.box === boxId)
      .map((one) => one.text),
  }
}

/** 「箱14、つながり12。アクティビティ6（ほかに再掲2）」 */
export const countWords = (body: Body): string => {
  const { boxes, distinct, reprints, links } = countsOf(body)
  const total = Object.values(boxes).reduce((sum, n) => sum + n, 0)
  const again = reprints > 0 ? `（ほかに再掲${reprints}）` : ''
  return total === 0 ? '' : `箱${total}、つながり${links}。アクティビティ${distinct}${again}`
}

/** A box that may be another one shown again: asked, never merged by itself. */
export interface Uncertain {
  text: string
  original: string
  answerTo: string
}

export function uncertainOf(body: Body, regionId: string): Uncertain[] {
  const boxes = new Map(boxesOf(body).map((box) => [box.id, box]))
  return [...boxes.values()].flatMap((box) => {
    const original = boxes.get(box.uncertainOriginal)
    if (!original) return []
    const answerTo = paths.logicModelBoxDeed(regionId, box.id, 'original')
    return [{ text: box.text, original: original.text, answerTo }]
  })
}

/** An older version that the picture is compared with. */
export interface Against {
  label: string
  body: Body
  number: number
}

/** One of the versions the picture can be compared with. */
export interface Compared {
  label: string
  href: string
  isNow: boolean
}

/** The named versions, the one asked for, and none: the newest named one is the usual. */
export function againstOf(
  regionId: string,
  given: {
    head: number
    milestones: readonly Milestone[]
    against: { label: string; number: number } | null
  },
): Compared[] {
  const { milestones, against, head } = given
  const href = (number: number) => `${paths.logicModel(regionId)}?against=${number}`
  const named = milestones
    .filter((m) => m.number < head)
    .toReversed()
    .map((m) => ({ label: m.label, href: href(m.number), isNow: against?.number === m.number }))
  if (named.length === 0 && !against) return []
  const isOther = against && !named.some((one) => one.isNow)
  const other = isOther ? [{ label: against.label, href: href(against.number), isNow: true }] : []
  return [
    ...named,
    ...other,
    { label: 'くらべない', href: `${paths.logicModel(regionId)}?against=none`, isNow: !against },
  ]
}
