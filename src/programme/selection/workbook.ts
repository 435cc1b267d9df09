import { resultsOf, totalOf } from '../scoring/scoring.ts'
import type { SelectionView } from './pages.ts'

const yes = (has: boolean | null): string => (has === null ? '' : has ? '○' : '×')

/** The comparison as a plain list, one entry a row: for the WG's papers. */
export function tableOf(view: SelectionView) {
  const team = view.candidates[0]?.team ?? []
  const columns = [
    ...['地域', '県など', '人口', '規模', '厚生（支）局', '場面', 'テーマ', 'よくある事例'].map((label) => ({
      label,
      width: 18,
    })),
    ...team.map(({ label }) => ({ label, width: 8 })),
    { label: '記入の程度', width: 10 },
    ...view.criteria.map(({ label }) => ({ label: `${label}（平均）`, width: 12 })),
    { label: '平均の合計', width: 10 },
    { label: '決定', width: 10 },
    { label: '理由', width: 40 },
  ]
  const rows = view.candidates.map((c) => {
    const results = resultsOf(view.criteria, view.scores, c.regionId)
    const decision = view.decisions.get(c.regionId)
    const facts = [c.name, c.note, c.population, c.band, c.bureau, c.scenes.join('、'), c.theme, c.typicalCase]
    const scored = results.map((r) => (r.average === null ? null : Math.round(r.average * 10) / 10))
    const total = totalOf(results)
    return [
      ...facts,
      ...c.team.map((t) => yes(t.has)),
      `${c.filled.filled}/${c.filled.of}`,
      ...scored,
      total === null ? null : Math.round(total * 10) / 10,
      decision ? (decision.selected ? '採択' : '見送り') : '',
      decision?.reason ?? '',
    ]
  })
  return { columns, rows }
}
