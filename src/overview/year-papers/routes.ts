import { ROLES } from '../../access/actor.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { DOCX, writePaper } from '../../platform/docx/docx.ts'
import { today } from '../../platform/time.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import { programmeCrumbs, type Step } from '../../programme/programmes/programmes.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { isHeadTitle } from '../../support/attendances/attendances.ts'
import { ROSTER_NOTE, rosterName, type Seat } from '../../support/bodies/bodies.ts'
import { membersOf } from '../../support/bodies/store.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { placeWords, whenWords } from '../../support/minutes/minutes.ts'
import type { Attendee } from '../../support/occasions/occasions.ts'
import { yearAgendasOf } from '../../support/year-agendas/store.ts'
import { agendaLine } from '../../support/year-agendas/year-agendas.ts'
import { materialsOf } from '../../support/year-materials/store.ts'
import { isHandedOut } from '../../support/year-materials/year-materials.ts'
import { bodyOfMeeting, type SeenMeeting, yearMeetingSeen } from '../../support/year-meetings/store.ts'
import { lineWords, timed } from '../joint-agendas/joint-agendas.ts'
import { agendaOf as jointAgendaOf } from '../joint-agendas/store.ts'
import { JOINT_KINDS } from '../joint-report/joint-report.ts'
import { agendaItems, type Material, NOTE, PAPER_KINDS, paperOf, type Sheet } from '../meeting-papers/meeting-papers.ts'
import { titlesOf } from './store.ts'

type InProgramme = Call & Seen['programme']

/** 次第 and 参加者名簿 of the year's own meetings: WG, committee, orientation of the team, joint report. */
export const yearPaperRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/meetings/:n/papers/:kind.docx': { may: 'programme.view', run: download },
  'GET /programmes/:programmeId/meetings/:n/papers/:kind': { may: 'programme.view', run: show },
}

/** Who sits in the meeting's body on its day, also those without an account. */
async function seatsFor({ ctx, programme }: InProgramme, { slot }: SeenMeeting): Promise<Seat[]> {
  const { body } = await bodyOfMeeting(ctx.db, programme.id, slot)
  return body ? membersOf(ctx.db, [body.id], slot.meeting?.heldOn ?? today(ctx.now)) : []
}

/** Where a body sits, its members stand as in its 名簿 and ◎ is the chair; else ◎ is 課長級 and above. */
async function rosterOf(
  { ctx }: InProgramme,
  people: readonly Attendee[],
  seats: readonly Seat[],
): Promise<Sheet['roster']> {
  const seated = new Set(seats.map((seat) => seat.personId))
  const others = people.filter((one) => !seated.has(one.personId))
  const titles = await titlesOf(
    ctx.db,
    others.map((one) => one.personId),
  )
  const members = seats.map((seat) => {
    return { part: ROLES.wg_member, office: seat.affiliation, title: seat.title, name: rosterName(seat) }
  })
  const rest = others.map((one) => {
    const title = titles.get(one.personId) ?? ''
    const name = `${seats.length === 0 && isHeadTitle(title) ? '◎' : ''}${one.name}`
    return { part: ROLES[one.role], office: one.organisation, title, name }
  })
  return [...members, ...rest]
}

async function agendaOf({ ctx, programme }: InProgramme, slot: Slot, step: Step | undefined): Promise<string[]> {
  const id = slot.meeting?.id
  const joint = JOINT_KINDS.includes(slot.kind) ? await jointAgendaOf(ctx.db, programme.id) : null
  if (joint) return timed(joint).map(lineWords)
  const written = id ? (await yearAgendasOf(ctx.db, [id])).get(id)?.rows.map(agendaLine) : undefined
  return agendaItems(written ?? null, step?.guide)
}

async function materialsFor({ ctx, programme }: InProgramme, slot: Slot): Promise<Material[]> {
  const all = slot.meeting ? (await materialsOf(ctx.db, [slot.meeting.id])).filter(isHandedOut) : []
  return all.flatMap(({ id, number, title, versions: [newest] }) => {
    const at = { materialId: id, version: newest?.number ?? 1 }
    return newest ? [{ number, name: title, href: paths.yearMaterialFile(programme.id, slot.number, at) }] : []
  })
}

async function sheetOf(call: InProgramme): Promise<{ slot: Slot; sheet: Sheet }> {
  const { ctx, programme, params } = call
  const { kind = '', n = '' } = params
  if (kind !== 'agenda' && kind !== 'roster') throw notFound()
  const seen = await yearMeetingSeen(ctx, programme, n)
  if (!seen) throw notFound()
  const { slot, people } = seen
  const step = (await stepsOf(ctx.db, [programme.id])).find((one) => one.id === slot.stepId)
  const place = placeWords(slot.meeting)
  const seats = kind === 'roster' ? await seatsFor(call, seen) : []
  const sheet: Sheet = {
    kind,
    title: `${programme.name}　${slot.label}　${PAPER_KINDS[kind]}`,
    facts: [{ term: '日時', text: whenWords(slot.meeting) }, ...(place ? [{ term: '形・場所', text: place }] : [])],
    agenda: kind === 'agenda' ? await agendaOf(call, slot, step) : [],
    roster: kind === 'roster' ? await rosterOf(call, people, seats) : [],
    materials: kind === 'agenda' ? await materialsFor(call, slot) : [],
    ...(seats.length > 0 && { note: ROSTER_NOTE }),
  }
  return { slot, sheet }
}

async function show(call: InProgramme): Promise<Reply> {
  const { programme } = call
  const { slot, sheet } = await sheetOf(call)
  const here = paths.yearMeeting(programme.id, slot.number)
  const crumbs = programmeCrumbs(
    programme,
    { label: '年度の会', href: paths.yearMeetings(programme.id) },
    { label: slot.label, href: here },
    { label: PAPER_KINDS[sheet.kind] },
  )
  const docxHref = paths.yearPaperFile(programme.id, slot.number, sheet.kind)
  return page('overview/meeting-papers/sheet', { ...sheet, note: sheet.note ?? NOTE, docxHref, backHref: here, crumbs })
}

async function download(call: InProgramme): Promise<Reply> {
  const { slot, sheet } = await sheetOf(call)
  const name = `${slot.label}_${PAPER_KINDS[sheet.kind]}.docx`
  return file({ name, type: DOCX, bytes: await writePaper(paperOf(sheet)) })
}
