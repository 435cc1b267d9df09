import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { type Advice, isUnconfirmed } from '../advice/advice.ts'
import type { Wording } from './advice-wordings.ts'

interface Button {
  label: string
  value: string
}

export interface WordingPage {
  around: RegionFrame
  heading: string
  lead: string
  main: Button
  others: Button[]
  earlier: { head: string; text: string }[]
  saveTo: string
  backHref: string
  readers: string
  form: FormState
}

export interface NodPage {
  heading: string
  lead: string
  text: string
  by: string
  done: string | null
  saveTo: string
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/advice-wordings/edit': WordingPage
    'support/advice-wordings/nod': NodPage
  }
}

interface WordingView {
  actor: Actor
  region: Region
  advice: Advice
  earlier: readonly Wording[]
  form: FormState
}

const KEPT = { label: 'この文にする', value: 'save' }
const YES = { label: 'この書き方でよい', value: 'yes' }
const SEND = { label: '助言を送る', value: 'send' }
const DRAFT = { label: '下書きのまま残す', value: 'save' }
const DROP = { label: '下書きを捨てる', value: 'drop' }

export function wordingPage({ actor, region, advice, earlier, form }: WordingView): WordingPage {
  const isDraft = advice.sentAt === null
  const asked = isUnconfirmed(advice) && advice.advisorId === actor.personId
  return {
    around: regionFrame(actor, region, 'advice'),
    heading: isDraft ? '下書きの助言' : asked ? 'この書き方でよいですか' : '助言を書き直す',
    lead: isDraft ? '送るまで、あなただけに見えます。' : '前の文も、だれがいつ直したかも残ります。',
    main: isDraft ? SEND : asked ? YES : KEPT,
    others: isDraft ? [DRAFT, DROP] : asked ? [{ label: '直して、この文にする', value: 'save' }] : [],
    earlier: earlier.map((w) => {
      return {
        head: `第${w.number}版（${warekiShort(dayOf(w.at))} ${clock(w.at)}に${w.byName}さんが直しました）`,
        text: w.text,
      }
    }),
    saveTo: paths.adviceWording(region.id, advice.id),
    backHref: paths.advice(region.id),
    readers: CIRCLE_READERS[advice.circle],
    form,
  }
}

export function nodPage(
  { region, advice, form }: Pick<WordingView, 'region' | 'advice' | 'form'>,
  at: { saveTo: string; place: string },
): NodPage {
  const done = advice.confirmedAt ? '確かめてあります。ありがとうございました。このあとも直せます' : null
  return {
    heading: 'この書き方でよいですか',
    lead: `${region.name}・${at.place}での、あなたの助言です。`,
    text: advice.text,
    by: advice.authorName ? `${advice.authorName}さんが書きとめました` : '',
    done: advice.answer && advice.answer !== 'thanks' ? '町の返事がもうあるため、書き直せません' : done,
    saveTo: at.saveTo,
    readers: CIRCLE_READERS[advice.circle],
    form,
  }
}
