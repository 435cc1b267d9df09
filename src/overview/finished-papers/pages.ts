import { paths } from '../../paths/paths.ts'
import type { RegionFrame } from '../../programme/sections/sections.ts'
import type { ClosingFacts } from '../closing-papers/closing-papers.ts'
import { readBy } from './finished-papers.ts'

export interface FinishedPapersPage {
  around: RegionFrame
  heading: string
  papers: {
    id: string
    title: string
    about: string
    href: string
    version: string
    gaps: string[]
    docx: string
    pdf: string
  }[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/finished-papers/index': FinishedPapersPage
  }
}

export function finishedPapersPage(facts: ClosingFacts, around: RegionFrame, inside: boolean): FinishedPapersPage {
  const { id } = facts.region
  return {
    around,
    heading: 'できあがりの書類',
    papers: readBy(facts).map((one) => {
      const number = one.kind ? facts.numbers.get(one.kind) : undefined
      return {
        ...{ id: one.key, title: one.title, about: one.about, href: one.home(id), gaps: one.gaps(facts, inside) },
        version: one.kind === null ? '書いたところから集めます' : number ? `第${number}版` : 'まだ書かれていません',
        docx: paths.finishedPaper(id, one.key, 'docx'),
        pdf: paths.finishedPaper(id, one.key, 'pdf'),
      }
    }),
  }
}
