import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import { type Check, cell, type Facts, papersOf, type Spot, saysNothing, short } from '../checks/checks.ts'
import { bare } from '../sentences/sentences.ts'

const partnersOf = (body: Body) =>
  rowsIn(body, 'partners').filter((row) => !saysNothing(cell(row, 'name')) || !saysNothing(cell(row, 'role')))

function withoutBenefit(facts: Facts): Spot[] {
  return papersOf(facts, 'partners').flatMap(([ref, body]) =>
    partnersOf(body)
      .filter((row) => saysNothing(cell(row, 'benefit')))
      .map((row): Spot => {
        const name = cell(row, 'name') || cell(row, 'role')
        const message = `${name}にとっての利点や関心は何ですか。お願いの前に、そこから話せます`
        return { ref, path: `partners/${row.id}`, label: `関係者「${short(name)}」`, message, about: name }
      }),
  )
}

function whoMoves(facts: Facts): Spot[] {
  return papersOf(facts, 'partners').flatMap(([ref, body]): Spot[] => {
    const all = partnersOf(body)
    const moving = all.filter((row) => cell(row, 'moveNow') === 'yes').length
    const everybody = all.length > 1 && moving === all.length
    if (all.length === 0 || (moving > 0 && !everybody)) return []
    const message = everybody
      ? '全員が「いま動いてほしい」になっています。最初の一歩に欠かせない相手に絞れますか'
      : 'いま動いてほしい相手は誰ですか。一人か一つの団体に絞ると、話が進みます'
    return [{ ref, path: '', label: '関係者表全体', message }]
  })
}

const isContractor = (row: Row): boolean =>
  cell(row, 'contract') !== '' || ['name', 'role', 'now'].some((column) => cell(row, column).includes('委託'))

const ROLE = '担ってほしい役を、仕様書に書けますか。書いてあると、担当が代わっても続きます'

function roleless(facts: Facts): Spot[] {
  const rows = papersOf(facts, 'partners').flatMap(([ref, body]) =>
    rowsIn(body, 'partners').map((row) => ({ ref, row })),
  )
  const unwritten = rows.filter(
    ({ row }) => isContractor(row) && (cell(row, 'contract') !== 'exists' || saysNothing(cell(row, 'ask'))),
  )
  const known = rows.map(({ row }) => bare(cell(row, 'name')))
  const unnamed = papersOf(facts, 'profile').flatMap(([ref, body]) =>
    rowsIn(body, 'contractors')
      .filter((row) => !saysNothing(cell(row, 'name')) && !known.includes(bare(cell(row, 'name'))))
      .filter((row) => saysNothing(cell(row, 'work')))
      .map((row): Spot => {
        const label = `委託先「${short(cell(row, 'name'))}」`
        return { ref, path: `contractors/${row.id}`, label, message: ROLE, about: cell(row, 'name') }
      }),
  )
  const spots = unwritten.map(({ ref, row }): Spot => {
    const name = cell(row, 'name') || cell(row, 'role')
    return { ref, path: `partners/${row.id}`, label: `関係者「${short(name)}」`, message: ROLE, about: name }
  })
  return [...spots, ...unnamed]
}

/** What the people a region works with would ask. */
export const partnerChecks: readonly Check[] = [
  { id: 'K7', level: 'A', find: withoutBenefit },
  { id: 'K9', level: 'A', find: whoMoves },
  { id: 'P8', level: 'A', find: roleless },
]
