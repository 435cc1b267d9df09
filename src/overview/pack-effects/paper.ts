import type { Body } from '../../papers/templates/templates.ts'
import type { Block, Paper } from '../../platform/docx/docx.ts'
import type { List } from '../../platform/office/csv.ts'
import { standalone } from '../../platform/picture-styles/picture-styles.ts'
import { effectFrom } from '../../tools/effects/effects.ts'
import { answersChart, answersTable, followedTable, spentTable } from '../../tools/effects/picture.ts'
import { followedOf } from '../../tools/followed-indicators/followed-indicators.ts'
import type { Measured } from '../../tools/indicator-values/indicator-values.ts'

/** 効果検証 of one region as its revision says it: answers of both sides as a picture and a table, indicators, minutes. */
export interface EffectOrder {
  title: string
  subtitle: string
  body: Body
  model: Body
  values: readonly Measured[]
}

const WIDTH = 620

const tableOf = ({ columns, rows }: List): Block => ({
  kind: 'table',
  head: columns.map(({ label }) => label),
  widths: columns.map(({ width = 10 }) => width),
  rows: rows.map((row) => row.map((cell) => (cell === null || cell === '' ? '—' : String(cell)))),
})
const heading = (text: string): Block => ({ kind: 'heading', text, level: 3 })

export function effectPaper({ title, subtitle, body, model, values }: EffectOrder): Paper {
  const effect = effectFrom(body)
  const chart = answersChart(effect, { csvHref: null, width: WIDTH, id: 'answers' })
  const [, , width = WIDTH, height = 200] = /viewBox="([^"]*)"/.exec(chart.svg)?.[1]?.split(' ').map(Number) ?? []
  const alt = `${chart.title}（${chart.n}）。${chart.note ?? ''}同じ数字の表が続きます。`
  const followed = followedOf(model, values)
  return {
    ...{ title, subtitle, foot: title },
    blocks: [
      { kind: 'text', text: [chart.n, chart.note].filter(Boolean).join('　') },
      { kind: 'picture', svg: standalone(chart.svg, 'charts'), width, height, alt },
      tableOf(answersTable(effect.rated)),
      heading('指標'),
      followed.length > 0 ? tableOf(followedTable(followed)) : { kind: 'text', text: '指標はまだありません。' },
      heading('かかった時間'),
      tableOf(spentTable(effect.spent)),
      ...(effect.remarks ? [heading('気づいたこと'), { kind: 'text' as const, text: effect.remarks }] : []),
    ],
  }
}
