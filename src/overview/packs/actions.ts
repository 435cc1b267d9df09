import { paths } from '../../paths/paths.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import { startTask } from '../../people/tasks/actions.ts'
import { filesOfTasks } from '../../people/tasks/store.ts'
import type { Task } from '../../people/tasks/tasks.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { bytesOf } from '../../platform/files/files.ts'
import { fileOf } from '../../platform/files/store.ts'
import { clock, dayOf, warekiShort } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { yearOccasion } from '../../support/occasions/store.ts'
import { handOut } from '../../support/year-materials/actions.ts'
import { PACK_TASK } from '../pack-makings/actions.ts'
import { PARTS, type PackDeed, type PartKey, packTitle, rearranged } from './packs.ts'
import { packOf, putPack } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    pack_composed: { label: string; part: string; deed: PackDeed }
  }
}

const SAID: Record<PackDeed, string> = {
  add: 'を加えました',
  remove: 'を外しました',
  up: 'を前に移しました',
  down: 'を後ろに移しました',
}

export const packHappenings = {
  pack_composed: ({ actorName, details: d }) => `${actorName}さんが${d.label}の資料で「${d.part}」${SAID[d.deed]}`,
} satisfies Sentences<'pack_composed'>

interface At {
  programme: Programme
  slot: Slot
  parts: readonly PartKey[]
}

const askOpen = ({ isSample }: Programme): void => {
  if (isSample) throw new Problem('conflict', '報告書にもとづく見本のため、資料は作れません')
}

/** One part in, out, or to another place of the order as it stands by now; the whole order is kept for this meeting. */
export const composePack = (ctx: Ctx, { programme, slot, parts }: At, step: { deed: PackDeed; key: PartKey }) => {
  askOpen(programme)
  return change(ctx, async (db, log) => {
    const by = { savedBy: ctx.actor.name, savedAt: ctx.now.toISOString() }
    const now = (await packOf(db, programme.id, slot.number))?.parts ?? parts
    const order = rearranged(now, step.deed, step.key)
    await putPack(db, { programmeId: programme.id, meetingNumber: slot.number, parts: order, ...by })
    const details = { label: slot.label, part: PARTS[step.key].label, deed: step.deed }
    await log({ kind: 'pack_composed', programmeId: programme.id, circle: 'office', details })
    return order
  })
}

export async function startPack(ctx: Ctx, { programme, slot, parts }: At): Promise<string> {
  askOpen(programme)
  if (parts.length === 0)
    throw new Problem('invalid', '資料に入れるものがありません。入れるものを加えてから、作ってください')
  const data = { number: slot.number, parts }
  const back = {
    label: `${slot.label}の資料のページへ（できたものを会の資料として置けます）`,
    href: paths.pack(programme.id, slot.number),
  }
  return startTask(ctx, { kind: PACK_TASK, title: packTitle(slot.label), programmeId: programme.id, data, back })
}

/** The whole pack as PDF among the meeting's materials: from then on those who take part in it read it. */
export async function offerPack(ctx: Ctx, { programme, slot }: Omit<At, 'parts'>, task: Task) {
  askOpen(programme)
  const [first] = await filesOfTasks(ctx.db, [task.id])
  const found = first && (await fileOf(ctx.db, first.fileId))
  if (!found) throw new Problem('gone', 'できた資料が見つかりません。もう一度作ってください')
  const at = await yearOccasion(ctx.db, programme, String(slot.number), ctx.now)
  const made = task.startedAt ?? task.madeAt
  const note = `${warekiShort(dayOf(made))} ${clock(made)}の時点`
  const file = { name: found.name, type: found.mime, bytes: await bytesOf(found) }
  return handOut(ctx, at, { title: packTitle(slot.label), note, file })
}
