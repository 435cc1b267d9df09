import { type Body, rowsIn, textIn } from '../../papers/templates/templates.ts'
import { eraFiscalYear, eraShort } from '../../platform/time.ts'
import type { Cells, Item } from '../case-format/bundle.ts'
import { FORMAT } from '../case-format/case-format.ts'
import type { CaseRows } from '../case-records/bundle.ts'

/** What the product knows of a region that grew up in it, for a bundle of its own. */
export interface LivingFacts {
  programme: { fiscalYear: number; templateKey: string }
  prefecture: { code: string; name: string } | null
  bureau: { code: string; name: string } | null
  /** 6-digit code, population and so on of each member organisation, by its id. */
  organisations: ReadonlyMap<string, LivingOrganisation>
  team: { role: string; org: string }[]
  documents: LivingDocument[]
  course: Record<string, Item[]>
}
export interface LivingOrganisation {
  code: string | null
  population: number | null
  agingRate: number | null
  figuresAsOf: string | null
}
export interface LivingDocument {
  kind: string
  /** Key of the step it was written for; absent: for the region as a whole. */
  step?: string
  template: string | null
  version: number | null
  revision: number
  body: Body
}

/** Gives rows that were never imported the head and the parts a bundle must have. */
export function livingRows(rows: CaseRows, facts: LivingFacts): CaseRows {
  const { region } = rows
  const entry = facts.documents.find((document) => document.kind === 'entry')?.body ?? {}
  const head = { ...headOf(region, facts), ...KEY_ORDER }
  const place = { prefecture: facts.prefecture ?? UNKNOWN, bureau: facts.bureau }
  const theme = { text: '', initialText: null, focus: '', inf: false }
  const rest = {
    head,
    region: { '@keys': ['displayName', 'prefecture', 'bureau', 'members', 'countsAs'], ...place, countsAs: 1 },
    theme: { '@keys': Object.keys(theme), initialText: null, inf: false },
  }
  const members = rows.members.map((row) => memberWithCode(row, facts.organisations))
  const participants = rows.participants.length > 0 ? rows.participants : facts.team.map(participantCells)
  const kept = [...rows.kept, ...partsOf(entry, facts).filter((part) => !rows.kept.some((own) => own.key === part.key))]
  const theme0 = region.theme || textIn(entry, 'theme')
  return { ...rows, region: { ...region, theme: theme0, restJson: JSON.stringify(rest) }, members, participants, kept }
}

const UNKNOWN = { code: '', name: '' }
const KEY_ORDER = {
  '@keys': [
    ...['format', 'id', 'sourceDoc', 'fiscalYear', 'eraLabel', 'processTemplate', 'caseType', 'region', 'profile'],
    ...['participants', 'theme', 'scenes', 'issuesAtEntry', 'policy', 'personaSheet', 'steps', 'actions', 'hypotheses'],
    ...['evidence', 'logicModel', 'closing', 'lessonsForOthers', 'deliverables', 'gaps'],
  ],
}

function headOf(region: Cells, { programme }: LivingFacts): Item {
  const { fiscalYear, templateKey } = programme
  return {
    format: FORMAT,
    id: region.bundleId ?? `${eraShort(fiscalYear).toLowerCase()}-${region.sortCode || 'region'}-${region.number}`,
    sourceDoc: null,
    fiscalYear,
    eraLabel: eraFiscalYear(fiscalYear),
    processTemplate: templateKey,
    caseType: region.caseType,
  }
}

function memberWithCode(row: Cells, organisations: LivingFacts['organisations']): Cells {
  const lgcode = organisations.get(String(row.organisationId))?.code
  if (!lgcode || row.restJson !== '{}') return row
  const code = lgcode.slice(2, 5) === '000' ? lgcode.slice(0, 2) : lgcode.slice(0, 5)
  return { ...row, restJson: JSON.stringify({ '@keys': ['code', 'lgcode', 'name', 'role'], code, lgcode }) }
}

const participantCells = ({ role, org }: { role: string; org: string }, n: number): Cells => ({
  ...{ bundleKey: `p${n + 1}`, role, org, note: '', inferred: 0 },
  restJson: JSON.stringify({ '@keys': ['id', 'role', 'org', 'note', 'inf'] }),
})

function partsOf(entry: Body, facts: LivingFacts): { key: string; json: string }[] {
  const issues = rowsIn(entry, 'issues').map(({ id, text = '', ...more }) => ({ text, inf: false, id, ...more }))
  const parts: Item = {
    profile: profileOf(entry, facts),
    issuesAtEntry: issues.filter((issue) => issue.text.trim() !== ''),
    policy: [],
    personaSheet: null,
    hypotheses: [],
    evidence: [],
    logicModel: { status: 'none', goal: null, directions: [], nodes: [], links: [], indicators: [] },
    closing: { before: [], changes: [], next: [] },
    lessonsForOthers: null,
    deliverables: [],
    gaps: [],
    ...(facts.documents.length > 0 && { documents: facts.documents }),
    ...(Object.keys(facts.course).length > 0 && { course: facts.course }),
  }
  return Object.entries(parts).map(([key, value]) => ({ key, json: JSON.stringify(value) }))
}

function profileOf(entry: Body, { organisations }: LivingFacts): Item | null {
  const [first] = [...organisations.values()]
  if (organisations.size !== 1 || !first?.population) return null
  return {
    ...{ population: first.population, agingRate65: first.agingRate, agingRate75: null, careCertRate: null },
    ...{ asOf: first.figuresAsOf, department: textIn(entry, 'department') || null },
    contractors: rowsIn(entry, 'contractors').flatMap((row) => row.name || []),
    ...{ strengths: [], issues: [], medical: null, care: null, currentStatus: null },
  }
}
