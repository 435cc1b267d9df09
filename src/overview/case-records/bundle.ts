import { newId } from '../../platform/db/ids.ts'
import type { CaseBundle } from '../case-format/body.ts'
import { type Cells, type Item, PLACES, type Places, pack, unpack } from '../case-format/bundle.ts'
import { HEAD_KEYS } from '../case-format/case-format.ts'
import { fullCodeOf } from '../case-format/checks.ts'

/** Everything a bundle becomes, by table and ready for it; read back in the same shape. */
export interface CaseRows {
  region: Cells
  members: Cells[]
  participants: Cells[]
  meetings: Cells[]
  lines: Cells[]
  advice: Cells[]
  promises: Cells[]
  /** Top-level keys without a table, as they came. */
  kept: { key: string; json: string }[]
}

/** What only the installation knows. */
export interface Landing {
  regionId: string
  programmeId: string
  at: string
  /** Organisation by 6-digit code. */
  organisations: ReadonlyMap<string, string>
  /** Step by its key. */
  steps: ReadonlyMap<string, string>
}

const itemsOf = (value: unknown): Item[] => (Array.isArray(value) ? (value as Item[]) : [])
/** `lines` and a top-level `advice` are ours; another's under the same name is kept and not understood. */
const isOurs = (value: unknown) =>
  Array.isArray(value) && value.every((one) => typeof (one as Item | null)?.text === 'string')

function cellsOf(item: Item, places: Places, apart: readonly string[] = []): Cells {
  const { cells, rest } = pack(item, places, apart)
  return { ...cells, restJson: JSON.stringify(rest) }
}

/** A bundle → rows. Nothing of it is lost: what has no column goes into the row's rest. */
export function rowsOf(bundle: CaseBundle, landing: Landing): CaseRows {
  const whole = bundle as Item
  const { regionId } = landing
  const listed = (items: unknown, places: Places) =>
    itemsOf(items).map((item, position) => ({ ...cellsOf(item, places), id: newId(), regionId, position }))
  const meetings = bundle.steps.map((step, n) => meetingCells(step, n, landing))
  const idOf = new Map(bundle.steps.map((step, n) => [step.key ?? null, meetings[n]?.id ?? null]))
  const by = { meetings, idOf, landing }
  return {
    region: regionCells(bundle),
    members: listed(bundle.region.members, PLACES.member).map((row, n) => ({
      ...row,
      organisationId: landing.organisations.get(fullCodeOf(bundle.region.members[n] ?? {}) ?? '') ?? null,
    })),
    participants: listed(bundle.participants, PLACES.participant),
    meetings,
    lines: bundle.steps.flatMap((step, n) => lineCells(step, { meetingId: meetings[n]?.id ?? null, at: landing.at })),
    advice: adviceCells(whole, by),
    promises: listed(bundle.actions, PLACES.action).map((row) => {
      const { betweenFrom } = row as Cells
      const meetingId = betweenFrom ? (idOf.get(String(betweenFrom)) ?? null) : null
      return { ...row, meetingId, createdAt: landing.at, createdBy: null }
    }),
    kept: keptOf(whole),
  }
}

const WITH_ROWS: readonly string[] = ['region', 'theme', 'participants', 'scenes', 'steps', 'actions', ...HEAD_KEYS]

const keptOf = (whole: Item) =>
  Object.entries(whole)
    .filter(([key, value]) => !WITH_ROWS.includes(key) && !(key === 'advice' && isOurs(value)))
    .map(([key, value]) => ({ key, json: JSON.stringify(value) }))

function regionCells(bundle: CaseBundle): Cells {
  const region = pack(bundle.region, PLACES.region, ['members'])
  const theme = pack(bundle.theme ?? {}, PLACES.theme)
  const beside = Object.keys(bundle).filter((key) => !(HEAD_KEYS as readonly string[]).includes(key))
  const rest = { head: pack(bundle, {}, beside).rest, region: region.rest, theme: bundle.theme ? theme.rest : null }
  const scenesJson = JSON.stringify(bundle.scenes ?? [])
  return { ...region.cells, ...theme.cells, scenesJson, restJson: JSON.stringify(rest) }
}

/** Marks in a row's rest: its place in the bundle; an instant that is the import's own and was never said by anybody. */
const PLACE = '@place'
const OWN = '@own'

/** A recorded step of an imported record counts as fixed from the import on. */
function meetingCells(step: CaseBundle['steps'][number], n: number, landing: Landing): Cells {
  const { regionId, programmeId, at, steps } = landing
  const apart = ['situation', 'advice', ...(isOurs(step.lines) ? ['lines'] : [])]
  const { cells, rest } = pack(step, PLACES.step, apart)
  const own = { id: newId(), regionId, programmeId, stepId: steps.get(step.key ?? '') ?? null, createdAt: at }
  const fixedNow = cells.fixedAt === null && cells.isRecorded === 1
  const marked = { ...rest, [PLACE]: n, ...(fixedNow && { [OWN]: at }) }
  return { ...cells, ...own, fixedAt: fixedNow ? at : (cells.fixedAt ?? null), restJson: JSON.stringify(marked) }
}

function lineCells(step: Item, { meetingId, at }: { meetingId: Cells[string]; at: string }): Cells[] {
  const others = isOurs(step.lines) ? itemsOf(step.lines) : []
  const cells = [
    ...itemsOf(step.situation).map((item) => ({ ...cellsOf(item, PLACES.situation), part: 'situation' })),
    ...others.map((item) => cellsOf(item, PLACES.line)),
  ]
  const own = { meetingId, personId: null, createdAt: at, deletedAt: null, version: 1 }
  return cells.map((cell, position) => ({ ...cell, ...own, id: newId(), position }))
}

function adviceCells(whole: Item, { meetings, landing }: { meetings: Cells[]; landing: Landing }): Cells[] {
  const told = itemsOf(whole.steps).flatMap((step, n) =>
    itemsOf(step.advice).map((item) => ({ item, meetingId: meetings[n]?.id ?? null })),
  )
  const between = isOurs(whole.advice) ? itemsOf(whole.advice).map((item) => ({ item, meetingId: null })) : []
  return [...told, ...between].map(({ item, meetingId }, position) => {
    const { cells, rest } = pack(item, PLACES.advice)
    const own = { id: newId(), regionId: landing.regionId, meetingId, position, createdAt: landing.at, advisorId: null }
    const marked = cells.sentAt === null ? { ...rest, [OWN]: landing.at } : rest
    return { ...cells, ...own, sentAt: cells.sentAt ?? landing.at, deletedAt: null, restJson: JSON.stringify(marked) }
  })
}

/** What a row that was written in the product always says. */
const USUAL = {
  member: ['name', 'role'],
  participant: ['role', 'org', 'note', 'inf'],
  step: ['seq', 'key', 'label', 'kind', 'heldOn', 'recorded', 'situation', 'advice', 'keywords'],
  situation: ['text', 'inf'],
  line: ['text', 'part', 'inf'],
  advice: ['text', 'inf'],
  action: ['text', 'type', 'between', 'owner', 'due', 'dueText', 'status', 'inf'],
} as const
type Kind = keyof typeof USUAL

const restOf = (row: Cells) => JSON.parse(String(row.restJson)) as Item
const itemFrom = (kind: Kind, row: Cells, apart: Record<string, readonly unknown[]> = {}): Item =>
  unpack({ cells: row, rest: restOf(row), apart, usual: USUAL[kind] }, PLACES[kind])

/** Rows read back → the bundle: deep-equal to what came in, with what people wrote since in its place. */
export function bundleFrom(rows: CaseRows): Item {
  const { head = {}, region = {}, theme = null } = restOf(rows.region) as Record<string, Item | null | undefined>
  const members = rows.members.map((row) => itemFrom('member', row))
  const themeNow = unpack({ cells: rows.region, rest: theme ?? {} }, PLACES.theme)
  const written = theme !== null || Object.keys(themeNow).length > 0
  const parts = rows.kept.map(({ key, json }) => [key.startsWith('@') ? `@${key}` : key, JSON.parse(json)])
  const rest: Item = { ...head, ...Object.fromEntries(parts) }
  rest.region = unpack({ cells: rows.region, rest: region ?? {}, apart: { members } }, PLACES.region)
  if (written || (rest['@keys'] as string[] | undefined)?.includes('theme')) rest.theme = written ? themeNow : null
  const apart = {
    participants: rows.participants.map((row) => itemFrom('participant', row)),
    scenes: JSON.parse(String(rows.region.scenesJson)) as Item[],
    steps: inOrder(rows.meetings).map((row) => stepFrom(row, rows)),
    actions: rows.promises.map((row) => itemFrom('action', row)),
    advice: rows.advice.filter((row) => row.meetingId === null).map((row) => adviceFrom(row)),
  }
  return unpack({ cells: {}, rest, apart }, {})
}

const placeOf = (row: Cells) => Number(restOf(row)[PLACE] ?? Number.POSITIVE_INFINITY)
const inOrder = (meetings: Cells[]) =>
  meetings.toSorted((a, b) => placeOf(a) - placeOf(b) || Number(a.number) - Number(b.number))

const unlessOwn = (at: Cells[string] | undefined, row: Cells) => (at === restOf(row)[OWN] ? null : (at ?? null))

const adviceFrom = (row: Cells) => itemFrom('advice', { ...row, sentAt: unlessOwn(row.sentAt, row) })

function stepFrom(row: Cells, rows: CaseRows): Item {
  const own = rows.lines.filter((line) => line.meetingId === row.id)
  const fixedAt = unlessOwn(row.fixedAt, row)
  const cells = { ...row, fixedAt, isRecorded: row.isRecorded || (fixedAt ? 1 : 0) }
  return itemFrom('step', cells, {
    situation: own.filter((line) => line.part === 'situation').map((line) => itemFrom('situation', line)),
    advice: rows.advice.filter((one) => one.meetingId === row.id).map((one) => adviceFrom(one)),
    lines: own.filter((line) => line.part !== 'situation').map((line) => itemFrom('line', line)),
  })
}
