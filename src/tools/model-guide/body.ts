import type { Body } from '../../papers/templates/templates.ts'
import { link, unlink } from '../box-links/body.ts'
import { shortText } from '../box-names/box-names.ts'
import { addIndicator } from '../indicators/body.ts'
import { addBox, type Edited } from '../logic-models/body.ts'
import { boxesOf, linksOf } from '../logic-models/logic-models.ts'
import type { NewBox } from './forms.ts'

/** A box with its links in one go; what was ticked and has gone meanwhile is left out, not refused. */
export function addGuided(body: Body, { kind, given, watch, to, from }: NewBox): Edited {
  const put = addBox(body, kind, given)
  const standing = new Map(boxesOf(put.body).map((box) => [box.id, box]))
  const targets = to.filter((id) => standing.has(id))
  const sources = from.filter((id) => standing.has(id))
  let next = put.body
  for (const id of targets) next = link(next, put.id, id).body
  for (const id of sources) next = between(next, put.id, { source: id, targets })
  if (watch) {
    const text = `「${shortText({ text: given.text ?? '' })}」と言える割合`
    next = addIndicator(next, put.id, { text, watch, type: 'outcome' }).body
  }
  const ties = targets.length + sources.length
  const said = `${put.said}${ties > 0 ? `。${ties}本つなぎました` : ''}${watch ? '。確かめ方は指標になりました' : ''}`
  return { body: next, id: put.id, said }
}

/** An output stands between: the direct link that was there until now goes. */
function between(body: Body, id: string, { source, targets }: { source: string; targets: string[] }): Body {
  const direct = linksOf(body).filter((one) => one.from === source && targets.includes(one.to))
  return direct.reduce((b, one) => unlink(b, one.from, one.to).body, link(body, source, id).body)
}
