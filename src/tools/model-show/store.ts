import { bodyAt } from '../../papers/documents/store.ts'
import type { Milestone } from '../../papers/revisions/revisions.ts'
import { milestonesOf } from '../../papers/revisions/store.ts'
import type { Db } from '../../platform/db/db.ts'
import type { PaperAt } from '../papers/papers.ts'
import type { Against } from './model-show.ts'

/** What is compared with: what was asked for, else the newest named version that something changed after. */
export async function againstFor(
  db: Db,
  { document, head }: PaperAt,
  asked = '',
): Promise<{ milestones: Milestone[]; against: Against | null }> {
  const milestones = document ? await milestonesOf(db, document.id) : []
  if (!document || asked === 'none') return { milestones, against: null }
  const newest = milestones.findLast((one) => one.number < head.number)?.number
  const number = /^\d{1,9}$/.test(asked) ? Number(asked) : newest
  if (number === undefined || number >= head.number) return { milestones, against: null }
  const { body } = await bodyAt(db, document.id, number)
  const label = milestones.findLast((one) => one.number === number)?.label ?? `第${number}版`
  return { milestones, against: { label, body, number } }
}
