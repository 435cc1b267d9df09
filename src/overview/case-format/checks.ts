import { z } from 'zod'
import { BUREAUS, checkDigitOf, isMunicipalCode } from '../../people/organisations/organisations.ts'
import { type CaseBundle, caseBundle, regionShape } from './body.ts'
import { pathText, placeOfFault, type Remark } from './case-format.ts'

export const MAX_BYTES = 5 * 1024 * 1024
const MAX_DEPTH = 40
const MOST = 200

export interface ReadBundle {
  /** Null when there is any fault: a broken bundle changes nothing. */
  bundle: CaseBundle | null
  faults: Remark[]
  /** Unknown keys and the like: imported and kept all the same. */
  notes: Remark[]
}

/** Thousands of the same remark help nobody. */
const atMost = (remarks: Remark[]): Remark[] =>
  remarks.length <= MOST
    ? remarks
    : [...remarks.slice(0, MOST), { path: '', message: `ほかにも${remarks.length - MOST}か所あります` }]

const broken = (faults: Remark[]): ReadBundle => ({ bundle: null, faults: atMost(faults), notes: [] })
const brokenFile = (message: string) => broken([{ path: '', message }])
const remark = (path: readonly PropertyKey[], message: string): Remark => ({ path: pathText(path), message })

/** Bytes of a file → a bundle that may be imported, or every fault by its path. */
export function readBundle(bytes: Uint8Array): ReadBundle {
  if (bytes.length === 0) return brokenFile('ファイルの中身が空です')
  if (bytes.length > MAX_BYTES) return brokenFile('ファイルは5MBまでです')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return brokenFile('文字コードがUTF-8ではありません。UTF-8で保存しなおしてください')
  }
  try {
    return judge(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const { line, column } = placeOfFault(text)
    return brokenFile(`JSONとして読めません。${line}行目の${column}文字目のあたりを確かめてください`)
  }
}

/** A parsed value, judged. The value itself is handed on untouched: nothing is dropped, reordered or filled in. */
export function judge(value: unknown): ReadBundle {
  const unsafe = unsafePlaces(value)
  if (unsafe.length > 0) return broken(unsafe)
  const result = caseBundle.safeParse(value)
  const misshapen = result.error?.issues.map((issue) => remark(issue.path, issue.message)) ?? []
  const faults = [...misshapen, ...codeFaults(value), ...doubles(value)]
  if (faults.length > 0) return broken(faults)
  const bundle = value as CaseBundle
  return { bundle, faults: [], notes: atMost([...unknownKeys(caseBundle, value, []), ...nowhere(bundle)]) }
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype', ''])
const UNUSABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/
const UNPAIRED = /\p{Surrogate}/u

function badText(text: string): string | null {
  if (UNUSABLE.test(text)) return '使えない文字（制御文字）が入っています'
  return UNPAIRED.test(text) ? '壊れた文字が入っています' : null
}

/** What no shape may hold: names that reach into the program, control characters, halves of characters, bottomless nesting. */
function unsafePlaces(value: unknown, path: PropertyKey[] = [], found: Remark[] = []): Remark[] {
  if (found.length >= MOST) return found
  if (typeof value === 'string') {
    const bad = badText(value)
    if (bad) found.push(remark(path, bad))
    return found
  }
  if (typeof value !== 'object' || value === null) return found
  if (path.length >= MAX_DEPTH) {
    found.push(remark(path, `入れ子が深すぎます（${MAX_DEPTH}段まで）`))
    return found
  }
  for (const key of Object.keys(value)) {
    const inner = [...path, Array.isArray(value) ? Number(key) : key]
    if (FORBIDDEN.has(key) || badText(key)) found.push(remark(inner, 'この名前のキーは使えません'))
    else unsafePlaces((value as Record<string, unknown>)[key], inner, found)
  }
  return found
}

const ONE_PREFECTURE = '1つの地域に入れられるのは、同じ都道府県の市町村だけです'
const WRONG_DIGIT = '6桁の全国地方公共団体コードとして正しくありません（最後の1桁は検査数字です）'

/** Codes that look right and are not: known only once the region has its shape. */
function codeFaults(value: unknown): Remark[] {
  const read = regionShape.safeParse((value as { region?: unknown } | null)?.region)
  if (!read.success) return []
  const { prefecture, bureau, members } = read.data
  const faults: Remark[] = []
  if (!/^(0[1-9]|[1-3]\d|4[0-7]|9[1-4])$/.test(prefecture.code))
    faults.push(remark(['region', 'prefecture', 'code'], '都道府県コードは2桁（01〜47）で書いてください'))
  if (bureau && !Object.hasOwn(BUREAUS, bureau.code))
    faults.push(remark(['region', 'bureau', 'code'], `使えるのは次のコードです：${Object.keys(BUREAUS).join('、')}`))
  for (const [n, { code, lgcode }] of members.entries()) {
    const at = (key: string, message: string) => faults.push(remark(['region', 'members', n, key], message))
    if (code && !/^(\d{2}|\d{5})$/.test(code)) at('code', '市町村は5桁、都道府県は2桁の数字で書いてください')
    else if (code && !code.startsWith(prefecture.code)) at('code', ONE_PREFECTURE)
    if (!lgcode) continue
    if (!isMunicipalCode(lgcode)) at('lgcode', WRONG_DIGIT)
    else if (code && !lgcode.startsWith(code)) at('lgcode', `code（${code}）と合いません`)
    else if (!lgcode.startsWith(prefecture.code)) at('lgcode', ONE_PREFECTURE)
  }
  return faults
}

/** The 6-digit code of a member, also where only 5 (or a prefecture's 2) digits are given. */
export function fullCodeOf(member: { code?: unknown; lgcode?: unknown }): string | null {
  if (typeof member.lgcode === 'string' && member.lgcode !== '') return member.lgcode
  if (typeof member.code !== 'string' || !/^(\d{2}|\d{5})$/.test(member.code)) return null
  const five = member.code.padEnd(5, '0')
  return five + checkDigitOf(five)
}

const LISTS_WITH_IDS = [
  ...['participants', 'issuesAtEntry', 'policy', 'actions', 'hypotheses', 'evidence', 'deliverables'],
  ...['closing.before', 'closing.changes', 'closing.next'],
  ...['logicModel.nodes', 'logicModel.indicators', 'logicModel.directions'],
]

/** The same id (or number, or key) twice: references would point at two things. */
function doubles(value: unknown): Remark[] {
  const members = rowsAt(value, 'region.members').map((member) => ({ lgcode: fullCodeOf(member) }))
  return [
    ...twice(rowsAt(value, 'steps'), 'steps', 'seq'),
    ...twice(rowsAt(value, 'steps'), 'steps', 'key'),
    ...twice(members, 'region.members', 'lgcode'),
    ...LISTS_WITH_IDS.flatMap((path) => twice(rowsAt(value, path), path, 'id')),
  ]
}

type Loose = Record<string, unknown>

/** Objects of a list, whatever else stands there. */
function rowsAt(value: unknown, path: string): Loose[] {
  const found = path.split('.').reduce<unknown>((at, key) => (at as Loose | null | undefined)?.[key], value)
  return Array.isArray(found) ? found.map((row) => (typeof row === 'object' && row !== null ? row : {})) : []
}

function twice(rows: readonly Loose[], list: string, key: string): Remark[] {
  const first = new Map<unknown, number>()
  return rows.flatMap((row, n) => {
    const value = row[key]
    if (value === null || value === undefined) return []
    const before = first.get(value)
    first.set(value, before ?? n)
    if (before === undefined) return []
    return [
      { path: `${list}[${n}].${key}`, message: `「${String(value)}」が ${list}[${before}].${key} と重なっています` },
    ]
  })
}

/** Goes down the shape beside the value; zod's loose objects keep unknown keys without a word. */
function unknownKeys(shape: unknown, value: unknown, path: PropertyKey[]): Remark[] {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodNullable) return unknownKeys(shape.unwrap(), value, path)
  if (shape instanceof z.ZodUnion) return unknownKeys(shape.options.at(-1), value, path)
  if (shape instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((item, n) => unknownKeys(shape.element, item, [...path, n]))
  if (!(shape instanceof z.ZodObject) || typeof value !== 'object' || value === null) return []
  const own: Loose = shape.shape
  if (Object.keys(own).length === 0) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    Object.hasOwn(own, key)
      ? unknownKeys(own[key], inner, [...path, key])
      : [remark([...path, key], '知らないキーです。そのまま保管します')],
  )
}

/** References that lead nowhere: the source may be silent, so they are told and kept. */
function nowhere(bundle: CaseBundle): Remark[] {
  const steps = new Set<unknown>(bundle.steps.map((step) => step.key))
  const boxes = new Set<unknown>((bundle.logicModel?.nodes ?? []).map((node) => node.id))
  const lost = (known: ReadonlySet<unknown>, path: PropertyKey[], id: string | null): Remark[] =>
    !id || known.has(id) ? [] : [remark(path, `「${id}」はこのファイルの中にありません。そのまま保管します`)]
  return [
    ...(bundle.actions ?? []).flatMap((action, n) =>
      (action.between ?? []).flatMap((key, i) => lost(steps, ['actions', n, 'between', i], key)),
    ),
    ...(bundle.logicModel?.links ?? []).flatMap((link, n) => [
      ...lost(boxes, ['logicModel', 'links', n, 'from'], link.from),
      ...lost(boxes, ['logicModel', 'links', n, 'to'], link.to),
    ]),
  ]
}
