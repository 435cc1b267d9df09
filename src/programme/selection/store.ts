import { documentsOf, headsOf } from '../../papers/documents/store.ts'
import { templateOf } from '../../papers/templates/released.ts'
import { organisationsByIds } from '../../people/organisations/store.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'
import { candidateOf } from './body.ts'
import type { Candidate } from './selection.ts'

/** The entries side by side: three queries whatever their number. */
export async function candidatesOf(db: Db, programme: Programme, regions: readonly Region[]): Promise<Candidate[]> {
  const template = templateOf(programme.entryTemplateKey, programme.entryTemplateVersion)
  if (!template) return []
  const ids = regions.map((r) => r.id)
  const documents = await documentsOf(db, { kind: 'entry', ownerKind: 'region', ownerIds: ids })
  const heads = await headsOf(
    db,
    documents.map((d) => d.id),
  )
  const members = await organisationsByIds(db, [
    ...new Set(regions.flatMap((r) => [...r.applicantIds, ...r.cooperatingIds])),
  ])
  const bodies = new Map(documents.map((d) => [d.ownerId, heads.get(d.id)?.body ?? {}]))
  const byId = new Map(members.map((m) => [m.id, m]))
  return regions.map((r) => {
    const own = [...r.applicantIds, ...r.cooperatingIds].flatMap((id) => byId.get(id) ?? [])
    return candidateOf(r, template, bodies.get(r.id) ?? {}, own)
  })
}
