import { ROLES } from '../../access/actor.ts'
import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { DOCX, writePaper } from '../../platform/docx/docx.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import { programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { isHeadTitle } from '../../support/attendances/attendances.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { placeWords, whenWords } from '../../support/minutes/minutes.ts'
import type { Attendee } from '../../support/occasions/occasions.ts'
import { agendaItems, NOTE, PAPER_KINDS, paperOf, type Sheet } from '../meeting-papers/meeting-papers.ts'
import { titlesOf, yearMeetingSeen } from './store.ts'

type InProgramme = Call & Seen['programme']

/** 次第 and 参加者名簿 of the year's own meetings: WG, committee, orientation of the team, joint report. */
export const yearPaperRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/meetings/:n/papers/:kind.docx': { may: 'programme.view', run: download },
  'GET /programmes/:programmeId/meetings/:n/papers/:kind': { may: 'programme.view', run: show },
}

async function rosterOf({ ctx }: InProgramme, people: readonly Attendee[]): Promise<Sheet['roster']> {
  const ids = people.map((one) => one.personId)
  const titles = await titlesOf(ctx.db, ids)
  return people.map((one) => {
    const title = titles.get(one.personId) ?? ''
    const name = `${isHeadTitle(title) ? '◎' : ''}${one.name}`
    return { part: ROLES[one.role], office: one.organisation, title, name }
  })
}

async function sheetOf(call: InProgramme): Promise<{ slot: Slot; sheet: Sheet }> {
  const { ctx, programme, params } = call
  const { kind = '', n = '' } = params
  if (kind !== 'agenda' && kind !== 'roster') throw notFound()
  const seen = await yearMeetingSeen(ctx, programme, { n, href: paths.yearMeeting(programme.id, n) })
  if (!seen) throw notFound()
  const { slot, people } = seen
  const step = (await stepsOf(ctx.db, [programme.id])).find((one) => one.id === slot.stepId)
  const place = placeWords(slot.meeting)
  const sheet: Sheet = {
    kind,
    title: `${programme.name}　${slot.label}　${PAPER_KINDS[kind]}`,
    facts: [{ term: '日時', text: whenWords(slot.meeting) }, ...(place ? [{ term: '形・場所', text: place }] : [])],
    agenda: kind === 'agenda' ? agendaItems(null, step?.guide) : [],
    roster: kind === 'roster' ? await rosterOf(call, people) : [],
    materials: [],
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
  return page('overview/meeting-papers/sheet', { ...sheet, note: NOTE, docxHref, backHref: here, crumbs })
}

async function download(call: InProgramme): Promise<Reply> {
  const { slot, sheet } = await sheetOf(call)
  const name = `${slot.label}_${PAPER_KINDS[sheet.kind]}.docx`
  return file({ name, type: DOCX, bytes: await writePaper(paperOf(sheet)) })
}
