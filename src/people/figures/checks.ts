import { isDay } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import { checkDigitOf, type Flag, foldForSearch, isMunicipalCode } from '../organisations/organisations.ts'
import { agingRateOf, type Figures, type Known } from './figures.ts'

export type Column = keyof Figures | 'name'
export type KnownByCode = ReadonlyMap<string, Known>
/** Used where the file has no 基準日 or 出典 of its own. */
export interface Otherwise {
  asOf: string
  source: string
}

interface Given {
  known: KnownByCode
  otherwise: Otherwise
  blanks: { isDepopulated: boolean; isMountainous: boolean }
}

const wrong = (message: string) => new Problem('invalid', message)

/** One line as figures, or the reason why it cannot be taken. */
export function readRow(typed: (column: Column) => string, given: Given): Figures | string {
  try {
    const told = figuresOf((column) => typed(column).normalize('NFKC').trim(), given)
    const { newName, figuresSource } = told // words stay as they were typed
    return {
      ...told,
      newName: newName && typed('newName'),
      figuresSource: figuresSource && (typed('figuresSource').slice(0, 200) || given.otherwise.source),
    }
  } catch (error) {
    if (error instanceof Problem) return error.message
    throw error
  }
}

function figuresOf(cell: (column: Column) => string, { known, otherwise, blanks }: Given): Figures {
  const code = codeOf(cell('code'), known)
  const newName = newNameOf(cell('newName'))
  expectName(cell('name'), newName, known.get(code)?.name ?? '')
  const population = countOf('人口', cell('population'))
  const populationAged65 = countOf('65歳以上人口', cell('populationAged65'))
  if (population !== null && populationAged65 !== null && populationAged65 > population)
    throw wrong(`65歳以上人口（${show(populationAged65)}人）が人口（${show(population)}人）より多くなっています`)
  const typedRate = rateOf(cell('agingRate'))
  const row = {
    population,
    populationAged65,
    agingRate:
      typedRate ?? (population && populationAged65 !== null ? agingRateOf(populationAged65, population) : null),
    isDepopulated: flagIn('過疎', cell('isDepopulated'), blanks.isDepopulated),
    isMountainous: flagIn('中山間', cell('isMountainous'), blanks.isMountainous),
  }
  const says = Object.values(row).some((value) => value !== null)
  const asOf = dayOf(cell('figuresAsOf')) ?? otherwise.asOf
  return {
    code,
    ...row,
    figuresAsOf: says ? asOf : null,
    figuresSource: says ? otherwise.source : null,
    newName,
    newKana: newKanaOf(cell('newKana')),
  }
}

/** Excel eats the 0 in front (「11002」) and some lists leave out the check digit (「01100」): both are understood where only one fits. */
function codeOf(typed: string, known: KnownByCode): string {
  const digits = typed.replace(/[\s'-]/g, '')
  if (digits === '') throw wrong('コードが空です。6桁の全国地方公共団体コードを書いてください')
  if (!/^\d{4,6}$/.test(digits)) throw wrong(`コード「${short(typed)}」は6桁の数字ではありません`)
  const tries =
    digits.length === 6
      ? [digits]
      : [`0${digits}`, digits + checkDigitOf(digits), `0${digits}${checkDigitOf(`0${digits}`)}`]
  const fitting = tries.filter((code) => known.has(code))
  if (fitting.length === 1) return fitting[0] ?? ''
  if (digits.length < 6)
    throw wrong(`コード「${digits}」は6桁で書いてください（先頭の0が消えていないか確かめてください）`)
  const right = digits.slice(0, 5) + checkDigitOf(digits.slice(0, 5))
  if (!isMunicipalCode(digits) && right !== digits)
    throw wrong(
      `コード ${digits} は検査数字（6桁目）が合いません${known.has(right) ? `。正しくは ${right}（${known.get(right)?.name}）ではありませんか` : ''}`,
    )
  throw wrong(`コード ${digits} の都道府県・市区町村は登録がありません（政令指定都市の区と北方領土の6村は含みません）`)
}

/** Without the prefecture or 郡 some lists write in front. */
const plainName = (name: string) =>
  foldForSearch(
    name.replace(/^(東京都|北海道|京都府|大阪府|.{2,3}県)(?=.)/u, '').replace(/^.{1,6}郡(?=.+[町村]$)/u, ''),
  )

/** A name that does not belong to its code means that lines have slipped. */
function expectName(typed: string, newName: string | null, name: string): void {
  const allowed = [name, newName ?? name].flatMap((one) => [plainName(one), foldForSearch(one)])
  if (typed === '' || allowed.includes(plainName(typed)) || allowed.includes(foldForSearch(typed))) return
  throw wrong(
    `名称「${short(typed)}」がコードの「${name}」と合いません。改称のときは「新しい名称」の列に書いてください`,
  )
}

function newNameOf(typed: string): string | null {
  if (typed === '') return null
  if (typed.length > 30 || !/[都道府県市区町村]$/.test(typed))
    throw wrong(`新しい名称「${short(typed)}」は、市・区・町・村で終わる30字以内の名前にしてください`)
  return typed
}

function newKanaOf(typed: string): string | null {
  if (typed !== '' && !/^[ぁ-ゖァ-ヶー\s]{1,60}$/.test(typed))
    throw wrong(`新しいよみ「${short(typed)}」は、ひらがなかカタカナで書いてください`)
  return typed.replace(/\s/g, '') || null
}

const show = (n: number) => n.toLocaleString('ja-JP')
const short = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)
const isSilent = (typed: string) => /^([-‐−–—―ー…*]+|不明|不詳|なし|)$/.test(typed)

function countOf(label: string, typed: string): number | null {
  if (isSilent(typed)) return null
  const digits = typed.replace(/[,、\s]|人$/g, '')
  if (!/^\d{1,8}(\.0+)?$/.test(digits)) throw wrong(`${label}「${short(typed)}」を数として読めません`)
  return Number(digits)
}

function rateOf(typed: string): number | null {
  if (isSilent(typed)) return null
  const rate = /^\d{1,6}(\.\d+)?%?$/.test(typed) ? Number(typed.replace('%', '')) : Number.NaN
  if (Number.isNaN(rate)) throw wrong(`高齢化率「${short(typed)}」を数として読めません`)
  if (rate > 100) throw wrong(`高齢化率「${short(typed)}」が100％を超えています`)
  const perCent = rate > 0 && rate < 1 && !typed.endsWith('%') ? rate * 100 : rate // a cell formatted as % is saved as 0.312
  return Math.round(perCent * 10) / 10
}

/** 1, 0, null for an empty cell, or undefined for a word nobody can read. */
export function flagOf(typed: string): Flag | undefined {
  if (/^([○〇◯◎●✓✔1]|該当|有|あり|はい|全部|一部|(全部|一部|みなし)?過疎|中山間)$/.test(typed)) return 1
  if (/^([×✕✗xX0]|非該当|該当なし|該当せず|無|なし|いいえ)$/.test(typed)) return 0
  return isSilent(typed) ? null : undefined
}

function flagIn(label: string, typed: string, blankSaysNo: boolean): Flag {
  const flag = flagOf(typed)
  if (flag === undefined)
    throw wrong(`${label}「${short(typed)}」を読めません。該当は ○、該当しないときは × と書いてください`)
  return flag === null && typed === '' && blankSaysNo ? 0 : flag
}

const ERAS: Record<string, number> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 }

/** A day as offices write it, as YYYY-MM-DD; null when there is no such day. */
export function readDay(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  const [, era = '', year = '', month = '', day = ''] =
    /^(令和|平成|R|H)?\s*(\d{1,4}|元)[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?$/i.exec(plain) ?? []
  const fullYear = (ERAS[era.toUpperCase()] ?? 0) + (year === '元' ? 1 : Number(year))
  const iso = `${String(fullYear).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) && fullYear >= 1990 && fullYear <= 2100 ? iso : null
}

function dayOf(typed: string): string | null {
  const day = readDay(typed)
  if (typed !== '' && day === null) throw wrong(`基準日「${short(typed)}」という日付はありません（例：2025-01-01）`)
  return day
}
