import { countsOf } from '../../papers/arrivals/arrivals.ts'
import { paths } from '../../paths/paths.ts'
import { wareki } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Crumb } from '../../platform/web/reply.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'
import { type Arrived, chosenText } from './arrived-files.ts'

export interface ArrivedNewPage {
  saveTo: string
  backTo: string
  form: FormState
}

export interface ArrivedRow {
  fileId: string
  fileName: string
  regionName: string
  options: { value: string; label: string; chosen: boolean }[]
  counts: string
  faults: string[]
  markedTo: string | null
  problem: string | null
  canTake: boolean
}

export interface ArrivedCheckPage {
  lead: string
  rows: ArrivedRow[]
  files: string
  on: string
  saveTo: string | null
  newTo: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/arrived-files/new': ArrivedNewPage
    'programme/arrived-files/check': ArrivedCheckPage
  }
}

const crumbsOf = (programme: Programme, here: string): Crumb[] => [
  { label: 'ホーム', href: paths.home },
  { label: programme.name, href: paths.programme(programme.id) },
  { label: 'エントリー', href: paths.programmeEntries(programme.id) },
  { label: here },
]

export function newPage(programme: Programme, form: FormState): ArrivedNewPage & { title: string; crumbs: Crumb[] } {
  const title = 'メールで届いたエントリーシートを読みこむ'
  const to = { saveTo: paths.entryUpload(programme.id), backTo: paths.programmeEntries(programme.id) }
  return { title, crumbs: crumbsOf(programme, title), ...to, form }
}

interface CheckView {
  programme: Programme
  regions: readonly Region[]
  arrived: readonly Arrived[]
  on: string
  form: FormState
}

export function checkPage({
  programme,
  regions,
  arrived,
  on,
  form,
}: CheckView): ArrivedCheckPage & { title: string; crumbs: Crumb[] } {
  const rows = arrived.map((one) => rowOf(programme, regions, one))
  return {
    title: '届いたファイルの内容を確かめる',
    crumbs: crumbsOf(programme, '届いたファイルの内容を確かめる'),
    lead: `${arrived.length}個のファイル・${wareki(on)}に届いたもの。まだ何も変わっていません。`,
    rows,
    files: arrived.map(({ file, region }) => chosenText({ fileId: file.id, regionId: region?.id ?? null })).join(','),
    on,
    saveTo: rows.some((row) => row.problem === null) ? paths.entryUploadConfirm(programme.id) : null,
    newTo: paths.entryUpload(programme.id),
    form,
  }
}

function rowOf(
  programme: Programme,
  regions: readonly Region[],
  { file, region, reading, problem }: Arrived,
): ArrivedRow {
  const counts = reading && countsOf(reading.rows)
  const clash = counts && counts.clash > 0 ? `・食い違い${counts.clash}` : ''
  const isNew = counts !== null && counts.fresh + counts.changed > 0
  return {
    fileId: file.id,
    fileName: file.name,
    regionName: region?.name ?? '',
    options: regions.map((r) => ({ value: r.id, label: r.name, chosen: r.id === region?.id })),
    counts: counts
      ? `新しい${counts.fresh}・変わる${counts.changed}・同じ${counts.same}${clash}`
      : '地域を選ぶと分かります',
    faults: (reading?.faults ?? []).map((fault) => `「${fault.cell}」${fault.message}`),
    markedTo: reading && reading.faults.length > 0 ? paths.entryUploadMarked(programme.id, file.id) : null,
    problem,
    canTake: isNew && !clash,
  }
}
