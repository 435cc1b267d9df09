import type { FormState } from '../../platform/web/forms.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'

export interface ArrivalPage {
  around: RegionFrame
  heading: string
  saveTo: string
  jsonTo: string
  workbookTo: string | null
  accept: string
  backTo: string
  fileError: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/paper-files/arrival': ArrivalPage
  }
}
