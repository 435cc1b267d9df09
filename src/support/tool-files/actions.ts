import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { storeBytes } from '../../platform/files/files.ts'
import { keepFile } from '../../platform/files/store.ts'
import type { Upload } from '../../platform/web/call.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { addTool, addVersion, markRetired } from './store.ts'
import { TOOL_KINDS, type Tool, type ToolKind } from './tool-files.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    tool_version_added: { name: string; number: number; kind?: ToolKind }
    tool_retired: { name: string; retired: boolean }
  }
}

export const toolFileHappenings = {
  tool_version_added: (h) =>
    h.details.number === 1
      ? `${h.actorName}さんが${TOOL_KINDS[h.details.kind ?? 'tool']}「${h.details.name}」を加えました`
      : `${h.actorName}さんが${TOOL_KINDS[h.details.kind ?? 'tool']}「${h.details.name}」を第${h.details.number}版にしました`,
  tool_retired: (h) =>
    `${h.actorName}さんがツール「${h.details.name}」を${h.details.retired ? '使わないことにしました' : 'また使うことにしました'}`,
} satisfies Sentences<'tool_version_added' | 'tool_retired'>

interface Given {
  file: Upload
  note: string
}

async function keepVersion(ctx: Ctx & { db: Db }, programme: Programme, at: { toolId: string } & Given) {
  const { name, bytes, type } = at.file
  const place = { programmeId: programme.id, personId: ctx.actor.personId, about: 'ツール' }
  const fileId = await keepFile(ctx.db, { name, bytes, mime: type, ...place }, ctx.now)
  return addVersion(ctx.db, { toolId: at.toolId, fileId, note: at.note, createdBy: ctx.actor.name }, ctx.now)
}

/** A draft's history is not for those it will be given to. */
const circleOf = (kind: ToolKind) => (kind === 'leaflet' ? { circle: 'office' as const } : {})

interface NewFileTool {
  kind?: ToolKind
  name: string
  about: string
  file: Upload
}

export async function newTool(ctx: Ctx, programme: Programme, given: NewFileTool) {
  await storeBytes(given.file.bytes)
  return change(ctx, async (db, log) => {
    const { kind = 'tool', name, about, file } = given
    const own = { programmeId: programme.id, kind, name, about, createdBy: ctx.actor.name }
    const toolId = await addTool(db, own, ctx.now)
    const number = await keepVersion({ ...ctx, db }, programme, { toolId, file, note: '' })
    await log({
      kind: 'tool_version_added',
      programmeId: programme.id,
      circle: 'office',
      details: { name, number, kind },
    })
    return toolId
  })
}

export async function newVersion(ctx: Ctx, programme: Programme, tool: Tool, given: Given) {
  await storeBytes(given.file.bytes)
  return change(ctx, async (db, log) => {
    const number = await keepVersion({ ...ctx, db }, programme, { toolId: tool.id, ...given })
    const details = { name: tool.name, number, kind: tool.kind }
    await log({ kind: 'tool_version_added', programmeId: programme.id, ...circleOf(tool.kind), details })
    return number
  })
}

export const retireTool = (ctx: Ctx, programme: Programme, tool: Tool) =>
  change(ctx, async (db, log) => {
    const retired = tool.retiredAt === null
    const by = { retiredAt: retired ? ctx.now.toISOString() : null, retiredBy: retired ? ctx.actor.name : null }
    await markRetired(db, tool.id, by)
    await log({ kind: 'tool_retired', programmeId: programme.id, details: { name: tool.name, retired } })
  })
