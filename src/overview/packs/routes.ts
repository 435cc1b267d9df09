import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { tasksOfKind } from '../../people/tasks/store.ts'
import { isUnderWay, type Task } from '../../people/tasks/tasks.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import { slotsOfYear } from '../../support/meetings/store.ts'
import { releasedBoards } from '../board-releases/store.ts'
import { PACK_TASK, type PackOrder } from '../pack-makings/actions.ts'
import { modelsForWatchers } from '../pinned-papers/store.ts'
import { composePack, offerPack, startPack } from './actions.ts'
import { deedIn } from './forms.ts'
import { PACK_DEEDS, PACK_KINDS, PARTS, suggestedFor } from './packs.ts'
import { type MeetingPack, packPage, packsPage } from './pages.ts'
import { packsOf } from './store.ts'

type InProgramme = Call & Seen['programme']

const ONE = '/programmes/:programmeId/packs/:n'

export const packRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/packs': { may: 'pack.make', run: list },
  [`GET ${ONE}`]: { may: 'pack.make', run: show },
  [`POST ${ONE}`]: { may: 'pack.make', run: compose },
  [`POST ${ONE}/making`]: { may: 'pack.make', run: make },
  [`POST ${ONE}/material`]: { may: 'pack.make', run: offer },
}

/** Every WG and committee meeting with what was chosen for it, or what is usual. */
async function packsAt({ ctx, programme }: InProgramme): Promise<MeetingPack[]> {
  const { db, now } = ctx
  const slots = (await slotsOfYear(db, programme.id, now)).filter(({ kind }) => PACK_KINDS.includes(kind))
  const saved = await packsOf(db, programme.id)
  const tasks = await tasksOfKind(db, programme.id, PACK_TASK)
  return slots.map((slot) => {
    const own = saved.find(({ meetingNumber }) => meetingNumber === slot.number)
    const at = slots.filter(({ kind }) => kind === slot.kind).indexOf(slot)
    return {
      slot,
      parts: own?.parts ?? suggestedFor(slot.kind, at),
      isSaved: own !== undefined,
      tasks: tasks.filter((task) => (task.data as PackOrder).number === slot.number),
    }
  })
}

async function list(call: InProgramme): Promise<Reply> {
  return page('overview/packs/index', packsPage(call.programme, await packsAt(call)))
}

async function asked(call: InProgramme): Promise<MeetingPack> {
  const found = (await packsAt(call)).find(({ slot }) => String(slot.number) === call.params.n)
  if (!found) throw notFound()
  return found
}

/** Supported regions of which the WG can't read the sheet, or the model, yet. */
async function unputRegions({ ctx, programme }: InProgramme) {
  const query = regionsSeenBy(ctx.db, ctx.actor).where('regions.programmeId', '=', programme.id)
  const regions = (await fetchRegions(ctx.db, query.orderBy('regions.sortCode'))).filter((r) => r.isSelected)
  const ids = regions.map(({ id }) => id)
  const [boards, models] = [await releasedBoards(ctx.db, ids), await modelsForWatchers(ctx.db, ids)]
  return { boards: regions.filter(({ id }) => !boards.has(id)), models: regions.filter(({ id }) => !models.has(id)) }
}

async function show(call: InProgramme): Promise<Reply> {
  const { programme } = call
  const pack = await asked(call)
  return page('overview/packs/show', packPage({ programme, pack, unput: await unputRegions(call) }))
}

async function compose(call: InProgramme): Promise<Reply> {
  const { programme } = call
  const { slot, parts } = await asked(call)
  const step = deedIn(call.body)
  if (!step) throw new Problem('invalid', '何をするかが伝わりませんでした。ボタンを押し直してください')
  await composePack(call.ctx, { programme, slot, parts }, step)
  const said = `「${PARTS[step.key].label}」：${PACK_DEEDS[step.deed]}（残しました）`
  return redirect(paths.pack(programme.id, slot.number), said)
}

/** One at a time for each meeting: who presses twice is led to the one that is being made. */
async function make(call: InProgramme): Promise<Reply> {
  const { programme } = call
  const { slot, parts, tasks } = await asked(call)
  const running = tasks.find(isUnderWay)
  if (running) return redirect(paths.task(running.id), 'この会の資料は、いま作っています')
  return redirect(paths.task(await startPack(call.ctx, { programme, slot, parts })), '資料を作りはじめました')
}

async function offer(call: InProgramme): Promise<Reply> {
  const { programme } = call
  const { slot, tasks } = await asked(call)
  const task: Task | undefined = tasks.find(({ id, finishedAt }) => id === call.body.task && finishedAt)
  if (!task)
    throw new Problem('conflict', '置けるのは、できあがった資料だけです。できるのを待ってから、もう一度お試しください')
  const { number } = await offerPack(call.ctx, { programme, slot }, task)
  return redirect(paths.yearMeeting(programme.id, slot.number), `資料${number}として置きました。会に出る人が読めます`)
}
