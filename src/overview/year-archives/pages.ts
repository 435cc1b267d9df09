import { paths } from '../../paths/paths.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'

export interface YearArchivePage {
  heading: string
  contents: { term: string; text: string }[]
  makeTo: string
  tasksHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/year-archives/show': YearArchivePage
  }
}

const CONTENTS = [
  { term: 'index.html', text: '地域とファイルの一覧。ダブルクリックで開き、地域ごとの記録へ進めます' },
  { term: '地域', text: '提出のあったすべての地域の控え（事務局用・全部）。地域ごとに、それだけで読めます' },
  { term: '年度報告書・合同報告会', text: '年度報告書のWordとPDF、合同報告会の資料（出されているとき）' },
  { term: '一覧', text: '地域、エントリー、地域と回、年度の会、WGの意見と対応、質問と答えなどのCSV' },
  { term: '設定', text: '段、評価の観点、手紙の文、言葉の一覧、シートの様式（JSONとExcel）' },
  { term: 'ツール・資料', text: '配ったファイルのすべての版、年度の会の資料' },
]

export const yearArchivePage = (programme: Programme): YearArchivePage & PageBase => ({
  title: `年度の控え：${programme.name}`,
  crumbs: programmeCrumbs(programme, { label: '年度の控え' }),
  heading: '年度の控え',
  contents: CONTENTS,
  makeTo: paths.yearArchive(programme.id),
  tasksHref: paths.tasks,
})
