import type { Circle } from '../../access/circles.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type StoredFile, storeBytes } from '../../platform/files/files.ts'
import { keepFile, markFileDeleted, markFileRestored } from '../../platform/files/store.ts'
import type { Upload } from '../../platform/web/call.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../regions/regions.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    files_added: { names: string[] }
    file_removed: { name: string; reason: string }
    file_restored: { name: string }
  }
}

export const regionFileHappenings = {
  files_added: (h) =>
    `${h.actorName}さんがファイル${h.details.names.map((name) => `「${name}」`).join('')}を加えました`,
  file_removed: (h) => `${h.actorName}さんがファイル「${h.details.name}」を消しました（理由：${h.details.reason}）`,
  file_restored: (h) => `${h.actorName}さんがファイル「${h.details.name}」を戻しました`,
} satisfies Sentences<'files_added' | 'file_removed' | 'file_restored'>

export async function addFiles(
  ctx: Ctx,
  region: Region,
  given: { files: readonly Upload[]; circle: Circle; about: string },
): Promise<void> {
  for (const one of given.files) await storeBytes(one.bytes)
  await change(ctx, async (db, log) => {
    const place = { regionId: region.id, programmeId: region.programmeId, personId: ctx.actor.personId }
    for (const { name, bytes, type } of given.files)
      await keepFile(db, { ...place, name, bytes, mime: type, circle: given.circle, about: given.about }, ctx.now)
    const names = given.files.map((one) => one.name)
    await log({ kind: 'files_added', regionId: region.id, circle: given.circle, details: { names } })
  })
}

const inCircle = (file: StoredFile) => ({ circle: file.circle as Circle })

export const removeFile = (ctx: Ctx, region: Region, file: StoredFile, reason: string) =>
  change(ctx, async (db, log) => {
    const done = await markFileDeleted(db, file.id, { name: ctx.actor.name, reason }, ctx.now)
    if (Number(done.numUpdatedRows) === 0) throw new Problem('conflict', 'このファイルは、すでに消されています')
    await log({ kind: 'file_removed', regionId: region.id, ...inCircle(file), details: { name: file.name, reason } })
  })

export const restoreFile = (ctx: Ctx, region: Region, file: StoredFile) =>
  change(ctx, async (db, log) => {
    const done = await markFileRestored(db, file.id)
    if (Number(done.numUpdatedRows) === 0) throw new Problem('conflict', 'このファイルは、すでに戻されています')
    await log({ kind: 'file_restored', regionId: region.id, ...inCircle(file), details: { name: file.name } })
  })
