import { CIRCLES, type Circle, circlesReadBy } from '../../access/circles.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { DOCX, writePaper } from '../../platform/docx/docx.ts'
import { filesOfRegion } from '../../platform/files/store.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { addFiles } from '../../programme/region-files/actions.ts'
import { MAX_BYTES, MAX_FILES, TAKEN_KINDS } from '../../programme/region-files/region-files.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { teamOf } from '../../programme/teams/store.ts'
import { rosterOf } from '../../support/attendances/attendances.ts'
import { attendancesOf } from '../../support/attendances/store.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { slotsOfRegion } from '../../support/meetings/store.ts'
import { placeWords, whenWords } from '../../support/minutes/minutes.ts'
import { writableCircles } from '../../support/records/records.ts'
import { lineWords, timed } from '../joint-agendas/joint-agendas.ts'
import { agendaOf as jointAgendaOf } from '../joint-agendas/store.ts'
import { JOINT_KINDS } from '../joint-report/joint-report.ts'
import { writeAgenda } from './actions.ts'
import { agendaForm, materialForm } from './forms.ts'
import {
  aboutMeeting,
  agendaItems,
  isPaperKind,
  type Material,
  numbered,
  PAPER_KINDS,
  paperOf,
  rosterLines,
  type Sheet,
} from './meeting-papers.ts'
import { paperPage, papersPage } from './pages.ts'
import { agendaOf } from './store.ts'

type RegionCall = Call & Seen['region']

const upload = { kinds: TAKEN_KINDS, maxBytes: MAX_BYTES, maxFiles: MAX_FILES }

export const meetingPaperRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/meetings/:n/papers': { may: 'meeting.papers', run: (call) => list(call) },
  'GET /regions/:regionId/meetings/:n/papers/:kind.docx': { may: 'meeting.papers', run: download },
  'GET /regions/:regionId/meetings/:n/papers/:kind': { may: 'meeting.papers', run: show },
  'POST /regions/:regionId/meetings/:n/papers/items': { may: 'meeting.record', run: saveAgenda },
  'POST /regions/:regionId/meetings/:n/papers/files': { may: 'file.add', run: addMaterials, upload },
}

async function slotAsked({ ctx, region, params }: RegionCall): Promise<Slot> {
  const slots = region.isSelected ? await slotsOfRegion(ctx.db, region, ctx.now) : []
  const slot = slots.find(({ number }) => String(number) === params.n)
  if (!slot) throw notFound()
  return slot
}

async function openSlot(call: RegionCall): Promise<Slot> {
  const reason = notAliveReason(call.region)
  if (reason) throw new Problem('conflict', reason)
  return slotAsked(call)
}

const ALL = Object.keys(CIRCLES) as Circle[]

async function materialsOf({ ctx, region }: RegionCall, slot: Slot): Promise<Material[]> {
  const files = await filesOfRegion(ctx.db, region.id, ALL)
  const circles = circlesReadBy(ctx.actor, region)
  return numbered(files, slot.label, { circles, hrefOf: (id) => paths.regionFile(region.id, id) })
}

async function itemsOf({ ctx, region }: RegionCall, slot: Slot): Promise<string[]> {
  const written = slot.meeting ? await agendaOf(ctx.db, slot.meeting.id) : null
  const joint = !written && JOINT_KINDS.includes(slot.kind) ? await jointAgendaOf(ctx.db, region.programmeId) : null
  if (joint) return timed(joint).map(lineWords)
  const step = (await stepsOf(ctx.db, [region.programmeId])).find((one) => one.id === slot.stepId)
  return agendaItems(written, step?.guide)
}

async function sheetOf(call: RegionCall): Promise<{ slot: Slot; sheet: Sheet }> {
  const { ctx, region, params } = call
  const kind = params.kind ?? ''
  if (!isPaperKind(kind)) throw notFound()
  const slot = await slotAsked(call)
  const team = kind === 'roster' ? await teamOf(ctx.db, region) : []
  const noted = kind === 'roster' && slot.meeting ? await attendancesOf(ctx.db, slot.meeting.id) : []
  const place = placeWords(slot.meeting)
  const sheet: Sheet = {
    kind,
    title: `${region.name}　${slot.label}　${PAPER_KINDS[kind]}`,
    facts: [{ term: '日時', text: whenWords(slot.meeting) }, ...(place ? [{ term: '形・場所', text: place }] : [])],
    agenda: kind === 'agenda' ? await itemsOf(call, slot) : [],
    roster: rosterLines(rosterOf(team, noted, slot.meeting?.heldOn ?? today(ctx.now))),
    materials: kind === 'roster' ? [] : await materialsOf(call, slot),
  }
  return { slot, sheet }
}

const trail = ({ region }: RegionCall, slot: Slot, last: string) =>
  regionCrumbs(
    region,
    ['回と日程', paths.meetings(region.id)],
    [slot.label, paths.meeting(region.id, slot.number)],
    last,
  )

async function list(call: RegionCall, form?: FormState, status = 200): Promise<Reply> {
  const { ctx, region } = call
  const slot = await slotAsked(call)
  const first = emptyForm({ items: (await itemsOf(call, slot)).join('\n'), circle: 'region' })
  const filled = form ? { ...form, values: { ...first.values, ...form.values } } : first
  const props = papersPage(ctx.actor, region, { slot, materials: await materialsOf(call, slot), form: filled })
  const crumbs = trail(call, slot, '次第・名簿・資料')
  return page('overview/meeting-papers/index', { ...props, title: `${region.name} ${props.heading}`, crumbs }, status)
}

async function show(call: RegionCall): Promise<Reply> {
  const { slot, sheet } = await sheetOf(call)
  const crumbs = trail(call, slot, PAPER_KINDS[sheet.kind])
  return page('overview/meeting-papers/sheet', { ...paperPage(call.region, slot, sheet), crumbs })
}

async function download(call: RegionCall): Promise<Reply> {
  const { slot, sheet } = await sheetOf(call)
  const name = `${call.region.name}_${slot.label}_${PAPER_KINDS[sheet.kind]}.docx`
  return file({ name, type: DOCX, bytes: await writePaper(paperOf(sheet)) })
}

async function saveAgenda(call: RegionCall): Promise<Reply> {
  const slot = await openSlot(call)
  const input = readForm(agendaForm, call.body)
  if (!input.ok) return list(call, input.form, 422)
  await writeAgenda(call.ctx, call.region, { slot, items: input.data.items })
  return redirect(paths.meetingPapers(call.region.id, slot.number), '議題を保存しました')
}

async function addMaterials(call: RegionCall): Promise<Reply> {
  const { ctx, region, files } = call
  const slot = await openSlot(call)
  const input = readForm(materialForm(writableCircles(ctx.actor, region)), call.body)
  const fault = Object.values(call.fileFaults)[0] ?? (files.length === 0 ? 'ファイルを選んでください' : null)
  if (fault) return list(call, withError(input.form, 'file', fault), 422)
  if (!input.ok) return list(call, input.form, 422)
  await addFiles(ctx, region, { files, circle: input.data.circle, about: aboutMeeting(slot.label) })
  return redirect(paths.meetingPapers(region.id, slot.number), `資料を${files.length}個加えました`)
}
