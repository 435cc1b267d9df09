import { closingTemplate } from './closing.ts'
import { effectTemplate } from './effect.ts'
import { entryTemplate } from './entry.ts'
import { inventoryTemplate } from './inventory.ts'
import { issueSortingTemplate } from './issue-sorting.ts'
import { issuesTemplate } from './issues.ts'
import { prefecturePlanTemplate } from './prefecture-plan.ts'
import { profileTemplate } from './profile.ts'
import { statusSheetTemplate } from './status-sheet.ts'
import { studyPlanTemplate } from './study-plan.ts'
import { supportOutlineTemplate } from './support-outline.ts'
import { surveyPlanTemplate } from './survey-plan.ts'
import type { Template } from './templates.ts'
import { threeLinesTemplate } from './three-lines.ts'

/** The sheets of a supported region, in the order people meet them. */
export const regionSheets: readonly Template[] = [
  profileTemplate,
  inventoryTemplate,
  statusSheetTemplate,
  issuesTemplate,
  issueSortingTemplate,
  surveyPlanTemplate,
  studyPlanTemplate,
  effectTemplate,
  closingTemplate,
  supportOutlineTemplate,
  prefecturePlanTemplate,
]

/** Every template ever released, newest version last; an old sheet is always drawn by its own version. */
export const released: readonly Template[] = [entryTemplate, threeLinesTemplate, ...regionSheets]

/** Without a version: the newest one. */
export const templateOf = (key: string, version?: number): Template | undefined =>
  released.findLast((t) => t.key === key && (version === undefined || t.version === version))
