import type { RouteTable, Seen } from '../../access/doors.ts'
import { paths } from '../../paths/paths.ts'
import type { Call } from '../../platform/web/call.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import { Problem } from '../../platform/web/problem.ts'
import { page, type Reply, redirect } from '../../platform/web/reply.ts'
import { regionCrumbs } from '../../programme/sections/sections.ts'
import { editModel } from '../box-edits/actions.ts'
import { wordIn, wordsIn } from '../box-edits/forms.ts'
import { addStarters } from '../model-starters/body.ts'
import { modelTabs } from '../model-tabs/store.ts'
import { logicModelKind } from '../model-words/model-words.ts'
import { paperAt } from '../papers/store.ts'
import { addGuided } from './body.ts'
import { newBoxIn, sceneIn } from './forms.ts'
import { type Step, stepNamed } from './model-guide.ts'
import { guidePage } from './pages.ts'

type Here = Call & Seen['region']

export const modelGuideRoutes: RouteTable<'region'> = {
  'GET /regions/:regionId/logic-model/guide': {
    may: 'paper.view',
    run: (call) => show(call, { step: stepNamed(call.query.step ?? ''), scene: sceneFor(call) }),
  },
  'POST /regions/:regionId/logic-model/guide': { may: 'paper.write', run: add },
}

/** What was chosen, else what the region set out to work on. */
const sceneFor = ({ query, region }: Here): string => sceneIn(query) || sceneIn({ scene: region.scenes[0]?.code })

async function show(call: Here, at: { step: Step; scene: string; form?: FormState }): Promise<Reply> {
  const { ctx, region } = call
  const paper = await paperAt(call, logicModelKind)
  const tabs = await modelTabs(ctx, region, paper, 'guide')
  const props = guidePage({ regionId: region.id, at: paper, tabs, form: emptyForm(), ...at })
  const crumbs = regionCrumbs(region, ['ロジックモデル', paths.logicModel(region.id)], '右から順に考える')
  return page('tools/model-guide/show', { ...props, crumbs }, at.form ? 422 : 200)
}

/** Each step is saved by itself: one can leave after any of them. */
async function add(call: Here): Promise<Reply> {
  const step = stepNamed(wordIn(call.body, 'step'))
  const scene = sceneIn(call.body)
  const refuse = (errors: Record<string, string>) =>
    show(call, { step, scene, form: { values: { ...call.body }, errors } })
  const here = `${paths.logicModelGuide(call.region.id)}?${new URLSearchParams({ step: step.key, ...(scene && { scene }) })}`
  if (call.body.starters) {
    const keys = wordsIn(call.body, 'starter')
    if (keys.length === 0) return refuse({ starter: '足したい候補に印をつけてください' })
    const indicators = wordIn(call.body, 'indicators') !== ''
    const done = await editModel(call.ctx, call.region, { edit: (body) => addStarters(body, keys, { indicators }) })
    return redirect(here, done.said)
  }
  const { box, faults } = newBoxIn(call.body, step)
  if (Object.keys(faults).length > 0) return refuse(faults)
  try {
    const done = await editModel(call.ctx, call.region, { edit: (body) => addGuided(body, box) })
    return redirect(here, done.said)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid') throw error
    return refuse({ to: error.message })
  }
}
