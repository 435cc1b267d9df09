import type { Row } from '../../papers/templates/templates.ts'
import { type Check, cell, type Facts, papersOf, type Spot, saysNothing, short } from '../checks/checks.ts'
import { KINDS, type Kind } from '../logic-models/logic-models.ts'
import { type Ties, tiesOf } from '../model-ties/model-ties.ts'

/** A logic model with all that is known beside it, and how a check points into it. */
export interface Model {
  ref: string
  ties: Ties
  facts: Facts
}

export const modelsOf = (facts: Facts): Model[] =>
  papersOf(facts, 'logic_model').map(([ref, body]) => ({ ref, ties: tiesOf(body), facts }))

export const textOf = (row: Row) => cell(row, 'text')
export const says = (row: Row) => !saysNothing(textOf(row))
export const boxName = (box: Row) =>
  `${KINDS[cell(box, 'kind') as Kind] ?? '箱'}「${says(box) ? short(textOf(box)) : '言葉のない箱'}」`

export const atBox = ({ ref }: Model, box: Row, message: string, about = textOf(box)): Spot => ({
  ...{ ref, path: `boxes/${box.id}`, label: boxName(box), message, about },
})
export const atIndicator = ({ ref }: Model, row: Row, message: string): Spot => ({
  ...{ ref, path: `indicators/${row.id}`, label: `指標「${short(textOf(row)) || '言葉のない指標'}」` },
  ...{ message, about: textOf(row) },
})
export const whole = ({ ref }: Model, message: string): Spot => ({
  ref,
  path: '',
  label: 'ロジックモデル全体',
  message,
})

export const check = (id: string, level: Check['level'], find: (model: Model) => Spot[]): Check => ({
  ...{ id, level, find: (facts) => modelsOf(facts).flatMap(find) },
})
export const eachBox =
  (fits: (box: Row) => boolean, ask: (box: Row, model: Model) => string | null) =>
  (model: Model): Spot[] =>
    model.ties.boxes.filter(fits).flatMap((box) => {
      const message = ask(box, model)
      return message === null ? [] : [atBox(model, box, message)]
    })

export const isActivity = (box: Row) => cell(box, 'kind') === 'activity'
/** The outcomes that are about how people live. */
export const FAR: readonly Kind[] = ['intermediate', 'final']
