/** What may tell who a person is. */
export const KINDS = {
  name: '名前',
  age: '年齢',
  birth: '生年月日',
  phone: '電話番号',
  mail: 'メールアドレス',
  address: '住所',
  insured: '被保険者番号など',
  'facility-illness': '施設名と病気',
  quote: '話した言葉',
} as const
export type Kind = keyof typeof KINDS
export const kindKeys = Object.keys(KINDS) as Kind[]
export const isKind = (word: string): word is Kind => Object.hasOwn(KINDS, word)

/** Words of a text with the wording offered instead; `start` and `end` count in the text as given. */
export interface Found {
  kind: Kind
  start: number
  end: number
  text: string
  mask: string
}

export const scan = (_text: string): Found[] => []

/** A stretch of text: marked with what was found in it, or plain. */
export interface Run {
  text: string
  kind: string | null
}

/** For a page: the text in runs, what was found, and the wording offered. */
export interface Marked {
  runs: Run[]
  rows: { label: string; text: string; mask: string }[]
  masked: string
}

export function markedText(text: string, found: readonly Found[] = scan(text)): Marked {
  const runs: Run[] = []
  let at = 0
  for (const one of found) {
    if (one.start > at) runs.push({ text: text.slice(at, one.start), kind: null })
    runs.push({ text: one.text, kind: KINDS[one.kind] })
    at = one.end
  }
  if (at < text.length) runs.push({ text: text.slice(at), kind: null })
  const rows = found.map(({ kind, text: words, mask }) => ({ label: KINDS[kind], text: words, mask }))
  return { runs, rows, masked: maskedText(text, found) }
}

export function maskedText(text: string, found: readonly Found[] = scan(text)): string {
  let masked = ''
  let at = 0
  for (const one of found) {
    masked += text.slice(at, one.start) + one.mask
    at = one.end
  }
  return masked + text.slice(at)
}
