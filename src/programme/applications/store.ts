import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Application } from './applications.ts'

interface ApplicationsTable extends Omit<Application, 'isJoint'> {
  isJoint: number
}
declare module '../../platform/db/db.ts' {
  interface Tables {
    applications: ApplicationsTable
  }
}

const applicationFrom = (row: ApplicationsTable): Application => ({ ...row, isJoint: row.isJoint === 1 })

export type NewApplication = Pick<
  Application,
  'programmeId' | 'organisationId' | 'email' | 'name' | 'section' | 'isJoint'
>

export async function addApplication(db: Db, given: NewApplication, now: Date): Promise<Application> {
  const empty = {
    linkedAt: null,
    decidedAt: null,
    decidedBy: null,
    refuseReason: null,
    enteredAt: null,
    regionId: null,
  }
  const row = {
    ...given,
    ...empty,
    id: newId(now.getTime()),
    isJoint: given.isJoint ? 1 : 0,
    askedAt: now.toISOString(),
  }
  await db.insertInto('applications').values(row).execute()
  return applicationFrom(row)
}

export async function applicationOf(db: Db, id: string): Promise<Application | undefined> {
  const row = await db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst()
  return row && applicationFrom(row)
}

export async function applicationsOf(db: Db, programmeId: string): Promise<(Application & { organisation: string })[]> {
  const rows = await db
    .selectFrom('applications')
    .innerJoin('organisations', 'organisations.id', 'applications.organisationId')
    .selectAll('applications')
    .select('organisations.name as organisation')
    .where('programmeId', '=', programmeId)
    .orderBy('applications.id', 'desc')
    .limit(300)
    .execute()
  return rows.map((row) => ({ ...applicationFrom(row), organisation: row.organisation }))
}

export const setApplication = (db: Db, id: string, set: Partial<Omit<Application, 'isJoint'>>) =>
  db.updateTable('applications').set(set).where('id', '=', id).execute()
