import type { Actor } from '../../access/actor.ts'
import { CIRCLES, circlesReadBy } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { eyesOf, READERS, type Reader } from '../archive-records/archive-records.ts'

export interface RegionArchivePage {
  around: RegionFrame
  contents: { name: string; text: string }[]
  copies: { label: string; circles: string; leftOut: string; href: string; isMain: boolean }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/region-archives/show': RegionArchivePage
  }
}

const CONTENTS = [
  {
    name: 'index.html',
    text: '記録、助言、約束、シートを文章で読めるページです。ダブルクリックで開き、そのまま印刷できます',
  },
  { name: '支援経過・まとめ', text: '支援経過（1枚）のPDFとPowerPoint、まとめや効果検証のWordとPDF（あるもの）' },
  { name: '一覧', text: '回の記録、助言、約束、相談、指標、履歴などのCSV' },
  { name: 'シートと道具', text: 'シート、真因の仮説、ロジックモデルなどのExcel。もう一度読みこめます' },
  { name: '図', text: 'ロジックモデル、経過図、関係者の地図（SVGとPNG）' },
  { name: 'ファイル', text: 'この地域に置かれたファイル。元の名前のままです' },
  { name: '記録一式.json', text: '伴走ノートに、もう一度取りこめる記録一式' },
]

export function regionArchivePage(
  actor: Actor,
  region: Region,
  readers: readonly Reader[],
): RegionArchivePage & PageBase {
  const title = '記録の控え'
  return {
    title: `${region.name} ${title}`,
    crumbs: regionCrumbs(region, title),
    around: regionFrame(actor, region, 'overview'),
    contents: CONTENTS,
    copies: readers.map((reader, at) => {
      const reads = circlesReadBy(eyesOf(actor, region, reader), region)
      const out = Object.entries(CIRCLES).filter(([circle]) => !reads.includes(circle as never))
      return {
        label: READERS[reader],
        circles: reads.map((circle) => CIRCLES[circle]).join('、'),
        leftOut: out.map(([, label]) => label).join('、'),
        href: paths.regionArchiveZip(region.id, reader),
        isMain: at === 0,
      }
    }),
  }
}
