import { pasteName } from '../../papers/pasted-rows/pasted-rows.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { CarryNote } from '../carries/store.ts'
import type { Remark } from '../comments/comments.ts'

/** What others said and where words came from, beside one field. */
export interface Beside {
  view: string
  /** Where the text was carried from; `isStale`: it reads differently there now. */
  carries: { from: string; href: string | null; isStale: boolean; to: string }[]
  remarks: { isAdvice: boolean; text: string; by: string; ended: string | null }[]
  commentTo: string
  label: string
}

/** What stands around a sheet besides its fields. */
export interface Around {
  regionId: string
  ref: string
  remarks: readonly Remark[]
  carries: readonly CarryNote[]
  /** How many texts written elsewhere could be copied in. */
  offers: number
  /** What one press puts in as a first draft; null where there is nothing, or nobody to press. */
  draft: { to: string; count: number } | null
  /** 「コメント・助言（3）」 */
  remarkWords: string
  /** 「支援1から変わったところ」, 「前に読んだあと」: each leads to the comparison. */
  changed: { text: string; href: string }[]
}

const isIn = (path: string, key: string): boolean => path === key || path.startsWith(`${key}/`)

/** Rows that came from one sheet are said in one line. */
function carriesIn({ regionId, ref, carries }: Around, key: string): Beside['carries'] {
  const own = carries.filter(({ carry }) => isIn(carry.toPath, key))
  const sources = [...new Set(own.map(({ carry }) => carry.fromDocumentId))]
  return sources.flatMap((id) => {
    const all = own.filter(({ carry }) => carry.fromDocumentId === id)
    const [first] = all
    if (!first) return []
    const from = all.length > 1 ? `${first.from} など${all.length}か所` : first.from
    const isStale = all.some((one) => one.isStale)
    return [{ from, href: first.href, isStale, to: paths.paperCarries(regionId, ref) }]
  })
}

export function besideOf(around: Around, key: string): Beside {
  const { regionId, ref } = around
  const commentTo = `${paths.paperComments(regionId, ref)}?path=${encodeURIComponent(key)}`
  const remarks = around.remarks.filter(({ path }) => isIn(path, key))
  return {
    view: '/tools/sheet-asides/beside',
    carries: carriesIn(around, key),
    remarks: remarks.map(({ kind, text, by, at, ended }) => ({
      ...{ isAdvice: kind === 'advice', text, ended },
      by: `${by} ${warekiShort(dayOf(at))}`,
    })),
    commentTo,
    label: remarks.length > 0 ? `コメント・助言（${remarks.length}）` : 'コメントする',
  }
}

export const remarkWords = (remarks: readonly Remark[]): string =>
  remarks.length > 0 ? `コメント・助言（${remarks.length}）` : 'コメント・助言'

/** From the last version with a name to now, and from what this person read last. */
export function changedLinks(given: {
  regionId: string
  ref: string
  head: number
  milestones: readonly { number: number; label: string }[]
  read: number | undefined
}): Around['changed'] {
  const { regionId, ref, head, milestones, read } = given
  const to = (from: number) => paths.paperComparison(regionId, ref, { from, to: head })
  const last = milestones.at(-1)
  return [
    ...(last && last.number < head ? [{ text: `「${last.label}」から変わったところ`, href: to(last.number) }] : []),
    ...(read && read < head ? [{ text: '前に読んだあと変わったところ', href: to(read) }] : []),
  ]
}

/** Sheets that are handed on as finished papers. */
const FINISHED = ['closing', 'effect', 'support_outline', 'profile']

/** The sheet's other shapes, its versions, and what is said about it. */
export function sheetTools({ regionId, ref, remarkWords, offers }: Around, writes: boolean) {
  const carry = { label: `前に書いたものを写す（${offers}）`, href: paths.paperCarries(regionId, ref), icon: 'link' }
  return [
    ...(writes && offers > 0 ? [carry] : []),
    { label: 'Excelで受け取る', href: paths.sheetWorkbook(regionId, ref), icon: 'receive' },
    ...(writes ? [{ label: 'Excelを読みこむ', href: paths.sheetWorkbookNew(regionId, ref), icon: 'upload' }] : []),
    ...(ref === 'effect' ? [{ label: '結果を見る', href: paths.effectResults(regionId), icon: 'eye' }] : []),
    ...(FINISHED.includes(ref) ? [{ label: 'Word・PDF', href: paths.finishedPapers(regionId), icon: 'doc' }] : []),
    { label: '印刷', href: paths.sheetPrint(regionId, ref), icon: 'print' },
    { label: '版とくらべる', href: paths.paperRevisions(regionId, ref), icon: 'clock' },
    { label: remarkWords, href: paths.paperComments(regionId, ref), icon: 'talk' },
  ]
}

/** A table also takes rows copied from Excel. */
export const asideOf = (around: Around, { key, control }: { key: string; control: string }) => ({
  beside: besideOf(around, key),
  paste: control === 'rows' ? pasteName(key) : null,
})
