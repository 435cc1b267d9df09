import { type Body, type Row, rowsIn, textIn } from '../../papers/templates/templates.ts'

/** The columns, from cause to effect. */
export const KINDS = {
  activity: 'アクティビティ',
  output: 'アウトプット',
  initial: '初期アウトカム',
  intermediate: '中間アウトカム',
  final: '最終アウトカム',
} as const
export type Kind = keyof typeof KINDS
export const KIND_ORDER = Object.keys(KINDS) as Kind[]

export const ACTIVITY_TYPES = {
  training: '研修',
  lecture: '講演',
  publicity: '広報',
  meeting: '会議',
  visit: '訪問',
  consultation: '相談',
  survey: '調査',
  form: '様式・ルール',
  system: '仕組み',
  other: 'その他',
} as const
export type ActivityType = keyof typeof ACTIVITY_TYPES

export const BOX_STATES = { planned: 'これから', doing: '進めている', done: '行った' } as const
export type BoxState = keyof typeof BOX_STATES

export const INDICATOR_TYPES = {
  structure: 'ストラクチャー（体制）',
  process: 'プロセス（過程）',
  output: 'アウトプット（行った量）',
  outcome: 'アウトカム（成果）',
} as const
export type IndicatorType = keyof typeof INDICATOR_TYPES

/** What stands in a box, and what people call it. */
export const BOX_FIELDS = {
  text: '箱の文',
  subject: '主語',
  scene: '場面',
  who: '誰が',
  whom: '誰に',
  what: '何を',
  when: 'いつ',
  type: '種類',
  owner: '担当',
  consultWith: '※要相談の相手',
  consulted: '相談は済んだか',
  status: '状態',
  focus: '重点',
  evaluation: 'やってみて',
  direction: '取り組みの方向性',
} as const
export type BoxField = keyof typeof BOX_FIELDS

export const INDICATOR_FIELDS = {
  text: '指標',
  type: '種類',
  baseline: '基準値',
  target: '目標値',
  period: '時点',
  source: '出典',
  method: '計算方法',
  watch: '誰が・何を見て・いつ',
  nextOn: '次に測る日',
} as const
export type IndicatorField = keyof typeof INDICATOR_FIELDS

export interface Box extends Record<Exclude<BoxField, 'type' | 'status' | 'focus' | 'consulted'>, string> {
  id: string
  kind: Kind
  type: ActivityType | ''
  status: BoxState | ''
  focus: boolean
  consulted: boolean
  seq: string
  /** Id of the box it may be the same as; asks 「同じもの？」. */
  uncertainOriginal: string
  /** 推定: an imported record only guessed it. */
  inferred: boolean
}
export interface Link {
  id: string
  from: string
  to: string
  inferred: boolean
}
export interface Indicator extends Record<Exclude<IndicatorField, 'type'>, string> {
  id: string
  box: string
  type: IndicatorType | ''
  inferred: boolean
}

export const boxRows = (body: Body): Row[] => rowsIn(body, 'boxes')
export const linkRows = (body: Body): Row[] => rowsIn(body, 'links')
export const indicatorRows = (body: Body): Row[] => rowsIn(body, 'indicators')
export const reprintRows = (body: Body): Row[] => rowsIn(body, 'reprints')

const within = <K extends string>(list: Record<K, string>, key: string | undefined): K | '' =>
  key !== undefined && Object.hasOwn(list, key) ? (key as K) : ''
/** A loop, not entries: a model of 500 boxes is read hundreds of times while a file is taken in. */
function textsOf<K extends string>(row: Row, keys: readonly K[]): Record<K, string> {
  const texts = {} as Record<K, string>
  for (const key of keys) texts[key] = row[key] ?? ''
  return texts
}
const BOX_KEYS = Object.keys(BOX_FIELDS) as BoxField[]
const INDICATOR_KEYS = Object.keys(INDICATOR_FIELDS) as IndicatorField[]

/** What an imported record carried beside what we model says whether it was a guess. */
const isInferred = ({ rest }: Row): boolean => rest !== undefined && /"inf"\s*:\s*true/.test(rest)

const boxFrom = (row: Row): Box =>
  Object.assign(textsOf(row, BOX_KEYS), {
    id: row.id,
    kind: within(KINDS, row.kind) || ('activity' as const),
    type: within(ACTIVITY_TYPES, row.type),
    status: within(BOX_STATES, row.status),
    focus: row.focus === 'yes',
    consulted: row.consulted === 'yes',
    seq: row.seq ?? '',
    uncertainOriginal: row.uncertainOriginal ?? '',
    inferred: isInferred(row),
  })
/** A row that lost its own words to a merge is still shown: nothing disappears by itself. */
export const boxesOf = (body: Body): Box[] => boxRows(body).map(boxFrom)

/** Links whose two ends stand. */
export function linksOf(body: Body): Link[] {
  const ids = new Set(boxRows(body).map(({ id }) => id))
  return linkRows(body).flatMap((row) => {
    const [from = '', to = ''] = [row.from, row.to]
    return ids.has(from) && ids.has(to) && from !== to ? [{ id: row.id, from, to, inferred: isInferred(row) }] : []
  })
}

export const indicatorsOf = (body: Body): Indicator[] =>
  indicatorRows(body).map((row) => ({
    ...textsOf(row, INDICATOR_KEYS),
    id: row.id,
    box: row.box ?? '',
    type: within(INDICATOR_TYPES, row.type),
    inferred: isInferred(row),
  }))

export const goalOf = (body: Body): string => textIn(body, 'goal')
