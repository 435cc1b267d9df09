import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import { bytesOf } from '../../platform/files/files.ts'
import { fileOf } from '../../platform/files/store.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { file, page, type Reply, redirect } from '../../platform/web/reply.ts'
import { MAX_BYTES, TAKEN_KINDS } from '../../programme/region-files/region-files.ts'
import { newVersion } from '../tool-files/actions.ts'
import type { Tool } from '../tool-files/tool-files.ts'
import { endComment, sayOnFile } from './actions.ts'
import type { FileComment } from './file-reviews.ts'
import { answerForm, commentForm, noteForm } from './forms.ts'
import { fileReviewPage } from './pages.ts'
import { advisesYear, commentsOf, reviewedFile } from './store.ts'

type InProgramme = Call & Seen['programme']
interface Reviewed {
  tool: Tool
  comments: FileComment[]
}

const ONE = '/programmes/:programmeId/file-reviews/:toolId'
const upload = { kinds: TAKEN_KINDS, maxBytes: MAX_BYTES, maxFiles: 1 }

export const fileReviewRoutes: RouteTable<'programme'> = {
  [`GET ${ONE}`]: { may: 'file.review', run: (call) => show(call) },
  [`POST ${ONE}`]: { may: 'tools.edit', run: renew, upload },
  [`GET ${ONE}/versions/:number`]: { may: 'file.review', run: download },
  [`POST ${ONE}/comments`]: { may: 'file.comment', run: say },
  [`POST ${ONE}/comments/:commentId`]: { may: 'tools.edit', run: end },
}

async function asked({ ctx, programme, params }: InProgramme): Promise<Reviewed> {
  const tool = (await advisesYear(ctx.db, ctx.actor, programme))
    ? await reviewedFile(ctx.db, programme.id, params.toolId ?? '')
    : undefined
  if (!tool) throw notFound()
  const comments = await commentsOf(
    ctx.db,
    tool.versions.map(({ id }) => id),
  )
  return { tool, comments }
}

async function show(call: InProgramme, typed?: { at: string; form: FormState }): Promise<Reply> {
  const view = { actor: call.ctx.actor, programme: call.programme, ...(await asked(call)), typed }
  return page('support/file-reviews/show', fileReviewPage(view), typed ? 422 : 200)
}

async function say(call: InProgramme): Promise<Reply> {
  const { programme } = call
  const { tool } = await asked(call)
  const input = readForm(commentForm, call.body)
  if (!input.ok) return show(call, { at: 'new', form: input.form })
  const version = tool.versions.find(({ number }) => String(number) === input.data.version) ?? tool.versions[0]
  if (!version) throw notFound()
  await sayOnFile(call.ctx, { programme, tool }, { version, text: input.data.text })
  return redirect(paths.fileReview(programme.id, tool.id), `第${version.number}版への意見として残しました`)
}

const SAID = { answered: '返事を残しました', closed: '済みにしました', reopened: 'もう一度開きました' } as const

async function end(call: InProgramme): Promise<Reply> {
  const { programme } = call
  const { tool, comments } = await asked(call)
  const comment = comments.find(({ id }) => id === call.params.commentId)
  if (!comment) throw notFound()
  const input = readForm(answerForm, call.body)
  if (!input.ok) return show(call, { at: comment.id, form: input.form })
  const { answer, deed } = input.data
  const how = deed === 'close' ? 'closed' : deed === 'open' ? 'reopened' : 'answered'
  if (how === 'answered' && answer === '')
    return show(call, { at: comment.id, form: withError(input.form, 'answer', '返事を書いてください') })
  await endComment(call.ctx, { programme, tool }, { comment, how, answer })
  return redirect(`${paths.fileReview(programme.id, tool.id)}#c-${comment.id}`, SAID[how])
}

async function renew(call: InProgramme): Promise<Reply> {
  const { programme } = call
  const { tool } = await asked(call)
  const input = readForm(noteForm, call.body)
  const [given] = call.files
  const fault = Object.values(call.fileFaults)[0] ?? (given ? null : 'ファイルを選んでください')
  if (fault || !given) return show(call, { at: 'file', form: withError(input.form, 'file', fault ?? '') })
  if (!input.ok) return show(call, { at: 'file', form: input.form })
  const number = await newVersion(call.ctx, programme, tool, { file: given, note: input.data.note })
  return redirect(paths.fileReview(programme.id, tool.id), `第${number}版にしました。前の版と意見も残っています`)
}

async function download(call: InProgramme): Promise<Reply> {
  const { tool } = await asked(call)
  const version = tool.versions.find(({ number }) => String(number) === call.params.number)
  const found = version && (await fileOf(call.ctx.db, version.fileId))
  if (!found) throw notFound()
  return file({ name: found.name, type: found.mime, bytes: await bytesOf(found) })
}
