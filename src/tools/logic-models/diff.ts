import { pruned, same } from '../../papers/documents/body.ts'
import type { Body, Row } from '../../papers/templates/templates.ts'
import { linkKey, type Mark, type Marks } from '../model-graphs/model-graphs.ts'
import { type Box, boxesOf, boxRows, linksOf } from './logic-models.ts'

/** What differs between two versions, as the picture marks it. Links are known by their ends, whatever their row is called. */
export function modelMarks(before: Body, after: Body): Marks {
  const [was, is] = [boxesOf(before), boxesOf(after)]
  const [rowsWas, rowsIs] = [before, after].map((body) => new Map(boxRows(body).map((row) => [row.id, row])))
  const boxes = new Map<string, Mark>()
  for (const { id } of is) {
    const old = rowsWas?.get(id)
    if (!old) boxes.set(id, 'new')
    else if (!same(shownPart(old), shownPart(rowsIs?.get(id)))) boxes.set(id, 'changed')
  }
  const goneBoxes = was.flatMap((box, i) => (rowsIs?.has(box.id) ? [] : [{ box, after: standingBefore(was, i, box) }]))
  for (const { box } of goneBoxes) boxes.set(box.id, 'gone')
  const [linksWas, linksIs] = [linksOf(before), linksOf(after)].map(
    (links) => new Map(links.map((l) => [linkKey(l), l])),
  )
  const links = new Map<string, 'new' | 'gone'>()
  for (const key of linksIs?.keys() ?? []) if (!linksWas?.has(key)) links.set(key, 'new')
  const goneLinks = [...(linksWas ?? [])].flatMap(([key, link]) => (linksIs?.has(key) ? [] : [link]))
  for (const link of goneLinks) links.set(linkKey(link), 'gone')
  return { boxes, links, goneBoxes, goneLinks }
}

/** What an import carried along is no change that anybody could see. */
const shownPart = ({ rest: _, seq: __, ...row }: Row = { id: '' }) => pruned(row)

/** The box of the same column behind which this one stood. */
const standingBefore = (was: readonly Box[], at: number, { kind }: Box): string | null =>
  was.slice(0, at).findLast((box) => box.kind === kind)?.id ?? null
