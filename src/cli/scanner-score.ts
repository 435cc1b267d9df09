import { isKind, KINDS, type Kind, kindKeys, scan } from '../papers/privacy/privacy.ts'
import { Problem } from '../platform/web/problem.ts'
import { badUsage, type Command, readGiven } from './command.ts'

interface Sentence {
  line: number
  text: string
  kinds: ReadonlySet<Kind>
}

export interface Score {
  /** Said and found · found though not said · said but not found. */
  hit: number
  extra: number
  missed: number
}

/** text TAB kinds, comma-separated; every broken line is named. */
export function sentencesOf(file: string): Sentence[] {
  const faults: string[] = []
  const sentences = file
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, at) => {
      if (line.trim() === '') return []
      const [text = '', kinds = '', ...more] = line.split('\t')
      const words = kinds
        .split(/[,、]/)
        .map((word) => word.trim())
        .filter(Boolean)
      const unknown = words.filter((word) => !isKind(word))
      if (more.some((rest) => rest.trim() !== '')) faults.push(`${at + 1}行目：タブが2つ以上あります`)
      else if (text.trim() === '') faults.push(`${at + 1}行目：文がありません`)
      else if (unknown.length > 0) faults.push(`${at + 1}行目：「${unknown.join('」「')}」という種類はありません`)
      return [{ line: at + 1, text, kinds: new Set(words.filter(isKind)) }]
    })
  if (faults.length > 0) throw new Problem('invalid', [FAULTS, ...faults.slice(0, 20), KNOWN].join('\n'))
  if (sentences.length === 0) throw new Problem('invalid', `文が1つもありません。${SHAPE}`)
  return sentences
}

const SHAPE = '1行に「文、タブ、種類（コンマ区切り。何もなければ空）」を書いてください'
const FAULTS = `読めない行があり、点を出しませんでした。${SHAPE}`
const KNOWN = `使える種類：${kindKeys.join(', ')}`

/** Sentence by sentence and kind by kind: there or not there. */
export function scoresOf(sentences: readonly Sentence[]) {
  const scores = new Map<Kind, Score>(kindKeys.map((kind) => [kind, { hit: 0, extra: 0, missed: 0 }]))
  const wrong: { line: number; text: string; missed: Kind[]; extra: Kind[] }[] = []
  for (const { line, text, kinds } of sentences) {
    const found = new Set(scan(text).map((one) => one.kind))
    for (const kind of kindKeys) {
      const score = scores.get(kind) as Score
      if (kinds.has(kind) && found.has(kind)) score.hit++
      else if (found.has(kind)) score.extra++
      else if (kinds.has(kind)) score.missed++
    }
    const missed = [...kinds].filter((kind) => !found.has(kind))
    const extra = [...found].filter((kind) => !kinds.has(kind))
    if (missed.length + extra.length > 0) wrong.push({ line, text, missed, extra })
  }
  return { scores, wrong, all: totalOf([...scores.values()]) }
}

const totalOf = (scores: readonly Score[]): Score =>
  scores.reduce(
    (sum, one) => ({ hit: sum.hit + one.hit, extra: sum.extra + one.extra, missed: sum.missed + one.missed }),
    {
      hit: 0,
      extra: 0,
      missed: 0,
    },
  )

const share = (part: number, rest: number) => (part + rest === 0 ? 1 : part / (part + rest))
export const recallOf = (score: Score): number => share(score.hit, score.missed)
export const precisionOf = (score: Score): number => share(score.hit, score.extra)

const rowOf = (name: string, words: string, score: Score) =>
  `${name.padEnd(17)} recall ${recallOf(score).toFixed(3)}  precision ${precisionOf(score).toFixed(3)}  （${words}：あり${score.hit + score.missed}文、見つけた${score.hit}文、見のがし${score.missed}文、まちがい${score.extra}文）`

export const scannerScoreCommand: Command = {
  usage: 'scanner-score ファイル.tsv [--wrong]',
  help: [
    '個人が分かる言葉を見つける働きに、点をつけます。',
    `ファイルは、${SHAPE}。`,
    '文ごと・種類ごとに「ある・ない」をくらべ、再現率（recall）と適合率（precision）を、種類別と全体で出します。',
    '--wrong をつけると、合わなかった文も並べます。',
    KNOWN,
  ].join('\n'),
  async run(args, io) {
    const [file, ...more] = args.filter((arg) => arg !== '--wrong')
    if (!file || more.length > 0 || file.startsWith('--')) throw badUsage(this)
    const bytes = readGiven(file)
    const sentences = sentencesOf(new TextDecoder('utf-8').decode(bytes))
    const { scores, wrong, all } = scoresOf(sentences)
    for (const [kind, score] of scores) io.out(rowOf(kind, KINDS[kind], score))
    io.out(rowOf('all', `全${sentences.length}文`, all))
    if (args.includes('--wrong'))
      for (const one of wrong)
        io.out(`${one.line}行目  見のがし[${one.missed.join(',')}] まちがい[${one.extra.join(',')}]  ${one.text}`)
    return 0
  },
}
