import { CIRCLE_READERS } from '../../access/circles.ts'
import type { Row } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { boxName, columnsOf, numbersOf, tiesOf } from '../box-names/box-names.ts'
import type { ShownRemark } from '../comments/comments.ts'
import { type Box, boxesOf, boxRows, KIND_ORDER, KINDS, linksOf } from '../logic-models/logic-models.ts'
import type { PaperAt } from '../papers/papers.ts'
import type { Asked } from '../questions/questions.ts'
import type { RowField } from '../row-forms/row-forms.ts'
import { fieldsFor } from './box-edits.ts'

type Choice = { value: string; label: string; checked: boolean }

export interface BoxPage {
  heading: string
  kindLabel: string
  readers: string
  fields: readonly RowField[]
  base: number
  saveTo: string
  targets: { heading: string; boxes: Choice[] }[]
  linksTo: string
  newKinds: { value: string; label: string }[]
  kinds: { value: string; label: string }[]
  columnTo: string
  splitTo: string
  others: { value: string; label: string }[]
  mergerTo: string
  removalTo: string
  removalWords: string
  indicatorTo: string
  indicatorsTo: string
  questions: Asked[]
  remarks: ShownRemark[]
  backTo: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/box-edits/edit': BoxPage
  }
}

export interface BoxView {
  regionId: string
  at: PaperAt
  box: Box
  base: number
  questions: Asked[]
  remarks: ShownRemark[]
  form: FormState
}

export function boxPage(view: BoxView): BoxPage & { title: string } {
  const { regionId, at, box } = view
  const { body } = at.head
  const boxes = boxesOf(body)
  const numbers = numbersOf(boxes)
  const named = (one: Box) => `${numbers.get(one.id)}　${one.text || '（まだ言葉のない箱）'}`
  const deed = (name: string) => paths.logicModelBoxDeed(regionId, box.id, name)
  const later = KIND_ORDER.slice(KIND_ORDER.indexOf(box.kind) + 1)
  const tied = new Set(tiesOf(linksOf(body)).to.get(box.id) ?? [])
  const columns = columnsOf(boxes)
  const heading = `${boxName(box, numbers)}を直す`
  const row = boxRows(body).find((one) => one.id === box.id)
  return {
    title: heading,
    heading,
    kindLabel: KINDS[box.kind],
    readers: CIRCLE_READERS[at.circle],
    fields: fieldsFor(box.kind),
    base: view.base,
    saveTo: paths.logicModelBox(regionId, box.id),
    targets: later
      .filter((kind) => columns[kind].length > 0)
      .map((kind) => ({
        heading: KINDS[kind],
        boxes: columns[kind].map((one) => ({ value: one.id, label: named(one), checked: tied.has(one.id) })),
      })),
    linksTo: deed('links'),
    newKinds: later.map((kind) => ({ value: kind, label: KINDS[kind] })),
    kinds: KIND_ORDER.filter((kind) => kind !== box.kind).map((kind) => ({ value: kind, label: KINDS[kind] })),
    columnTo: deed('column'),
    splitTo: deed('split'),
    others: columns[box.kind].filter((one) => one.id !== box.id).map((one) => ({ value: one.id, label: named(one) })),
    mergerTo: deed('merger'),
    removalTo: deed('removal'),
    removalWords: removalWords(box, body),
    indicatorTo: paths.indicatorNew(regionId, box.id),
    indicatorsTo: paths.indicators(regionId),
    questions: view.questions,
    remarks: view.remarks,
    backTo: `${paths.logicModel(regionId)}?box=${box.id}#chosen`,
    form: Object.keys(view.form.values).length > 0 ? view.form : { ...view.form, values: { ...(row as Row) } },
  }
}

/** What goes along is said before the press, not after. */
function removalWords(box: Box, body: PaperAt['head']['body']): string {
  const links = linksOf(body).filter(({ from, to }) => from === box.id || to === box.id).length
  return links > 0 ? `つながり${links}本もいっしょに消えます。変更の記録から戻せます。` : '変更の記録から戻せます。'
}
