import { type RouteTable, tableDoors } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { everyRow } from '../../platform/office/take-along.ts'
import type { Call } from '../../platform/web/call.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { sendAgain } from './actions.ts'
import { LETTER_STATES, type LetterState } from './letters.ts'
import { devLetterPage, devMailPage, lettersPage, PER_PAGE } from './pages.ts'
import { countLetters, letterOf, lettersOf } from './store.ts'
import { letterList } from './workbook.ts'

const stateIn = (query: Call['query']): LetterState | null =>
  Object.hasOwn(LETTER_STATES, query.state ?? '') ? (query.state as LetterState) : null

async function list({ ctx, query }: Call): Promise<Reply> {
  const { db, now } = ctx
  const state = stateIn(query)
  const asked = Number(query.page)
  const number = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
  const found = await lettersOf(db, { state, now, limit: PER_PAGE, offset: (number - 1) * PER_PAGE })
  const counts = {
    waiting: await countLetters(db, 'waiting', now),
    failed: await countLetters(db, 'failed', now),
    uncertain: await countLetters(db, 'uncertain', now),
  }
  return page('people/letters/index', lettersPage({ state, page: number, found, counts, now }))
}

async function again(call: Call): Promise<Reply> {
  await sendAgain(call.ctx, call.params.letterId ?? '')
  return redirect(paths.letters, 'もう一度送ります')
}

export const letterRoutes: RouteTable<'plain'> = {
  ...tableDoors<'plain'>('/letters', 'letters.view', taken),
  'GET /letters': { may: 'letters.view', run: list },
  'POST /letters/:letterId/again': { may: 'letters.view', run: again },
}

const devList = async ({ ctx }: Call): Promise<Reply> =>
  page(
    'people/letters/dev-mail',
    devMailPage((await lettersOf(ctx.db, { state: null, now: ctx.now, limit: 200, offset: 0 })).rows),
  )

async function devShow(call: Call): Promise<Reply> {
  const letter = await letterOf(call.ctx.db, call.params.letterId ?? '')
  if (!letter) throw notFound()
  return page('people/letters/dev-letter', devLetterPage(letter, call.origin))
}

/** Everybody's letters, keys and all: mounted in the demonstration only. */
export const devMailRoutes: RouteTable<'plain'> = {
  'GET /dev/mail': { may: 'public', run: devList },
  'GET /dev/mail/:letterId': { may: 'public', run: devShow },
}

async function taken({ ctx, query }: Call): Promise<NamedList> {
  const { db, now } = ctx
  const rows = await everyRow((part) => lettersOf(db, { state: stateIn(query), now, ...part }), 2_000)
  return { name: '送った手紙', ...letterList(rows, now) }
}
