import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Programme, Step, StepKind } from './programmes.ts'

interface ProgrammesTable extends Omit<Programme, 'isSample' | 'rules' | 'texts' | 'contact' | 'templateKey'> {
  templateKey: string
  isSample: number
  rulesJson: string
  textsJson: string
  contactJson: string
  createdAt: string
}

interface StepsTable {
  id: string
  programmeId: string
  position: number
  key: string
  label: string
  shortLabel: string
  kind: string
  level: string
  sheetsJson: string
  asksReport: number
  offsetsJson: string
  guideJson: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    programmes: ProgrammesTable
    steps: StepsTable
  }
}

const DEFAULT_RULES = { needsConsent: true, quietDays: 14, remindDays: [7, 1] }

export function programmeFrom(row: ProgrammesTable): Programme {
  const { isSample, rulesJson, textsJson, contactJson, createdAt: _, ...rest } = row
  return {
    ...rest,
    templateKey: row.templateKey as Programme['templateKey'],
    isSample: isSample === 1,
    rules: { ...DEFAULT_RULES, ...JSON.parse(rulesJson) },
    texts: JSON.parse(textsJson),
    contact: {
      section: '',
      mailbox: '',
      telephone: '',
      ...JSON.parse(contactJson),
    },
  }
}

/** Programmes exist for every member; only published ones for the public. Samples only for members. */
export function programmesSeenBy(db: Db, actor: Actor) {
  const query = db.selectFrom('programmes').selectAll('programmes')
  if (actor.memberships.length > 0) return query
  return query.where('programmes.publishedAt', 'is not', null).where('programmes.isSample', '=', 0)
}

export async function programmeSeen(db: Db, actor: Actor, id: string): Promise<Programme | undefined> {
  const row = await programmesSeenBy(db, actor).where('programmes.id', '=', id).executeTakeFirst()
  return row && programmeFrom(row)
}

/** Every programme the actor sees, newest year first. */
export async function programmesOf(db: Db, actor: Actor): Promise<Programme[]> {
  const rows = await programmesSeenBy(db, actor).orderBy('fiscalYear', 'desc').orderBy('createdAt', 'desc').execute()
  return rows.map(programmeFrom)
}

export async function stepsOf(db: Db, programmeIds: readonly string[]): Promise<Step[]> {
  if (programmeIds.length === 0) return []
  const rows = await db
    .selectFrom('steps')
    .selectAll()
    .where('programmeId', 'in', [...programmeIds])
    .orderBy('programmeId')
    .orderBy('position')
    .execute()
  return rows.map(({ sheetsJson, offsetsJson, guideJson, asksReport, ...row }) => ({
    ...row,
    kind: row.kind as StepKind,
    level: row.level as Step['level'],
    asksReport: asksReport === 1,
    sheets: JSON.parse(sheetsJson),
    offsets: JSON.parse(offsetsJson),
    guide: JSON.parse(guideJson),
  }))
}

export interface NewProgramme {
  name: string
  fiscalYear: number
  ownerId: string
  templateKey: Programme['templateKey']
  copiedFromId?: string | null
  isSample?: boolean
}

/** A row with everything else empty; texts, rules and contact follow by `setProgramme`. */
export async function addProgramme(db: Db, given: NewProgramme, now: Date): Promise<string> {
  const id = newId(now.getTime())
  await db
    .insertInto('programmes')
    .values({
      id,
      name: given.name,
      fiscalYear: given.fiscalYear,
      ownerId: given.ownerId,
      templateKey: given.templateKey,
      copiedFromId: given.copiedFromId ?? null,
      isSample: given.isSample ? 1 : 0,
      capacity: 4,
      rulesJson: '{}',
      textsJson: '{}',
      introduction: '',
      contactJson: '{}',
      entryTemplateKey: 'entry',
      entryTemplateVersion: 1,
      createdAt: now.toISOString(),
    } as ProgrammesTable)
    .execute()
  return id
}

/** Regions, and submitted ones, per programme. */
export async function countsOf(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { regions: number; submitted: number }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('regions')
    .leftJoin('submissions', (join) =>
      join.onRef('submissions.regionId', '=', 'regions.id').on('submissions.withdrawnAt', 'is', null),
    )
    .select(['regions.programmeId', (eb) => eb.fn.count<number>('regions.id').distinct().as('regions')])
    .select((eb) => eb.fn.count<number>('submissions.regionId').distinct().as('submitted'))
    .where('regions.programmeId', 'in', [...ids])
    .groupBy('regions.programmeId')
    .execute()
  return new Map(rows.map((r) => [r.programmeId, { regions: Number(r.regions), submitted: Number(r.submitted) }]))
}
