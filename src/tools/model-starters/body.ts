import { type Body, rowsIn } from '../../papers/templates/templates.ts'
import { link } from '../box-links/body.ts'
import { addIndicator } from '../indicators/body.ts'
import { addBox, type Edited } from '../logic-models/body.ts'
import { boxesOf, type Kind } from '../logic-models/logic-models.ts'
import { type Starter, type StarterBox, startersOf } from './model-starters.ts'

interface Chosen {
  kind: Kind
  scene: string
  box: StarterBox
}

const chosenOf = ({ scene, finals, intermediates }: Starter, keys: readonly string[]): Chosen[] => {
  const of = (kind: Kind) => (box: StarterBox) => ({ kind, scene, box })
  return [...finals.map(of('final')), ...intermediates.map(of('intermediate'))].filter(({ box }) =>
    keys.includes(box.key),
  )
}

/** Those of a starting set that were ticked, with their indicators if wished; what stands there already is not put twice. */
export function addStarters(body: Body, keys: readonly string[], { indicators }: { indicators: boolean }): Edited {
  let next = body
  let added = 0
  for (const starter of startersOf()) {
    for (const { kind, scene, box } of chosenOf(starter, keys)) {
      if (boxesOf(next).some((one) => one.kind === kind && one.text === box.text)) continue
      const put = addBox(next, kind, { text: box.text, subject: box.subject, scene })
      next = indicators ? withIndicators(put, box) : put.body
      added += 1
    }
    next = withLinks(next, starter.scene)
  }
  const said = added > 0 ? `${added}つの箱を足しました。この地域の言葉に直してください` : 'どれも、もう図にあります'
  return { body: next, id: rowsIn(next, 'boxes').at(-1)?.id ?? '', said }
}

const withIndicators = ({ body, id }: Edited, box: StarterBox): Body =>
  box.indicators.reduce((b, indicator) => addIndicator(b, id, { ...indicator }).body, body)

/** Intermediate outcomes of a 場面 that lead nowhere yet lead to its first final outcome. */
function withLinks(body: Body, scene: string): Body {
  const [final] = boxesOf(body).filter((box) => box.kind === 'final' && box.scene === scene)
  if (!final) return body
  const led = new Set(rowsIn(body, 'links').map(({ from }) => from))
  const open = boxesOf(body).filter((box) => box.kind === 'intermediate' && box.scene === scene && !led.has(box.id))
  return open.reduce((b, box) => link(b, box.id, final.id).body, body)
}
