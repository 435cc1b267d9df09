import type { Body } from '../../papers/templates/templates.ts'
import { newId } from '../../platform/db/ids.ts'
import { Problem } from '../../platform/web/problem.ts'
import { shortText, tiesOf } from '../box-names/box-names.ts'
import { boxIn, type Edited, GONE, nameOf, placeOf } from '../logic-models/body.ts'
import { boxesOf, KINDS, linkRows, linksOf } from '../logic-models/logic-models.ts'

/** Why the two can't be linked, in a sentence; null when they can. */
export function linkFault(body: Body, from: string, to: string): string | null {
  const boxes = new Map(boxesOf(body).map((box) => [box.id, box]))
  const [cause, effect] = [boxes.get(from), boxes.get(to)]
  if (!cause) return GONE
  if (!effect) return 'つなぐ先の箱は、もうありません。ほかの箱を選んでください'
  if (from === to) return '箱をそれ自身にはつなげません。ほかの箱を選んでください'
  if (leadsTo(body, to, from)) return `つなぐと輪になります。「${shortText(effect)}」から、もうこの箱につながっています`
  if (placeOf(cause.kind) >= placeOf(effect.kind))
    return `${KINDS[cause.kind]}からつなげるのは、それより右の列の箱です。「${shortText(effect)}」は${KINDS[effect.kind]}にあります`
  return null
}

function leadsTo(body: Body, from: string, to: string): boolean {
  const { to: next } = tiesOf(linksOf(body))
  const [seen, queue] = [new Set<string>(), [from]]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === to) return true
    if (seen.has(id)) continue
    seen.add(id)
    queue.push(...(next.get(id) ?? []))
  }
  return false
}

export function link(body: Body, from: string, to: string): Edited {
  const fault = linkFault(body, from, to)
  if (fault) throw new Problem('invalid', fault)
  const names = `${nameOf(body, from)}を${nameOf(body, to)}`
  const known = linksOf(body).find((one) => one.from === from && one.to === to)
  if (known) return { body, id: known.id, said: `${names}には、もうつないであります` }
  const again = boxIn(body, from).kind === 'activity' && linksOf(body).some((one) => one.from === from)
  const row = { id: newId(), from, to }
  const said = again ? `${names}のところにも再掲しました（数えるのは一度です）` : `${names}につなぎました`
  return { body: { ...body, links: [...linkRows(body), row] }, id: row.id, said }
}

export function unlink(body: Body, from: string, to: string): Edited {
  const names = `${nameOf(body, from)}と${nameOf(body, to)}`
  const links = linkRows(body).filter((row) => row.from !== from || row.to !== to)
  return { body: { ...body, links }, id: from, said: `${names}のつながりを切りました` }
}

/** Sets all targets at once, as a form with ticks says them; targets that can't be are refused with the first reason. */
export function linkAll(body: Body, from: string, targets: readonly string[]): Edited {
  const was = linksOf(body)
    .filter((one) => one.from === from)
    .map(({ to }) => to)
  const cut = was.filter((to) => !targets.includes(to)).reduce((b, to) => unlink(b, from, to).body, body)
  const next = targets.filter((to) => !was.includes(to)).reduce((b, to) => link(b, from, to).body, cut)
  return { body: next, id: from, said: `${nameOf(body, from)}のつなぐ先を直しました` }
}
