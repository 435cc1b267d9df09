import type { Body } from '../../papers/templates/templates.ts'
import { takeOffers } from '../../tools/carries/actions.ts'
import { carriesAround } from '../../tools/carries/store.ts'
import { kindNamed } from '../../tools/kinds/kinds.ts'
import { savePaper } from '../../tools/papers/actions.ts'
import { paperAt } from '../../tools/papers/store.ts'
import { type Cast, seen } from './cast.ts'
import type { At } from './demonstration.ts'
import type { PersonKey } from './people.ts'

interface Saving {
  at: At
  who: PersonKey
  kind: string
  fields: Body
}

/** The same person in two rows: what the town's issues are called from the entry on. */
const issues = [
  {
    ...{ id: 'row1', text: '町外の病院から、退院の知らせが届かないことがある', scene: 'discharge' },
    ...{ importance: '3', ease: '2', order: '1', state: 'doing' },
  },
  {
    ...{ id: 'row2', text: '病院の相談員が、町の連絡先を知らない', scene: 'discharge' },
    ...{ importance: '3', ease: '3', order: '2', state: 'doing' },
  },
  {
    ...{ id: 'row3', text: '退院前の話し合いに、訪問看護が呼ばれない', scene: 'discharge' },
    ...{ importance: '2', ease: '2', order: '3', state: 'open' },
  },
  {
    ...{ id: 'row4', text: '夜間に具合が悪くなったとき、家族がすぐ救急車を呼ぶ', scene: 'emergency' },
    ...{ importance: '2', ease: '1', state: 'set_aside' },
  },
]

/** みどり町's sheets, written as people do: a little each time, between the meetings. */
const savings: readonly Saving[] = [
  {
    ...{ at: '2025-10-01 16:20', who: 'aoi', kind: 'profile' },
    fields: {
      ...{ population: '18240', agingRate65: '34.1', agingRate75: '18.6', careCertRate: '18.9', asOf: '令和7年4月1日' },
      source: '住民基本台帳、介護保険事業状況報告',
      department: '福祉課 高齢者支援係',
      contractors: [{ id: 'row1', name: 'みどり医師会', work: '在宅医療の相談窓口、年2回の多職種の勉強会' }],
      strengths: [
        { id: 's1', text: 'ケアマネジャー12人が毎月集まり、困った例を出し合える' },
        { id: 's2', text: '医師会の会長が往診をしていて、退院後の話ができる' },
      ],
      issues: [{ id: 'i1', text: '入院できる病院は町の外だけで、知らせが役場に届かない' }],
      medical: '町内は診療所5か所、病院はない。入院先は東浜中央病院がいちばん多く、年に60件ほど（手計算）。',
      care: '居宅介護支援6か所、訪問看護1か所。土日に動ける訪問介護は1か所だけ。',
    },
  },
  {
    ...{ at: '2025-10-14 16:30', who: 'aoi', kind: 'status_sheet' },
    fields: {
      subject: '足の骨折で町外の病院に入院し、3週間ほどで退院する一人暮らしの人',
      course: '入院前は要支援で、買い物にも自分で行っていた。退院のときには立ち上がりに手助けが要る。',
      trigger: '退院の日が金曜に決まり、土日はサービスが入らない。',
      wishes: '早く家に帰りたい。人の世話にはなりたくない。',
      surroundings: '家族は「病院にいるほうが安心」。ケアマネジャーは退院を当日まで知らない。',
    },
  },
  { ...{ at: '2025-10-14 16:50', who: 'aoi', kind: 'issues' }, fields: { issues } },
  {
    ...{ at: '2025-10-16 17:15', who: 'aoi', kind: 'issue_sorting' },
    fields: {
      goal: '退院の日に、家に帰る支度ができている',
      now: '4件とも、入院を知ったのは早くて3日後、遅い例で退院の当日だった。',
      standpoints: [
        { id: 'person', anxiety: '帰ったあと、夜が心配', feeling: '迷惑をかけたくない' },
        { id: 'care_manager', anxiety: '退院の日がいつ決まるか分からない', problem: '入院を知っても連絡する先がない' },
        { id: 'government', resistance: '様式を配れば済むと思っていた', problem: '窓口が決まっていない' },
      ],
    },
  },
  {
    ...{ at: '2025-10-24 10:40', who: 'daichi', kind: 'status_sheet' },
    fields: {
      supportScope: '東浜中央病院に入院した日から、家に戻って一か月まで',
      goal: '退院の3日前までに、家で支える人が集まって話している',
      data: '4件の退院を並べた紙（手計算）。東浜中央病院からの退院は年に60件ほど。',
    },
  },
  {
    ...{ at: '2025-10-24 11:10', who: 'aoi', kind: 'issue_sorting' },
    fields: {
      standpoints: [
        { id: 'person', anxiety: '帰ったあと、夜が心配', feeling: '迷惑をかけたくない' },
        { id: 'care_manager', anxiety: '退院の日がいつ決まるか分からない', problem: '入院を知っても連絡する先がない' },
        {
          ...{ id: 'medical', anxiety: '知らせる相手を探す時間がない' },
          problem: '相談員5人のうち、町の窓口を知っていたのは1人',
        },
        { id: 'government', resistance: '様式を配れば済むと思っていた', problem: '窓口が決まっていない' },
      ],
      cause: '病院が知らせたくても、町のどこに知らせればよいかが決まっていない',
    },
  },
  {
    ...{ at: '2025-11-06 15:05', who: 'aoi', kind: 'inventory' },
    fields: {
      items: [
        {
          ...{
            id: 'v1',
            item: 'f',
            text: '多職種の勉強会（年2回）',
            how: 'entrusted',
            target: 'ケアマネジャー、看護師',
          },
          ...{ figures: '各回25人ほど', scenes: 'daily,discharge' },
        },
        {
          ...{ id: 'v2', item: 'e', text: '在宅医療の相談窓口', how: 'entrusted', target: '住民と専門職' },
          ...{ figures: '令和6年度 41件', scenes: 'daily' },
        },
        {
          ...{ id: 'v3', item: 'a', text: '医療と介護の連絡先の一覧', how: 'direct', target: '病院と事業所' },
          ...{ figures: '3年前のまま', scenes: 'discharge,emergency' },
        },
      ],
      heads: [
        {
          ...{ id: 'discharge', vision: '退院の日に、家に帰る支度ができている', now: '知らせは当日になることがある' },
          ...{ issue: '窓口が決まっていない', indicator: '退院の3日前までに知らせが届いた割合' },
        },
      ],
    },
  },
  {
    ...{ at: '2025-11-18 13:20', who: 'aoi', kind: 'study_plan' },
    fields: {
      purpose: '病院の相談員とケアマネジャーが、互いの困りごとを知らない。',
      achieve: '困ったときに電話する相手の顔が、全員に一人は浮かぶ。',
      program: '10分：4件の話　50分：病院と町が混ざった席で話し合い　20分：明日から変えること',
      participants: [
        { id: 'p1', profession: 'ケアマネジャー', count: '12' },
        { id: 'p2', profession: '病院の相談員・看護師', count: '7' },
        { id: 'p3', profession: '訪問看護師', count: '3' },
      ],
      before: '退院の時期を、前もって知ることができていますか',
      after: '明日から変えることは何ですか',
      next: '土日の入院をどう受けとるかを、12月に病院で話す。',
    },
  },
  {
    ...{ at: '2025-11-25 09:40', who: 'ren', kind: 'prefecture_plan' },
    fields: {
      aim: '町外の病院との間に、県が入って道をつくる。次の年度は近くの町でも同じことができるように。',
      supports: [
        {
          ...{ id: 'k1', menu: 'medical_bodies', wanted: '病院の師長に、取組の趣旨を伝えてほしい' },
          ...{ offered: '長寿社会課から連絡する', done: '11月7日に電話で伝えた' },
        },
        { ...{ id: 'k2', menu: 'data', wanted: '退院先ごとの件数' }, offered: '保健所が持つ数字を出せるか確かめる' },
      ],
      schedule: '12月：病院への訪問に保健所が同行　1月：近隣の町に呼びかけ（未定）',
    },
  },
]

export const sheetDeeds = (cast: Cast, at: { programmeId: string; regionId: string }) =>
  savings.map((saving) => ({ at: saving.at, run: () => write(cast, at, saving) }))

async function write(cast: Cast, at: { programmeId: string; regionId: string }, saving: Saving): Promise<void> {
  const ctx = await cast.as(saving.who, saving.at)
  const { region } = await seen(ctx, at.programmeId, at.regionId)
  const kind = kindNamed(saving.kind)
  if (!kind) throw new Error(`no kind ${saving.kind}`)
  if (saving.kind === 'issues') {
    const paper = await paperAt({ ctx, region }, kind)
    await takeOffers(ctx, region, { at: paper, offers: (await carriesAround({ ctx, region }, paper)).offers })
  }
  await savePaper(ctx, region, kind, { fields: saving.fields })
}
