import { organisationPaths as paths } from '../../paths/organisations.ts'
import type { Otherwise } from './checks.ts'
import { type Difference, differencesOf, type Fault, type Figures, isRenamed, type Known } from './figures.ts'
import type { FiguresFile } from './workbook.ts'

const SHOWN_ROWS = 100
const SHOWN_FAULTS = 200

export interface FiguresPage {
  checkTo: string
  columns: { name: string; example: string; about: string }[]
  listHref: string
}

interface Changed {
  code: string
  name: string
  differences: Difference[]
}

export interface FiguresCheckPage {
  counts: { term: string; text: string }[]
  renamed: Changed[]
  changed: Changed[]
  changedNote: string
  faults: Fault[]
  faultsNote: string
  /** null when there is nothing to take. */
  takeTo: string | null
  takeLabel: string
  againHref: string
  csv: string
  asOf: string
  source: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'people/figures/index': FiguresPage
    'people/figures/check': FiguresCheckPage
  }
}

const COLUMNS = [
  { name: 'コード', example: '213021', about: '全国地方公共団体コード6桁（必ず入れてください）' },
  { name: '市町村名', example: '岐南町', about: 'コードとの照らし合わせに使います' },
  { name: '人口', example: '26,123', about: '' },
  { name: '65歳以上人口', example: '6,543', about: '' },
  { name: '高齢化率', example: '25.0', about: 'ないときは人口から計算します' },
  { name: '過疎', example: '○', about: '○・1・該当／×・0・非該当' },
  { name: '中山間', example: '×', about: '同じ' },
  { name: '基準日', example: '令和7年1月1日', about: 'ないときは「基準日」の欄の日付' },
  { name: '出典', example: '住民基本台帳', about: 'ないときは「出典」の欄の言葉' },
  { name: '新しい名称', example: '', about: '改称したときだけ（「新しいよみ」も）' },
]

export const figuresPage = (): FiguresPage => ({
  checkTo: paths.figuresCheck,
  columns: COLUMNS,
  listHref: paths.organisations,
})

export function figuresCheckPage(view: {
  file: FiguresFile
  known: ReadonlyMap<string, Known>
  csv: string
  otherwise: Otherwise
}): FiguresCheckPage {
  const { file, known } = view
  const changed = file.rows.map((row) => changedOf(row, known)).filter((row) => row.differences.length > 0)
  const renamed = file.rows
    .filter((row) => isRenamed(row, known.get(row.code)))
    .map((row) => changedOf({ ...NAMES_ONLY, code: row.code, newName: row.newName, newKana: row.newKana }, known))
  const count = (n: number) => `${n.toLocaleString('ja-JP')}件`
  return {
    counts: [
      { term: '変わる団体', text: count(changed.length) },
      { term: '変わらない団体', text: count(file.rows.length - changed.length) },
      { term: '取り込めない行', text: `${file.faults.length.toLocaleString('ja-JP')}行` },
    ],
    renamed,
    changed: changed.slice(0, SHOWN_ROWS),
    changedNote:
      changed.length > SHOWN_ROWS
        ? `はじめの${SHOWN_ROWS}件です。取り込むと${count(changed.length)}すべてが変わります。`
        : count(changed.length),
    faults: file.faults.slice(0, SHOWN_FAULTS),
    faultsNote:
      file.faults.length > SHOWN_FAULTS
        ? `はじめの${SHOWN_FAULTS}行です（全部で${file.faults.length.toLocaleString('ja-JP')}行）`
        : `${file.faults.length}行`,
    takeTo: changed.length > 0 ? paths.figures : null,
    takeLabel: `${count(changed.length)}を取り込む`,
    againHref: paths.figures,
    csv: view.csv,
    ...view.otherwise,
  }
}

const NAMES_ONLY = {
  population: null,
  populationAged65: null,
  agingRate: null,
  isDepopulated: null,
  isMountainous: null,
  figuresAsOf: null,
  figuresSource: null,
}

const changedOf = (row: Figures, known: ReadonlyMap<string, Known>): Changed => ({
  code: row.code,
  name: known.get(row.code)?.name ?? '',
  differences: differencesOf(row, known.get(row.code)),
})
