import { type Column, type List, listOf } from '../../platform/office/csv.ts'
import type { Step } from '../../programme/programmes/programmes.ts'

interface Named {
  regions: readonly { id: string; name: string }[]
  days: readonly { regionId: string | null; stepId: string | null; heldOn: string | null }[]
}

/** Names and days, nothing more. */
export function dayList(steps: readonly Step[], { regions, days }: Named): List {
  const known = new Map(days.map((day) => [`${day.regionId}/${day.stepId}`, day.heldOn]))
  const columns: Column<{ id: string; name: string }>[] = [
    ['地域', 24, ({ name }) => name],
    ...steps
      .filter(({ level }) => level === 'region')
      .map((step): Column<{ id: string }> => [step.label, 14, ({ id }) => known.get(`${id}/${step.id}`)]),
  ]
  return listOf(columns, regions)
}
