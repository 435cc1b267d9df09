import { type Body, rowsIn } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'

export const SIDES = { for: '裏づけになるもの', against: '合わないもの' } as const
export type Side = keyof typeof SIDES

export const EVIDENCE_KINDS = { number: '数字', record: '記録', hearing: '聞き取り' } as const
export type EvidenceKind = keyof typeof EVIDENCE_KINDS

export const COMPARED = { national: '全国', prefecture: '都道府県', last_year: '前年', last_time: '前回' } as const

/** 出典, as towns have them at hand; what else there is stands in words beside it. */
export const SOURCES = {
  certification: '要介護認定の申請・調査の記録',
  kdb: 'KDB（国保データベース）',
  mieruka: '地域包括ケア「見える化」システム',
  claims: '介護・医療の給付実績',
  needs_survey: '介護予防・日常生活圏域ニーズ調査',
  home_survey: '在宅介護実態調査',
  survey: '自分たちの調査・質問票',
  hearing: '聞き取りのメモ',
  case_meeting: '地域ケア会議・事例検討の記録',
  window: '窓口・電話の記録',
  discharge: '入退院の連絡の記録',
  other: 'そのほか',
} as const
export type SourceKey = keyof typeof SOURCES

/** One thing that speaks for or against a 真因の仮説. Everything is text; numbers stand in half-width digits. */
export interface Evidence {
  id: string
  cause: string
  side: Side
  kind: EvidenceKind
  text: string
  numerator: string
  denominator: string
  unit: string
  value: string
  comparison: string
  comparedWith: string
  source: string
  sourceText: string
  method: string
  period: string
  rest: string
}

export const EVIDENCE_COLUMNS = {
  text: '内容',
  kind: '種類',
  side: 'どちらの材料か',
  numerator: '分子',
  denominator: '分母',
  value: '値',
  unit: '単位',
  comparison: '比べる値',
  comparedWith: '比べる相手',
  source: '出典',
  sourceText: '出典（言葉）',
  method: '方法',
  period: '時期',
} as const

export function evidenceOf(body: Body): Evidence[] {
  return rowsIn(body, 'evidence').map((row) => ({
    ...{ id: row.id, cause: row.cause ?? '', text: row.text ?? '' },
    side: row.side === 'against' ? 'against' : 'for',
    kind: row.kind === 'number' || row.kind === 'hearing' ? row.kind : 'record',
    ...{ numerator: row.numerator ?? '', denominator: row.denominator ?? '', unit: row.unit ?? '' },
    ...{ value: row.value ?? '', comparison: row.comparison ?? '', comparedWith: row.comparedWith ?? '' },
    ...{ source: row.source ?? '', sourceText: row.sourceText ?? '', method: row.method ?? '' },
    ...{ period: row.period ?? '', rest: row.rest ?? '' },
  }))
}

export const labelIn = (labels: Record<string, string>, key: string): string =>
  Object.hasOwn(labels, key) ? (labels[key] ?? '') : key

/** The share in percent, to one decimal; null where it can't be computed. */
export function percentOf({ numerator, denominator }: Pick<Evidence, 'numerator' | 'denominator'>): string | null {
  const [part, whole] = [numerator, denominator].map((text) =>
    /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN,
  )
  if (part === undefined || whole === undefined || !(whole > 0) || Number.isNaN(part)) return null
  return ((part / whole) * 100).toFixed(1)
}

/** 「37.5%（18/48、n＝48）・全国 30.1%」 */
export function figureWords(e: Evidence): string {
  const share = percentOf(e)
  const unit = share !== null && e.unit === '' ? '%' : e.unit
  const own =
    share !== null
      ? `${share}%（${e.numerator}/${e.denominator}、n＝${e.denominator}）`
      : e.value && `${e.value}${e.unit}`
  const other = e.comparison && `${labelIn(COMPARED, e.comparedWith) || '比べる値'} ${e.comparison}${unit}`
  return [own, other].filter(Boolean).join('・')
}

/** 「地域包括ケア「見える化」システム（2025年3月）・手計算・令和6年度」 */
export const originWords = (e: Evidence): string =>
  [[labelIn(SOURCES, e.source), e.sourceText && `（${e.sourceText}）`].filter(Boolean).join(''), e.method, e.period]
    .map((words) => (e.source === '' || e.source === 'other' ? words.replace(/^(?:そのほか)?（(.*)）$/s, '$1') : words))
    .filter(Boolean)
    .join('・')

/** All of it in one line, as it is shown by link and in the history. */
export const evidenceWords = (e: Evidence): string => {
  const behind = [figureWords(e), originWords(e)].filter(Boolean).join('、')
  return behind ? `${e.text || EVIDENCE_KINDS[e.kind]}（${behind}）` : e.text || EVIDENCE_KINDS[e.kind]
}

/** What came with a bundle says that it was concluded, not read. */
export const isInferredIn = (rest: string): boolean => /"inf":\s*true/.test(rest)

/** Evidence as it stands on the page of its cause. */
export interface ShownEvidence {
  id: string
  kind: string
  text: string
  figure: string
  origin: string
  isInferred: boolean
  href: string | null
}

/** `writesIn`: the region whose paper its reader may change. */
export const shownEvidence = (e: Evidence, writesIn: string | null): ShownEvidence => ({
  ...{ id: e.id, kind: EVIDENCE_KINDS[e.kind], text: e.text, figure: figureWords(e), origin: originWords(e) },
  isInferred: isInferredIn(e.rest),
  href: writesIn === null ? null : paths.causeEvidenceItem(writesIn, e.cause, e.id),
})
