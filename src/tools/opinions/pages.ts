import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { PROFESSIONS } from '../professions/professions.ts'
import { HEARD_WAYS } from './forms.ts'
import { STANCES_ASKED } from './opinions.ts'

export interface HeardPage {
  around: RegionFrame
  cause: string
  saveTo: string
  backTo: string
  stances: typeof STANCES_ASKED
  professions: typeof PROFESSIONS
  ways: typeof HEARD_WAYS
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/opinions/write': HeardPage
  }
}

export const heardPage = (
  actor: Actor,
  { region, cause, form }: { region: Region; cause: { id: string; text: string }; form: FormState },
): HeardPage => ({
  around: regionFrame(actor, region, 'causes'),
  cause: cause.text,
  saveTo: paths.causeOpinions(region.id, cause.id),
  backTo: paths.cause(region.id, cause.id),
  ...{ stances: STANCES_ASKED, professions: PROFESSIONS, ways: HEARD_WAYS, readers: CIRCLE_READERS.region, form },
})
