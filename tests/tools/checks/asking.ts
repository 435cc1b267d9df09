import type { Body, Row } from '../../../src/papers/templates/templates.ts'
import type { Facts, Found } from '../../../src/tools/checks/checks.ts'
import { allFound } from '../../../src/tools/questions/questions.ts'

type Cells = Record<string, string>

/** Rows as a body keeps them, each with an id of its own unless one is given. */
export const rows = (list: readonly Cells[]): Row[] => list.map((cells, i) => ({ id: `r${i + 1}`, ...cells }))

/** A logic model of these boxes, with ties 「a→b」 by id. */
export const model = (
  boxes: readonly Cells[],
  links: readonly string[] = [],
  indicators: readonly Cells[] = [],
): Body => ({
  goal: '退院のあとも家で過ごせる',
  boxes: rows(boxes),
  links: links.map((link, i) => ({ id: `l${i + 1}`, from: link.split('→')[0] ?? '', to: link.split('→')[1] ?? '' })),
  indicators: rows(indicators),
})

export const asks = (id: string, bodies: Record<string, Body>, facts: Partial<Facts> = {}): Found[] =>
  allFound({ ...facts, bodies }).filter((found) => found.id === id)

/** What this check says of one box with these words. */
export const ofBox = (id: string, box: Cells): string | null =>
  asks(id, { logic_model: model([{ kind: 'activity', ...box }]) })[0]?.message ?? null

/** Sentences this check should ask about and stays silent on, or the other way round. */
export const misjudged = (
  given: { asked: readonly string[]; silent: readonly string[] },
  ask: (text: string) => unknown,
): { missed: string[]; wronged: string[] } => ({
  missed: given.asked.filter((text) => !ask(text)),
  wronged: given.silent.filter((text) => ask(text)),
})

export const FINE = { missed: [], wronged: [] }
