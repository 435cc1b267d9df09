/** `banso-case/1`: the whole record of one region, for hand-over, archive and moving between installations. */
export const FORMAT = 'banso-case/1'

/** A place in the bundle that is wrong (nothing is imported), or worth knowing (imported all the same). */
export interface Remark {
  path: string
  message: string
}

/** `steps[3].advice[0].text` */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text && '.'}${String(part)}`),
    '',
  )

/** `steps[3].advice[0].text：文がありません` */
export const remarkText = (r: Remark): string => (r.path ? `${r.path}：${r.message}` : r.message)

/** What stands in a bundle, in the words of a person who opens one. */
export const PART_LABELS = {
  participants: '関わる人',
  steps: '回',
  situation: '状況',
  advice: '助言',
  actions: '取組',
  profile: '自治体概要',
  issuesAtEntry: '応募時の課題',
  policy: '取組の方針',
  personaSheet: '状態シート',
  hypotheses: '真因の仮説',
  evidence: '裏づけ',
  logicModel: 'ロジックモデル',
  closing: 'まとめ',
  lessonsForOthers: 'ほかの地域への手がかり',
  deliverables: '成果物',
  gaps: '資料にないこと',
} as const

export const HEAD_KEYS = ['format', 'id', 'sourceDoc', 'fiscalYear', 'eraLabel', 'processTemplate', 'caseType'] as const

/** Two JSON values are the same bundle when this text is the same: keys in order of name, arrays as they are. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`
}

const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001F]*)*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y

/** What may follow, by what is expected now. A string may be a value or a name; the rest is punctuation. */
type Expected = 'value' | 'value or ]' | 'name or }' | 'name' | ':' | ', or end' | 'end'

/** Where JSON stops being JSON: the engine's own message names a place only sometimes, and in English. */
export function placeOfFault(text: string): { line: number; column: number } {
  const inside: string[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    const next: Expected | null = found ? after(expected, found[1] ?? (found[2] ? '"' : '0'), inside) : null
    if (next === null) break
    expected = next
    at = TOKEN.lastIndex
  }
  const start = at + (/^[ \t\n\r]*/.exec(text.slice(at))?.[0].length ?? 0)
  const before = text.slice(0, start).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function after(expected: Expected, token: string, inside: string[]): Expected | null {
  const closed = (): Expected => (inside.length > 0 ? ', or end' : 'end')
  if (expected === ':') return token === ':' ? 'value' : null
  if (expected.startsWith('name')) {
    if (token === '"') return ':'
    return token === '}' && expected === 'name or }' && inside.pop() ? closed() : null
  }
  if (expected.startsWith('value')) {
    if (token === '{' || token === '[') {
      inside.push(token)
      return token === '{' ? 'name or }' : 'value or ]'
    }
    if (token === '"' || token === '0') return closed()
    return token === ']' && expected === 'value or ]' && inside.pop() ? closed() : null
  }
  if (expected === 'end') return null
  const open = inside.at(-1)
  if (token === ',') return open === '{' ? 'name' : 'value'
  return token === (open === '{' ? '}' : ']') && inside.pop() ? closed() : null
}
