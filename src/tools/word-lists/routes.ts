import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { type FormState, readForm } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { saveWords } from './actions.ts'
import { wordListForm } from './forms.ts'
import { wordListPage, wordListsPage } from './pages.ts'
import { wordsOf } from './store.ts'
import { DEFAULT_WORDS, isWordKey, WORD_LISTS, type WordKey } from './word-lists.ts'

type InProgramme = Call & { programme: Programme }

export const wordListRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/word-lists': { may: 'programme.edit', run: list },
  'GET /programmes/:programmeId/word-lists/:listKey': { may: 'programme.edit', run: (call) => show(call) },
  'POST /programmes/:programmeId/word-lists/:listKey': { may: 'programme.edit', run: save },
}

async function list({ ctx, programme }: InProgramme): Promise<Reply> {
  return page('tools/word-lists/list', wordListsPage(programme, await wordsOf(ctx.db, programme.id)))
}

function keyIn(call: Call): WordKey {
  const key = call.params.listKey ?? ''
  if (!isWordKey(key)) throw notFound()
  return key
}

async function show(call: InProgramme, form: FormState | null = null, status = 200): Promise<Reply> {
  const key = keyIn(call)
  const words = await wordsOf(call.ctx.db, call.programme.id)
  return page('tools/word-lists/edit', wordListPage(call.programme, { key, words, form }), status)
}

async function save(call: InProgramme): Promise<Reply> {
  const key = keyIn(call)
  const to = paths.wordLists(call.programme.id)
  if (call.body.deed === 'reset') {
    await saveWords(call.ctx, call.programme, { key, words: DEFAULT_WORDS[key] })
    return redirect(to, `「${WORD_LISTS[key].label}」をはじめの言葉にもどしました`)
  }
  const input = readForm(wordListForm, call.body)
  if (!input.ok) return show(call, input.form, 422)
  await saveWords(call.ctx, call.programme, { key, words: input.data.words })
  return redirect(to, `「${WORD_LISTS[key].label}」の言葉を保存しました。次に開いたページから変わります`)
}
