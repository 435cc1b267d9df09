import { idOf } from '../../papers/sheets/forms.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { causeChecks } from '../cause-checks/checks.ts'
import type { Fate } from '../check-fates/check-fates.ts'
import { type Check, type Facts, type Found, foundBy, kindOfRef } from '../checks/checks.ts'
import { closingChecks } from '../closing-checks/checks.ts'
import { modelChecks } from '../model-checks/checks.ts'
import { partnerChecks } from '../partner-checks/checks.ts'
import { planChecks } from '../plan-checks/checks.ts'
import { sheetChecks } from '../sheet-checks/checks.ts'
import { smallNumberChecks } from '../small-number-checks/checks.ts'

/** Every check of the thinking tools: K1–K9, L1–L13, P1–P8, Z1–Z7. */
export const allChecks: readonly Check[] = [
  ...sheetChecks,
  ...causeChecks,
  ...modelChecks,
  ...partnerChecks,
  ...planChecks,
  ...closingChecks,
  ...smallNumberChecks,
]

/** What each asks about, in a few words: for lists of checks. */
export const CHECK_NAMES: Readonly<Record<string, string>> = {
  K1: '事業で扱う範囲',
  K2: '立場ごとの受け止め',
  K3: '仮説を見せる相手',
  K4: '大きすぎる言葉',
  K5: 'ゴール',
  K6: '仮説の裏づけ',
  K7: '関係者の利点',
  K8: '課題の順番',
  K9: 'いま動いてほしい人',
  L1: '手順書として読めるか',
  L2: '研修・講演・広報・会議だけ',
  L3: '主語が行政や事業',
  L4: '目標のない指標',
  L5: '活動量の指標',
  L6: '確かめる人と時期',
  L7: 'つながっていない箱',
  L8: '連携が目的',
  L9: '要相談の残り',
  L10: '同じ文の箱',
  L11: '取組が先',
  L12: '重点の印',
  L13: 'やった後の評価',
  P1: '回の前のひとこと',
  P2: '回の間の実践',
  P3: '協議の場の機能・テーマ・相手',
  P4: '調査の仮説と使い道',
  P5: '勉強会の目的と成果',
  P6: '全部埋めなくてよい',
  P7: '県・保健所に頼めること',
  P8: '委託先の役割',
  Z1: '変化のない課題',
  Z2: '個人が分かる言葉',
  Z3: '批判に読める文',
  Z4: '決まっていないこと',
  Z5: '定量と定性',
  Z6: '少数の数字',
  Z7: '今後の時期',
}

const order = new Map(Object.keys(CHECK_NAMES).map((id, at) => [id, at]))

/** All that would be asked about the region's papers, by check. */
export const allFound = (facts: Facts): Found[] =>
  foundBy(allChecks, facts).toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))

/** What is asked about one paper; its other papers may be known too. */
export function questionsFor(ref: string, body: Body, facts: Partial<Facts> = {}): Found[] {
  const found = allFound({ ...facts, bodies: { ...facts.bodies, [ref]: body } })
  return found.filter(({ place }) => place.ref === ref)
}

/** Said beside a sheet as a comfort, never kept as a question. */
export const isQuestion = (found: Found): boolean => found.id !== 'P6'

/** At this place or inside it. */
export const atPath = (found: readonly Found[], path: string): Found[] =>
  found.filter(({ place }) => place.path === path || (path !== '' && place.path.startsWith(`${path}/`)))

/** Stands for one question in addresses and between visits. */
export const keyOf = ({ id, place }: Pick<Found, 'id' | 'place'>): string =>
  `${id}-${place.ref}-${place.path}`.replace(/[^A-Za-z0-9_-]/g, '-')

/** Where the box, row or field stands; who may not write it is led to the page that shows it. */
export function mendPath(regionId: string, { ref, path }: Found['place'], writes = true): string {
  const [kind, part = ''] = [kindOfRef(ref), ref.split('.').slice(1).join('.')]
  const [list = '', id = ''] = path.split('/')
  const row = (home: string) => (writes && id ? paths.bookRow(home, id) : home)
  if (kind === 'logic_model') {
    if (list === 'indicators') return paths.indicators(regionId)
    return list === 'boxes' && id ? paths.logicModelBox(regionId, id) : paths.logicModel(regionId)
  }
  if (kind === 'meeting') return list === 'lines' ? paths.reports(regionId) : paths.meeting(regionId, Number(part))
  if (kind === 'causes') return list === 'causes' && id ? paths.cause(regionId, id) : paths.causes(regionId)
  if (kind === 'partners') return row(paths.partners(regionId))
  if (kind === 'forum') return row(paths.forum(regionId))
  return `${paths.sheet(regionId, ref)}${list ? `#${idOf(list)}` : ''}`
}

export const mendLabel = ({ ref }: Found['place']): string =>
  ({ logic_model: '箱を直す', meeting: '回を開く' })[kindOfRef(ref)] ?? '書いたところを直す'

/** Props of the part /parts/ask. */
export interface Asked {
  text: string
  links: { label: string; href: string }[]
}

/** Where a question is answered, from beside its box and back to it. */
const answerLinks = (regionId: string, found: Found): Asked['links'] => {
  const href = `${paths.insightAnswer(regionId)}?question=${encodeURIComponent(keyOf(found))}&back=place`
  return [
    { label: '理由を書いて残す', href },
    { label: 'このままにする', href: `${href}&answer=left` },
  ]
}

/** Questions to stand beside a field or box; what was answered already stays silent. Who may not write only reads them. */
export const askedOn = (
  regionId: string,
  found: readonly Found[],
  fates: readonly Fate[] = [],
  mayAnswer = true,
): Asked[] => {
  const settled = new Set(
    fates.flatMap(({ fate, key }) => (fate === 'kept_with_reason' || fate === 'left' ? [key] : [])),
  )
  return found
    .filter((one) => !settled.has(keyOf(one)))
    .map((one) => ({
      text: one.message,
      links: isQuestion(one) && mayAnswer ? answerLinks(regionId, one) : [],
    }))
}
