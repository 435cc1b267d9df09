import type { RouteTable } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { readForm } from '../../platform/web/forms.ts'
import { notFound } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import type { Programme } from '../programmes/programmes.ts'
import { saveLetterText } from './actions.ts'
import { letterTextForm } from './forms.ts'
import { isLetterKey, LETTER_TEXTS, type LetterKey } from './letter-texts.ts'
import { letterTextPage, letterTextsPage } from './pages.ts'

type InProgramme = Call & { programme: Programme }

export const letterTextRoutes: RouteTable<'programme'> = {
  'GET /programmes/:programmeId/letter-texts': { may: 'programme.edit', run: list },
  'GET /programmes/:programmeId/letter-texts/:key': { may: 'programme.edit', run: show },
  'POST /programmes/:programmeId/letter-texts/:key': { may: 'programme.edit', run: save },
}

async function list(call: InProgramme): Promise<Reply> {
  return page('programme/letter-texts/list', letterTextsPage(call.programme))
}

function keyIn(call: Call): LetterKey {
  const key = call.params.key ?? ''
  if (!isLetterKey(key)) throw notFound()
  return key
}

async function show(call: InProgramme): Promise<Reply> {
  return page('programme/letter-texts/edit', letterTextPage(call.programme, keyIn(call), null))
}

async function save(call: InProgramme): Promise<Reply> {
  const key = keyIn(call)
  const to = paths.letterTexts(call.programme.id)
  if (call.body.deed === 'reset') {
    await saveLetterText(call.ctx, call.programme, { key, text: null })
    return redirect(to, `「${LETTER_TEXTS[key].label}」をはじめの文にもどしました`)
  }
  const input = readForm(letterTextForm, call.body)
  if (!input.ok || call.body.deed === 'preview') {
    return page('programme/letter-texts/edit', letterTextPage(call.programme, key, input.form), input.ok ? 200 : 422)
  }
  await saveLetterText(call.ctx, call.programme, { key, text: input.data })
  return redirect(to, `「${LETTER_TEXTS[key].label}」の文を保存しました`)
}
