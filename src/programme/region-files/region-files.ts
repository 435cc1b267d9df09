import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import type { FileKind } from '../../platform/files/kinds.ts'
import { addDays, dayOf, today } from '../../platform/time.ts'
import type { Region } from '../regions/regions.ts'

export const TAKEN_KINDS: readonly FileKind[] = ['pdf', 'xlsx', 'docx', 'pptx', 'image', 'csv', 'text']
export const MAX_BYTES = 20 * 1024 * 1024
export const MAX_FILES = 10
/** A removed file can be brought back for this long. */
export const RESTORE_DAYS = 30

export const lastRestoreDay = (file: Pick<StoredFile, 'deletedAt'>): string | null =>
  file.deletedAt && addDays(dayOf(file.deletedAt), RESTORE_DAYS)

export const isRestorable = (file: Pick<StoredFile, 'deletedAt'>, now: Date): boolean => {
  const last = lastRestoreDay(file)
  return last !== null && today(now) <= last
}

/** Who brought it, or the secretariat. */
export const mayRemove = (actor: Actor, region: Region, file: Pick<StoredFile, 'personId'>): boolean =>
  may(actor, 'region.edit', region) || (may(actor, 'file.add', region) && file.personId === actor.personId)

/** What can be looked at in the browser without harm: pictures, PDF, and text drawn by us. */
export const isPicture = (mime: string): boolean => mime === 'image/png' || mime === 'image/jpeg'
export const isShownInline = (mime: string): boolean => isPicture(mime) || mime === 'application/pdf'
export const isPreviewed = (mime: string): boolean =>
  isShownInline(mime) || mime === 'text/plain' || mime === 'text/csv'

/** 1.2MB · 340KB */
export const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)}MB` : `${Math.max(1, Math.round(bytes / 1000))}KB`
