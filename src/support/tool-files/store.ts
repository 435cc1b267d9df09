import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Tool, ToolKind, ToolVersion } from './tool-files.ts'

declare module '../../platform/db/db.ts' {
  interface Tables {
    tools: Omit<Tool, 'versions' | 'kind'> & { kind: string; createdBy: string }
    toolVersions: Omit<ToolVersion, 'fileName' | 'bytes'> & { toolId: string }
  }
}

/** A programme's tool files (or its leaflets) with all their versions: two queries. */
export async function toolsOf(db: Db, programmeId: string, kind: ToolKind = 'tool'): Promise<Tool[]> {
  const own = db.selectFrom('tools').selectAll().where('programmeId', '=', programmeId).where('kind', '=', kind)
  const tools = await own.orderBy('id').execute()
  const versions = await db
    .selectFrom('toolVersions as v')
    .innerJoin('files as f', 'f.id', 'v.fileId')
    .selectAll('v')
    .select(['f.name as fileName', 'f.bytes as bytes'])
    .where('v.toolId', 'in', [...tools.map((tool) => tool.id), ''])
    .orderBy('v.number', 'desc')
    .execute()
  return tools.map((tool) => ({ ...tool, kind, versions: versions.filter((v) => v.toolId === tool.id) }))
}

type NewTool = Pick<Tool, 'programmeId' | 'kind' | 'name' | 'about'> & { createdBy: string }

export async function addTool(db: Db, given: NewTool, now: Date): Promise<string> {
  const id = newId()
  const inUse = { retiredAt: null, retiredBy: null }
  await db
    .insertInto('tools')
    .values({ ...given, ...inUse, id, createdAt: now.toISOString() })
    .execute()
  return id
}

type NewVersion = Pick<ToolVersion, 'fileId' | 'note' | 'createdBy'> & { toolId: string }

/** The next version; the database guards the number. */
export async function addVersion(db: Db, given: NewVersion, now: Date): Promise<number> {
  const row = await db
    .selectFrom('toolVersions')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('toolId', '=', given.toolId)
    .executeTakeFirst()
  const number = Number(row?.last ?? 0) + 1
  await db
    .insertInto('toolVersions')
    .values({ ...given, number, id: newId(), createdAt: now.toISOString() })
    .execute()
  return number
}

export async function markRetired(db: Db, id: string, by: { retiredAt: string | null; retiredBy: string | null }) {
  await db.updateTable('tools').set(by).where('id', '=', id).execute()
}
