import type { RouteTable, Seen } from '../../access/doors.ts'
import { bytesOf } from '../../platform/files/files.ts'
import { fileOf } from '../../platform/files/store.ts'
import { type PdfPart, writePdf } from '../../platform/pdf/pdf.ts'
import { paperPart } from '../../platform/printed/printed.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { file, page, type Reply } from '../../platform/web/reply.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { boardPart } from '../board-papers/paper.ts'
import { releasedBoards } from '../board-releases/store.ts'
import { currentOf, HAND_IN_KINDS, type HandIn } from '../joint-materials/joint-materials.ts'
import { byWords } from '../joint-materials/pages.ts'
import { handInsOf, wholeHandIns } from '../joint-materials/store.ts'
import type { Snapshot } from '../joint-papers/joint-papers.ts'
import { closingPaper, modelOnPaper } from '../joint-papers/paper.ts'
import { shownQuestions } from '../joint-questions/joint-questions.ts'
import { jointQuestionsOf } from '../joint-questions/store.ts'
import { isOwn, type Joint, readsHandedIn } from '../joint-report/joint-report.ts'
import { jointSeen, regionIn } from '../joint-report/store.ts'
import { mayRead } from './joint-peers.ts'
import { peerPage, RELEASED } from './pages.ts'

type InProgramme = Call & Seen['programme']

const AT = '/programmes/:programmeId/joint-report/regions/:regionId'

/** What a region handed in, for everybody who takes part; before the day only for its own people. */
export const jointPeerRoutes = {
  [`GET ${AT}`]: { may: 'joint.view', run: show },
  [`GET ${AT}/files/:handInId`]: { may: 'joint.view', run: download },
} as RouteTable<'programme'>

async function regionSeenHere(call: InProgramme): Promise<{ joint: Joint; region: Region }> {
  const joint = await jointSeen(call)
  const region = regionIn(joint, call.params.regionId)
  if (!readsHandedIn(call.ctx.actor, joint, region)) throw notFound()
  return { joint, region }
}

async function show(call: InProgramme): Promise<Reply> {
  const { ctx, programme } = call
  const { joint, region } = await regionSeenHere(call)
  const current = currentOf(await handInsOf(ctx.db, [region.id]))
  const papers = current.filter(({ kind }) => kind !== 'file').map(({ id }) => id)
  const whole = await wholeHandIns(ctx.db, papers)
  const all = await jointQuestionsOf(ctx.db, programme.id)
  const own = all.filter(({ regionId }) => regionId === null || regionId === region.id)
  const questions = shownQuestions(ctx.actor, joint, own)
  const released = (await releasedBoards(ctx.db, [region.id], 'joint')).get(region.id) ?? null
  const view = { actor: ctx.actor, joint, region, current, whole, questions, released }
  return page('overview/joint-peers/show', peerPage(view))
}

function partOf(joint: Joint, region: Region, handIn: HandIn): PdfPart {
  const snapshot = { kind: handIn.kind, body: handIn.body } as Snapshot
  const of = { region: region.name, label: joint.label, by: byWords(handIn) }
  if (snapshot.kind === 'board') return boardPart(snapshot.body)
  if (snapshot.kind === 'closing') return paperPart(closingPaper(of, snapshot.body.sections))
  return paperPart(modelOnPaper(of, snapshot.body))
}

const GONE = 'このファイルは、出した地域が消しました。合同報告会のページから、いま出ている資料を見てください'

/** The sheet the secretariat put to the regions, where the region handed in none itself. */
async function releasedPdf({ ctx }: InProgramme, region: Region): Promise<Reply> {
  const released = (await releasedBoards(ctx.db, [region.id], 'joint')).get(region.id)
  if (!released) throw notFound()
  const title = `${region.name} ${HAND_IN_KINDS.board}`
  const bytes = await writePdf({ title, parts: [boardPart(released.board)] })
  return file({ name: `${region.name}_${HAND_IN_KINDS.board}.pdf`, type: 'application/pdf', bytes, inline: true })
}

async function download(call: InProgramme): Promise<Reply> {
  const { ctx, params } = call
  const { joint, region } = await regionSeenHere(call)
  if (params.handInId === RELEASED) return releasedPdf(call, region)
  const all = await handInsOf(ctx.db, [region.id])
  const [handIn] = await wholeHandIns(ctx.db, [params.handInId ?? ''])
  if (!handIn || !mayRead(handIn, all, isOwn(ctx.actor, region))) throw notFound()
  if (handIn.kind === 'file') {
    const found = await fileOf(ctx.db, handIn.fileId ?? '')
    if (!found) throw notFound()
    if (found.deletedAt) throw new Problem('gone', GONE)
    return file({ name: found.name, type: found.mime, bytes: await bytesOf(found) })
  }
  const title = `${region.name} ${HAND_IN_KINDS[handIn.kind]}`
  const bytes = await writePdf({ title, parts: [partOf(joint, region, handIn)] })
  return file({
    name: `${region.name}_${HAND_IN_KINDS[handIn.kind]}.pdf`,
    type: 'application/pdf',
    bytes,
    inline: true,
  })
}
