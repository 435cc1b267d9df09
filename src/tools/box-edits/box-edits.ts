import { SCENES } from '../../papers/templates/templates.ts'
import { ACTIVITY_TYPES, BOX_FIELDS, BOX_STATES, type BoxField, type Kind } from '../logic-models/logic-models.ts'
import type { RowField } from '../row-forms/row-forms.ts'

/** A box takes no more than this; the picture shows the beginning of a long one, the table all of it. */
export const LONGEST = 5_000
export const MOST_BOXES = 600

const scenes = Object.fromEntries(SCENES.map(({ key, label }) => [key, label]))

const field = (name: BoxField, kind: RowField['kind'], more: Partial<RowField> = {}): RowField => ({
  ...{ name, label: BOX_FIELDS[name], kind },
  ...more,
})

const ACTIVITY: readonly RowField[] = [
  field('who', 'text', { hint: '例：町の相談窓口の職員' }),
  field('whom', 'text', { hint: '例：はじめて相談に来た人' }),
  field('what', 'text', { hint: '例：卒業していける見通しを伝える' }),
  field('when', 'text', { hint: '例：最初の相談のとき、令和8年1月から' }),
  field('type', 'select', { options: ACTIVITY_TYPES }),
  field('owner', 'text'),
  field('status', 'radio', { options: BOX_STATES }),
  field('focus', 'check', { hint: '効き目が大きく、始めやすいもの' }),
  field('consultWith', 'text', { hint: '相談しないと決められない相手。例：病院の相談窓口' }),
  field('consulted', 'check', { label: '相談は済んだ' }),
  field('evaluation', 'long', { hint: 'やった後の一言。まとめに写せます' }),
  field('direction', 'text'),
]
const OTHER: readonly RowField[] = [
  field('subject', 'text', { hint: 'だれが、そうなっていますか。例：住民、家族、ケアマネジャー' }),
  field('scene', 'select', { options: scenes }),
  field('direction', 'text'),
]

/** What a box of this column holds, the text first. */
export const fieldsFor = (kind: Kind): readonly RowField[] => [
  field('text', 'long', {
    hint:
      kind === 'activity'
        ? '誰が、誰に、何をするか'
        : kind === 'output'
          ? '行った量が分かる言葉で'
          : '「住民が〜している」の形で',
  }),
  ...(kind === 'activity' ? ACTIVITY : OTHER),
]
