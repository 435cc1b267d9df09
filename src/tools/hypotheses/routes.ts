import type { RouteTable, Seen } from '../../access/doors.ts'
import type { Saved } from '../../papers/documents/documents.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { carriesAround } from '../carries/store.ts'
import { issuesRead } from '../cause-starts/store.ts'
import { parentFault } from '../causes/body.ts'
import { causesKind, causesOf, shortly } from '../causes/causes.ts'
import { remarksOf } from '../comments/store.ts'
import { opinionsOf } from '../opinions/store.ts'
import { answersIn, baseIn } from '../papers/forms.ts'
import type { PaperAt } from '../papers/papers.ts'
import { paperClash } from '../papers/routes.ts'
import { reword } from './actions.ts'
import { wordsForm } from './forms.ts'
import { placesOf } from './hypotheses.ts'
import { hypothesisPage } from './pages.ts'
import { asksRead, causeAt, deedsRead, storyRead } from './store.ts'

type Here = Call & Seen['region']

export const hypothesisRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/causes/:causeId': { may: 'paper.view', run: (call) => show(call) },
  'POST /regions/:regionId/causes/:causeId': { may: 'paper.write', run: save },
}

const crumbsOf = ({ region }: Here, text: string): ReturnType<typeof regionCrumbs> => {
  const trail = [causesKind.title, paths.causes(region.id)] as [string, string]
  return regionCrumbs(region, trail, shortly(text, 20))
}

async function show(call: Here, form?: FormState, status = 200): Promise<Reply> {
  const { ctx, region } = call
  const { at, cause } = await causeAt(call)
  const { text, parent, issue } = cause
  const view = {
    ...{ actor: ctx.actor, region, at, cause },
    opinions: await opinionsOf(ctx.db, region.id),
    asks: await asksRead(call, at, placesOf(at, cause.id)),
    deeds: await deedsRead(call, cause.id),
    carry: (await carriesAround(call, at)).notes.get(`causes/${cause.id}/text`) ?? null,
    story: await storyRead(call, at, cause.id),
    remarks: await remarksOf(call, at),
    issues: await issuesRead(call),
    base: baseIn(form?.values ?? {}) ?? at.head.number,
    form: form ?? emptyForm({ text, parent, issue }),
  }
  const title = shortly(text, 30) || causesKind.title
  return page('tools/hypotheses/show', { ...hypothesisPage(view), title, crumbs: crumbsOf(call, text) }, status)
}

const savedTo = (call: Here, at: PaperAt, saved: Saved, words: string): Reply | Promise<Reply> => {
  const home = paths.cause(call.region.id, call.params.causeId ?? '')
  if (saved.kind === 'clash') return paperClash(call, at, { saved, saveTo: call.url, backTo: home })
  return redirect(home, saved.changes.length === 0 ? '変わったところはありません' : words)
}

async function save(call: Here): Promise<Reply> {
  const { ctx, region } = call
  const { at, cause } = await causeAt(call)
  const input = readForm(wordsForm, call.body)
  if (!input.ok) return show(call, input.form, 422)
  const fault = parentFault(causesOf(at.head.body), cause.id, input.data.parent)
  if (fault) return show(call, withError(input.form, 'parent', fault), 422)
  const edit = { id: cause.id, given: input.data, base: baseIn(call.body), ...answersIn(call.body) }
  return savedTo(call, at, await reword(ctx, region, edit), '仮説を保存しました')
}
