import type { Actor } from '../../access/actor.ts'
import { questionsOf } from '../../papers/checks/checks.ts'
import { entryChecks } from '../../papers/checks/entry.ts'
import { documentsOf, headsOf } from '../../papers/documents/store.ts'
import { filledCount } from '../../papers/sheets/sheets.ts'
import type { Body, Template } from '../../papers/templates/templates.ts'
import type { Db } from '../../platform/db/db.ts'
import { ANSWERS, kindFor } from '../consents/consents.ts'
import { entryTemplateFor } from '../entries/entries.ts'
import type { Programme } from '../programmes/programmes.ts'
import { CASE_TYPES, MEMBER_ROLES, type Region } from '../regions/regions.ts'
import { fetchRegions } from '../regions/store.ts'
import { regionsSeenBy } from '../sight/store.ts'
import { type EntryStand, standsOf } from '../submissions/store.ts'
import type { EntryLine } from './entry-list.ts'

/** Every entry of the year with what is known of it: a fixed number of queries, in order of code. */
export async function entryLines(db: Db, actor: Actor, at: { programme: Programme; now: Date }): Promise<EntryLine[]> {
  const { programme, now } = at
  const query = regionsSeenBy(db, actor)
    .where('regions.programmeId', '=', programme.id)
    .orderBy('regions.sortCode')
    .orderBy('regions.number')
  const regions = await fetchRegions(db, query)
  const ids = regions.map((r) => r.id)
  const stands = await standsOf(db, programme, regions, now)
  const documents = await documentsOf(db, { kind: 'entry', ownerKind: 'region', ownerIds: ids })
  const heads = await headsOf(
    db,
    documents.map((d) => d.id),
  )
  const bodies = new Map(documents.map((d) => [d.ownerId, heads.get(d.id)?.body ?? {}]))
  const template = entryTemplateFor(programme)
  return regions.map((region) => {
    const stand = stands.get(region.id) ?? { state: 'draft', stand: null }
    return {
      ...lineOf(region, programme, stand),
      ...(region.isSubmitted && measured(template, bodies.get(region.id) ?? {})),
    }
  })
}

const measured = (template: Template, body: Body) => ({
  filled: filledCount(template, body),
  questions: questionsOf(entryChecks, body, { template }).length,
})

function lineOf(region: Region, programme: Programme, { state, stand }: EntryStand): EntryLine {
  const others = region.members.filter((m) => m.role !== 'applicant')
  const kind =
    region.caseType === 'prefecture-led' ? CASE_TYPES['prefecture-led'] : others.length > 0 ? MEMBER_ROLES.joint : ''
  const waits = region.submittedAt !== null && region.announced === null && programme.rules.needsConsent
  const said = stand ? ANSWERS[kindFor(region)][stand] : '返事待ち'
  return {
    regionId: region.id,
    number: region.number,
    name: region.name,
    kind,
    state,
    submittedAt: region.submittedAt,
    consent: region.submittedAt === null || !programme.rules.needsConsent ? '—' : said,
    filled: null,
    questions: null,
    asksConsent: waits && stand !== 'agreed' && region.pause === null && !region.isSample,
  }
}
