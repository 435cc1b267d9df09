import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS, CIRCLES, type Circle } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import type { Meeting } from '../meetings/meetings.ts'
import { OWNERS } from '../owners/owners.ts'
import type { Agreed } from '../promises/promises.ts'
import { writableCircles } from '../records/records.ts'
import { TAKEN } from '../tool-files/paper.ts'
import { type Tool, toolLink } from '../tool-files/tool-files.ts'

export interface AssignmentPage {
  around: RegionFrame
  saveTo: string
  backHref: string
  owners: typeof OWNERS
  meetings: { value: string; label: string }[]
  tools: { value: string; label: string; hint: string }[]
  toolsHref: string
  circles: { value: Circle; label: string; hint: string }[]
  take: typeof TAKEN
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/assignments/new': AssignmentPage
  }
}

interface AskView {
  actor: Actor
  region: Region
  promise: Agreed | null
  meetings: readonly Meeting[]
  tools: readonly Tool[]
  form: FormState
}

export const assignmentPage = ({ actor, region, promise, meetings, tools, form }: AskView): AssignmentPage => ({
  around: regionFrame(actor, region, 'promises'),
  saveTo: paths.homeworkNew(region.id, promise?.id),
  backHref: paths.promises(region.id),
  owners: OWNERS,
  meetings: meetings.map(({ id, label }) => ({ value: id, label })),
  tools: tools.map((tool) => ({ value: tool.id, label: tool.name, hint: toolLink(tool).version })),
  toolsHref: paths.tools(region.programmeId),
  circles: writableCircles(actor, region).map((value) => ({
    value,
    label: CIRCLES[value],
    hint: CIRCLE_READERS[value],
  })),
  take: TAKEN,
  form,
})
