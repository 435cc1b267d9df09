import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import {
  fullWords,
  goneWords,
  linkStateOf,
  type QuestionnaireLink,
  readAddress,
} from '../questionnaire-links/questionnaire-links.ts'
import { linkByToken } from '../questionnaire-links/store.ts'
import type { Questionnaire } from '../questionnaires/questionnaires.ts'
import { questionnaireById } from '../questionnaires/store.ts'
import { giveAnswers, waitFor } from './actions.ts'
import { type ReadAnswers, readAnswers } from './forms.ts'
import { answersPage, thanksPage } from './pages.ts'
import { crowdedWords, PAUSED, TRAP, TRAPPED } from './questionnaire-answers.ts'
import { placeOf } from './store.ts'

/** Open to everybody who has the address; the address is all that is asked of them. */
export const answerLinkRoutes: RouteTable<'plain'> = {
  'GET /l/answers/:token': { may: 'public', run: async (call) => show(await behind(call)) },
  'POST /l/answers/:token': { may: 'public', run: async (call) => send(call, await behind(call)) },
  'GET /l/answers/:token/thanks': { may: 'public', run: thanks },
}

interface Behind {
  q: Questionnaire
  link: QuestionnaireLink
  region: string
  /** Why nothing is taken: it has ended, or the region rests. */
  closed: { words: string; status: number } | null
}

async function found({ ctx, params }: Call): Promise<Pick<Behind, 'q' | 'link'>> {
  const link = await linkByToken(ctx.db, readAddress(params.token ?? ''))
  const q = link && (await questionnaireById(ctx.db, link.questionnaireId))
  if (!link || !q) throw notFound()
  return { link, q }
}

async function behind(call: Call): Promise<Behind> {
  const { link, q } = await found(call)
  const { region, isPaused } = await placeOf(call.ctx.db, q)
  if (linkStateOf(link, call.ctx.now) !== 'open')
    return { link, q, region, closed: { words: goneWords(q, link), status: 410 } }
  const words = `${PAUSED}。お尋ねは、${q.contact}へどうぞ。`
  return { link, q, region, closed: isPaused ? { words, status: 409 } : null }
}

interface Shown {
  read?: ReadAnswers
  above?: string
  status?: number
}

async function show({ q, link, region, closed }: Behind, given: Shown = {}): Promise<Reply> {
  const { body = {}, faults = [] } = given.read ?? {}
  const words = { closed: closed?.words ?? null, above: given.above ?? null }
  const view = { q, link, region, ...words, sendTo: paths.answersLink(link.token), body, faults }
  const status = closed?.status === 410 || given.read ? closed?.status : undefined
  return page('tools/questionnaire-answers/show', answersPage(view), status ?? given.status ?? 200)
}

/** Whatever stands in the way, what was written stands in the form again. */
async function send(call: Call, at: Behind): Promise<Reply> {
  const read = readAnswers(at.q, call.body)
  if (at.closed) return show(at, { read })
  if ([call.body[TRAP] ?? ''].flat().some((typed) => typed !== ''))
    return show(at, { read, above: TRAPPED, status: 422 })
  const { profession, values, faults } = read
  if (faults.length > 0 || !profession) return show(at, { read, status: 422 })
  const wait = await waitFor(call.ctx, at.link, call.address)
  if (wait > 0) return show(at, { read, above: crowdedWords(wait), status: 429 })
  const taken = await giveAnswers(call.ctx, at.link, { profession, values })
  return taken ? redirect(paths.answersThanks(at.link.token)) : show(at, { read, above: fullWords(at.q), status: 429 })
}

async function thanks(call: Call): Promise<Reply> {
  const { q } = await found(call)
  return page('tools/questionnaire-answers/thanks', thanksPage(q))
}
