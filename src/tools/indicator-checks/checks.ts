import type { Row } from '../../papers/templates/templates.ts'
import { type Check, cell, type Spot, saysNothing, wordsFor } from '../checks/checks.ts'
import { atIndicator, check, eachBox, type Model, says, textOf } from '../model-spots/model-spots.ts'
import { isOutcome } from '../model-ties/model-ties.ts'
import { countsOwnActivity } from '../outcome-words/outcome-words.ts'
import { saysWhen } from '../sentences/sentences.ts'
import { namesSomebody } from '../who-words/who-words.ts'

function checkedWithOwnEyes(box: Row, { ties }: Model): string | null {
  const own = ties.indicators.filter((row) => cell(row, 'box') === box.id)
  const watched = own.filter((row) => !saysNothing(cell(row, 'watch')))
  const ask = '自分たちの目で確かめられますか。'
  if (!says(box)) return null
  if (watched.length === 0) return `${ask}誰が、何を見て、いつ確かめるかを、指標に書いてみてください`
  const complete = watched.some((row) => lacksIn(row).length === 0)
  return complete ? null : `${ask}「${lacksIn(watched[0] as Row).join('」「')}」も決めておくと、忘れずに見られます`
}
const lacksIn = (row: Row): string[] => {
  const watch = cell(row, 'watch')
  const isTimed = saysWhen(watch) || [cell(row, 'nextOn'), cell(row, 'period')].some((text) => text !== '')
  return [...(namesSomebody(watch) ? [] : ['誰が']), ...(isTimed ? [] : ['いつ'])]
}

const isOutcomeIndicator = (row: Row, { ties }: Model): boolean => {
  const box = ties.byId.get(cell(row, 'box'))
  const type = cell(row, 'type')
  return type === 'outcome' || (type === '' && box !== undefined && isOutcome(box))
}

function wordless(model: Model): Spot[] {
  return model.ties.indicators.flatMap((row) => {
    if (!says(row)) return []
    const box = model.ties.byId.get(cell(row, 'box'))
    if (box && says(box)) return []
    return [
      atIndicator(
        model,
        row,
        box
          ? '先に目標の言葉を。目標があいまいだと、指標は置けません。この箱で、誰がどうなっていてほしいですか'
          : 'どの箱の指標ですか。先に、何を目指すかの箱を選んでください',
      ),
    ]
  })
}

export const indicatorChecks: readonly Check[] = [
  check('L4', 'W', wordless),
  check('L5', 'A', (model) =>
    model.ties.indicators
      .filter(
        (row) =>
          isOutcomeIndicator(row, model) && countsOwnActivity(textOf(row), wordsFor(model.facts, 'ownActivities')),
      )
      .map((row) => atIndicator(model, row, 'それは自分たちの活動量では？ そのあと、住民の何が変わりますか')),
  ),
  check(
    'L6',
    'W',
    eachBox((box) => cell(box, 'kind') === 'initial', checkedWithOwnEyes),
  ),
]
