import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Programme, programmeCrumbs } from '../../programme/programmes/programmes.ts'
import { sizeWords } from '../../programme/region-files/region-files.ts'
import { TAKEN } from './paper.ts'
import { type Tool, type ToolLink, toolLink } from './tool-files.ts'

interface Taking {
  saveTo: string | null
  accept: string
  kindsText: string
  maxBytes: number
  form: FormState
}

export interface ToolsPage extends Taking {
  tools: (ToolLink & { about: string; by: string; versionsHref: string; versions: string })[]
  retired: { label: string; href: string }[]
}

export interface ToolPage extends Taking {
  heading: string
  about: string
  retiredWords: string | null
  versions: { label: string; href: string; name: string; by: string; size: string; note: string }[]
  retireTo: string | null
  retireLabel: string
  /** What reviewers say of its versions. */
  reviewHref: string | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/tool-files/index': ToolsPage
    'support/tool-files/show': ToolPage
  }
}

const by = (v: { createdAt: string; createdBy: string }) => `${warekiShort(dayOf(v.createdAt))} ${v.createdBy}`
const mayEdit = (actor: Actor, programme: Programme) => !programme.isSample && may(actor, 'tools.edit', programme)

interface View {
  actor: Actor
  programme: Programme
  form: FormState
}

export const toolsPage = ({ actor, programme, form }: View, tools: readonly Tool[]): ToolsPage & PageBase => ({
  title: 'ツールのファイル',
  crumbs: programmeCrumbs(programme, { label: 'ツールのファイル' }),
  tools: tools
    .filter((tool) => !tool.retiredAt)
    .map((tool) => ({
      ...toolLink(tool),
      about: tool.about,
      by: tool.versions[0] ? by(tool.versions[0]) : '',
      versionsHref: paths.tool(programme.id, tool.id),
      versions: `${tool.versions.length}つの版`,
    })),
  retired: tools
    .filter((tool) => tool.retiredAt)
    .map((tool) => ({ label: tool.name, href: paths.tool(programme.id, tool.id) })),
  saveTo: mayEdit(actor, programme) ? paths.tools(programme.id) : null,
  ...TAKEN,
  form,
})

export function toolPage({ actor, programme, form }: View, tool: Tool): ToolPage & PageBase {
  const open = mayEdit(actor, programme)
  return {
    title: tool.name,
    crumbs: programmeCrumbs(
      programme,
      { label: 'ツールのファイル', href: paths.tools(programme.id) },
      { label: tool.name },
    ),
    heading: tool.name,
    about: tool.about,
    retiredWords: tool.retiredAt
      ? `${warekiShort(dayOf(tool.retiredAt))}に、${tool.retiredBy ?? ''}が使わないことにしました。前の版は読めます`
      : null,
    versions: tool.versions.map((v) => ({
      label: `第${v.number}版`,
      href: paths.toolVersion(programme.id, tool.id, v.number),
      name: v.fileName,
      by: by(v),
      size: sizeWords(v.bytes),
      note: v.note,
    })),
    saveTo: open && !tool.retiredAt ? paths.tool(programme.id, tool.id) : null,
    retireTo: open ? paths.toolRetirement(programme.id, tool.id) : null,
    retireLabel: tool.retiredAt ? 'また使う' : 'もう使わない',
    reviewHref: may(actor, 'file.review', programme) ? paths.fileReview(programme.id, tool.id) : null,
    ...TAKEN,
    form,
  }
}
