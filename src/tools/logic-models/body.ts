import type { Body, Row } from '../../papers/templates/templates.ts'
import { newId } from '../../platform/db/ids.ts'
import { Problem } from '../../platform/web/problem.ts'
import { boxName, numbersOf, shortText } from '../box-names/box-names.ts'
import {
  BOX_FIELDS,
  type Box,
  type BoxField,
  boxesOf,
  boxRows,
  indicatorRows,
  KIND_ORDER,
  KINDS,
  type Kind,
  linkRows,
  linksOf,
  reprintRows,
} from './logic-models.ts'

/** The whole new body, and a sentence that says what was done; `id` is of the box, link or indicator it was done to. */
export interface Edited {
  body: Body
  said: string
  id: string
}

export type BoxInput = Partial<Record<BoxField, string>>

export const GONE = 'この箱は、もうありません。ほかの人が消したのかもしれません。図をひらきなおしてください'

export const boxIn = (body: Body, id: string): Box => {
  const box = boxesOf(body).find((one) => one.id === id)
  if (!box) throw new Problem('gone', GONE)
  return box
}
/** 箱3, アウトプットA. */
export const nameOf = (body: Body, id: string): string => boxName(boxIn(body, id), numbersOf(boxesOf(body)))
const calledIn = (body: Body, id: string): string => `${nameOf(body, id)}「${shortText(boxIn(body, id))}」`

export const only = <K extends string>(fields: Record<K, string>, given: Partial<Record<K, string>>) =>
  Object.fromEntries(Object.entries<string | undefined>(given).filter(([key, v]) => key in fields && v !== undefined))

export function addBox(body: Body, kind: Kind, given: BoxInput = {}, afterId?: string): Edited {
  const row = { id: newId(), kind, ...only(BOX_FIELDS, given) } as Row
  const rows = boxRows(body)
  const at = rows.findIndex(({ id }) => id === afterId)
  const next = { ...body, boxes: at < 0 ? [...rows, row] : rows.toSpliced(at + 1, 0, row) }
  // Asked for only where a person reads it: a file adds hundreds.
  return {
    body: next,
    id: row.id,
    get said() {
      return `${calledIn(next, row.id)}を足しました`
    },
  }
}

const withBox = (body: Body, id: string, given: Record<string, string | undefined>): Body => ({
  ...body,
  boxes: boxRows(body).map((row) => (row.id === id ? ({ ...row, ...given } as Row) : row)),
})

export function editBox(body: Body, id: string, given: BoxInput): Edited {
  boxIn(body, id)
  const next = withBox(body, id, only(BOX_FIELDS, given))
  return { body: next, id, said: `${calledIn(next, id)}を直しました` }
}

/** Links and indicators go with their box, and the sentence says so. */
export function removeBox(body: Body, id: string): Edited {
  const name = calledIn(body, id)
  const links = linksOf(body).filter(({ from, to }) => from === id || to === id).length
  const indicators = indicatorRows(body).filter(({ box }) => box === id).length
  const next = {
    ...body,
    boxes: boxRows(body).filter((row) => row.id !== id),
    links: linkRows(body).filter(({ from, to }) => from !== id && to !== id),
    indicators: indicatorRows(body).filter(({ box }) => box !== id),
    reprints: reprintRows(body).filter(({ box }) => box !== id),
  }
  const also = [links && `つながり${links}本`, indicators && `指標${indicators}つ`].filter(Boolean).join('と')
  return { body: next, id, said: `${name}を消しました${also ? `。${also}もいっしょに消えました` : ''}` }
}

/** One place up or down in its own column. */
export function moveBox(body: Body, id: string, way: 'up' | 'down'): Edited {
  const { kind } = boxIn(body, id)
  const column = boxesOf(body).filter((box) => box.kind === kind)
  const here = column.findIndex((box) => box.id === id)
  const other = column[here + (way === 'up' ? -1 : 1)]
  if (!other) return { body, id, said: `${nameOf(body, id)}は、列の${way === 'up' ? '一番上' : '一番下'}にあります` }
  const rows = [...boxRows(body)]
  const [a, b] = [rows.findIndex((row) => row.id === id), rows.findIndex((row) => row.id === other.id)]
  const [mine, theirs] = [rows[a], rows[b]]
  if (mine && theirs) [rows[a], rows[b]] = [theirs, mine]
  const next = { ...body, boxes: rows }
  return { body: next, id, said: `「${shortText(boxIn(body, id))}」を${way === 'up' ? '上' : '下'}に動かしました` }
}

export const placeOf = (kind: Kind): number => KIND_ORDER.indexOf(kind)

/** Links that would run backwards from the new column are cut, and the sentence says how many. */
export function changeKind(body: Body, id: string, kind: Kind): Edited {
  const was = boxIn(body, id)
  if (was.kind === kind) return { body, id, said: `${nameOf(body, id)}は、もう${KINDS[kind]}にあります` }
  const moved = withBox(body, id, { kind })
  const places = new Map(boxesOf(moved).map((box) => [box.id, placeOf(box.kind)]))
  const fits = ({ from = '', to = '' }: Row) =>
    (from !== id && to !== id) || (places.get(from) ?? -1) < (places.get(to) ?? Number.POSITIVE_INFINITY)
  const links = linkRows(moved).filter(fits)
  const cut = linkRows(moved).length - links.length
  const said = `「${shortText(was)}」を${KINDS[was.kind]}から${KINDS[kind]}に移しました`
  return { body: { ...moved, links }, id, said: cut ? `${said}。向きが逆になるつながり${cut}本は切りました` : said }
}

/** The first part stays the box it was, with its indicators; the second is a new one with the same links. */
export function splitBox(body: Body, id: string, [first, second]: readonly [string, string]): Edited {
  if (!first.trim() || !second.trim()) throw new Problem('invalid', '分けたあとの二つの文を、どちらも書いてください')
  const { text: _, id: __, rest: ___, evaluation: ____, ...like } = boxRows(body).find((row) => row.id === id) ?? { id }
  const name = nameOf(body, id)
  const rows = boxRows(body).flatMap((row) =>
    row.id === id ? [{ ...row, text: first }, { ...like, id: newId(), text: second } as Row] : [row],
  )
  const made = rows[rows.findIndex((row) => row.id === id) + 1]?.id ?? ''
  const links = linkRows(body)
  const copies = links.flatMap(({ from, to }) => {
    if (from !== id && to !== id) return []
    return [{ id: newId(), from: from === id ? made : (from ?? ''), to: to === id ? made : (to ?? '') }]
  })
  const next = { ...body, boxes: rows, links: [...links, ...copies] }
  return { body: next, id: made, said: `${name}を二つに分けました` }
}

/** Two boxes of one column become the first of them; links and indicators of both are kept. */
export function mergeBoxes(body: Body, [keep, gone]: readonly [string, string], text: string): Edited {
  const [kept, lost] = [boxIn(body, keep), boxIn(body, gone)]
  if (keep === gone) throw new Problem('invalid', 'まとめる相手に、別の箱を選んでください')
  if (kept.kind !== lost.kind) throw new Problem('invalid', 'まとめられるのは、同じ列の箱どうしです')
  const name = nameOf(body, gone)
  const turned = (id = '') => (id === gone ? keep : id)
  const seen = new Set<string>()
  const links = linkRows(body)
    .map((row) => ({ ...row, from: turned(row.from), to: turned(row.to) }))
    .filter(({ from, to }) => from !== to && !seen.has(`${from} ${to}`) && seen.add(`${from} ${to}`))
  const owned = (row: Row): Row => (row.box === gone ? { ...row, box: keep } : row)
  const boxes = boxRows(body).filter((row) => row.id !== gone)
  const next = {
    ...body,
    boxes,
    links,
    indicators: indicatorRows(body).map(owned),
    reprints: reprintRows(body).map(owned),
  }
  return { body: withBox(next, keep, { text }), id: keep, said: `${name}を${nameOf(body, keep)}にまとめました` }
}
