import type { Row } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import type { PaperAt } from '../papers/papers.ts'
import { partnerMap } from '../partner-maps/picture.ts'
import type { Asked } from '../questions/questions.ts'
import { type BookHead, bookHead } from '../row-books/row-books.ts'
import { STAGES, stageOf } from './partners.ts'

export interface PartnersPage extends BookHead {
  around: RegionFrame
  svg: string | null
  rows: {
    id: string
    name: string
    movesNow: boolean
    stage: string
    facts: { term: string; text: string }[]
    editTo: string | null
    paperTo: string
    placeTo: string | null
  }[]
  questions: Asked[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/partners/index': PartnersPage
  }
}

const contractWords = (row: Row): string => {
  if (row.contract !== 'exists') return row.contract === 'none' ? 'なし' : ''
  return ['あり', row.contractVersion, row.reportEvery && `報告 ${row.reportEvery}`].filter(Boolean).join('、')
}

const factsOf = (row: Row) =>
  [
    { term: 'いまの関わり', text: row.now ?? '' },
    { term: '利点・関心', text: row.benefit ?? '' },
    { term: '期待すること', text: row.expect ?? '' },
    { term: '気がかり', text: row.worry ?? '' },
    { term: '担ってほしい役割', text: row.ask ?? '' },
    { term: '仕様書', text: contractWords(row) },
    { term: '誰がいつ話すか', text: [row.talker, row.talkWhen].filter(Boolean).join('　') },
  ].filter(({ text }) => text !== '')

type Given = Pick<PartnersPage, 'around' | 'questions'> & { regionId: string; rows: readonly Row[] }

export function partnersPage(at: PaperAt, { regionId, rows, ...given }: Given): PartnersPage {
  const home = paths.partners(regionId)
  const writes = at.closed === null
  return {
    ...given,
    ...bookHead(at, regionId),
    svg: rows.length > 0 ? partnerMap(rows, (row) => (writes ? paths.bookRow(home, row.id) : null)) : null,
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name || '（名前のない関係者）',
      movesNow: row.moveNow === 'yes',
      stage: STAGES[stageOf(row)],
      facts: factsOf(row),
      editTo: writes ? paths.bookRow(home, row.id) : null,
      paperTo: paths.partnerPaper(regionId, row.id),
      placeTo: writes && rows.length > 1 ? paths.bookRowPlace(home, row.id) : null,
    })),
  }
}
