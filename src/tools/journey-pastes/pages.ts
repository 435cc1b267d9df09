import type { FormState } from '../../platform/web/forms.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import type { PasteFault } from './journey-pastes.ts'

export interface JourneyPastePage {
  around: RegionFrame
  heading: string
  saveTo: string
  backTo: string
  /** Null: there are no rows yet that could be replaced. */
  modes: Record<string, string> | null
  faults: PasteFault[]
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/journey-pastes/show': JourneyPastePage
  }
}
