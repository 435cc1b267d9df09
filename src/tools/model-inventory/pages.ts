import { CIRCLE_READERS } from '../../access/circles.ts'
import { OLD_ITEMS } from '../../papers/templates/inventory.ts'
import { SCENES } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { numbersOf } from '../box-names/box-names.ts'
import { boxesOf } from '../logic-models/logic-models.ts'
import type { PaperAt } from '../papers/papers.ts'
import { activityFrom, type Stocked } from './model-inventory.ts'

export interface StockPage {
  heading: string
  lead: string | null
  readers: string
  rows: {
    id: string
    text: string
    item: string
    words: string
    figures: string
    scenes: string
    box: { label: string; href: string } | null
    checked: boolean
  }[]
  open: number
  saveTo: string | null
  sheetTo: string
  backTo: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/model-inventory/show': StockPage
  }
}

const sceneWords = (keys: string): string =>
  SCENES.flatMap(({ key, label }) => (keys.split(',').includes(key) ? [label] : [])).join('、')

export function stockPage(view: {
  regionId: string
  at: PaperAt
  stocked: readonly Stocked[]
  form: FormState
}): StockPage & { title: string } {
  const { regionId, at, stocked, form } = view
  const numbers = numbersOf(boxesOf(at.head.body))
  const picked = [form.values.row ?? []].flat()
  return {
    ...{ title: '棚卸しから足す', heading: '棚卸しから足す', lead: at.closed, readers: CIRCLE_READERS[at.circle] },
    rows: stocked.map(({ row, boxId }) => {
      const { who, whom } = activityFrom(row)
      return {
        ...{ id: row.id, text: row.text ?? '', figures: row.figures ?? '', checked: picked.includes(row.id) },
        item: OLD_ITEMS.find(({ key }) => key === row.item)?.label ?? row.item ?? '',
        words: [who && `誰が：${who}`, whom && `誰に：${whom}`].filter(Boolean).join('　'),
        scenes: sceneWords(row.scenes ?? ''),
        box: boxId
          ? { label: `箱${numbers.get(boxId)}`, href: `${paths.logicModel(regionId)}?box=${boxId}#chosen` }
          : null,
      }
    }),
    open: stocked.filter(({ boxId }) => boxId === null).length,
    saveTo: at.closed === null ? paths.logicModelInventory(regionId) : null,
    sheetTo: paths.sheet(regionId, 'inventory'),
    backTo: paths.logicModel(regionId),
    form,
  }
}
