import { rowsIn, textIn } from '../../papers/templates/templates.ts'
import { bigWord } from '../big-words/big-words.ts'
import { causeSpot, causesOf } from '../cause-checks/checks.ts'
import { type Check, cell, type Facts, papersOf, type Spot, saysNothing, short, wordsFor } from '../checks/checks.ts'

/** Fields whose words can be too big, with the name people know them by. */
const BIG: Record<string, Record<string, string>> = {
  status_sheet: { supportScope: 'この事業で扱う範囲', goal: 'ゴール' },
  issue_sorting: { goal: '目標', now: '現状', cause: '真因' },
}
const TITLES: Record<string, string> = { status_sheet: '状態シート', issue_sorting: '課題整理シート' }

const fieldSpot = (
  ref: string,
  kind: string,
  [key, label]: [string, string],
  about: string,
  message: string,
): Spot => ({
  ...{ ref, path: key, label: `${TITLES[kind]}「${label}」`, message, about },
})

function tooBig(facts: Facts): Spot[] {
  const words = wordsFor(facts, 'abstractWords')
  const ask = (word: string) =>
    `「${word}」は、人によって思いうかべるものが違います。「何を」「誰の」「いつ」に分けると？`
  const fields = Object.entries(BIG).flatMap(([kind, keys]) =>
    papersOf(facts, kind).flatMap(([ref, body]) =>
      Object.entries(keys).flatMap((field) => {
        const text = textIn(body, field[0])
        const word = bigWord(text, words)
        return word === null ? [] : [fieldSpot(ref, kind, field, text, ask(word))]
      }),
    ),
  )
  const issues = papersOf(facts, 'issues').flatMap(([ref, body]) =>
    rowsIn(body, 'issues').flatMap((row): Spot[] => {
      const word = bigWord(cell(row, 'text'), words)
      const label = `課題「${short(cell(row, 'text'))}」`
      return word === null
        ? []
        : [{ ref, path: `issues/${row.id}`, label, message: ask(word), about: cell(row, 'text') }]
    }),
  )
  const causes = causesOf(facts).flatMap(({ ref, alive }) =>
    alive.flatMap((row) => {
      const word = bigWord(cell(row, 'text'), words)
      return word === null ? [] : [causeSpot(ref, row, ask(word))]
    }),
  )
  return [...fields, ...issues, ...causes]
}

const emptyField = (kind: string, field: [string, string], message: string) => (facts: Facts) =>
  papersOf(facts, kind).flatMap(([ref, body]) =>
    saysNothing(textIn(body, field[0])) ? [fieldSpot(ref, kind, field, '', message)] : [],
  )

const GOAL = 'どこにゴールを置きますか。住民がどうなっていたらよいか、一文で構いません'

function goalless(facts: Facts): Spot[] {
  const sheets = [
    ...emptyField('status_sheet', ['goal', 'ゴール'], GOAL)(facts),
    ...emptyField('issue_sorting', ['goal', '目標'], GOAL)(facts),
  ]
  const held = ['status_sheet', 'issue_sorting', 'logic_model']
    .flatMap((kind) => papersOf(facts, kind))
    .some(([, body]) => !saysNothing(textIn(body, 'goal')))
  const models = papersOf(facts, 'logic_model').map(
    ([ref]): Spot => ({ ref, path: 'goal', label: 'ロジックモデル「目標」', message: GOAL }),
  )
  return [...sheets, ...(held || sheets.length > 0 ? [] : models)]
}

function fewStandpoints(facts: Facts): Spot[] {
  return papersOf(facts, 'issue_sorting').flatMap(([ref, body]): Spot[] => {
    const filled = rowsIn(body, 'standpoints').filter((row) =>
      Object.entries(row).some(([column, text]) => !['id', 'rest'].includes(column) && !saysNothing(String(text))),
    )
    if (filled.length >= 2) return []
    const message =
      '本人・家族・ケアマネジャー・事業所は、それぞれ何が不安ですか。二つの立場から見ると、ずれが分かります'
    return [{ ref, path: 'standpoints', label: '課題整理シート「立場ごとの受け止め」', message }]
  })
}

function unordered(facts: Facts): Spot[] {
  return papersOf(facts, 'issues').flatMap(([ref, body]): Spot[] => {
    const open = rowsIn(body, 'issues').filter(
      (row) => !saysNothing(cell(row, 'text')) && !['settled', 'set_aside'].includes(cell(row, 'state')),
    )
    if (open.length <= 3 || open.some((row) => !saysNothing(cell(row, 'order')))) return []
    const message = `取り組む課題が${open.length}あります。「重要度」×「取り組みやすさ」で順番をつけると？ まず一つから始められます`
    return [{ ref, path: 'issues', label: '課題の一覧', message }]
  })
}

/** What the sheets before the causes are asked. */
export const sheetChecks: readonly Check[] = [
  {
    id: 'K1',
    level: 'W',
    find: emptyField(
      'status_sheet',
      ['supportScope', 'この事業で扱う範囲'],
      'この事業で扱う範囲はどこまでですか。流れのどこからどこまで、と書けます',
    ),
  },
  { id: 'K2', level: 'A', find: fewStandpoints },
  { id: 'K4', level: 'A', find: tooBig },
  { id: 'K5', level: 'W', find: goalless },
  { id: 'K8', level: 'A', find: unordered },
]
