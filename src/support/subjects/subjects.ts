import type { DocumentKind } from '../../papers/documents/documents.ts'

/** What an advice is about, or what it changed: a meeting, a promise, a place in a sheet. The region itself needs no mark. */
export interface Subject {
  kind: 'meeting' | 'promise' | 'document'
  id: string
  /** A place in the sheet, with the words that stood there. */
  path?: string
  quote?: string
  label: string
  /** What the sheet is called without the place: a place may be named by the words that stand there. */
  sheet?: string
  href: string
}

/** As a form says it: `promise:0123`, `document:0123:issues/r1/text`. */
export const keyOf = (s: Pick<Subject, 'kind' | 'id' | 'path'>): string =>
  [s.kind, s.id, s.path].filter(Boolean).join(':')

/** A sheet that advice may point into. */
export interface SheetSubject {
  kind: Pick<DocumentKind, 'kind' | 'title' | 'wordsOf'>
  href(regionId: string, ownerId: string): string
}

/** The tools' papers, handed in by app.ts: this wing does not know them. */
const told: SheetSubject[] = []
export const tellSheets = (...sheets: readonly SheetSubject[]): void => void told.push(...sheets)
export const toldSheets = (): readonly SheetSubject[] => told

const MOST = 200

export const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return [...line].length > MOST ? `${[...line].slice(0, MOST).join('')}…` : line
}

export interface ShownSubject {
  label: string
  /** Empty where its reader may not open it. */
  href: string
  quote: string
}

/** An advice may be read by more people than what it points to: for them neither words nor way stand there. */
export function shownSubject(about: Partial<Subject>, readable?: ReadonlySet<string>): ShownSubject | null {
  const { kind, id, label, sheet, href, quote = '' } = about
  if (!label || !href) return null
  if (!kind || !id || kind === 'meeting' || readable?.has(keyOf({ kind, id }))) return { label, href, quote }
  return { label: kind === 'promise' ? '約束' : (sheet ?? label), href: '', quote: '' }
}
