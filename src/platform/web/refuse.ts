import type { Request, Response } from 'express'
import { newId } from '../db/ids.ts'
import { log, plainError, safePath } from '../log/log.ts'
import type { Call } from './call.ts'
import { drawView } from './draw.ts'
import { Problem, statusOf } from './problem.ts'
import type { PageBase } from './reply.ts'

interface Framing {
  frame(call: Call | null, props: PageBase): Promise<{ shell: object }>
}

/** A problem becomes its page; anything else is ours: logged in full, shown as one calm sentence with a number. */
export async function refuse(house: Framing, error: unknown, req: Request, res: Response): Promise<void> {
  const problem = problemOf(error)
  const number = problem ? null : newId()
  if (number || isFull(error)) log.error({ number, path: safePath(req.originalUrl), error: plainError(error) }, 'fault')
  if (res.headersSent) return void res.end()
  const status = problem ? statusOf[problem.code] : 500
  const call = (res.locals.call as Call | undefined) ?? null
  try {
    if (call?.wantsPart)
      return void res
        .status(status)
        .type('text/plain')
        .send(problem?.message ?? '保存できませんでした')
    const props = {
      title: titles[status] ?? 'お困りですか',
      message: problem?.message ?? '',
      who: problem?.who ?? [],
      number,
    }
    const frame = await house.frame(call, { title: props.title, frame: call?.ctx.actor.personId ? 'full' : 'plain' })
    const body = await drawView(`problems/${status}`, { ...frame.shell, ...props })
    const layout = call?.ctx.actor.personId ? 'layout/page' : 'layout/plain'
    res
      .status(status)
      .type('html')
      .send(await drawView(layout, { ...frame, ...props, body }))
  } catch (fault) {
    log.error({ error: plainError(fault) }, 'problem page failed')
    res.status(status).type('text/plain').send('ページを表示できませんでした。時間をおいて、もう一度お試しください。')
  }
}

const titles: Record<number, string> = {
  403: 'この操作はできません',
  404: 'ページが見つかりません',
  409: '操作が重なりました',
  410: '期限が切れています',
  413: 'ファイルか文章が大きすぎます',
  422: '内容を確かめてください',
  429: '少し待ってからお試しください',
  500: 'うまく動きませんでした',
  503: 'いま利用できません',
}

const FULL =
  '保存する場所がいっぱいで、いまは書きこめません。送った内容は保存されていません。この画面を閉じずに事務局へ知らせ、場所が空いてから、もう一度送ってください'

/** The disk has no room: of the database, or of a file laid beside it. */
const isFull = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  /^(SQLITE_FULL|ENOSPC|EDQUOT)$/.test(`${error.code}`)

/** Problems pass as they are; what Express and its parsers refuse becomes one; anything else is a fault of ours. */
function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error
  if (isFull(error)) return new Problem('unavailable', FULL)
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  if (status === 413)
    return new Problem('too_large', '送られた内容が大きすぎます。文章を分けるか、ファイルを小さくしてください')
  if (status === 400 || status === 415 || error instanceof URIError) {
    return new Problem('invalid', '送られた内容を読み取れませんでした。前の画面に戻り、もう一度お試しください')
  }
  return null
}
