import { type Body, keysOf, type Row, rowsIn, textIn } from '../../papers/templates/templates.ts'
import { type Check, cell, type Facts, papersOf, type Spot, saysNothing, short, wordsFor } from '../checks/checks.ts'
import { holdsFigure } from '../figures/figures.ts'
import { blamed, stillOpen } from '../public-words/public-words.ts'
import { saysWhen } from '../sentences/sentences.ts'

interface Said {
  ref: string
  path: string
  label: string
  text: string
}
const TABLES: Record<string, string> = { before: '支援前の課題', changes: '支援の効果', next: '今後について' }

const saidIn = (ref: string, table: string, label: string, rows: readonly Row[]): Said[] =>
  rows.map((row) => ({
    ...{ ref, path: `${table}/${row.id}`, text: cell(row, 'text') },
    label: `${label}「${short(cell(row, 'text'))}」`,
  }))

/** What leaves the region in the end: the closing, its lessons, and the evidence that is shown for it. */
function publicTexts(facts: Facts): Said[] {
  const closing = papersOf(facts, 'closing').flatMap(([ref, body]) =>
    Object.entries(TABLES).flatMap(([table, label]) => saidIn(ref, table, `まとめ・${label}`, rowsIn(body, table))),
  )
  const outline = papersOf(facts, 'support_outline').flatMap(([ref, body]) =>
    Object.entries(body).flatMap(([key, value]): Said[] => {
      if (key === 'rest') return []
      if (typeof value === 'string') return [{ ref, path: key, label: '支援の概要', text: value }]
      return saidIn(ref, key, '支援の概要', rowsIn(body, key))
    }),
  )
  const effect = papersOf(facts, 'effect').map(
    ([ref, body]): Said => ({ ref, path: 'remarks', label: '効果検証「気づいたこと」', text: textIn(body, 'remarks') }),
  )
  return [...closing, ...outline, ...effect].filter(({ text }) => !saysNothing(text))
}

const asking = (said: Said, message: string): Spot => {
  const { ref, path, label, text } = said
  return { ref, path, label, message, about: text }
}

export const inPublic =
  (ask: (text: string, facts: Facts) => string | null) =>
  (facts: Facts): Spot[] =>
    publicTexts(facts).flatMap((said) => {
      const message = ask(said.text, facts)
      return message === null ? [] : [asking(said, message)]
    })

const changesIn = (body: Body) => rowsIn(body, 'changes').filter((row) => !saysNothing(cell(row, 'text')))

function unanswered(facts: Facts): Spot[] {
  return papersOf(facts, 'closing').flatMap(([ref, body]) => {
    const answered = new Set(
      rowsIn(body, 'changes')
        .filter((row) => !saysNothing(cell(row, 'text')) || cell(row, 'unchanged') === 'yes')
        .flatMap((row) => keysOf(cell(row, 'answers'))),
    )
    return saidIn(ref, 'before', 'まとめ・支援前の課題', rowsIn(body, 'before'))
      .filter(({ path, text }) => !saysNothing(text) && !answered.has(path.split('/')[1] ?? ''))
      .map((said) =>
        asking(
          said,
          'この課題がどうなったかが、まだ書かれていません。「変わらなかった」「途中で終わった」でも書けます',
        ),
      )
  })
}

/** 数字 and 実感: as chosen, else as the words show. */
function qualitiesOf(row: Row): string[] {
  const chosen = cell(row, 'quality')
  if (chosen === 'both') return ['number', 'impression']
  if (chosen !== '') return [chosen]
  const text = cell(row, 'text')
  const felt =
    /理解|意識|実感|感じ|声|気づ|自信|関係|信頼|見えるように|話せるように|相談し|前向き|安心|共有|納得|意欲|深ま|分かるように|できるようになった|つながりやす|定まっ|見通し/u
  if (!holdsFigure(text)) return ['impression']
  return felt.test(text) ? ['number', 'impression'] : ['number']
}

const MORE_WORDS = '数字のほかに、担当者や住民、専門職が感じた変化も一つ書けますか。定量と定性の両方があると伝わります'
const MORE_NUMBERS =
  '感じた変化のほかに、数えられることも一つ書けますか。手計算で構いません。定量と定性の両方があると伝わります'

function oneSided(facts: Facts): Spot[] {
  const closings = papersOf(facts, 'closing').flatMap(([ref, body]): Spot[] => {
    const kinds = new Set(
      changesIn(body)
        .filter((row) => cell(row, 'unchanged') !== 'yes')
        .flatMap(qualitiesOf),
    )
    if (kinds.size !== 1) return []
    const message = kinds.has('number') ? MORE_WORDS : MORE_NUMBERS
    return [{ ref, path: 'changes', label: 'まとめ「支援前後の変化」', message }]
  })
  return [...closings, ...papersOf(facts, 'effect').flatMap(([ref, body]) => effectSide(ref, body))]
}

function effectSide(ref: string, body: Body): Spot[] {
  const rated = ['self', 'prefecture_self'].some((key) =>
    rowsIn(body, key).some((row) => !saysNothing(cell(row, 'after'))),
  )
  const words = textIn(body, 'remarks')
  const label = '効果検証「気づいたこと」'
  if (rated && saysNothing(words)) return [{ ref, path: 'remarks', label, message: MORE_WORDS }]
  if (!rated && !saysNothing(words) && !holdsFigure(words))
    return [{ ref, path: 'self', label: '効果検証「市町村の自己評価」', message: MORE_NUMBERS, about: words }]
  return []
}

const timeless = (facts: Facts): Spot[] =>
  papersOf(facts, 'closing').flatMap(([ref, body]) => {
    const rows = rowsIn(body, 'next').filter(
      (row) => !saysNothing(cell(row, 'text')) && cell(row, 'due') === '' && saysNothing(cell(row, 'dueText')),
    )
    return saidIn(ref, 'next', 'まとめ・今後について', rows)
      .filter(({ text }) => !saysWhen(text))
      .map((said) => asking(said, 'いつごろですか。「来年度の前半」「未定」でも構いません'))
  })

export const closingChecks: readonly Check[] = [
  { id: 'Z1', level: 'A', find: unanswered },
  {
    id: 'Z2',
    level: 'E',
    find: inPublic((text, { namesPerson }) => {
      const words = namesPerson?.(text) ?? []
      return words.length === 0
        ? null
        : `「${words
            .slice(0, 3)
            .map((w) => short(w, 16))
            .join('」「')}」から、個人が分かりませんか。言いかえるか、もう一人の人に確かめてもらってから公表します`
    }),
  },
  {
    id: 'Z3',
    level: 'W',
    find: inPublic((text, facts) => {
      const found = blamed(text, {
        words: wordsFor(facts, 'criticism'),
        bodies: facts.bodyNames ?? [],
        own: facts.ownNames ?? [],
      })
      return found && `「${short(found.body, 16)}」への批判に読めませんか。困っていたことや、仕組みの話として書けますか`
    }),
  },
  {
    id: 'Z4',
    level: 'W',
    find: inPublic((text, facts) => {
      const word = stillOpen(text, wordsFor(facts, 'undecided'))
      return word && `「${word}」は、決まったことに読めます。まだ決まっていなければ「検討中」と書けますか`
    }),
  },
  { id: 'Z5', level: 'A', find: oneSided },
  { id: 'Z7', level: 'A', find: timeless },
]
