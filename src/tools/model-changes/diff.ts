import { pruned, same } from '../../papers/documents/body.ts'
import { type Body, type Row, textIn } from '../../papers/templates/templates.ts'
import { boxName, numbersOf, shortText } from '../box-names/box-names.ts'
import { indicatorChanges } from '../indicator-changes/diff.ts'
import { modelMarks } from '../logic-models/diff.ts'
import { BOX_FIELDS, type Box, boxesOf, boxRows, KIND_ORDER, KINDS, linksOf } from '../logic-models/logic-models.ts'
import type { Marks } from '../model-graphs/model-graphs.ts'
import { changedKeys, fieldSaid, movedIn, rewordedAs, type Said } from './model-changes.ts'

/** Two versions, and what both sides of every sentence need. */
interface Sides {
  before: Body
  after: Body
  marks: Marks
  was: Map<string, Box>
  is: Map<string, Box>
  /** 箱3, アウトプットA; in the newer version, for what is gone in the older. */
  name(id: string): string
}

function sidesOf(before: Body, after: Body): Sides {
  const [was, is] = [before, after].map((body) => new Map(boxesOf(body).map((box) => [box.id, box]))) as [
    Map<string, Box>,
    Map<string, Box>,
  ]
  const [numbersWas, numbersIs] = [numbersOf([...was.values()]), numbersOf([...is.values()])]
  const name = (id: string) => {
    const now = is.get(id)
    const then = was.get(id)
    return now ? boxName(now, numbersIs) : then ? boxName(then, numbersWas) : '箱'
  }
  return { before, after, marks: modelMarks(before, after), was, is, name }
}

/** What changed between two versions, in sentences that people would say; none for two that say the same. */
export function modelChanges(before: Body, after: Body): Said[] {
  if (same(pruned(before), pruned(after))) return []
  const sides = sidesOf(before, after)
  const said = [
    ...newBoxes(sides),
    ...newLinks(sides),
    ...changedBoxes(sides),
    ...movedBoxes(sides),
    ...goneBoxes(sides),
    ...goneLinks(sides),
    ...indicatorChanges(before, after),
    ...plainTexts(before, after),
  ]
  // Only what no screen shows differs: what an import carried along.
  return said.length > 0
    ? said
    : [{ mark: 'changed', text: '画面には出ない記録（取りこんだときの控えなど）が変わった' }]
}

const called = ({ name, is, was }: Sides, id: string): string =>
  `${name(id)}「${shortText(is.get(id) ?? was.get(id) ?? { text: '' })}」`

const listed = (names: readonly string[]): string => names.join('、')

function newBoxes(sides: Sides): Said[] {
  const links = linksOf(sides.after)
  return [...sides.is.keys()]
    .filter((id) => sides.marks.boxes.get(id) === 'new')
    .map((id) => {
      const to = links.filter(({ from }) => from === id).map((link) => sides.name(link.to))
      const [first, ...again] = to
      const linked = first ? `。${first}につないだ` : ''
      const more =
        again.length > 0 ? `（${listed(again)}にも${sides.is.get(id)?.kind === 'activity' ? '再掲' : ''}）` : ''
      return { mark: 'new', boxId: id, text: `${called(sides, id)}を足した${linked}${more}` }
    })
}

/** New links of boxes that stood already. */
function newLinks({ after, marks, is, name }: Sides): Said[] {
  const links = linksOf(after)
  return links
    .filter(({ from, to }) => marks.links.get(`${from} ${to}`) === 'new' && marks.boxes.get(from) !== 'new')
    .map(({ from, to }) => {
      const isAgain = is.get(from)?.kind === 'activity' && links.some((one) => one.from === from && one.to !== to)
      const place = `${name(from)}を、${name(to)}`
      return { mark: 'new', boxId: from, text: isAgain ? `${place}のところにも再掲した` : `${place}につないだ` }
    })
}

function changedBoxes(sides: Sides): Said[] {
  const [old, now] = [sides.before, sides.after].map((body) => new Map(boxRows(body).map((row) => [row.id, row])))
  return [...(now ?? [])].flatMap(([id, row]) => {
    const was = old?.get(id)
    return was ? changedKeys(was, row).flatMap((key) => boxChange(sides, { was, row, key })) : []
  })
}

const FLAGS: Record<string, readonly [on: string, off: string]> = {
  focus: ['に重点の印をつけた', 'から重点の印を外した'],
  consulted: ['の、相談先との話が済んだ', 'の、相談先との話を「まだ」に戻した'],
}

function boxChange(sides: Sides, { was, row, key }: { was: Row; row: Row; key: string }): Said[] {
  const head = { mark: 'changed' as const, boxId: row.id }
  const [before, after] = [was[key] ?? '', row[key] ?? '']
  const name = sides.name(row.id)
  const flag = FLAGS[key]
  if (key === 'text') return [{ ...head, ...rewordedAs(`${name}を言いかえた：`, before, after) }]
  if (flag) return [{ ...head, text: `${name}${after === 'yes' ? flag[0] : flag[1]}` }]
  if (key === 'kind') {
    const [from, to] = [sides.was.get(row.id)?.kind, sides.is.get(row.id)?.kind]
    if (!from || !to || from === to) return []
    return [{ ...head, text: `「${shortText({ text: row.text ?? '' })}」を、${KINDS[from]}から${KINDS[to]}に移した` }]
  }
  if (key === 'uncertainOriginal') return [{ ...head, text: `${name}が別の箱と同じものかどうかに答えた` }]
  if (!(key in BOX_FIELDS)) return []
  return [{ ...head, text: fieldSaid(name, key, [before, after]) }]
}

function movedBoxes(sides: Sides): Said[] {
  return KIND_ORDER.flatMap((kind) => {
    const stayed = (id: string) => sides.was.get(id)?.kind === kind && sides.is.get(id)?.kind === kind
    const [before, after] = [[...sides.was.keys()].filter(stayed), [...sides.is.keys()].filter(stayed)]
    const column = [...sides.is.values()].filter((box) => box.kind === kind)
    return movedIn(before, after).map((id) => {
      const at = column.findIndex((box) => box.id === id) + 1
      return {
        mark: 'changed' as const,
        boxId: id,
        text: `${called(sides, id)}を、${KINDS[kind]}の${at}番目に動かした`,
      }
    })
  })
}

function goneBoxes({ before, marks, name }: Sides): Said[] {
  const links = linksOf(before)
  return marks.goneBoxes.map(({ box }) => {
    const to = links.filter(({ from }) => from === box.id).map((link) => name(link.to))
    const words = `「${shortText(box)}」`
    return {
      mark: 'gone',
      boxId: box.id,
      text: to.length > 0 ? `${words}と、${listed(to)}へのつながりを消した` : `${words}を消した`,
    }
  })
}

/** Links cut between boxes that both still stand. */
function goneLinks({ before, after, marks, is, name }: Sides): Said[] {
  const [old, now] = [linksOf(before), linksOf(after)]
  return marks.goneLinks
    .filter(({ from, to }) => is.has(from) && is.has(to))
    .map(({ from, to }) => {
      const stands = now.some((link) => link.from === from) && old.some((link) => link.from === from && link.to !== to)
      const wasAgain = is.get(from)?.kind === 'activity' && stands
      const cut = `${name(from)}と${name(to)}のつながりを切った`
      return { mark: 'gone', boxId: from, text: wasAgain ? `${cut}（${name(to)}のところの再掲をやめた）` : cut }
    })
}

const TEXTS = { goal: '目標', now: '現状', why: '真因の仮説', note: 'メモ' } as const

const plainTexts = (before: Body, after: Body): Said[] =>
  (Object.keys(TEXTS) as (keyof typeof TEXTS)[]).flatMap((key): Said[] => {
    const [was, is] = [textIn(before, key), textIn(after, key)]
    if (was === is) return []
    if (was === '') return [{ mark: 'new', text: `${TEXTS[key]}を書いた：${is}` }]
    if (is === '') return [{ mark: 'gone', text: `${TEXTS[key]}を消した（${shortText({ text: was })}）` }]
    return [{ mark: 'changed', ...rewordedAs(`${TEXTS[key]}を言いかえた：`, was, is) }]
  })
