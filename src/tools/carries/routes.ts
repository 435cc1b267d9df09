import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState, readForm, withError } from '../../platform/web/forms.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { takeTied } from '../first-drafts/actions.ts'
import { type PaperAt, titleOf } from '../papers/papers.ts'
import { type KindOf, namedPaper } from '../papers/store.ts'
import { answerCarry } from './actions.ts'
import { answerForm, takeForm } from './forms.ts'
import { carriesPage } from './pages.ts'
import { carriesAround } from './store.ts'

type Here = Call & Seen['region']

/** From one paper to the next without retyping: what can be copied, what was, and whether its source has moved on. */
export function carryRoutes(kindOf: KindOf): RouteTable<'region'> {
  const at = namedPaper(kindOf)
  return {
    'GET /regions/:regionId/papers/:ref/carries': {
      may: 'paper.view',
      run: async (call) => list(call, await at(call)),
    },
    'POST /regions/:regionId/papers/:ref/carries': {
      may: 'paper.view',
      run: async (call) => take(call, await at(call)),
    },
    'POST /regions/:regionId/papers/:ref/carries/:carryId': {
      may: 'paper.view',
      run: async (call) => answer(call, await at(call)),
    },
  }
}

async function list(call: Here, at: PaperAt, form?: FormState): Promise<Reply> {
  const { ctx, region } = call
  const home = at.kind.home(region.id, at.part)
  const { offers, notes } = await carriesAround(call, at)
  const props = carriesPage(at, {
    around: regionFrame(ctx.actor, region, 'tools'),
    offers,
    notes: [...notes.values()],
    saveTo: offers.length > 0 ? paths.paperCarries(region.id, at.ref) : null,
    backTo: home,
    form: form ?? emptyForm(),
  })
  const crumbs = regionCrumbs(region, [titleOf(at), home], '前に書いたものを写す')
  return page('tools/carries/index', { ...props, title: props.heading, crumbs }, form ? 422 : 200)
}

async function take(call: Here, at: PaperAt): Promise<Reply> {
  if (at.closed) throw new Problem('forbidden', at.closed)
  const input = readForm(takeForm, call.body)
  const keys = input.ok ? input.data.take : []
  const { offers: all, sources } = await carriesAround(call, at)
  const offers = all.filter((offer) => keys.includes(offer.key))
  if (offers.length === 0) return list(call, at, withError(emptyForm(), 'take', '写すものを選んでください'))
  const count = await takeTied(call.ctx, call.region, { at, offers, sources })
  return redirect(at.kind.home(call.region.id, at.part), `${count}か所を写しました。元の文とのつながりも残しています`)
}

async function answer(call: Here, at: PaperAt): Promise<Reply> {
  if (at.closed) throw new Problem('forbidden', at.closed)
  const input = readForm(answerForm, call.body)
  if (!input.ok) throw new Problem('invalid', Object.values(input.form.errors)[0] ?? '')
  const { notes, sources } = await carriesAround(call, at)
  const note = [...notes.values()].find(({ carry }) => carry.id === call.params.carryId)
  const source = note && sources.get(note.carry.fromDocumentId)
  if (!note || !source) throw notFound()
  const update = input.data.answer === 'update'
  await answerCarry(call.ctx, call.region, { at, note, update, source: source.head })
  const home = at.kind.home(call.region.id, at.part)
  return redirect(home, update ? '元の新しい文に合わせました' : 'いまの文のままにしました')
}
