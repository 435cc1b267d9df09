import type { MadeFile } from '../../people/tasks/tasks.ts'
import type { PdfPart } from '../../platform/pdf/pdf.ts'
import type { Slide } from '../../platform/pptx/pptx.ts'
import type { Listed, UsedRevision } from '../pack-frames/pack-frames.ts'
import type { PackRegion, PackSnapshot } from '../pack-snapshots/pack-snapshots.ts'
import { PARTS, type PartKey } from '../packs/packs.ts'

/** The same content as pages and as slides. */
export interface Pages {
  parts: PdfPart[]
  slides: Slide[]
}

/** One 資料, ready to be written. */
export interface Material extends Listed, Pages {
  key: PartKey
  used: UsedRevision[]
  /** Files that come along as they are. */
  files: MadeFile[]
}

/** A page of a region: drawn from a released sheet or a pinned revision, or a sentence why there is none. */
export interface RegionPages extends Pages {
  used: UsedRevision[]
}

/** Parts that are drawn region by region, each a step of the making. */
export const isPerRegion = (key: PartKey): key is 'boards' | 'models' | 'effect' =>
  key === 'boards' || key === 'models' || key === 'effect'

export const stepsOf = (parts: readonly PartKey[], regions: number): number =>
  parts.reduce((sum, key) => sum + (isPerRegion(key) ? Math.max(1, regions) : 1), 0)

export const regionTitle = ({ region }: PackRegion, key: PartKey): string => `${region.name}　${PARTS[key].label}`

const NOT_PUT = {
  boards: 'この地域の支援経過（1枚）は、まだWGに出していません。',
  models: 'この地域の課題解決ストーリー（ロジックモデル）は、まだWGに示していません。',
  effect: 'この地域の支援経過（1枚）をまだWGに出していないため、効果検証ものせていません。',
}

/** Why a region's page says no more than that, or null. A sheet and a model are put to the WG each by itself; 効果検証 goes with the sheet. */
export function missingWords(one: PackRegion, key: 'boards' | 'models' | 'effect'): string | null {
  const put = { boards: one.board, models: one.model, effect: one.board }[key]
  if (!put) return NOT_PUT[key]
  if (key === 'effect' && !one.effect) return 'WGが読める効果検証は、まだ書かれていません。'
  return null
}

/** What a part that is no region's was made from. */
export function usedIn(snapshot: PackSnapshot, key: PartKey): UsedRevision[] {
  const asOf = (paper: string): UsedRevision => ({
    paper,
    version: 'この時点の記録',
    savedAt: snapshot.at,
    savedBy: '',
  })
  if (key === 'tools' || key === 'leaflets')
    return snapshot[key].flatMap(({ name, versions: [now] }) =>
      now ? [{ paper: name, version: `第${now.number}版`, savedAt: now.createdAt, savedBy: now.createdBy }] : [],
    )
  if (key === 'sheets') {
    const used = snapshot.sheets.filter(({ isUsed }) => isUsed).map(({ template }) => template)
    return [...(snapshot.entry ? [snapshot.entry] : []), ...used].map(({ title, version }) => {
      return { paper: `様式「${title}」`, version: `第${version}版`, savedAt: null, savedBy: '' }
    })
  }
  if (key === 'plan') return [asOf(PARTS.plan.label), ...snapshot.regions.flatMap(boardUsed)]
  if (key === 'review' && snapshot.before) return [asOf(`${snapshot.before.programme.name}の記録`)]
  return [asOf(PARTS[key].label)]
}

export const boardUsed = ({ region, board }: PackRegion): UsedRevision[] =>
  board
    ? [
        {
          paper: `${region.name}　支援経過（1枚）`,
          version: `${board.number}回目に出したもの`,
          savedAt: board.at,
          savedBy: board.byName,
        },
      ]
    : []
