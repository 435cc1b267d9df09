import { type RouteTable, type Seen, tableDoors } from '../../access/doors.ts'
import { DOCX, writePaper } from '../../platform/docx/docx.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { writePaperPdf } from '../../platform/printed/printed.ts'
import type { Call } from '../../platform/web/call.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import { sawAnswers } from '../wg-opinions/actions.ts'
import { opinionsOf } from '../wg-opinions/store.ts'
import { askedForm } from './forms.ts'
import { filtered, NO_FILTER } from './opinion-tables.ts'
import { askedWords, opinionPaperPage, opinionsPage, type TableView } from './pages.ts'
import { opinionList, opinionTable, TITLE } from './paper.ts'
import { namesAround } from './store.ts'

type InProgramme = Call & Seen['programme']

/** 意見対応表: the list with names for those who read it, the paper without them for everybody else. */
export const opinionTableRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/opinions': { may: 'review.view', run: list },
  ...tableDoors<'programme'>('/programmes/:programmeId/opinions', 'review.view', asList),
  'GET /programmes/:programmeId/opinions/paper': { may: 'review.view', run: show },
  'GET /programmes/:programmeId/opinions/paper.docx': { may: 'review.view', run: asWord },
  'GET /programmes/:programmeId/opinions/paper.pdf': { may: 'review.view', run: asPdf },
}

/** What nobody offered finds nothing. */
const UNKNOWN = { ...NO_FILTER, meeting: '?' }

async function viewOf({ ctx, programme, query }: InProgramme): Promise<TableView> {
  const read = askedForm.safeParse(query)
  const asked = read.success ? read.data : UNKNOWN
  const [all, around] = await Promise.all([opinionsOf(ctx.db, programme.id), namesAround(ctx, programme)])
  return { actor: ctx.actor, programme, all, shown: filtered(all, asked, ctx.actor.personId), asked, around }
}

async function list(call: InProgramme): Promise<Reply> {
  const view = await viewOf(call)
  const props = opinionsPage(view)
  await sawAnswers(call.ctx, view.shown)
  return page('support/opinion-tables/index', props)
}

async function show(call: InProgramme): Promise<Reply> {
  return page('support/opinion-tables/paper', opinionPaperPage(await viewOf(call)))
}

const nameOf = ({ programme }: InProgramme) => `${programme.name}_${TITLE}`

async function asList(call: InProgramme): Promise<NamedList> {
  const { shown: opinions, around } = await viewOf(call)
  return { name: nameOf(call), ...opinionList({ opinions, around }) }
}

async function paperOf(call: InProgramme) {
  const { programme, shown: opinions, asked, around } = await viewOf(call)
  return opinionTable({ programme, opinions, around, subtitle: askedWords(asked, around) })
}

async function asWord(call: InProgramme): Promise<Reply> {
  return file({ name: `${nameOf(call)}.docx`, type: DOCX, bytes: await writePaper(await paperOf(call)) })
}

async function asPdf(call: InProgramme): Promise<Reply> {
  return file({ name: `${nameOf(call)}.pdf`, type: 'application/pdf', bytes: await writePaperPdf(await paperOf(call)) })
}
