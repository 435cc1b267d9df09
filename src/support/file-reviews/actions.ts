import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import type { Tool, ToolVersion } from '../tool-files/tool-files.ts'
import { type FileComment, hatOf } from './file-reviews.ts'
import { addComment, setComment } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    file_commented: { name: string; number: number }
    file_comment_ended: { name: string; how: 'answered' | 'closed' | 'reopened' }
  }
}

const ENDS = { answered: 'に返事をしました', closed: 'を済みにしました', reopened: 'をもう一度開きました' } as const

export const fileReviewHappenings = {
  file_commented: (h) => `${h.actorName}さんが「${h.details.name}」第${h.details.number}版に意見を書きました`,
  file_comment_ended: (h) => `${h.actorName}さんが「${h.details.name}」への意見${ENDS[h.details.how]}`,
} satisfies Sentences<'file_commented' | 'file_comment_ended'>

interface Place {
  programme: Programme
  tool: Tool
}

export const sayOnFile = (ctx: Ctx, { programme, tool }: Place, given: { version: ToolVersion; text: string }) =>
  change(ctx, async (db, log) => {
    const by = {
      personId: ctx.actor.personId,
      personName: ctx.actor.name,
      role: hatOf(ctx.actor, programme),
    }
    const { version, text } = given
    await addComment(db, { ...by, versionId: version.id, text }, ctx.now)
    const details = { name: tool.name, number: version.number }
    await log({ kind: 'file_commented', programmeId: programme.id, circle: 'office', details })
  })

/** An answer replaces the one before; closing keeps it. */
export const endComment = (
  ctx: Ctx,
  { programme, tool }: Place,
  given: { comment: FileComment; how: 'answered' | 'closed' | 'reopened'; answer: string },
) =>
  change(ctx, async (db, log) => {
    const { comment, how, answer } = given
    const [by, at] = [ctx.actor.name, ctx.now.toISOString()]
    const answered = answer && answer !== comment.answer ? { answer, answeredBy: by, answeredAt: at } : {}
    const closed =
      how === 'closed' ? { closedBy: by, closedAt: at } : how === 'reopened' ? { closedBy: null, closedAt: null } : {}
    await setComment(db, comment.id, { ...answered, ...closed })
    await log({
      kind: 'file_comment_ended',
      programmeId: programme.id,
      circle: 'office',
      details: { name: tool.name, how },
    })
  })
