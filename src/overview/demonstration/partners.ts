import type { Body, Row } from '../../papers/templates/templates.ts'
import { forumKind } from '../../tools/forums/forums.ts'
import { savePaper } from '../../tools/papers/actions.ts'
import type { PaperKind } from '../../tools/papers/papers.ts'
import { partnersKind } from '../../tools/partners/partners.ts'
import { type Cast, seen } from './cast.ts'
import type { At } from './demonstration.ts'

/** Invented: whom みどり町 wants to walk with, and where they are to meet. */
const PARTNERS: Row[] = [
  {
    ...{ id: 'dp-ishikai', name: 'みどり医師会', stage: 'talked', moveNow: 'yes', contract: 'exists' },
    ...{ contractVersion: '令和7年4月版', reportEvery: '年2回' },
    now: '在宅医療の相談窓口を委託している。退院の話はしたことがない',
    benefit: '往診を始める前に、家での様子と頼れる人が分かる',
    expect: '往診の予定を、退院の前に町とケアマネジャーに知らせる',
    worry: '書類が増えること。夜の呼び出しが増えること',
    ask: '退院前の話し合いに、まず一例だけ出ていただきたい',
    ...{ talker: '課長と委託先の担当', talkWhen: '令和8年1月の例会' },
  },
  {
    ...{ id: 'dp-hospital', name: 'となり市の総合病院の相談窓口', stage: 'cooperating' },
    now: '月に1度、退院の予定を電話で教えてもらっている',
    benefit: '同じ説明を何度もしなくてすむ。退院の日が延びにくい',
    ask: '退院が決まった日に、町の窓口へ一報をいただきたい',
    ...{ talker: '町の保健師', talkWhen: '毎月第1火曜' },
  },
  {
    ...{ id: 'dp-care', name: 'ケアマネジャー連絡会', stage: 'talked', moveNow: 'yes' },
    now: '年4回の集まりに町も出ている',
    benefit: '退院の日が前もって分かり、サービスを組みやすい',
    ask: '困った退院の例を、名前を出さずに持ち寄っていただきたい',
  },
  { id: 'dp-pharmacy', name: '薬剤師会', stage: 'untouched', expect: '退院のときの薬の引きつぎ' },
]

const FORUMS: Row[] = [
  {
    ...{ id: 'df-first', kind: 'preparation', theme: '退院の知らせを、だれが、いつ受けるか' },
    purpose: '退院した人が、家での暮らしを続けられるように、知らせの道すじをそろえる',
    function: '道すじを決めて、二つの例で試し、直す',
    members: '町の保健師、病院の相談窓口、ケアマネジャー連絡会、みどり医師会',
    ...{ membersState: 'candidate', times: '2回', when: '令和8年1月', stage: '声をかけている' },
  },
  {
    ...{ id: 'df-work', kind: 'working_group', theme: '薬の引きつぎ', purpose: '退院のときに薬が変わったことが伝わる' },
    ...{ membersState: 'candidate', when: '令和8年度前半' },
  },
]

const PAPERS: readonly { at: At; kind: PaperKind; body: Body }[] = [
  { at: '2025-11-18 14:20', kind: partnersKind, body: { partners: PARTNERS } },
  { at: '2025-11-20 09:40', kind: forumKind, body: { forums: FORUMS } },
]

export const partnerDeeds = (cast: Cast, { programmeId, regionId }: { programmeId: string; regionId: string }) =>
  PAPERS.map(({ at, kind, body }) => ({
    at,
    run: async () => {
      const ctx = await cast.as('aoi', at)
      const { region } = await seen(ctx, programmeId, regionId)
      await savePaper(ctx, region, kind, { edit: () => body })
    },
  }))
