import type { Row } from '../../papers/templates/templates.ts'
import { paths } from '../../paths/paths.ts'
import type { PartnerPaper } from './partner-papers.ts'

export interface PartnerPaperPage {
  heading: string
  to: string
  from: string
  on: string
  paper: PartnerPaper
  missing: { text: string; href: string; label: string }[]
  privacy: unknown
  backTo: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/partner-papers/show': PartnerPaperPage
  }
}

interface Given {
  regionId: string
  regionName: string
  partner: Row
  paper: PartnerPaper
  on: string
  privacy: unknown
}

/** What is still empty is said above the paper, with the way to it; it is not printed. */
export function partnerPaperPage(given: Given): PartnerPaperPage {
  const { regionId, partner, paper } = given
  const row = paths.bookRow(paths.partners(regionId), partner.id)
  const missing = [
    {
      empty: paper.vision.length === 0,
      text: '目指す姿',
      href: paths.logicModel(regionId),
      label: 'ロジックモデルに書く',
    },
    { empty: paper.figures.length === 0, text: '数字', href: paths.causes(regionId), label: '裏づけの数字を足す' },
    { empty: paper.benefit === '', text: '利点', href: row, label: '利点・関心を書く' },
    { empty: paper.asks.length === 0, text: 'お願い', href: row, label: '担ってほしい役割を書く' },
  ]
  return {
    heading: `${partner.name || '関係者'}の皆さまへ`,
    to: partner.name ?? '',
    from: given.regionName,
    on: given.on,
    paper,
    missing: missing.filter((one) => one.empty).map(({ empty: _, ...one }) => one),
    privacy: given.privacy,
    backTo: paths.partners(regionId),
  }
}
