import { paths } from '../../paths/paths.ts'
import { announce, decide } from '../../programme/decisions/actions.ts'
import { decisionsOf, recipientsOf } from '../../programme/decisions/store.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { giveScores, openScores } from '../../programme/scoring/actions.ts'
import { addStartingCriteria, criteriaOf } from '../../programme/scoring/store.ts'
import { receivedRegions } from '../../programme/submissions/store.ts'
import { type Cast, seen } from './cast.ts'
import type { Story } from './demonstration.ts'

export type Told = { story: Story; regionId: string }

const SCORED = { haru: '2025-09-04 20:15', mika: '2025-09-05 11:40' } as const

/** Scores, the round's decisions with their reasons, and the letters. */
export async function tellSelection(cast: Cast, programmeId: string, told: readonly Told[]): Promise<void> {
  const { programme } = await seen(await cast.as('mika', '2025-09-01 09:00'), programmeId, told[0]?.regionId ?? '')
  if ((await criteriaOf(cast.db, programmeId)).length === 0) await addStartingCriteria(cast.db, programmeId)
  await score(cast, programmeId, told)
  await openScores(await cast.as('mika', '2025-09-09 13:30'), programme)
  const ctx = await cast.as('mika', '2025-09-10 16:05')
  const regions = await receivedRegions(ctx.db, ctx.actor, programme)
  const decisions = told.flatMap(({ story, regionId }) => (story.decision ? [{ ...story.decision, regionId }] : []))
  await decide(ctx, regions, { decisions, warningReason: '', errors: {} })
  await sendLetters(cast, programme)
}

async function score(cast: Cast, programmeId: string, told: readonly Told[]): Promise<void> {
  const criteria = await criteriaOf(cast.db, programmeId)
  for (const who of ['haru', 'mika'] as const) {
    const ctx = await cast.as(who, SCORED[who])
    for (const { story, regionId } of told) {
      const rows = story.scores?.[who] ?? []
      const given = rows.map(([points, reason], at) => ({ criterionId: criteria[at]?.id ?? '', points, reason }))
      await giveScores(ctx, regionId, given)
    }
  }
}

async function sendLetters(cast: Cast, programme: Programme): Promise<void> {
  const ctx = await cast.as('mika', '2025-09-12 10:00')
  const regions = await receivedRegions(ctx.db, ctx.actor, programme)
  const decisions = await decisionsOf(
    ctx.db,
    regions.map((r) => r.id),
  )
  const recipients = await recipientsOf(ctx.db, regions, '2025-09-12')
  const list = regions.flatMap((region) => {
    const decision = decisions.find((d) => d.regionId === region.id)
    return decision ? [{ region, decision, recipients: recipients.get(region.id) ?? [] }] : []
  })
  await announce(ctx, programme, list, (id) => `${cast.origin}${paths.decision(id)}`)
}
