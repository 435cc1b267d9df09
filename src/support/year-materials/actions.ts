import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { storeBytes } from '../../platform/files/files.ts'
import { keepFile } from '../../platform/files/store.ts'
import type { Occasion } from '../occasions/occasions.ts'
import { openOccasion } from '../occasions/store.ts'
import { addMaterialRow, addMaterialVersion, materialsOf, setMaterial } from './store.ts'
import { type Material, materialName } from './year-materials.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    material_added: { name: string; version: number }
    material_removed: { name: string; removed: boolean }
  }
}

export const materialHappenings = {
  material_added: ({ actorName, details: d }) =>
    d.version === 1
      ? `${actorName}さんが会の資料「${d.name}」を置きました`
      : `${actorName}さんが会の資料「${d.name}」を第${d.version}版にしました`,
  material_removed: ({ actorName, details: d }) =>
    `${actorName}さんが会の資料「${d.name}」を${d.removed ? '取り下げました' : '戻しました'}`,
} satisfies Sentences<'material_added' | 'material_removed'>

export interface NewMaterial {
  programme: { id: string }
  meetingId: string
  title: string
  note?: string
  file: { name: string; type: string; bytes: Buffer }
}

/** 資料n of a year's meeting, read by those who take part in it; the same title again is its next version. */
export async function addMaterial(ctx: Ctx, given: NewMaterial): Promise<{ number: number; version: number }> {
  await storeBytes(given.file.bytes)
  return putMaterial(ctx, given)
}

/** The same from the meeting's page, where the meeting may be opened by it. */
export async function handOut(ctx: Ctx, at: Occasion, given: Omit<NewMaterial, 'meetingId' | 'programme'>) {
  await storeBytes(given.file.bytes)
  return change(ctx, async (db) => {
    const { id: meetingId } = await openOccasion(db, at, ctx.now)
    return putMaterial({ ...ctx, db }, { ...given, meetingId, programme: at.programme })
  })
}

const putMaterial = (ctx: Ctx, given: NewMaterial): Promise<{ number: number; version: number }> =>
  change(ctx, async (db, log) => {
    const { programme, meetingId, title, note = '', file } = given
    const before = (await materialsOf(db, [meetingId])).find((one) => one.title === title)
    const by = ctx.actor.name
    const row = before ?? (await addMaterialRow(db, { meetingId, title, createdBy: by }, ctx.now))
    if (before?.removedAt) await setMaterial(db, before.id, { removedAt: null, removedBy: null })
    const place = { programmeId: programme.id, personId: ctx.actor.personId, about: '年度の会の資料', circle: 'office' }
    const fileId = await keepFile(db, { name: file.name, mime: file.type, bytes: file.bytes, ...place }, ctx.now)
    const version = await addMaterialVersion(db, { materialId: row.id, fileId, note, createdBy: by }, ctx.now)
    const details = { name: materialName({ number: row.number, title }), version }
    await log({ kind: 'material_added', programmeId: programme.id, circle: 'office', details })
    return { number: row.number, version }
  })

/** Taken back it keeps its number, and can be put there again. */
export const removeMaterial = (ctx: Ctx, programmeId: string, material: Material): Promise<void> =>
  change(ctx, async (db, log) => {
    const removed = material.removedAt === null
    const set = { removedAt: removed ? ctx.now.toISOString() : null, removedBy: removed ? ctx.actor.name : null }
    await setMaterial(db, material.id, set)
    const details = { name: materialName(material), removed }
    await log({ kind: 'material_removed', programmeId, circle: 'office', details })
  })
