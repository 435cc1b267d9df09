import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import { type Check, cell, type Facts, papersOf, type Spot, saysNothing, short } from '../checks/checks.ts'
import { holdsFigure } from '../figures/figures.ts'

const rest = (row: Row): Record<string, unknown> => {
  try {
    return JSON.parse(cell(row, 'rest') || '{}') as Record<string, unknown>
  } catch {
    return {}
  }
}

export interface Causes {
  ref: string
  body: Body
  /** Neither withdrawn nor merged into another, and put in words. */
  alive: Row[]
}
export const causesOf = (facts: Facts): Causes[] =>
  papersOf(facts, 'causes').map(([ref, body]) => ({
    ...{ ref, body },
    alive: rowsIn(body, 'causes').filter(
      (row) => !saysNothing(cell(row, 'text')) && saysNothing(cell(row, 'withdrawn')) && cell(row, 'mergedInto') === '',
    ),
  }))

export const causeSpot = (ref: string, row: Row, message: string): Spot => ({
  ...{ ref, path: `causes/${row.id}`, label: `真因の仮説「${short(cell(row, 'text'))}」` },
  ...{ message, about: cell(row, 'text') },
})

/** Shown before it came here: an imported record says with whom. */
const wasShown = (row: Row): boolean => {
  const { checkedWith } = rest(row)
  return Array.isArray(checkedWith) && checkedWith.length > 0
}

const isRecord = (row: Row): boolean => {
  if (cell(row, 'side') === 'against' || cell(row, 'kind') === 'hearing') return false
  if (cell(row, 'kind') !== 'number') return !saysNothing(cell(row, 'text')) || cell(row, 'source') !== ''
  const figure = ['numerator', 'value', 'denominator'].some((column) => !saysNothing(cell(row, column)))
  const sourced = ['source', 'sourceText'].some((column) => cell(row, column) !== '')
  return figure || sourced || holdsFigure(cell(row, 'text'))
}

function withoutRecord({ ref, body, alive }: Causes): Spot[] {
  const backed = new Set(rowsIn(body, 'evidence').flatMap((row) => (isRecord(row) ? [cell(row, 'cause')] : [])))
  return alive
    .filter((row) => !backed.has(row.id) && !holdsFigure(cell(row, 'text')))
    .map((row) =>
      causeSpot(
        ref,
        row,
        '裏づけになる記録は？（認定申請、KDB、見える化システム、相談票 など。手で数えたら「手計算」と残してください）',
      ),
    )
}

/** A number nobody can count again. */
function unsourced({ ref, body, alive }: Causes): Spot[] {
  const known = new Set(alive.map((row) => row.id))
  return rowsIn(body, 'evidence')
    .filter(
      (row) =>
        known.has(cell(row, 'cause')) &&
        cell(row, 'kind') === 'number' &&
        ['numerator', 'value'].some((column) => !saysNothing(cell(row, column))) &&
        ['source', 'sourceText', 'method'].every((column) => saysNothing(cell(row, column))),
    )
    .map((row) => ({
      ...{ ref, path: `evidence/${row.id}`, label: `裏づけ「${short(cell(row, 'text')) || '数字'}」` },
      message: 'この数字は、どこから、どう数えましたか。手計算なら「手計算」と残してください',
      about: cell(row, 'text'),
    }))
}

export const causeChecks: readonly Check[] = [
  {
    id: 'K3',
    level: 'A',
    find: (facts) =>
      causesOf(facts).flatMap(({ ref, alive }) =>
        alive
          .filter((row) => facts.opinions && !facts.opinions[row.id] && !wasShown(row))
          .map((row) =>
            causeSpot(ref, row, '真因はまだ仮説です。誰に見せますか。現場を知っている人に、同じか違うかを聞けます'),
          ),
      ),
  },
  {
    id: 'K6',
    level: 'A',
    find: (facts) => causesOf(facts).flatMap((causes) => [...withoutRecord(causes), ...unsourced(causes)]),
  },
]
