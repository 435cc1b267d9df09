import { paths } from '../../paths/paths.ts'
import { wareki } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { groupCrumbs, ROSTER_NOTE, type Seat, type WgBody } from '../bodies/bodies.ts'
import { rosterRows } from './paper.ts'

export interface RosterPage {
  heading: string
  subtitle: string
  note: string
  rows: string[][]
  docxHref: string
  pdfHref: string
  backHref: string
  on: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/rosters/show': RosterPage
  }
}

export const rosterPage = (
  programme: Programme,
  body: WgBody,
  given: { members: readonly Seat[]; on: string; asked: boolean },
): RosterPage & PageBase => {
  const { members, on, asked } = given
  const query = asked ? `?on=${on}` : ''
  return {
    title: `${body.name}　名簿`,
    crumbs: groupCrumbs(programme, { label: body.name, href: paths.group(programme.id, body.id) }, { label: '名簿' }),
    heading: `${body.name}　名簿`,
    subtitle: `${programme.name}　${wareki(on)}現在　${members.length}名`,
    note: ROSTER_NOTE,
    rows: rosterRows(members),
    docxHref: paths.groupRosterFile(programme.id, body.id, 'docx') + query,
    pdfHref: paths.groupRosterFile(programme.id, body.id, 'pdf') + query,
    backHref: paths.group(programme.id, body.id),
    on: wareki(on),
  }
}
