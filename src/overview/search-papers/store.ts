import type { Circle } from '../../access/circles.ts'
import { templateWords } from '../../papers/revisions/revisions.ts'
import { templateOf } from '../../papers/templates/released.ts'
import { paths } from '../../paths/paths.ts'
import type { Db } from '../../platform/db/db.ts'
import { entryOwner, entryTemplateFor } from '../../programme/entries/entries.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { kindNamed } from '../../tools/kinds/kinds.ts'
import { type PaperKind, partOf, refOf } from '../../tools/papers/papers.ts'
import { allPapersOf, type Paper } from '../../tools/papers/store.ts'
import { formsOf, yearsWithForms } from '../../tools/sheet-templates/store.ts'
import { sheetKind } from '../../tools/sheets/sheets.ts'
import { entryTexts, type OfRegion, paperTexts } from './search-papers.ts'

const ENTRY = entryOwner('').kind

const regionOf = ({ document }: Paper): string => document.ownerId.split('/')[0] ?? ''

async function savedAtOf(db: Db, documentIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('revisions')
    .select(['documentId', (eb) => eb.fn.max('savedAt').as('at')])
    .where('documentId', 'in', [...documentIds, ''])
    .groupBy('documentId')
    .execute()
  return new Map(rows.map((row) => [row.documentId, row.at]))
}

/** The kind of a paper as its year has it: few years have forms of their own. */
async function kindsFor(db: Db) {
  const years = new Set((await yearsWithForms(db)).map((row) => row.programmeId))
  const known = new Map<string, PaperKind | undefined>()
  return async (programmeId: string, key: string): Promise<PaperKind | undefined> => {
    const shipped = kindNamed(key)
    if (!years.has(programmeId) || (shipped && !shipped.template)) return shipped
    const name = `${programmeId}/${key}`
    if (known.has(name)) return known.get(name)
    const forms = await formsOf(db, programmeId, key)
    const kind = forms ? sheetKind(forms.newest, { words: forms.words }) : shipped
    known.set(name, kind)
    return kind
  }
}

interface Reading {
  programmeIds: ReadonlyMap<string, string>
  papers: readonly Paper[]
  savedAt: ReadonlyMap<string, string>
}

async function ofPapers(db: Db, { programmeIds, papers, savedAt }: Reading): Promise<OfRegion[]> {
  const kindFor = await kindsFor(db)
  const found: OfRegion[] = []
  for (const paper of papers) {
    const { document, head } = paper
    const regionId = regionOf(paper)
    const at = savedAt.get(document.id) ?? document.createdAt
    if (document.kind === ENTRY) {
      const template = templateOf(document.templateKey ?? ENTRY, document.templateVersion ?? undefined)
      const words = templateWords(template ?? entryTemplateFor({ entryTemplateKey: ENTRY, entryTemplateVersion: 1 }))
      found.push(...entryTexts({ regionId, body: head.body, savedAt: at }, words))
      continue
    }
    const kind = await kindFor(programmeIds.get(regionId) ?? '', document.kind)
    if (kind) found.push(...paperTexts({ regionId, document, kind, body: head.body, savedAt: at }))
  }
  return found
}

async function ofComments(db: Db, papers: readonly Paper[]): Promise<OfRegion[]> {
  const byId = new Map(papers.map((paper) => [paper.document.id, paper]))
  const rows = await db
    .selectFrom('comments')
    .selectAll()
    .where('documentId', 'in', [...byId.keys(), ''])
    .execute()
  return rows.flatMap((row): OfRegion[] => {
    const paper = byId.get(row.documentId)
    if (!paper) return []
    const regionId = regionOf(paper)
    const ref = refOf(paper.document, partOf(paper.document))
    return [
      {
        ...{ regionId, kind: 'comment', circle: paper.document.circle as Circle, deed: 'paper.view' },
        href: `${paths.paperComments(regionId, ref)}${row.path ? `?path=${encodeURIComponent(row.path)}` : ''}`,
        label: ['コメント', row.place, row.personName].filter(Boolean).join(' '),
        ...{ text: row.text, at: row.createdAt },
      },
    ]
  })
}

/** Opinions on a 真因の仮説 that count, read by who reads the hypotheses. */
async function ofOpinions(db: Db, papers: readonly Paper[]): Promise<OfRegion[]> {
  const circles = new Map(
    papers.flatMap((paper) => (paper.document.kind === 'causes' ? [[regionOf(paper), paper.document.circle]] : [])),
  )
  const rows = await db
    .selectFrom('opinions')
    .select(['id', 'regionId', 'causeId', 'text', 'createdAt'])
    .where('regionId', 'in', [...circles.keys(), ''])
    .where('setAsideAt', 'is', null)
    .where('text', '!=', '')
    .execute()
  return rows.map((row) => ({
    ...{ regionId: row.regionId, kind: 'cause', circle: circles.get(row.regionId) ?? 'region', deed: 'paper.view' },
    ...{ href: paths.cause(row.regionId, row.causeId), label: '真因の仮説への意見', text: row.text, at: row.createdAt },
  }))
}

/** Papers of these regions, what was remarked beside them, and opinions that were asked for: seven queries. */
export async function paperTextsOf(db: Db, regions: readonly Region[]): Promise<OfRegion[]> {
  const papers = await allPapersOf(
    db,
    regions.map((r) => r.id),
  )
  const savedAt = await savedAtOf(
    db,
    papers.map(({ document }) => document.id),
  )
  const programmeIds = new Map(regions.map((r) => [r.id, r.programmeId]))
  return [
    ...(await ofPapers(db, { programmeIds, papers, savedAt })),
    ...(await ofComments(db, papers)),
    ...(await ofOpinions(db, papers)),
  ]
}
