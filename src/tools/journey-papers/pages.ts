import type { Paper } from '../journey-pictures/journey-pictures.ts'
import type { CaseTable } from '../journey-tables/journey-tables.ts'

export interface JourneyPrintPage {
  heading: string
  paper: Exclude<Paper, 'screen'>
  sheets: { svg: string }[]
  tables: CaseTable[]
  other: { label: string; href: string }
  backTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/journey-papers/print': JourneyPrintPage
  }
}
