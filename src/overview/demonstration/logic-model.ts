import type { Body, Row } from '../../papers/templates/templates.ts'
import { takeOffers } from '../../tools/carries/actions.ts'
import { carriesAround } from '../../tools/carries/store.ts'
import { addValue } from '../../tools/indicator-values/actions.ts'
import { removeBox } from '../../tools/logic-models/body.ts'
import { boxRows, indicatorsOf, type Kind, linkRows } from '../../tools/logic-models/logic-models.ts'
import { logicModelKind } from '../../tools/model-words/model-words.ts'
import { savePaper } from '../../tools/papers/actions.ts'
import { paperAt } from '../../tools/papers/store.ts'
import { type Cast, seen } from './cast.ts'
import type { At } from './demonstration.ts'
import type { PersonKey } from './people.ts'

interface Where {
  programmeId: string
  regionId: string
}
interface Version {
  at: At
  who: PersonKey
  edit(body: Body): Body
}

const box = (kind: Kind, id: string, text: string, more: Record<string, string> = {}): Row => ({
  id,
  kind,
  text,
  subject: kind === 'activity' || kind === 'output' ? '行政' : '住民',
  scene: 'discharge',
  ...more,
})
const links = (...pairs: string[]): Row[] =>
  pairs.map((pair) => {
    const [from = '', to = ''] = pair.split('>')
    return { id: `l-${from}-${to}`, from, to }
  })
const withRows = (body: Body, boxes: Row[], tied: Row[]): Body => ({
  ...body,
  boxes: [...boxRows(body), ...boxes],
  links: [...linkRows(body), ...tied],
})
const changed = (body: Body, id: string, given: Record<string, string>): Body => ({
  ...body,
  boxes: boxRows(body).map((row) => (row.id === id ? { ...row, ...given } : row)),
})

const knew = {
  ...{ id: 'n1', box: 'i1', text: '入院から3日以内に町が知った人の割合', type: 'outcome', baseline: '0%（5件中0件）' },
  ...{ target: '70%', period: '令和8年3月', source: '連絡カードと入院者の一覧', nextOn: '2026-01-15' },
  ...{
    method: '3日以内に知った件数 ÷ 町が後から知った入院の件数',
    watch: '青木が、毎週金曜に病院へ聞いて突き合わせる',
  },
}
const ready = {
  ...{
    id: 'n2',
    box: 'm1',
    text: '退院の日にベッドと手すりが間に合わなかった件数',
    type: 'outcome',
    baseline: '3件（半年）',
  },
  ...{ target: '0件', period: '令和7年度', source: 'ケアマネジャーの記録', method: '居宅6か所に月末に聞いて足す' },
  watch: 'ケアマネジャーが、退院の日に家で見る',
}

/** みどり町's model, thought out from the right; what the meetings changed shows from version to version. */
const VERSIONS: readonly Version[] = [
  {
    ...{ at: '2025-11-06 14:10', who: 'aoi' },
    edit: (body) =>
      withRows(
        { ...body, goal: '退院の日に、家に帰る支度ができている' },
        [
          box('final', 'f1', '町民が、退院したあとも、家で自分の暮らしを続けている'),
          box('intermediate', 'm1', '退院する町民が、その日のうちに要る支えを受けている'),
          box('intermediate', 'm2', '入院した町民と家族が、帰る場所と支えを自分で選んでいる'),
          box('initial', 'i1', '入院した町民のことが、3日以内に町とケアマネジャーに伝わっている'),
          box('initial', 'i2', '町民が、入院のときに見せる連絡先の紙を持っている'),
        ],
        links('m1>f1', 'm2>f1', 'i1>m1', 'i2>m2'),
      ),
  },
  {
    ...{ at: '2025-11-10 15:30', who: 'aoi' },
    edit: (body) => ({
      ...withRows(
        body,
        [
          box('output', 'o1', '町に届いた入院の知らせの数'),
          box('output', 'o2', '退院前の話し合いに、町か訪問看護が出た回数', { subject: '専門職' }),
          box('output', 'o3', '連絡先の紙を渡した人の数'),
          box('activity', 'a1', '病院の相談室に出向き、町の窓口を伝える', {
            type: 'visit',
            owner: '青木',
            status: 'doing',
          }),
          box('activity', 'a2', '入院の知らせを一つの電話で受け、その日のうちにケアマネジャーへ回す', {
            type: 'system',
            status: 'planned',
          }),
          box('activity', 'a3', '退院前の話し合いの日を、相談員が訪問看護にも知らせる', {
            ...{ type: 'form', consultWith: '東浜中央病院', subject: '専門職', status: 'planned' },
          }),
          box('activity', 'a4', '多職種の研修を推進する', { type: 'training', status: 'planned' }),
          box('activity', 'a5', '要介護の人に、ケアマネジャーの連絡先の紙を渡す', { type: 'form', status: 'planned' }),
        ],
        links('a1>o1', 'a2>o1', 'a3>o2', 'a4>o2', 'a5>o3', 'o1>i1', 'o2>m1', 'o3>i2'),
      ),
      indicators: [knew, ready],
    }),
  },
  {
    ...{ at: '2025-11-25 17:20', who: 'aoi' },
    edit: (body) =>
      changed(
        changed(
          changed(body, 'a1', { focus: 'yes', evaluation: '相談員5人に会えた。電話番号の紙を机に貼ってもらえた' }),
          'a2',
          {
            ...{
              focus: 'yes',
              who: '福祉課の窓口の3人',
              whom: '担当のケアマネジャー',
              what: '入院の知らせ',
              when: '知らせを受けた日',
            },
          },
        ),
        'a3',
        { consulted: 'yes' },
      ),
  },
  {
    ...{ at: '2025-12-03 16:45', who: 'aoi' },
    edit: (body) => {
      const spoken = changed(body, 'a1', {
        ...{ text: '病棟の師長と相談員に会い、入院した日に連絡カードを町へ送る約束をする', who: '課長と保健師' },
        ...{ whom: '病棟の師長と相談員', what: '連絡カードの使い方', when: '毎月第2水曜', status: 'done' },
      })
      const weekend = box(
        'activity',
        'a6',
        '土曜の入院は病棟の看護師がカードに3項目だけ書き、月曜の朝に相談員が町へ知らせる',
        {
          ...{
            type: 'form',
            consultWith: '東浜中央病院の病棟',
            who: '病棟の看護師',
            whom: '町の窓口',
            what: '連絡カード',
            when: '土日の入院の日',
          },
          ...{ subject: '専門職', status: 'doing', focus: 'yes' },
        },
      )
      return withRows(removeBox(spoken, 'a4').body, [weekend], links('a6>o1', 'a3>o1'))
    },
  },
  {
    ...{ at: '2025-12-10 11:05', who: 'daichi' },
    edit: (body) => ({
      ...body,
      indicators: [{ ...knew, target: '80%' }, ready],
    }),
  },
]

const MEASURED: readonly { at: At; on: string; value: string; note: string }[] = [
  { at: '2025-11-14 17:05', on: '2025-11-14', value: '50%', note: '8件のうち4件。届かなかった2件は土曜の入院' },
  { at: '2025-11-28 17:10', on: '2025-11-28', value: '64%', note: '11件のうち7件' },
  { at: '2025-12-12 17:00', on: '2025-12-12', value: '75%', note: '連絡カードを使いはじめてから、土曜の入院も届いた' },
]

async function seenBy(cast: Cast, { who, at, programmeId, regionId }: Where & { who: PersonKey; at: At }) {
  const ctx = await cast.as(who, at)
  return { ctx, ...(await seen(ctx, programmeId, regionId)) }
}

export function logicModelDeeds(cast: Cast, { programmeId, regionId }: Where): { at: At; run(): Promise<unknown> }[] {
  const by = (who: PersonKey, at: At) => seenBy(cast, { who, at, programmeId, regionId })
  const written = VERSIONS.map(({ at, who, edit }) => ({
    at,
    run: async () => {
      const { ctx, region } = await by(who, at)
      await savePaper(ctx, region, logicModelKind, { edit })
    },
  }))
  const measured = MEASURED.map(({ at, on, value, note }) => ({
    at,
    run: async () => {
      const { ctx, region } = await by('aoi', at)
      const { head, circle } = await paperAt({ ctx, region }, logicModelKind)
      const indicator = indicatorsOf(head.body).find(({ id }) => id === knew.id)
      if (indicator) await addValue(ctx, { region, indicator, circle }, { on, value, note })
    },
  }))
  return [...written, carried(by), ...measured]
}

/** 課題仮説欄: the first issue and the first cause are copied with their links, not typed again. */
const carried = (by: (who: PersonKey, at: At) => ReturnType<typeof seenBy>): { at: At; run(): Promise<unknown> } => {
  const at = '2025-11-06 14:12'
  return {
    at,
    run: async () => {
      const here = await by('aoi', at)
      const paper = await paperAt(here, logicModelKind)
      const { offers } = await carriesAround(here, paper)
      const first = (from: string) => offers.filter(({ rule }) => rule.from === from).slice(0, 1)
      await takeOffers(here.ctx, here.region, { at: paper, offers: [...first('issues'), ...first('causes')] })
    },
  }
}
