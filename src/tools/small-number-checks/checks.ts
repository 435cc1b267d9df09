import { rowsIn, textIn } from '../../papers/templates/templates.ts'
import { type Check, cell, type Facts, papersOf, type Spot, short } from '../checks/checks.ts'
import { inPublic } from '../closing-checks/checks.ts'
import { countLimit, countsWorkers, smallCounts } from '../figures/figures.ts'

const populationOf = (facts: Facts): number | undefined => {
  const written = papersOf(facts, 'profile').map(([, body]) => Number(textIn(body, 'population').replaceAll(',', '')))
  return written.find((n) => n > 0) ?? facts.population
}

function smallNumbers(facts: Facts): Spot[] {
  const population = populationOf(facts)
  if (population === undefined) return []
  const limit = countLimit(population)
  const why = Number.isFinite(limit) ? `${limit}より小さい数は` : '人口2,000人未満の地域では、数そのものが'
  const ask = (words: string) =>
    `「${words}」は少数のため伏せますか。${why}、誰のことか分かることがあります（例：「${Number.isFinite(limit) ? `${limit}未満` : '少数'}」）`
  const texts = inPublic((text) => {
    const [first] = smallCounts(text, limit)
    return first ? ask(first.words) : null
  })(facts)
  return [...texts, ...smallEvidence(facts, { limit, ask })]
}

/** Numbers of people behind a hypothesis, shown to whoever is asked about it. */
function smallEvidence(facts: Facts, { limit, ask }: { limit: number; ask: (words: string) => string }): Spot[] {
  return papersOf(facts, 'causes').flatMap(([ref, body]) =>
    rowsIn(body, 'evidence').flatMap((row): Spot[] => {
      if (cell(row, 'kind') !== 'number' || countsWorkers(cell(row, 'text'))) return []
      const unit = cell(row, 'unit') || '人'
      const counts = ['numerator', ...(/^(?:人|名|件|例|世帯)$/u.test(unit) ? ['value'] : [])]
        .map((column) => Number(cell(row, column).replaceAll(',', '')))
        .filter((n) => Number.isInteger(n) && n > 0 && n < limit)
      const [n] = counts
      if (n === undefined) return []
      const label = `裏づけ「${short(cell(row, 'text')) || '数字'}」`
      return [
        {
          ref,
          path: `evidence/${row.id}`,
          label,
          message: ask(`${n}${/[%％]/u.test(unit) ? '人' : unit}`),
          about: cell(row, 'text'),
        },
      ]
    }),
  )
}

export const smallNumberChecks: readonly Check[] = [{ id: 'Z6', level: 'W', find: smallNumbers }]
