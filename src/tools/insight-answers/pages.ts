import type { Actor } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { emptyForm, type FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { ANSWERS } from '../check-fates/check-fates.ts'
import { INSIGHTS, type Insight } from '../insights/insights.ts'
import { mendLabel, mendPath } from '../questions/questions.ts'

export interface AnswerPage {
  around: RegionFrame
  question: string
  text: string
  place: string
  mendHref: string
  mendLabel: string
  back: string
  answers: { value: string; label: string; hint: string }[]
  form: FormState
  saveTo: string
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/insight-answers/show': AnswerPage
  }
}

const HINTS: Record<string, string> = {
  kept_with_reason: 'あとで読む人に、考えた跡が伝わります',
  left: '理由は要りません。箱や欄の言葉が変わると、もう一度たずねます',
  open: 'もとの問いにもどします',
}

export function answerPage(
  { actor, region }: { actor: Actor; region: Region },
  insight: Insight,
  given: { form: FormState | null; answer: string; back: string },
): AnswerPage & PageBase {
  const { found, fate } = insight
  const isAnswered = fate?.fate === 'kept_with_reason' || fate?.fate === 'left'
  const choices = Object.entries(ANSWERS).filter(([key]) => key !== 'open' || isAnswered)
  const mendHref = mendPath(region.id, found.place)
  const chosen = given.answer || (fate?.fate ?? 'kept_with_reason')
  return {
    title: `問いに答える：${region.name}`,
    crumbs: regionCrumbs(region, [INSIGHTS, paths.insights(region.id)], '問いに答える'),
    around: regionFrame(actor, region, 'insights'),
    question: insight.key,
    ...{ text: found.message, place: found.place.label, mendHref, mendLabel: mendLabel(found.place) },
    back: given.back,
    answers: choices.map(([value, label]) => ({ value, label, hint: HINTS[value] ?? '' })),
    form: given.form ?? emptyForm({ answer: chosen, reason: fate?.reason ?? '' }),
    saveTo: paths.insightAnswer(region.id),
    backHref: given.back === 'place' ? mendHref : paths.insights(region.id),
  }
}
