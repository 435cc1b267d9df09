import type { Body, Row } from '../../papers/templates/templates.ts'
import { addJourney } from '../../tools/journey-edits/actions.ts'
import { type Cast, seen } from './cast.ts'
import type { At } from './demonstration.ts'

/** One row in a line: 時期, 出来事, 要介護度, 職種, 費用, 気づき; 「*」 before the event marks where it began. */
type Line = [at: string, event: string, careLevel?: string, who?: string, cost?: string, insight?: string]

const rows = (lines: readonly Line[]): Row[] =>
  lines.map(([at, event, careLevel = '', who = '', cost = '', insight = ''], i) => {
    const mark = event.startsWith('*') ? 'trigger' : ''
    return { id: `r${i + 1}`, at, event: event.replace('*', ''), careLevel, mark, who, cost, insight }
  })

/** みどり町's three: what happens around a discharge, again and again. Invented from nobody. */
const JOURNEYS: readonly { at: At; body: Body }[] = [
  {
    at: '2025-10-30 16:10',
    body: {
      title: '骨折の退院のあと、急に弱った人',
      ageBand: '80early',
      household: 'ひとり暮らし',
      note: '月に1、2件ある流れを、一人の経過として書きました。',
      rows: rows([
        ['2022-05', 'ひざの痛みで整形外科に通いはじめる', 'independent', '整形外科医', '12000'],
        [
          '2023-04',
          '買い物の回数が減る',
          'support1',
          '地域包括支援センター',
          '',
          '本人は「足が悪いから」とだけ話していた',
        ],
        ['2024-02', '*自宅で転び、足を骨折して町外の病院に入院', '', '病棟看護師、医師', '1180000'],
        [
          '2024-03',
          '金曜に退院。土日はサービスが入らない',
          'support1',
          '病院の相談員',
          '90000',
          '町には退院の当日に電話があった',
        ],
        ['2024-03', '月曜に転倒', '', '家族', '', '手すりもベッドも、まだ届いていなかった'],
        ['2024-06', '外に出なくなり、食事が細る', 'care2', 'ケアマネジャー', '65000'],
        ['2024-10', '肺炎で再入院', '', '病棟看護師', '620000'],
        [
          '2025-01',
          '自宅に戻り、訪問リハビリを始める',
          'care3',
          '訪問リハビリ、ケアマネジャー',
          '180000',
          '二度目は退院前に話し合えた',
        ],
        ['令和7年度はじめ', '台所に立てる日が出てきた', 'care2', '訪問リハビリ', '150000'],
      ]),
    },
  },
  {
    at: '2025-11-06 11:25',
    body: {
      title: '手続きが退院に間に合わなかった人',
      ageBand: '70late',
      household: '夫婦ふたり',
      note: '介護の手続きを、退院の日が決まってから始めた例です。',
      rows: rows([
        ['2023-06', '糖尿病の薬が増える', 'independent', 'かかりつけ医', '8000'],
        ['2024-05', '足の傷が治らず通院をくり返す', '', '皮膚科医', '35000'],
        ['2024-09', '*傷が悪くなり入院', '', '病棟看護師', '740000'],
        ['2024-10', '要介護認定の申請', '', '家族、役場の窓口', '', '退院の10日前に初めて相談があった'],
        ['2024-10', '結果を待たずに退院', '', '病院の相談員', '60000', '配偶者がひとりで傷の手当てをした'],
        ['2024-12', '認定の結果が届く', 'care1', 'ケアマネジャー', '42000'],
        ['2025-03', '傷がまた悪くなり再入院', 'care2', '訪問看護、病棟看護師', '560000'],
        ['2025-07', '施設へ移る', 'care3', '施設の相談員', '230000', '配偶者の疲れが理由だった'],
      ]),
    },
  },
  {
    at: '2025-11-06 13:40',
    body: {
      title: '早くに知らせが届き、もちなおした人',
      ageBand: '80late',
      household: '子と同居',
      note: 'うまくいった例も一つ並べて、どこが違うかを見ます。',
      rows: rows([
        ['2023-02', '心不全で通院', 'support2', 'かかりつけ医', '15000'],
        ['2024-01', '*息苦しさで救急車を呼び、入院', '', '病棟看護師、医師', '680000'],
        [
          '2024-01',
          '入院3日目に、町へ知らせが届く',
          '',
          '病院の相談員、地域包括支援センター',
          '',
          '以前に顔を合わせた相談員だった',
        ],
        ['2024-02', '退院前に病室で話し合い、訪問看護が決まる', 'care1', '訪問看護、ケアマネジャー', '55000'],
        ['2024-04', '週2回のデイサービスに通う', '', 'デイサービス', '70000'],
        [
          '2025-02',
          '体重と息切れの変化に訪問看護が気づき、薬を調整',
          '',
          '訪問看護、かかりつけ医',
          '60000',
          '入院せずにすんだ',
        ],
        ['2025-09', '孫の運動会を見に行く', 'support2', '家族', '58000'],
      ]),
    },
  },
]

export const journeyDeeds = (cast: Cast, { programmeId, regionId }: { programmeId: string; regionId: string }) =>
  JOURNEYS.map(({ at, body }) => ({
    at,
    run: async () => {
      const ctx = await cast.as('aoi', at)
      const { region } = await seen(ctx, programmeId, regionId)
      await addJourney(ctx, region, body)
    },
  }))
