import type { Row } from '../../papers/templates/templates.ts'
import { isOneWay } from '../activity-words/activity-words.ts'
import { boxChecks } from '../box-checks/checks.ts'
import { type Check, cell, type Spot, wordsFor } from '../checks/checks.ts'
import { indicatorChecks } from '../indicator-checks/checks.ts'
import { atBox, boxName, check, FAR, isActivity, type Model, says, textOf, whole } from '../model-spots/model-spots.ts'
import { bare } from '../sentences/sentences.ts'

function twice(model: Model): Spot[] {
  const first = new Map<string, Row>()
  return model.ties.boxes.flatMap((box) => {
    const key = bare(textOf(box))
    const earlier = key === '' ? undefined : first.get(key)
    if (key !== '' && !earlier) first.set(key, box)
    const original = model.ties.byId.get(cell(box, 'uncertainOriginal'))
    if (original)
      return [
        atBox(model, box, `${boxName(original)}と同じものですか。同じなら再掲に、違うなら言葉を変えてみてください`),
      ]
    if (!earlier) return []
    return [
      atBox(
        model,
        box,
        cell(box, 'kind') === cell(earlier, 'kind')
          ? '同じ文の箱がもう一つあります。再掲にしますか（数は一度だけ数えます）'
          : `同じ文が${boxName(earlier)}にもあります。どちらの列に置くとしっくりきますか`,
      ),
    ]
  })
}

/** Before there is anything to tie to, nobody is asked to tie. */
function untied(model: Model): Spot[] {
  const { ties } = model
  if (ties.boxes.length < 2 || (ties.outcomes.length === 0 && ties.linkCount === 0)) return []
  return ties.boxes.flatMap((box) => {
    if (!ties.isTied(box.id))
      return [atBox(model, box, 'どこにもつながっていません。この箱は、どの箱のためのものですか')]
    if (!isActivity(box) || ties.outcomes.length === 0 || ties.reachesOutcome(box.id)) return []
    return [atBox(model, box, 'アウトカムまでつながっていません。この取組のあと、誰がどうなりますか')]
  })
}

function onlyOneWay(model: Model): Spot[] {
  const activities = model.ties.of('activity').filter((box) => says(box) || cell(box, 'type') !== '')
  const words = wordsFor(model.facts, 'oneWayWords')
  if (activities.length === 0 || !activities.every((box) => isOneWay(box, words))) return []
  return [
    whole(
      model,
      '取組がどれも、研修・講演・広報・会議です。ほかの打ち手は？（入院先への訪問、申請に来た人への声かけ、様式の変更、ルールづくり など）',
    ),
  ]
}

const distinct = (boxes: readonly Row[]): number => new Set(boxes.map((box) => bare(textOf(box))).filter(Boolean)).size

/** The model as a whole, with what its boxes and indicators are asked. */
export const modelChecks: readonly Check[] = [
  ...boxChecks,
  ...indicatorChecks,
  check('L2', 'A', onlyOneWay),
  check('L7', 'W', untied),
  check('L10', 'A', twice),
  check('L11', 'A', (model) =>
    model.ties.of('activity').some(says) && FAR.every((kind) => !model.ties.of(kind).some(says))
      ? [
          whole(
            model,
            '最終 → 中間 → 初期 → 取組 の順に考えると楽です。はじめに、住民がどうなっていてほしいかを一つ書けますか',
          ),
        ]
      : [],
  ),
  check('L12', 'A', (model) => {
    const activities = model.ties.of('activity')
    const n = distinct(activities)
    if (n <= 20 || activities.some((box) => cell(box, 'focus') === 'yes')) return []
    return [whole(model, `取組が${n}あります。効き目が大きく、始めやすいものに「重点」の印をつけると？`)]
  }),
]
