import type { Block, Paper } from '../../platform/docx/docx.ts'
import type { List } from '../../platform/office/csv.ts'
import type { Answered } from '../wg-opinions/wg-opinions.ts'
import { type Around, inTopics, rowOf } from './opinion-tables.ts'

export const TITLE = '意見対応表'

export interface TableGiven {
  programme: { name: string }
  opinions: readonly Answered[]
  around: Around
  /** Which of them, in words: 「連携支援WG①」; empty: all. */
  subtitle?: string
}

/** 論点・主なご意見・対応, without the names of those who said it: a block for other papers of the year. */
export function opinionBlock({ opinions, around }: Pick<TableGiven, 'opinions' | 'around'>): Block {
  const rows = inTopics(opinions).map((one) => {
    const row = rowOf(one, around)
    const place = [row.about, row.meeting].filter(Boolean).join('・')
    const response = [row.response, row.landing && `［${row.landing}］`].filter(Boolean).join('\n')
    return [row.topic, `${row.opinion}\n（${place}）`, response || '—', row.status]
  })
  return { kind: 'table', head: ['論点', '主なご意見', '対応', '状態'], rows, widths: [3, 6, 6, 2] }
}

const EMPTY = 'まだ意見はありません。'

/** 意見対応表 as a paper: page, DOCX, PDF; the annual report takes it too. */
export function opinionTable(given: TableGiven): Paper {
  const { programme, opinions, subtitle } = given
  const open = opinions.filter((one) => !one.answer || one.answer.status === 'open').length
  const blocks: Block[] = opinions.length === 0 ? [{ kind: 'text', text: EMPTY }] : [opinionBlock(given)]
  if (open > 0) blocks.unshift({ kind: 'note', text: `まだ対応を書いていない意見が${open}件あります。` })
  return {
    title: `${programme.name}　${TITLE}`,
    subtitle: subtitle ?? '',
    blocks,
    foot: `${programme.name}　${TITLE}`,
    landscape: true,
  }
}

/** The same as a list, for XLSX and CSV. */
export const opinionList = ({ opinions, around }: Pick<TableGiven, 'opinions' | 'around'>): List => ({
  columns: [
    { label: '論点', width: 20 },
    { label: '地域', width: 18 },
    { label: '会', width: 16 },
    { label: '日', width: 14 },
    { label: '主なご意見', width: 60 },
    { label: '対応', width: 60 },
    { label: '状態', width: 10 },
    { label: '生かしたところ', width: 40 },
  ],
  rows: inTopics(opinions).map((one) => {
    const row = rowOf(one, around)
    return [row.topic, row.about, row.meeting, row.saidOn, row.opinion, row.response, row.status, row.landing]
  }),
})
