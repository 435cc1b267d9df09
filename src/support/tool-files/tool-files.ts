import { paths } from '../../paths/paths.ts'

/** One version of a tool file; old ones stay to be read. */
export interface ToolVersion {
  id: string
  number: number
  fileId: string
  fileName: string
  bytes: number
  note: string
  createdAt: string
  createdBy: string
}

/** Given to the regions to work with, or a leaflet on its way, which only those who review it see. */
export const TOOL_KINDS = { tool: 'ツール', leaflet: 'リーフレットの案' } as const
export type ToolKind = keyof typeof TOOL_KINDS

/** A file the programme gives to its regions to work with, in versions, newest first. */
export interface Tool {
  id: string
  programmeId: string
  kind: ToolKind
  name: string
  about: string
  createdAt: string
  retiredAt: string | null
  retiredBy: string | null
  versions: ToolVersion[]
}

export interface ToolLink {
  id: string
  label: string
  version: string
  href: string
}

/** The version in use, ready to be taken home. */
export const toolLink = (tool: Tool): ToolLink => ({
  id: tool.id,
  label: tool.name,
  version: `第${tool.versions[0]?.number ?? 1}版`,
  href: paths.toolVersion(tool.programmeId, tool.id, tool.versions[0]?.number ?? 1),
})
