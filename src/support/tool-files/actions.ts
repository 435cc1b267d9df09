import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { storeBytes } from '../../platform/files/files.ts'
import { keepFile } from '../../platform/files/store.ts'
import type { Upload } from '../../platform/web/call.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { addTool, addVersion, markRetired } from './store.ts'
import type { Tool } from './tool-files.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    tool_version_added: { name: string; number: number }
    tool_retired: { name: string; retired: boolean }
  }
}

export const toolFileHappenings = {
  tool_version_added: (h) =>
    h.details.number === 1
      ? `${h.actorName}さんがツール「${h.details.name}」を加えました`
      : `${h.actorName}さんがツール「${h.details.name}」を第${h.details.number}版にしました`,
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

export async function newTool(ctx: Ctx, programme: Programme, given: { name: string; about: string; file: Upload }) {
  await storeBytes(given.file.bytes)
  return change(ctx, async (db, log) => {
    const { name, about, file } = given
    const own = { programmeId: programme.id, kind: 'tool' as const, name, about, createdBy: ctx.actor.name }
    const toolId = await addTool(db, own, ctx.now)
    const number = await keepVersion({ ...ctx, db }, programme, { toolId, file, note: '' })
    await log({ kind: 'tool_version_added', programmeId: programme.id, details: { name, number } })
    return toolId
  })
}

export async function newVersion(ctx: Ctx, programme: Programme, tool: Tool, given: Given) {
  await storeBytes(given.file.bytes)
  return change(ctx, async (db, log) => {
    const number = await keepVersion({ ...ctx, db }, programme, { toolId: tool.id, ...given })
    await log({ kind: 'tool_version_added', programmeId: programme.id, details: { name: tool.name, number } })
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
