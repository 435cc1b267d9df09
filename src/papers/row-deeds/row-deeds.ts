import { type Body, type Row, rowsIn } from '../templates/templates.ts'

type Posted = Record<string, string | string[]>

/** Name of the buttons that move or remove a row where no script does it; their value says which: `issues/r1/up`. */
export const ROW_DEED = 'row'
export const rowDeed = (posted: Posted): string | undefined => [posted[ROW_DEED] ?? []].flat().at(-1)

/** The posted sheet after one of those buttons; a row without a neighbour stays where it is. */
export function afterRowDeed(body: Body, deed: string): Body {
  const [field = '', id, what] = deed.split('/')
  const rows = [...rowsIn(body, field)]
  const at = rows.findIndex((row) => row.id === id)
  if (at < 0) return body
  const [row] = rows.splice(at, 1) as [Row]
  if (what !== 'remove') rows.splice(Math.max(0, what === 'up' ? at - 1 : at + 1), 0, row)
  return { ...body, [field]: rows }
}
