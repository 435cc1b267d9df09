import type { Circle } from '../../access/circles.ts'
import { diffOf, same } from '../../papers/documents/body.ts'
import { addDocument, bodyAt, documentOf } from '../../papers/documents/store.ts'
import { addRevision } from '../../papers/revisions/store.ts'
import type { Body } from '../../papers/templates/templates.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { kindNamed } from '../../tools/kinds/kinds.ts'
import { ownerOf, partOf, refOf, splitRef } from '../../tools/papers/papers.ts'
import { papersOfRegion } from '../../tools/papers/store.ts'
import type { Bodies } from './bundle.ts'
import { circleOf } from './case-papers.ts'

/** The tools' papers of a region by ref, as they stand. The entry and the three lines are the programme's own. */
export async function bodiesOfRegion(db: Db, regionId: string, circles?: readonly Circle[]): Promise<Bodies> {
  const papers = (await papersOfRegion(db, regionId)).filter(
    ({ document }) => circles === undefined || circles.includes(document.circle),
  )
  return Object.fromEntries(
    papers.flatMap(({ document, head }) =>
      kindNamed(document.kind) && head.number > 0 ? [[refOf(document, partOf(document)), head.body]] : [],
    ),
  )
}

/** Puts the papers of an imported record in their tools. What stood there before stays as an earlier revision. */
export async function landPapers(ctx: Ctx, regionId: string, bodies: Bodies): Promise<void> {
  const there = await bodiesOfRegion(ctx.db, regionId)
  for (const ref of new Set([...Object.keys(there), ...Object.keys(bodies)])) {
    const body = bodies[ref] ?? {}
    if (!same(there[ref] ?? {}, body)) await landOne(ctx, regionId, { ref, body })
  }
}

async function landOne(ctx: Ctx, regionId: string, { ref, body }: { ref: string; body: Body }): Promise<void> {
  const { kind: key, part } = splitRef(ref)
  const kind = kindNamed(key)
  if (!kind) return
  const owner = ownerOf(kind, regionId, part)
  const { template } = kind
  await addDocument(ctx.db, {
    ...{ id: newId(), ...owner, templateKey: template?.key ?? null, templateVersion: template?.version ?? null },
    ...{ headNumber: 0, circle: circleOf(kind), createdAt: ctx.now.toISOString() },
  })
  const document = await documentOf(ctx.db, owner)
  if (!document) return
  const head = await bodyAt(ctx.db, document.id)
  const by = { personId: ctx.actor.personId, personName: ctx.actor.name, onBehalfOf: null, note: '', fileId: null }
  const changes = diffOf(head.body, body)
  const revision = { documentId: document.id, number: head.number + 1, body, changes, source: 'bundle' as const }
  await addRevision(ctx.db, { ...revision, ...by }, ctx.now)
}
