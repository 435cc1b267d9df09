import type { Circle } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'

/** 「考える道具」, in the order they are thought with. 市町村の内輪: those outside do not even see the row. */
const TOOLS = {
  tools: { label: '考える道具', circle: 'region', href: paths.regionTools },
  sheets: { label: 'シート', circle: 'region', href: paths.sheets },
  causes: { label: '真因の仮説', circle: 'region', href: paths.causes },
  journeys: { label: '経過図', circle: 'region', href: paths.journeys },
  partners: { label: '関係者表', circle: 'town', href: paths.partners },
  forum: { label: '協議の場の計画', circle: 'town', href: paths.forum },
  model: { label: 'ロジックモデル', circle: 'region', href: paths.logicModel },
  roadmap: { label: 'ロードマップ', circle: 'region', href: paths.roadmap },
  questionnaires: { label: '質問票', circle: 'region', href: paths.questionnaires },
  insights: { label: '気づきの一覧', circle: 'region', href: paths.insights },
} as const satisfies Record<string, { label: string; circle: Circle; href(regionId: string): string }>

export type ToolSection = keyof typeof TOOLS

export const toolsRead = (circles: readonly Circle[]) =>
  Object.entries(TOOLS).flatMap(([key, tool]) =>
    circles.includes(tool.circle) ? [{ key: key as keyof typeof TOOLS, ...tool }] : [],
  )
