import { type List, listOf } from '../../platform/office/csv.ts'
import { eraFiscalYear } from '../../platform/time.ts'
import { CASE_TYPES, MEMBER_ROLES, regionWord, SCENES } from '../regions/regions.ts'
import type { FoundRegion } from './store.ts'

const sceneWords = (codes: readonly { code: string }[]) =>
  codes.map(({ code }) => (Object.hasOwn(SCENES, code) ? SCENES[code as keyof typeof SCENES] : code)).join('、')

/** The regions its reader sees. */
export const regionList = (found: readonly FoundRegion[]): List =>
  listOf<FoundRegion>(
    [
      ['番号', 8, ({ region }) => region.number],
      ['地域', 30, ({ region }) => region.name],
      ['全国地方公共団体コード', 14, ({ region }) => (/^\d{5,6}$/.test(region.sortCode) ? region.sortCode : '')],
      ['市町村', 40, ({ region }) => region.members.map((m) => `${m.name}（${MEMBER_ROLES[m.role]}）`).join('、')],
      ['都道府県', 12, ({ prefectureName }) => prefectureName],
      ['型', 12, ({ region }) => CASE_TYPES[region.caseType]],
      ['状態', 14, ({ region }) => regionWord(region)],
      ['テーマ', 50, ({ region }) => region.theme],
      ['場面', 30, ({ region }) => sceneWords(region.scenes)],
      ['年度', 12, ({ fiscalYear }) => eraFiscalYear(fiscalYear)],
      ['年度事業', 40, ({ programmeName }) => programmeName],
    ],
    found,
  )
