import type { Body } from '../../papers/templates/templates.ts'
import { Problem } from '../../platform/web/problem.ts'
import { shortText, tiesOf } from '../box-names/box-names.ts'
import { boxRows, KINDS, linkRows } from '../logic-models/logic-models.ts'
import { readBody } from '../papers/forms.ts'

const refuse = (message: string) => new Problem('invalid', message)

/** A model from a JSON file: what no picture could show is named, so that it can be put right. */
export function readModel(given: unknown): Body {
  const body = readBody(given)
  const names = new Map(boxRows(body).map((row) => [row.id, shortText({ text: row.text ?? '' }, 20)]))
  for (const { id, kind = '' } of boxRows(body))
    if (!Object.hasOwn(KINDS, kind))
      throw refuse(
        `箱「${names.get(id)}」の kind が「${kind}」です。${Object.keys(KINDS).join('・')}のどれかにしてください`,
      )
  for (const { id, from = '', to = '' } of linkRows(body))
    if (!names.has(from) || !names.has(to))
      throw refuse(
        `つながり「${id}」の${names.has(from) ? '先' : '元'}の箱がファイルにありません。links と boxes を確かめてください`,
      )
  const circle = circleIn(linkRows(body).map(({ from = '', to = '' }) => ({ from, to })))
  if (circle)
    throw refuse(
      `つながりが輪になっています（${circle.map((id) => names.get(id)).join(' → ')}）。どこか一本を外してください`,
    )
  return body
}

/** The boxes of a circle, the first once more at the end. */
function circleIn(links: readonly { from: string; to: string }[]): string[] | null {
  const { to } = tiesOf(links)
  const done = new Set<string>()
  for (const start of to.keys()) {
    const way: { id: string; next: string[] }[] = [{ id: start, next: [...(to.get(start) ?? [])] }]
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const id = here.next.shift()
      if (id === undefined) {
        done.add(here.id)
        way.pop()
        continue
      }
      const at = way.findIndex((step) => step.id === id)
      if (at >= 0) return [...way.slice(at).map((step) => step.id), id]
      if (!done.has(id)) way.push({ id, next: [...(to.get(id) ?? [])] })
    }
  }
  return null
}
