import { nobody } from '../../access/actor.ts'
import { beginCause } from '../../tools/cause-starts/actions.ts'
import { startsRead } from '../../tools/cause-starts/store.ts'
import { addCause } from '../../tools/causes/actions.ts'
import { causeIn } from '../../tools/causes/body.ts'
import { type Cause, causesKind } from '../../tools/causes/causes.ts'
import { addEvidence } from '../../tools/evidence/actions.ts'
import { evidenceOf } from '../../tools/evidence/evidence.ts'
import { reword } from '../../tools/hypotheses/actions.ts'
import { withdraw } from '../../tools/hypothesis-ends/actions.ts'
import { giveOpinion } from '../../tools/opinion-answers/actions.ts'
import { askedBy } from '../../tools/opinion-answers/store.ts'
import { openDoor } from '../../tools/opinion-doors/actions.ts'
import { recordOpinion, type Said } from '../../tools/opinions/actions.ts'
import { paperAt } from '../../tools/papers/store.ts'
import { type Cast, moment, seen } from './cast.ts'
import type { At } from './demonstration.ts'
import type { PersonKey } from './people.ts'

interface Where {
  programmeId: string
  regionId: string
}

const FIRST = '病院が知らせたくても、町のどこに知らせればよいかが決まっていない'
const LATER = '病院が知らせたくても、退院の日が決まるのが遅く、町のどこに知らせるかを探す時間がない'
const WHY = '町の電話番号が係ごとに分かれ、どの係が退院の知らせを受けるのかを役場の中でも決めていない'
const WRONG = '病院の相談員は忙しくて、町に知らせる気持ちになれない'
const FOUND_OUT = '相談員5人に会うと、全員が知らせたいと言っていた。気持ちの問題ではなかった'

const said = (stance: Said['stance'], profession: Said['profession'], text: string) => ({ stance, profession, text })

/** みどり町 asks why the news of a discharge does not come: three causes, what speaks for them, what others said. */
export function causeDeeds(cast: Cast, where: Where): { at: At; run(): Promise<unknown> }[] {
  const ids: Record<'first' | 'why' | 'wrong', string> = { first: '', why: '', wrong: '' }
  let token = ''
  const by = async (who: PersonKey, at: At) => {
    const ctx = await cast.as(who, at)
    const place = await seen(ctx, where.programmeId, where.regionId)
    const { head } = await paperAt({ ctx, region: place.region }, causesKind)
    return { ctx, ...place, body: head.body, causeOf: (id: string) => causeIn(head.body, id) as Cause }
  }
  const blank = { numerator: '', denominator: '', unit: '', value: '', comparison: '', comparedWith: '' }
  const answered = async (at: At, opinion: ReturnType<typeof said>) => {
    const ctx = { db: cast.db, now: moment(at), actor: nobody }
    const found = await askedBy(ctx, token)
    if (found && !('why' in found)) await giveOpinion(ctx, found, opinion)
  }
  const told: [at: At, run: (at: At) => Promise<unknown>][] = [
    [
      '2025-10-24 11:30',
      async (at) => {
        const { ctx, region } = await by('aoi', at)
        const { starts } = await startsRead({ ctx, region }, [])
        const start = starts.find(({ key }) => key === 'issue_sorting/cause')
        ids.first = start ? await beginCause(ctx, region, start) : await addCause(ctx, region, { text: FIRST })
        await reword(ctx, region, { id: ids.first, given: { issue: 'row1' } })
        ids.wrong = await addCause(ctx, region, { text: WRONG, issue: 'row1' })
      },
    ],
    [
      '2025-10-24 11:45',
      async (at) => {
        const { ctx, region } = await by('aoi', at)
        ids.why = await addCause(ctx, region, { text: WHY, parent: ids.first, issue: 'row2' })
        await addEvidence(ctx, region, {
          ...{ ...blank, cause: ids.first, side: 'for', kind: 'number', numerator: '1', denominator: '5' },
          ...{ text: '東浜中央病院の相談員のうち、町の窓口を知っていた人', source: 'hearing', sourceText: '' },
          ...{ method: '支援1で聞いて数えた', period: '令和7年10月' },
        })
      },
    ],
    [
      '2025-10-29 15:20',
      async (at) => {
        const { ctx, region } = await by('daichi', at)
        await withdraw(ctx, region, { id: ids.wrong, reason: FOUND_OUT })
      },
    ],
    [
      '2025-10-30 09:10',
      async (at) => {
        const { ctx, region, programme, body, causeOf } = await by('aoi', at)
        const evidence = evidenceOf(body).filter((one) => one.cause === ids.first)
        const asking = {
          cause: causeOf(ids.first),
          evidence,
          whom: 'ケアマネジャーと訪問看護の皆さん',
          days: 14,
          most: 30,
        }
        const link = await openDoor(ctx, { region, programme }, { ...asking, email: '', origin: cast.origin })
        token = link.split('/').at(-1) ?? ''
      },
    ],
    ['2025-10-30 18:40', (at) => answered(at, said('same', 'care_manager', '電話をかけても、別の係に回されます'))],
    ['2025-10-31 12:25', (at) => answered(at, said('same', 'home_nurse', '町に知らせてよいのか、いつも迷います'))],
    [
      '2025-11-04 17:50',
      (at) =>
        answered(
          at,
          said('differs', 'social_worker', '窓口は調べれば分かります。困るのは、退院の日が前の日に決まることです'),
        ),
    ],
    [
      '2025-11-05 10:05',
      async (at) => {
        const { ctx, region, causeOf } = await by('aoi', at)
        const heard = said('same', 'office', '自分の係が受けるとは思っていませんでした')
        await recordOpinion(ctx, region, {
          cause: causeOf(ids.why),
          said: { ...heard, way: 'meeting', heardOn: '2025-11-05' },
        })
      },
    ],
    [
      '2025-11-13 09:30',
      async (at) => {
        const { ctx, region } = await by('aoi', at)
        await reword(ctx, region, { id: ids.first, given: { text: LATER } })
        await addEvidence(ctx, region, {
          ...{ ...blank, cause: ids.first, side: 'against', kind: 'record' },
          ...{
            text: '土曜の入院2件は、窓口を決めたあとも退院の日まで分からなかった',
            source: 'discharge',
            sourceText: '',
          },
          ...{ method: '', period: '令和7年11月' },
        })
      },
    ],
  ]
  return told.map(([at, run]) => ({ at, run: () => run(at) }))
}
