import type { Circle } from '../../access/circles.ts'
import { documentsOf, headsOf } from '../../papers/documents/store.ts'
import { type Body, rowsIn, textIn } from '../../papers/templates/templates.ts'
import { BUREAUS, type Organisation } from '../../people/organisations/organisations.ts'
import { organisationsByIds } from '../../people/organisations/store.ts'
import type { Db } from '../../platform/db/db.ts'
import { eraYear } from '../../platform/time.ts'
import { type Region, SCENES } from '../../programme/regions/regions.ts'
import type { BoardHead } from '../boards/boards.ts'
import type { BoardFacts } from '../boards/body.ts'
import { tidy } from './board-heads.ts'

const PAPERS = ['issues', 'profile', 'entry'] as const

/** Head and first issues of many sheets: seven queries whatever their number. */
export async function boardHeadsOf(
  db: Db,
  regions: readonly Region[],
  circles: readonly Circle[],
): Promise<Map<string, Pick<BoardFacts, 'head' | 'issues'>>> {
  const ids = regions.map((region) => region.id)
  const papers = await papersOf(db, ids, circles)
  const imported = await importedWords(db, ids)
  const organisations = await organisationsOf(db, regions)
  const years = await yearsOf(db, regions)
  return new Map(
    regions.map((region) => {
      const paper = papers.get(region.id) ?? {}
      const fiscalYear = years.get(region.programmeId) ?? null
      const head = headOf(region, { paper, organisations, imported: imported.get(region.id), fiscalYear })
      return [region.id, { head, issues: issuesIn(paper.issues) }]
    }),
  )
}

async function yearsOf(db: Db, regions: readonly Region[]): Promise<Map<string, number>> {
  const ids = [...new Set(regions.map((region) => region.programmeId))]
  const rows = await db.selectFrom('programmes').select(['id', 'fiscalYear']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.fiscalYear]))
}

type Papers = Partial<Record<(typeof PAPERS)[number], Body>>

/** The papers a head and the first issues come from, of many regions: one query for each kind, and one for what stands in them. */
async function papersOf(db: Db, ids: readonly string[], circles: readonly Circle[]): Promise<Map<string, Papers>> {
  const found = []
  for (const kind of PAPERS) found.push(...(await documentsOf(db, { kind, ownerKind: 'region', ownerIds: ids })))
  const open = found.filter(({ circle }) => circles.includes(circle))
  const heads = await headsOf(
    db,
    open.map((document) => document.id),
  )
  const papers = new Map<string, Papers>()
  for (const { id, kind, ownerId } of open)
    papers.set(ownerId, { ...papers.get(ownerId), [kind]: heads.get(id)?.body ?? {} })
  return papers
}

const isInferred = (rest: string | undefined): boolean => {
  try {
    return (JSON.parse(rest || '{}') as { inf?: unknown }).inf === true
  } catch {
    return false
  }
}

const issuesIn = (body: Body = {}): BoardFacts['issues'] =>
  rowsIn(body, 'issues').flatMap(({ id, text, rest }) => (text ? [{ id, text, inferred: isInferred(rest) }] : []))

/** What an imported record says of its head and the installation has no row for. */
async function importedWords(db: Db, ids: readonly string[]): Promise<Map<string, Imported>> {
  const rows = await db
    .selectFrom('regions')
    .select(['id', 'restJson'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, restJson }) => [id, JSON.parse(restJson) as Imported]))
}

interface Imported {
  region?: { prefecture?: { name?: unknown }; bureau?: { name?: unknown } }
  theme?: { initialText?: unknown } | null
}

async function organisationsOf(db: Db, regions: readonly Region[]): Promise<Map<string, Organisation>> {
  const ids = regions.flatMap((r) => [r.prefectureId, ...r.members.map((m) => m.organisationId)])
  const found = await organisationsByIds(
    db,
    ids.flatMap((id) => (id ? [id] : [])),
  )
  return new Map(found.map((one) => [one.id, one]))
}

interface HeadFacts {
  paper: Papers
  organisations: ReadonlyMap<string, Organisation>
  imported: Imported | undefined
  fiscalYear: number | null
}

const words = (value: unknown): string | null => (typeof value === 'string' && tidy(value) ? tidy(value) : null)
const number = (body: Body | undefined, key: string): number | null => {
  const typed = body ? textIn(body, key) : ''
  return typed !== '' && Number.isFinite(Number(typed)) ? Number(typed) : null
}

function headOf(region: Region, { paper, organisations, imported, fiscalYear }: HeadFacts): BoardHead {
  const prefecture = organisations.get(region.prefectureId ?? '')?.name ?? words(imported?.region?.prefecture?.name)
  const bureau = BUREAUS[region.bureauCode as keyof typeof BUREAUS] ?? words(imported?.region?.bureau?.name)
  const first = words(imported?.theme?.initialText) ?? words(paper.entry && textIn(paper.entry, 'theme'))
  const theme = tidy(region.theme) || first || ''
  const figures = figuresOf(region, organisations)
  return {
    ...{ name: tidy(region.name), prefecture, bureau: bureau ?? null, isSample: region.isSample },
    population: number(paper.profile, 'population') ?? figures.population,
    agingRate: number(paper.profile, 'agingRate65') ?? figures.agingRate,
    scenes: region.scenes.map(({ code }) => SCENES[code as keyof typeof SCENES] ?? tidy(String(code))),
    ...{ theme, initialTheme: first === theme ? null : first },
    year: fiscalYear === null ? '' : eraYear(fiscalYear),
  }
}

/** Of the applying organisations together; unknown as soon as one of them is. */
function figuresOf({ members, applicantIds }: Region, organisations: ReadonlyMap<string, Organisation>) {
  const own = members.flatMap(({ organisationId: id }) =>
    id && applicantIds.includes(id) ? [organisations.get(id)] : [],
  )
  const unknown = { population: null, agingRate: null }
  if (own.length === 0) return unknown
  const sum = (of: (one: Organisation) => number | null) =>
    own.reduce<number | null>((all, one) => (all === null || !one ? null : addedTo(all, of(one))), 0)
  const [population, aged] = [sum((one) => one.population), sum((one) => one.populationAged65)]
  const only = own.length === 1 ? (own[0]?.agingRate ?? null) : null
  const together = population && aged !== null ? Math.round((aged / population) * 1000) / 10 : null
  return { population, agingRate: only ?? together }
}

const addedTo = (all: number, one: number | null) => (one === null ? null : all + one)
