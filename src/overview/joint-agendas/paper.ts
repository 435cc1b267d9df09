import type { Block, Paper } from '../../platform/docx/docx.ts'

interface Row {
  span: string
  label: string
  detail: string
  isReport: boolean
}

/** 次第 on one A4 page. */
export function agendaPaper(given: {
  title: string
  subtitle: string
  facts: { term: string; text: string }[]
  rows: readonly Row[]
}): Paper {
  const rows = given.rows.map((row) => [row.span, row.isReport ? `${row.label}の報告` : row.label, row.detail])
  const blocks: Block[] = [
    { kind: 'facts', rows: given.facts },
    { kind: 'table', head: ['時刻', '内容', '時間の分けかた'], rows, widths: [3, 5, 5] },
  ]
  return { title: given.title, subtitle: given.subtitle, blocks, foot: given.title }
}
