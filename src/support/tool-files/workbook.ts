import { type Column, type List, listOf } from '../../platform/office/csv.ts'
import { dayOf } from '../../platform/time.ts'
import type { Tool, ToolVersion } from './tool-files.ts'

interface Row {
  tool: Tool
  version: ToolVersion
}

/** Every version of every tool file. */
export function toolList(tools: readonly Tool[]): List {
  const rows = tools.flatMap((tool) => tool.versions.map((version): Row => ({ tool, version })))
  const columns: Column<Row>[] = [
    ['ツール', 30, ({ tool }) => tool.name],
    ['説明', 50, ({ tool }) => tool.about],
    ['版', 8, ({ version }) => version.number],
    ['ファイル', 36, ({ version }) => version.fileName],
    ['変わったところ', 40, ({ version }) => version.note],
    ['加えた日', 12, ({ version }) => dayOf(version.createdAt)],
    ['加えた人', 16, ({ version }) => version.createdBy],
    ['使わないことにした日', 14, ({ tool }) => tool.retiredAt && dayOf(tool.retiredAt)],
  ]
  return listOf(columns, rows)
}
