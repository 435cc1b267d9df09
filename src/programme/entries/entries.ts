import type { DocumentKind } from '../../papers/documents/documents.ts'
import { placeWords } from '../../papers/revisions/revisions.ts'
import { entryTemplate } from '../../papers/templates/entry.ts'
import { templateOf } from '../../papers/templates/released.ts'
import type { Template } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { Sentences } from '../../people/history/history.ts'
import { dayOf, dueWords, eraShort, isLate, wareki } from '../../platform/time.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'

/** The entry sheet of a region: one document, its template chosen by the programme. */
export const entryOwner = (regionId: string) => ({ kind: 'entry', ownerKind: 'region', ownerId: regionId })

export const entryTemplateFor = (programme: Pick<Programme, 'entryTemplateKey' | 'entryTemplateVersion'>): Template =>
  templateOf(programme.entryTemplateKey, programme.entryTemplateVersion) ?? entryTemplate

export const entryDocumentKind: DocumentKind = {
  kind: 'entry',
  title: 'エントリーシート',
  circleDefault: 'region',
  wordsOf: (path, body, version) =>
    placeWords(templateOf(version?.key ?? 'entry', version?.version ?? undefined) ?? entryTemplate, path, body),
}

/** The applicants write until the end of the last day, or as long as the secretariat has opened it again. */
export function mayStillChange(
  _region: Pick<Region, 'id'>,
  programme: Pick<Programme, 'entryClosesOn'>,
  now: Date,
  reopenedUntilOn: string | null = null,
): boolean {
  const open = programme.entryClosesOn === null || !isLate(programme.entryClosesOn, now)
  return open || (reopenedUntilOn !== null && !isLate(reopenedUntilOn, now))
}

export const CLOSED = '締切を過ぎたため、書きかえられません。直したいところがあるときは、事務局にご相談ください'

/** 「みどり町」, 「やまかげ町・かわの村」: those who apply. */
export function applicantsOf(region: Pick<Region, 'name' | 'members'>): string {
  const names = region.members.filter((m) => m.role !== 'cooperating').map((m) => m.name)
  return names.length > 0 ? names.join('・') : region.name
}

const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f]/g

/** R7_みどり町_エントリーシート_20251021.xlsx */
export function entryFileName(
  at: { programme: Pick<Programme, 'fiscalYear'>; region: Pick<Region, 'name' | 'members'> },
  title: string,
  now: Date,
): string {
  const who = [...applicantsOf(at.region).replace(FORBIDDEN, '')].slice(0, 40).join('')
  return `${eraShort(at.programme.fiscalYear)}_${who}_${title}_${dayOf(now).replaceAll('-', '')}.xlsx`
}

/** 「みどり町・締切 令和7年10月31日（金）・あと10日」; a deadline of the past is only a date. */
export function leadOf(region: Pick<Region, 'name'>, programme: Pick<Programme, 'entryClosesOn'>, now: Date): string {
  const closes = programme.entryClosesOn
  const left = closes && !isLate(closes, now) ? `・${dueWords(closes, now)}` : ''
  const due = closes ? `・締切 ${wareki(closes)}${left}` : ''
  return `${region.name}${due}`
}

export interface Tool {
  label: string
  href: string
  icon: string
}

/** The sheet's other shapes. */
export const toolsOf = (region: Pick<Region, 'id'>, writes: boolean): Tool[] => [
  { label: 'Excelで受け取る', href: paths.entryWorkbook(region.id), icon: 'receive' },
  ...(writes ? [{ label: 'Excelを読みこむ', href: paths.entryWorkbookNew(region.id), icon: 'upload' }] : []),
  { label: '決裁用に印刷', href: paths.entryPrint(region.id), icon: 'print' },
  { label: '変更の記録', href: paths.entryRevisions(region.id), icon: 'clock' },
]

declare module '../../people/history/history.ts' {
  interface Happenings {
    entry_saved: { number: number; places: string[] }
    entry_file_saved: { number: number; fileName: string; arrivedOn: string | null }
  }
}

const some = (places: readonly string[]) => {
  const names = places.slice(0, 3).map((p) => `「${p}」`)
  return `${names.join('')}${places.length > 3 ? `など${places.length}か所` : ''}`
}

export const entryHappenings = {
  entry_saved: (h) => `${h.actorName}さんがエントリーシートの${some(h.details.places)}を書きました`,
  entry_file_saved: (h) =>
    `${h.actorName}さんが${h.details.arrivedOn ? `${wareki(h.details.arrivedOn)}にメールで届いた` : ''}Excel「${h.details.fileName}」をエントリーシートに取りこみました`,
} satisfies Sentences<'entry_saved' | 'entry_file_saved'>
