import type { Role } from '../../access/actor.ts'
import { type Actor, runs } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { toolsOf } from '../tool-files/store.ts'
import type { Tool } from '../tool-files/tool-files.ts'
import type { FileComment } from './file-reviews.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    toolComments: Omit<FileComment, 'role'> & { role: string | null }
  }
}

/** Of these versions, oldest first: one query. */
export async function commentsOf(db: Db, versionIds: readonly string[]): Promise<FileComment[]> {
  const rows = await db
    .selectFrom('toolComments')
    .selectAll()
    .where('versionId', 'in', [...versionIds, ''])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, role: row.role as Role | null }))
}

type NewComment = Pick<FileComment, 'versionId' | 'text' | 'personId' | 'personName' | 'role'>

export async function addComment(db: Db, given: NewComment, now: Date): Promise<string> {
  const id = newId()
  const open = { answer: null, answeredBy: null, answeredAt: null, closedBy: null, closedAt: null }
  await db
    .insertInto('toolComments')
    .values({ ...given, ...open, id, createdAt: now.toISOString() })
    .execute()
  return id
}

type Ending = Partial<Pick<FileComment, 'answer' | 'answeredBy' | 'answeredAt' | 'closedBy' | 'closedAt'>>

export const setComment = (db: Db, id: string, set: Ending) =>
  db.updateTable('toolComments').set(set).where('id', '=', id).execute()

const WATCHERS: readonly Role[] = ['wg_member', 'observer']

/** Advisors review the files of a year they advise in; the other hats the rule book knows. */
export async function advisesYear(db: Db, actor: Actor, programme: Programme): Promise<boolean> {
  const watches = actor.memberships.some((m) => WATCHERS.includes(m.role) && m.programmeId === programme.id)
  if (runs(actor, programme) || watches) return true
  const regionIds = actor.memberships.flatMap((m) => (m.role === 'advisor' && m.regionId ? [m.regionId] : []))
  const found = await db
    .selectFrom('regions')
    .select('id')
    .where('programmeId', '=', programme.id)
    .where('id', 'in', [...regionIds, ''])
    .executeTakeFirst()
  return found !== undefined
}

/** A leaflet or a tool of the year by its id. */
export async function reviewedFile(db: Db, programmeId: string, toolId: string): Promise<Tool | undefined> {
  const all = [...(await toolsOf(db, programmeId, 'leaflet')), ...(await toolsOf(db, programmeId))]
  return all.find(({ id }) => id === toolId)
}
