import type { Circle } from '../../access/circles.ts'
import { isRecord } from '../../papers/documents/body.ts'
import type { Document, PaperWords } from '../../papers/documents/documents.ts'
import { type Body, HIDDEN } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import { type PaperKind, partOf, refOf } from '../../tools/papers/papers.ts'
import { mendPath } from '../../tools/questions/questions.ts'
import type { Findable, TextKind } from '../search-index/search-index.ts'

/** What is written in papers, as it can be found: a row for each field, and for each row of a list. */
export type OfRegion = Findable & { regionId: string }

const KINDS: Readonly<Record<string, TextKind>> = {
  causes: 'cause',
  journey: 'journey',
  logic_model: 'model',
  partners: 'partner',
  forum: 'partner',
  closing: 'closing',
}
export const textKindOf = (kind: string): TextKind => KINDS[kind] ?? 'sheet'

/** Not written here: keys of other rows, whose words are found where they stand. */
const TIES = ['parent', 'mergedInto', 'cause', 'issue', 'answers', 'box', 'boxId', 'from', 'to', 'uncertainOriginal']
const KEYS = new Set(['id', HIDDEN, 'seq', ...TIES])
const LISTS_OF_TIES = new Set([HIDDEN, 'links', 'reprints'])

interface Place {
  path: string
  label: string
  text: string
  row: Record<string, unknown> | null
}

function rowText(words: PaperWords, at: { path: string; row: Record<string, unknown>; body: Body }): string {
  const cells = Object.entries(at.row).flatMap(([column, value]) => {
    const path = `${at.path}/${column}`
    return KEYS.has(column) || words.isPicked(path) ? [] : [words.shown(path, value, at.body)]
  })
  return cells.filter(Boolean).join('\n')
}

/** Every place of a body that says something, in the paper's own words; what was picked from a list is no word of theirs. */
export function placesIn(words: PaperWords, body: Body): Place[] {
  return Object.entries(body).flatMap(([key, value]): Place[] => {
    if (LISTS_OF_TIES.has(key)) return []
    const rows: Record<string, unknown>[] = Array.isArray(value) ? (value as unknown[]).filter(isRecord) : []
    if (rows.length === 0 && words.isPicked(key)) return []
    if (rows.length === 0)
      return [{ path: key, label: words.place(key, body), text: words.shown(key, value, body), row: null }]
    return rows.map((row) => {
      const path = `${key}/${String(row.id)}`
      return { path, label: words.place(path, body), text: rowText(words, { path, row, body }), row }
    })
  })
}

function hrefOf(regionId: string, kind: PaperKind, at: { ref: string; part?: string; place: Place }): string {
  const { path, row } = at.place
  const [list = '', id = ''] = path.split('/')
  if (kind.kind === 'journey') return kind.home(regionId, at.part)
  if (kind.kind === 'partners') return kind.home(regionId)
  if (kind.kind === 'forum') return `${kind.home(regionId)}${id ? `#forum-${id}` : ''}`
  // The model opens to whoever reads it; the page of one box only to who may write it.
  if (kind.kind === 'logic_model' && list === 'boxes' && id) return `${paths.logicModel(regionId)}?box=${id}#chosen`
  if (list === 'evidence' && typeof row?.cause === 'string') return paths.cause(regionId, row.cause)
  return mendPath(regionId, { ref: at.ref, path, label: '' })
}

export interface PaperRead {
  regionId: string
  document: Pick<Document, 'ownerId' | 'circle'>
  kind: PaperKind
  body: Body
  savedAt: string
}

export function paperTexts({ regionId, document, kind, body, savedAt }: PaperRead): OfRegion[] {
  const part = partOf(document)
  const name = kind.nameOf?.(body) ?? ''
  const title = name ? `${kind.title}「${name}」` : kind.title
  const own = { regionId, kind: textKindOf(kind.kind), circle: document.circle as Circle, at: savedAt }
  return placesIn(kind.words, body)
    .filter(({ text }) => text.trim() !== '')
    .map((place) => ({
      ...own,
      deed: 'paper.view',
      href: hrefOf(regionId, kind, { ref: refOf(kind, part), part, place }),
      label: place.label === title || place.label === kind.title ? title : `${title} ${place.label}`,
      text: place.text,
    }))
}

export const entryTexts = (read: Pick<PaperRead, 'regionId' | 'body' | 'savedAt'>, words: PaperWords): OfRegion[] =>
  placesIn(words, read.body)
    .filter(({ text }) => text.trim() !== '')
    .map(({ path, label, text }) => ({
      regionId: read.regionId,
      kind: 'entry',
      circle: 'region',
      deed: 'entry.view',
      href: `${paths.entry(read.regionId)}#f-${path.split('/')[0]}`,
      label: `エントリー ${label}`,
      text,
      at: read.savedAt,
    }))
