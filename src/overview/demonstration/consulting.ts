import { circlesReadBy } from '../../access/circles.ts'
import { ask, makeFaq, say } from '../../support/consultations/actions.ts'
import type { Consultation } from '../../support/consultations/consultations.ts'
import { consultationsOf } from '../../support/consultations/store.ts'
import { changeFaq } from '../../support/faqs/actions.ts'
import { faqsOf } from '../../support/faqs/store.ts'
import { slotsOfRegion } from '../../support/meetings/store.ts'
import { writeObservation } from '../../support/observations/actions.ts'
import { type Cast, seen } from './cast.ts'
import type { At } from './demonstration.ts'
import type { PersonKey } from './people.ts'

type Where = { programmeId: string; regionId: string }

const ASKED = '病院の地域連携室に電話すると、担当の方がいつも不在です。だれを通せばよいでしょうか。'
const ANSWERED =
  '電話ではなく、月に1度の退院支援の打合せに10分だけ時間をもらうのが近道です。最初は保健所の方に同席をお願いしてみてください。'
const OPEN = '事前MTG③までに、経過図に訪問看護の記録も入れたほうがよいですか。手もとには3人分あります。'

/** What みどり町 asks between two meetings, and what its prefecture takes along. */
export function consultingDeeds(cast: Cast, where: Where): { at: At; run(): Promise<unknown> }[] {
  const told: [at: At, run: (at: At) => Promise<unknown>][] = [
    ['2025-11-18 09:20', (at) => question(cast, where, { at, text: ASKED })],
    ['2025-11-18 19:40', (at) => answer(cast, where, at)],
    ['2025-11-20 10:00', (at) => share(cast, where, at)],
    ['2025-12-01 16:30', (at) => observe(cast, where, at)],
    ['2025-12-15 17:05', (at) => question(cast, where, { at, text: OPEN })],
  ]
  return told.map(([at, run]) => ({ at, run: () => run(at) }))
}

async function place(cast: Cast, { programmeId, regionId }: Where, who: PersonKey, at: At) {
  const ctx = await cast.as(who, at)
  return { ctx, ...(await seen(ctx, programmeId, regionId)) }
}

async function question(cast: Cast, where: Where, { at, text }: { at: At; text: string }): Promise<void> {
  const { ctx, region } = await place(cast, where, 'aoi', at)
  await ask(ctx, region, { question: text, circle: 'region', origin: cast.origin })
}

async function asked(cast: Cast, where: Where, who: PersonKey, at: At) {
  const found = await place(cast, where, who, at)
  const all = await consultationsOf(cast.db, where.regionId, circlesReadBy(found.ctx.actor, found.region))
  return { ...found, consultation: all.find((c) => c.question === ASKED) as Consultation }
}

async function answer(cast: Cast, where: Where, at: At): Promise<void> {
  const { ctx, region, consultation } = await asked(cast, where, 'ken', at)
  await say(ctx, region, { consultation, text: ANSWERED, origin: cast.origin })
}

async function share(cast: Cast, where: Where, at: At): Promise<void> {
  const { ctx, region, consultation } = await asked(cast, where, 'mika', at)
  const [first] = consultation.answers
  if (!first) throw new Error('no answer')
  await makeFaq(ctx, region, { consultation, answer: first })
  const [faq] = await faqsOf(cast.db, where.programmeId)
  const words = { question: '病院の地域連携室の担当者に、なかなか会えません。', answer: ANSWERED }
  if (faq) await changeFaq(ctx, faq, words)
}

async function observe(cast: Cast, where: Where, at: At): Promise<void> {
  const { ctx, region } = await place(cast, where, 'ren', at)
  const slot = (await slotsOfRegion(cast.db, region, ctx.now)).find((s) => s.stepKey === 's2') ?? null
  const words = {
    learned: '1人の退院を最初から最後まで追うと、町の人が自分の言葉で話しはじめる。',
    usable: 'ほかの2町でも、最初の回を「気になる1人」から始める。',
    prefectureCan: '病院長会で、退院の知らせの様式を話題にする。',
  }
  await writeObservation(ctx, region, { slot, words: { ...words, readers: 'prefecture' } })
}
