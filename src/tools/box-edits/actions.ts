import type { Saved } from '../../papers/documents/documents.ts'
import type { Body } from '../../papers/templates/templates.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { addBox, type BoxInput, type Edited } from '../logic-models/body.ts'
import { boxesOf } from '../logic-models/logic-models.ts'
import { logicModelKind } from '../model-words/model-words.ts'
import { savePaper, type ToSavePaper } from '../papers/actions.ts'
import { MOST_BOXES } from './box-edits.ts'

export interface Done {
  saved: Saved
  /** What was done, in a sentence. */
  said: string
  id: string
}

type How = Pick<ToSavePaper, 'base' | 'resolve'>

/** One deed on the model; where only a box's own fields change, two people never clash. */
export async function editModel(
  ctx: Ctx,
  region: Region,
  { edit, ...how }: How & { edit: (body: Body) => Edited },
): Promise<Done> {
  let done: Edited | undefined
  const saved = await savePaper(ctx, region, logicModelKind, {
    ...how,
    edit: (body) => {
      done = edit(body)
      if (boxesOf(done.body).length > MOST_BOXES)
        throw new Problem(
          'invalid',
          `箱は${MOST_BOXES}までです。似た箱をまとめるか、使わない箱を消してから足してください`,
        )
      return done.body
    },
  })
  const merged = saved.kind === 'saved' && saved.merged.length > 0 ? '。ほかの人の書きこみと合わせました' : ''
  return { saved, said: `${done?.said ?? ''}${merged}`, id: done?.id ?? '' }
}

/** 「棚卸し」 and 「一覧」 turn a row into an activity with one tap. */
export const addActivity = (ctx: Ctx, region: Region, given: BoxInput): Promise<Done> =>
  editModel(ctx, region, { edit: (body) => addBox(body, 'activity', given) })
