/** Municipalities, prefectures and every other body people belong to. Kana is kept in ひらがな everywhere. */
export const ORGANISATION_KINDS = {
  prefecture: '都道府県',
  municipality: '市区町村',
  health_center: '保健所',
  bureau: '地方厚生（支）局',
  ministry: '国の機関',
  secretariat: '事務局',
  contractor: '委託先',
  association: '関係団体（医師会など）',
  other: 'その他',
} as const
export type OrganisationKind = keyof typeof ORGANISATION_KINDS

export const BUREAUS = {
  hokkaido: '北海道厚生局',
  tohoku: '東北厚生局',
  'kanto-shinetsu': '関東信越厚生局',
  'tokai-hokuriku': '東海北陸厚生局',
  kinki: '近畿厚生局',
  'chugoku-shikoku': '中国四国厚生局',
  shikoku: '四国厚生支局',
  kyushu: '九州厚生局',
} as const
export type BureauCode = keyof typeof BUREAUS

/** 0/1, or null where nobody has told us yet. */
export type Flag = 0 | 1 | null

export interface Organisation {
  id: string
  kind: OrganisationKind
  /** 全国地方公共団体コード, 6 digits; null for everything that has none. */
  code: string | null
  name: string
  kana: string
  prefectureCode: string | null
  prefectureName: string | null
  bureauCode: BureauCode | null
  isInvented: 0 | 1
  parentOrganisationId: string | null
  population: number | null
  populationAged65: number | null
  /** Per cent, one decimal. */
  agingRate: number | null
  isDepopulated: Flag
  isMountainous: Flag
  figuresAsOf: string | null
  figuresSource: string | null
  section: string | null
  mailbox: string | null
  telephone: string | null
  mailDomain: string | null
  updatedAt: string
  retiredOn: string | null
}

/** What a new organisation must and may say; everything else starts empty. */
export type NewOrganisation = Pick<Organisation, 'kind' | 'name' | 'kana'> &
  Partial<Omit<Organisation, 'prefectureName' | 'updatedAt'>>

export type Contact = Pick<Organisation, 'section' | 'mailbox' | 'telephone' | 'mailDomain'>

/** What somebody had before them when they began to change it, to be compared when they save. */
export const contactSeen = (c: Contact): string => JSON.stringify([c.section, c.mailbox, c.telephone, c.mailDomain])

/** 「岐阜県岐南町」: two towns called 府中市 must not look alike. */
export const fullNameOf = (o: Pick<Organisation, 'kind' | 'name' | 'prefectureName'>): string =>
  o.kind === 'municipality' ? `${o.prefectureName ?? ''}${o.name}` : o.name

export const SIZE_BANDS = [
  { key: 'under1', below: 10_000, label: '1万人未満' },
  { key: 'from1', below: 30_000, label: '1万〜3万人' },
  { key: 'from3', below: 50_000, label: '3万〜5万人' },
  { key: 'from5', below: 100_000, label: '5万〜10万人' },
  { key: 'from10', below: 200_000, label: '10万〜20万人' },
  { key: 'from20', below: 500_000, label: '20万〜50万人' },
  { key: 'from50', below: Number.POSITIVE_INFINITY, label: '50万人以上' },
] as const
export type SizeBand = (typeof SIZE_BANDS)[number]

export const sizeBandOf = (population: number | null): SizeBand | null =>
  population === null ? null : (SIZE_BANDS.find((band) => population < band.below) ?? null)

/** 小規模 (R8) */
export const isSmall = (population: number | null): boolean => population !== null && population < 10_000

/** The sixth digit of a code, from its first five (weights 6 5 4 3 2, modulus 11). */
export function checkDigitOf(five: string): string {
  const sum = [...five].reduce((total, digit, i) => total + Number(digit) * (6 - i), 0)
  return String((11 - (sum % 11)) % 10)
}

export const isMunicipalCode = (code: string): boolean =>
  /^(0[1-9]|[1-3]\d|4[0-7]|9[1-4])\d{4}$/.test(code) && checkDigitOf(code.slice(0, 5)) === code[5]

export const isInventedCode = (code: string): boolean => /^9[1-4]/.test(code)

/** Spellings people really mix up in place names: in each pair the first is searched as the second. */
const VARIANTS = new Map(
  'ヶケ ヵカ 竈釜 龍竜 檮梼 鰺鯵 﨑崎 髙高 𠮷吉 邊辺 邉辺 澤沢 濱浜 嶋島 曾曽 藪薮 與与 眞真 廣広 國国'
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
)
const SMALL_KANA = 'ぁぃぅぇぉっゃゅょゎ'
const FULL_KANA = 'あいうえおつやゆよわ'

/** One form for comparing: 全角/半角, カナ/かな, small kana (べつかい = べっかい) and old characters become the same. */
export function foldForSearch(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\s]/gu, '')
    .toLowerCase()
  const fold = (c: string) => toHiragana(VARIANTS.get(c) ?? c)
  return [...plain].map((c) => FULL_KANA[SMALL_KANA.indexOf(fold(c))] ?? fold(c)).join('')
}

export const toHiragana = (text: string): string =>
  text.normalize('NFKC').replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))

/** What the search looks into. Name and kana stand apart so that a word never matches across them. */
export const searchTextOf = (name: string, kana: string): string => `${foldForSearch(name)}|${foldForSearch(kana)}`

/** 「岐阜県岐南町」「ぎふ　ぎなん」「21303」 → folded words, at most five; a prefecture written in front is a word of its own. */
export function searchWords(q: string): string[] {
  const parted = q
    .slice(0, 100)
    .replace(/\p{Cc}/gu, ' ')
    .normalize('NFKC')
    .replace(/(東京都|北海道|京都府|大阪府|[^\s]{2,3}県)(?=[^\s])/u, '$1 ')
  return parted
    .split(/[\s,、]+/)
    .map((word) => foldForSearch(word.replace(/^(\d{5})-(\d)$/, '$1$2')))
    .filter(Boolean)
    .slice(0, 5)
}

/** Public offices write from lg.jp; others only from the domain known for them. */
export function isOfficeAddress(address: string, mailDomain: string | null): boolean {
  const domain = /^[^@\s]+@([^@\s]+)$/.exec(address.trim().toLowerCase())?.[1] ?? ''
  const known = mailDomain?.toLowerCase() ?? null
  return (
    domain === 'lg.jp' ||
    domain.endsWith('.lg.jp') ||
    (known !== null && (domain === known || domain.endsWith(`.${known}`)))
  )
}
