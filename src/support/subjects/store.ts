import { type Circle, circlesReadBy } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { isRecord, valueAt } from '../../papers/documents/body.ts'
import { bodyAt } from '../../papers/documents/store.ts'
import type { Body } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { entryDocumentKind } from '../../programme/entries/entries.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { meetingsOfRegion } from '../meetings/store.ts'
import { promisesOfRegion } from '../promises/store.ts'
import { reportDocumentKind } from '../reports/reports.ts'
import { keyOf, quoted, type SheetSubject, type Subject, toldSheets } from './subjects.ts'

const OWN: readonly SheetSubject[] = [
  { kind: entryDocumentKind, href: (regionId) => paths.entry(regionId) },
  { kind: reportDocumentKind, href: (regionId, ownerId) => paths.report(regionId, ownerId.split('/')[1] ?? '') },
]

const sheets = (): readonly SheetSubject[] => [...OWN, ...toldSheets()]

const short = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text)

async function sheetsOf({ db, actor }: Ctx, region: Region, circles: readonly Circle[]): Promise<Subject[]> {
  const rows = await db
    .selectFrom('documents')
    .leftJoin('steps', (join) =>
      join
        .on('steps.programmeId', '=', region.programmeId)
        .on((eb) => eb('documents.ownerId', '=', eb(eb.val(`${region.id}/`), '||', eb.ref('steps.key')))),
    )
    .select(['documents.id', 'documents.kind', 'documents.ownerId', 'documents.circle', 'steps.label as step'])
    .where('headNumber', '>', 0)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('ownerKind', '=', 'region'),
          eb.or([eb('ownerId', '=', region.id), eb('ownerId', 'like', `${region.id}/%`)]),
        ]),
        eb.and([eb('ownerKind', '=', 'region_step'), eb('ownerId', 'like', `${region.id}/%`)]),
      ]),
    )
    .execute()
  return rows.flatMap((row) => {
    const sheet = sheets().find(({ kind }) => kind.kind === row.kind)
    const reads = circles.includes(row.circle as Circle) && (row.kind !== 'entry' || may(actor, 'entry.view', region))
    if (!sheet || !reads) return []
    const label = row.step ? `${row.step} ${sheet.kind.title}` : sheet.kind.title
    return [{ kind: 'document' as const, id: row.id, label, href: sheet.href(region.id, row.ownerId) }]
  })
}

/** Everything in the region that its reader may read and an advice may be tied to. */
export async function subjectsOf(ctx: Ctx, region: Region): Promise<Subject[]> {
  const circles = circlesReadBy(ctx.actor, region)
  const meetings = await meetingsOfRegion(ctx.db, region.id)
  const promises = await promisesOfRegion(ctx.db, region.id, circles)
  return [
    ...(await sheetsOf(ctx, region, circles)),
    ...meetings.map((m): Subject => {
      return { kind: 'meeting', id: m.id, label: m.label, href: paths.meeting(region.id, m.number) }
    }),
    ...promises.map((p): Subject => {
      return { kind: 'promise', id: p.id, label: `約束「${short(p.text)}」`, href: paths.promises(region.id) }
    }),
  ]
}

/** Of the three lines only what was sent may be quoted. */
async function bodyShown(db: Db, { id, label }: Subject): Promise<Body> {
  if (label !== reportDocumentKind.title) return (await bodyAt(db, id)).body
  const query = db
    .selectFrom('reportSendings')
    .select('bodyJson')
    .where('documentId', '=', id)
    .orderBy('sentAt', 'desc')
  const sent = await query.executeTakeFirst()
  return sent ? (JSON.parse(sent.bodyJson) as Body) : {}
}

/** The subject a form names, with the words that stand at its place in a sheet; undefined: none the reader may read. */
export async function subjectNamed(ctx: Ctx, region: Region, name: string): Promise<Subject | undefined> {
  const [kind, id, ...rest] = name.split(':')
  const found = (await subjectsOf(ctx, region)).find((s) => keyOf(s) === `${kind}:${id}`)
  const path = rest.join(':')
  if (found?.kind !== 'document' || path === '') return found
  const body = await bodyShown(ctx.db, found)
  const value = valueAt(body, path)
  const sheet = sheets().find((one) => one.kind.title === found.label)
  const place = sheet?.kind.wordsOf(path, body) ?? ''
  const said = isRecord(value) ? value.text : value
  const quote = typeof said === 'string' ? quoted(said) : ''
  const label = [found.label, place].filter(Boolean).join(' ')
  return { ...found, path, label, sheet: found.label, ...(quote && { quote }) }
}
