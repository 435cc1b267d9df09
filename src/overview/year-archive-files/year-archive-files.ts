import { clock, dayOf, eraFiscalYear, wareki } from '../../platform/time.ts'
import { regionWord } from '../../programme/regions/regions.ts'
import type { ArchiveFile, Missing } from '../archive-files/archive-files.ts'
import { hrefOf } from '../archive-pages/archive-pages.ts'
import type { YearRecord } from '../year-records/year-records.ts'

/** Folders of a year's copy, in the order people look for things. */
export const YEAR_FOLDERS = {
  report: '年度報告書',
  joint: '合同報告会',
  lists: '一覧',
  settings: '設定',
  tools: 'ツール',
  materials: '資料',
} as const
export type YearFolder = keyof typeof YEAR_FOLDERS
export const REGIONS = '地域'

/** A region's own copy within the year's: its folder, or why there is none. */
export interface RegionCopy {
  regionId: string
  folder: string | null
  files: number
}

interface Link {
  label: string
  href: string
}

/** The first page of a year's copy. */
export interface YearPage {
  heading: string
  lead: string
  facts: { term: string; text: string }[]
  missing: Missing[]
  regions: { name: string; state: string; theme: string; href: string | null; files: string }[]
  folders: { heading: string; links: Link[] }[]
}

interface Made {
  year: YearRecord
  copies: readonly RegionCopy[]
  files: readonly ArchiveFile[]
  missing: readonly Missing[]
}

export function yearPage({ year, copies, files, missing }: Made): YearPage {
  const { programme, regions, madeAt } = year
  const { contact } = programme
  return {
    heading: `${programme.name}の控え`,
    lead: `${wareki(dayOf(madeAt))} ${clock(madeAt)}に作りはじめた控え。事務局用（全部）。地域の記録は、一つずつ、その地域を入れたときのものです。`,
    facts: [
      { term: '年度', text: eraFiscalYear(programme.fiscalYear) },
      { term: '地域', text: `${regions.length}地域` },
      { term: '問い合わせ先', text: [contact.section, contact.mailbox, contact.telephone].filter(Boolean).join('　') },
      { term: '募集の言葉', text: programme.introduction },
    ].filter(({ text }) => text !== ''),
    missing: [...missing],
    regions: regions.map((region) => {
      const copy = copies.find(({ regionId }) => regionId === region.id)
      return {
        ...{ name: region.name, state: regionWord(region), theme: region.theme },
        href: copy?.folder ? hrefOf(`${copy.folder}/index.html`) : null,
        files: copy ? `${copy.files}個のファイル` : '',
      }
    }),
    folders: Object.values(YEAR_FOLDERS)
      .map((heading) => ({
        heading,
        links: files
          .filter(({ path }) => path.startsWith(`${heading}/`))
          .map(({ path }) => ({ label: path.slice(heading.length + 1), href: hrefOf(path) })),
      }))
      .filter(({ links }) => links.length > 0),
  }
}
