import type { PrintedField, PrintedSection } from '../../papers/sheets/sheets.ts'
import type { Body } from '../../papers/templates/templates.ts'
import type { Block, Paper } from '../../platform/docx/docx.ts'
import { standalone } from '../../platform/picture-styles/picture-styles.ts'
import { modelPaper } from '../../tools/model-pictures/paper.ts'

interface Of {
  region: string
  /** 合同報告会 … */
  label: string
  /** 「R8.2.10（火） 14:03・第2版」 */
  by: string
}

const tableOf = ({ columns, rows }: PrintedField): Block => ({
  kind: 'table',
  head: columns,
  rows: rows.map(({ cells }) => cells),
  widths: columns.map(() => 1),
})

function blocksOf(field: PrintedField): Block[] {
  const heading: Block = { kind: 'heading', level: 3, text: field.label }
  if (field.columns.length > 0) return [heading, tableOf(field)]
  return [heading, { kind: 'text', text: field.text }]
}

/** まとめ as it was handed in. */
export const closingPaper = ({ region, label, by }: Of, sections: readonly PrintedSection[]): Paper => ({
  title: `${region}　まとめ`,
  subtitle: `${label}に出した資料（${by}）`,
  blocks: sections.flatMap((section): Block[] => [
    { kind: 'heading', text: section.title },
    ...section.fields.flatMap(blocksOf),
  ]),
  foot: `${region}　まとめ`,
})

const PX = 96 / 25.4

/** The logic model on one sheet lying on its side. */
export function modelOnPaper({ region, label, by }: Of, body: Body): Paper {
  const { svg, width, height } = modelPaper(body, {
    title: `${region}　課題解決ストーリー（ロジックモデル）`,
    note: by,
  })
  const scale = Math.min((261 * PX) / width, (150 * PX) / height)
  return {
    title: `${region}　課題解決ストーリー（ロジックモデル）`,
    subtitle: `${label}に出した資料（${by}）`,
    blocks: [
      {
        kind: 'picture',
        svg: standalone(svg),
        ...{ width: width * scale, height: height * scale },
        alt: `${region}のロジックモデル`,
      },
    ],
    foot: `${region}　ロジックモデル`,
    landscape: true,
  }
}
