import type { Circle } from '../../access/circles.ts'
import type { Document, Head, PaperWords } from '../../papers/documents/documents.ts'
import type { Body, Template } from '../../papers/templates/templates.ts'

/** A kind of paper a region has, one or several of it. app.ts lists them all; `kind` is permanent. */
export interface PaperKind {
  kind: string
  title: string
  circleDefault: Circle
  /** The deed that writes it. */
  writers: 'paper.write' | 'plan.write' | 'effect.write'
  /** Set where a template draws it. */
  template?: Template
  /** Its own page; `part` where a region has several. */
  home(regionId: string, part?: string): string
  words: PaperWords
  /** 「退院後に弱る人」: which of several this is. */
  nameOf?(body: Body): string
  /** There is none without a part: an address without one names no paper. */
  needsPart?: true
  /** Cleans a body from a JSON file; throws a Problem that names the place. Absent: only JSON of this product's own shape. */
  read?(body: unknown): Body
}

/** A document of the region as its reader sees it; before the first word there is none, and looking makes none. */
export interface PaperAt {
  kind: PaperKind
  part: string | undefined
  /** `kind` or `kind.part`, as addresses name it. */
  ref: string
  document: Document | undefined
  head: Head
  circle: Circle
  /** Why this actor can't change it; null: they may. */
  closed: string | null
}

export const refOf = (kind: Pick<PaperKind, 'kind'>, part?: string): string =>
  part === undefined ? kind.kind : `${kind.kind}.${part}`

export const splitRef = (ref: string): { kind: string; part: string | undefined } => {
  const [kind = '', part] = ref.split('.')
  return { kind, part: part && /^[\w-]{1,40}$/.test(part) ? part : undefined }
}

/** Whether an address names a paper there can be: only of some kinds a region has several, and a ref has one spelling. */
export const isRef = (kind: PaperKind, ref: string, part?: string): boolean =>
  ref === refOf(kind, part) && (part === undefined ? !kind.needsPart : kind.nameOf !== undefined)

export const ownerOf = (kind: Pick<PaperKind, 'kind'>, regionId: string, part?: string) => ({
  kind: kind.kind,
  ownerKind: 'region',
  ownerId: part === undefined ? regionId : `${regionId}/${part}`,
})

export const partOf = (document: Pick<Document, 'ownerId'>): string | undefined => document.ownerId.split('/')[1]

/** 「状態シート「退院後に弱る人」」 */
export function titleOf({ kind, head }: Pick<PaperAt, 'kind' | 'head'>): string {
  const name = kind.nameOf?.(head.body) ?? ''
  return name ? `${kind.title}「${name}」` : kind.title
}
