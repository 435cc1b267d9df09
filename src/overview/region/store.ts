import type { Actor } from '../../access/actor.ts'
import { circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { documentOf, headOf } from '../../papers/documents/store.ts'
import { type Body, rowsIn, textIn } from '../../papers/templates/templates.ts'
import type { Happening } from '../../people/history/history.ts'
import { happeningsOf } from '../../people/history/store.ts'
import { organisationsByIds } from '../../people/organisations/store.ts'
import type { Db } from '../../platform/db/db.ts'
import { today } from '../../platform/time.ts'
import { entryOwner } from '../../programme/entries/entries.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { advisorsElsewhere, participantsOf, teamOf } from '../../programme/teams/store.ts'
import { type Elsewhere, inForceOn, type Participant, type TeamMember } from '../../programme/teams/teams.ts'
import { paperKinds } from '../../tools/kinds/kinds.ts'
import { papersListed } from '../../tools/tool-list/store.ts'
import type { Listed } from '../../tools/tool-list/tool-list.ts'
import { keptPartsOf } from '../region-parts/store.ts'
import type { Situation } from '../situations/situations.ts'
import { situationsOf } from '../situations/store.ts'

/** Everything of one region that its reader may read, for the overview and the hand-over. */
export interface RegionView {
  actor: Actor
  now: Date
  situation: Situation
  prefectureName: string | null
  parts: Map<string, unknown>
  team: TeamMember[]
  elsewhere: Elsewhere[]
  participants: Participant[]
  recent: Happening[]
  entry: EntryGlance | null
  /** The tools' papers of a region that grew up here; an imported one shows its parts. */
  papers: Listed[]
}

/** The entry sheet as far as the overview shows it; null where its reader may not see it. */
export interface EntryGlance {
  number: number
  theme: string
  issues: string[]
}

/** A stated number of queries, whatever the region holds. */
export async function regionViewOf(
  ctx: { db: Db; actor: Actor; now: Date },
  region: Region,
): Promise<RegionView | null> {
  const { db, actor, now } = ctx
  const [situation] = await situationsOf(ctx, [region])
  if (!situation) return null
  const circles = circlesReadBy(actor, region)
  const on = today(now)
  const team = (await teamOf(db, region)).filter((m) => inForceOn(m, on))
  const advisors = team.filter((m) => m.role === 'advisor').map((m) => m.personId)
  const isImported = region.importedAt !== null && circles.includes('region')
  const [prefecture] = await organisationsByIds(db, region.prefectureId ? [region.prefectureId] : [])
  return {
    actor,
    now,
    situation,
    prefectureName: prefecture?.name ?? null,
    parts: isImported ? await keptPartsOf(db, region.id) : new Map(),
    team,
    elsewhere: await advisorsElsewhere(db, {
      personIds: may(actor, 'meeting.record', region) ? advisors : [],
      regionId: region.id,
      on,
    }),
    participants: await participantsOf(db, region.id),
    recent: region.isSample ? [] : await happeningsOf(db, region.id, { circles, limit: 4 }),
    entry: may(actor, 'entry.view', region) ? await entryGlance(db, region) : null,
    papers: region.importedAt === null ? await papersListed({ ctx, region }, paperKinds) : [],
  }
}

async function entryGlance(db: Db, region: Region): Promise<EntryGlance | null> {
  const document = await documentOf(db, entryOwner(region.id))
  if (!document || document.headNumber === 0) return null
  const { number, body } = await headOf(db, document.id)
  return { number, theme: textIn(body, 'theme'), issues: issuesIn(body) }
}

const issuesIn = (body: Body): string[] =>
  rowsIn(body, 'issues').flatMap((row) => (typeof row.text === 'string' && row.text !== '' ? [row.text] : []))
