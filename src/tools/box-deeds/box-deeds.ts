import type { Body } from '../../papers/templates/templates.ts'
import { cleaned } from '../../papers/values/values.ts'
import { Problem } from '../../platform/web/problem.ts'
import { link, linkAll } from '../box-links/body.ts'
import {
  addBox,
  boxIn,
  changeKind,
  type Edited,
  mergeBoxes,
  moveBox,
  removeBox,
  splitBox,
} from '../logic-models/body.ts'
import { boxRows, KIND_ORDER, type Kind } from '../logic-models/logic-models.ts'

type Posted = Record<string, string | string[]>
type Edit = (body: Body) => Edited

/** What can be done to one box as it stands now, by the last part of the address; `field` is where a refusal is said. */
export interface BoxDeed {
  field: string
  edit(posted: Posted, id: string): Edit
}

const word = (posted: Posted, name: string): string => cleaned([posted[name] ?? ''].flat().at(-1) ?? '').trim()
const words = (posted: Posted, name: string): string[] => [posted[name] ?? []].flat().filter((one) => one !== '')
const kindOf = (posted: Posted): Kind | undefined => KIND_ORDER.find((kind) => kind === posted.kind)

export const BOX_DEEDS: Record<string, BoxDeed> = {
  place: {
    field: '',
    edit: (posted, id) => (body) => moveBox(body, id, posted.by === 'up' ? 'up' : 'down'),
  },
  column: {
    field: 'kind',
    edit: (posted, id) => (body) => {
      const kind = kindOf(posted)
      if (!kind) throw new Problem('invalid', '移す先の列を選んでください')
      return changeKind(body, id, kind)
    },
  },
  links: { field: 'to', edit: (posted, id) => (body) => tied(body, posted, id) },
  split: {
    field: 'second',
    edit: (posted, id) => (body) => splitBox(body, id, [word(posted, 'first'), word(posted, 'second')]),
  },
  merger: {
    field: 'other',
    edit: (posted, id) => (body) => {
      const other = word(posted, 'other')
      if (!other) throw new Problem('invalid', 'まとめる相手の箱を選んでください')
      const both = [boxIn(body, id).text, boxIn(body, other).text].join('\n')
      return mergeBoxes(body, [id, other], word(posted, 'merged') || both)
    },
  },
  removal: { field: '', edit: (_posted, id) => (body) => removeBox(body, id) },
  original: { field: '', edit: (posted, id) => (body) => settled(body, id, posted.same === 'yes') },
}

/** The ticks of boxes that stand, and one that is made on the way. */
function tied(body: Body, posted: Posted, id: string): Edited {
  const set = linkAll(body, id, words(posted, 'to'))
  const [kind, text] = [kindOf(posted), word(posted, 'newText')]
  if (!text) return set
  if (!kind) throw new Problem('invalid', '新しい箱の列を選んでください')
  const made = addBox(set.body, kind, { text })
  return { ...link(made.body, id, made.id), id }
}

/** 「同じ取組ですか」: yes makes one box of the two, shown again beside the second's targets; no stops the question. */
function settled(body: Body, id: string, isSame: boolean): Edited {
  const box = boxIn(body, id)
  if (isSame) {
    const kept = boxIn(body, box.uncertainOriginal)
    return mergeBoxes(body, [kept.id, id], kept.text)
  }
  const boxes = boxRows(body).map((row) => (row.id === id ? { ...row, uncertainOriginal: '' } : row))
  return { body: { ...body, boxes }, id, said: '別の取組として残しました' }
}
