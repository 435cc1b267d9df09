import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { boxName, columnsOf, numbersOf } from '../box-names/box-names.ts'
import type { ValueRow } from '../indicator-values/indicator-values.ts'
import { boxesOf, type Indicator, indicatorsOf, KIND_ORDER } from '../logic-models/logic-models.ts'
import type { Asked } from '../questions/questions.ts'
import type { RowField } from '../row-forms/row-forms.ts'
import { FIELDS, type Seen, type ShownIndicator, shownOf, typedOf } from './model-indicators.ts'

type Tabs = { label: string; href: string; current: boolean; count?: number }[]

export interface IndicatorsPage {
  heading: string
  lead: string | null
  readers: string
  tabs: Tabs
  groups: { id: string; heading: string; text: string; href: string; indicators: ShownIndicator[] }[]
  late: number
  modelTo: string
}

export interface IndicatorPage {
  heading: string
  lead: string | null
  readers: string
  shown: ShownIndicator
  box: { label: string; href: string } | null
  fields: readonly RowField[]
  base: number
  saveTo: string | null
  valuesTo: string
  rows: (ValueRow & { removeTo: string })[]
  undoTo: string | null
  removalTo: string
  removalWords: string
  questions: Asked[]
  backTo: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/model-indicators/list': IndicatorsPage
    'tools/model-indicators/show': IndicatorPage
  }
}

export function indicatorsPage(seen: Seen & { tabs: Tabs }): IndicatorsPage & { title: string } {
  const { at, regionId } = seen
  const boxes = boxesOf(at.head.body)
  const numbers = numbersOf(boxes)
  const all = indicatorsOf(at.head.body)
  const fromRight = KIND_ORDER.toReversed().flatMap((kind) => columnsOf(boxes)[kind])
  const groups = fromRight.map((box) => ({
    ...{ id: box.id, heading: boxName(box, numbers), text: box.text },
    href: `${paths.logicModel(regionId)}?box=${box.id}#chosen`,
    indicators: all.filter((one) => one.box === box.id).map((one) => shownOf(one, seen)),
  }))
  const standing = new Set(boxes.map(({ id }) => id))
  const stray = all.filter((one) => !standing.has(one.box)).map((one) => shownOf(one, seen))
  const alone = { id: 'none', heading: '箱のない指標', text: '', href: paths.logicModel(regionId), indicators: stray }
  const filled = [...groups, alone].filter(({ indicators }) => indicators.length > 0)
  return {
    ...{ title: 'ロジックモデルの指標', heading: 'ロジックモデルの指標', lead: at.closed },
    ...{ readers: CIRCLE_READERS[at.circle], tabs: seen.tabs, groups: filled },
    late: filled.flatMap(({ indicators }) => indicators).filter(({ next }) => next?.isLate).length,
    modelTo: paths.logicModel(regionId),
  }
}

export interface IndicatorView extends Seen {
  indicator: Indicator
  base: number
  /** A value just taken away: it can come back with one press. */
  removed: string
  questions: Asked[]
  form: FormState
}

export function indicatorPage(view: IndicatorView): IndicatorPage & { title: string } {
  const { regionId, at, indicator } = view
  const boxes = boxesOf(at.head.body)
  const box = boxes.find(({ id }) => id === indicator.box)
  const shown = shownOf(indicator, view)
  const { length } = shown.rows
  return {
    ...{
      title: `指標「${shown.text}」`,
      heading: shown.text,
      lead: at.closed,
      readers: CIRCLE_READERS[at.circle],
      shown,
    },
    box: box
      ? {
          label: `${boxName(box, numbersOf(boxes))} ${box.text}`,
          href: `${paths.logicModel(regionId)}?box=${box.id}#chosen`,
        }
      : null,
    ...{ fields: FIELDS, base: view.base },
    saveTo: at.closed === null ? paths.indicator(regionId, indicator.id) : null,
    valuesTo: paths.indicatorValues(regionId, indicator.id),
    rows: shown.rows.map((row) => ({ ...row, removeTo: paths.indicatorValueRemoval(regionId, indicator.id, row.id) })),
    undoTo: view.removed ? paths.indicatorValueRemoval(regionId, indicator.id, view.removed) : null,
    removalTo: paths.indicatorRemoval(regionId, indicator.id),
    removalWords:
      length > 0
        ? `測った値${length}件は残り、変更の記録から指標を戻すと、また見られます。`
        : '変更の記録から戻せます。',
    ...{ questions: view.questions, backTo: paths.indicators(regionId) },
    form: { values: { ...typedOf(indicator), ...view.form.values }, errors: view.form.errors },
  }
}
