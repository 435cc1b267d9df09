import { paths } from '../../paths/paths.ts'
import type { Paper } from '../../platform/docx/docx.ts'
import type { PdfPart } from '../../platform/pdf/pdf.ts'
import { paperPart } from '../../platform/printed/printed.ts'
import { stampOf } from '../../platform/time.ts'
import type { ClosingFacts } from '../closing-papers/closing-papers.ts'
import { closingGaps, closingPaper } from '../closing-papers/paper.ts'
import { effectGaps, effectPaper } from '../effect-papers/paper.ts'
import { outlineGaps, outlinePaper, profileGaps, profilePaper } from '../outline-papers/paper.ts'
import { outlinePart } from '../outline-sheets/paper.ts'
import { deedsIn, roadmapGaps, roadmapPaper } from '../roadmap-papers/paper.ts'

/** One of the papers that come out of a finished support. */
export interface Finished {
  key: string
  title: string
  about: string
  /** The paper whose circle it has; a roadmap is put together from several. */
  kind: string | null
  home(regionId: string): string
  paper(facts: ClosingFacts, inside: boolean): Paper
  gaps(facts: ClosingFacts, inside: boolean): string[]
  /** Its pages as PDF, where they are laid out in another way than the Word file. */
  part?(facts: ClosingFacts): PdfPart
}

export const FINISHED: readonly Finished[] = [
  {
    ...{ key: 'closing', title: 'まとめ', kind: 'closing', about: '支援前の課題、支援前後の変化、今後について' },
    ...{ home: (id) => paths.sheet(id, 'closing'), paper: closingPaper, gaps: closingGaps },
  },
  {
    ...{ key: 'effect', title: '効果検証', kind: 'effect', about: '前と後の自己評価、指標、かかった時間' },
    ...{ home: paths.effectResults, paper: effectPaper, gaps: effectGaps },
  },
  {
    ...{ key: 'outline', title: '支援の概要', kind: 'support_outline', about: '得られた手法と、支援の流れを一枚に' },
    ...{ home: (id) => paths.sheet(id, 'support_outline'), paper: outlinePaper, gaps: outlineGaps },
    part: outlinePart,
  },
  {
    ...{ key: 'profile', title: '自治体概要', kind: 'profile', about: '数字、持ち味、医療・介護の特徴、事業の現況' },
    ...{ home: (id) => paths.sheet(id, 'profile'), paper: profilePaper, gaps: profileGaps },
  },
  {
    ...{ key: 'roadmap', title: 'ロードマップ', kind: null, about: '庁内の説明に使う、横向きの一枚' },
    home: paths.roadmap,
    paper: (facts, inside) => roadmapPaper(facts, { inside }),
    gaps: (facts, inside) => roadmapGaps(deedsIn(facts, { inside })),
  },
]

/** The pages of one of them, for a PDF of its own or a pack. */
export const partOf = (one: Finished, facts: ClosingFacts, inside = false): PdfPart =>
  one.part?.(facts) ?? paperPart(one.paper(facts, inside))

/** What is written for others is not in the list: nobody learns that it is there. */
export const readBy = (facts: ClosingFacts): Finished[] =>
  FINISHED.filter(({ kind }) => kind === null || !facts.hidden.has(kind))

const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f]/g

/** 東浜県みどり町_まとめ_20251216.docx */
export const fileName = ({ region, now }: ClosingFacts, { title }: Finished, ending: 'docx' | 'pdf'): string =>
  `${[...`${region.name}_${title}`.replace(FORBIDDEN, '')].slice(0, 80).join('')}_${stampOf(now).slice(0, 8)}.${ending}`
