import { answerAdvice, giveAdvice } from '../../support/advice/actions.ts'
import { adviceOfRegion } from '../../support/advice/store.ts'
import { editModel } from '../../tools/box-edits/actions.ts'
import { addValue } from '../../tools/indicator-values/actions.ts'
import { editIndicator } from '../../tools/indicators/body.ts'
import { boxesOf, indicatorsOf } from '../../tools/logic-models/logic-models.ts'
import { logicModelKind } from '../../tools/model-words/model-words.ts'
import { paperAt } from '../../tools/papers/store.ts'
import { type Cast, seen } from './cast.ts'
import type { At } from './demonstration.ts'
import type { PersonKey } from './people.ts'

interface Asked {
  boxId: string
  at: At
  text: string
  answeredAt: At
  reason: string
}

/** Ken speaks to single boxes: one was reworded after it, the other given up. */
const ASKED: readonly Asked[] = [
  {
    ...{ boxId: 'a1', at: '2025-11-17 20:10' },
    text: '出向いたあと、病院のだれが、何をするようになるとよいですか。そこまで書くと、次に会う人が決まります。',
    ...{ answeredAt: '2025-12-03 16:50' },
    reason: '師長と相談員が入院の日にカードを送ること、と書きなおしました。',
  },
  {
    ...{ boxId: 'a4', at: '2025-11-17 20:20' },
    text: 'この研修のあと、だれの何が変わっていますか。すぐに言えないときは、いったん外してみてください。',
    ...{ answeredAt: '2025-12-03 16:55' },
    reason: '言えなかったので外し、土曜の入院の紙を先にしました。',
  },
]

/** Advice tied to boxes of みどり町's model, and an indicator whose day has passed. */
export function modelAdviceDeeds(cast: Cast, { programmeId, regionId }: { programmeId: string; regionId: string }) {
  const by = async (who: PersonKey, at: At) => {
    const ctx = await cast.as(who, at)
    const { region } = await seen(ctx, programmeId, regionId)
    return { ctx, region, paper: await paperAt({ ctx, region }, logicModelKind) }
  }
  const ask = async ({ boxId, at, text }: Asked) => {
    const { ctx, region, paper } = await by('ken', at)
    const box = boxesOf(paper.head.body).find(({ id }) => id === boxId)
    if (!box || !paper.document) return
    const path = `boxes/${boxId}`
    const label = `${logicModelKind.title} ${logicModelKind.words.place(path, paper.head.body)}`
    const subject = { kind: 'document' as const, id: paper.document.id, path, quote: box.text, label }
    await giveAdvice(ctx, region, {
      ...{ text, circle: 'region', subject: { ...subject, href: logicModelKind.home(region.id) } },
    })
  }
  const answer = async ({ text, answeredAt, reason }: Asked) => {
    const { ctx, region } = await by('aoi', answeredAt)
    const advice = (await adviceOfRegion(ctx.db, region.id, ['region'])).find((one) => one.text === text)
    if (advice) await answerAdvice(ctx, region, advice, { answer: 'taken', reason })
  }
  const count = async (at: At) => {
    const { ctx, region, paper } = await by('aoi', at)
    const indicator = indicatorsOf(paper.head.body).find(({ id }) => id === 'n2')
    if (!indicator) return
    const value = { on: '2025-11-28', value: '1件', note: '手すりの工事が一日おくれた' }
    await addValue(ctx, { region, indicator, circle: paper.circle }, value)
    await editModel(ctx, region, { edit: (body) => editIndicator(body, 'n2', { nextOn: '2025-12-12' }) })
  }
  return [
    ...ASKED.map((one) => ({ at: one.at, run: () => ask(one) })),
    ...ASKED.map((one) => ({ at: one.answeredAt, run: () => answer(one) })),
    { at: '2025-12-10 13:20' as At, run: () => count('2025-12-10 13:20') },
  ]
}
