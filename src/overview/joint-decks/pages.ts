import { paths } from '../../paths/paths.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Joint, jointCrumbs } from '../joint-report/joint-report.ts'
import { type DeckFacts, gapsOf } from './joint-decks.ts'

export interface JointDeckPage extends PageBase {
  heading: string
  rows: { region: string; parts: string; gaps: string }[]
  makeTo: string
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/joint-decks/show': JointDeckPage
  }
}

export const jointDeckPage = (joint: Joint, facts: DeckFacts): JointDeckPage => ({
  title: `${joint.label}の資料（1冊）`,
  crumbs: jointCrumbs(joint, '全地域の資料'),
  heading: `${joint.label}の資料（1冊）`,
  rows: facts.regions.map((region) => ({
    region: region.name,
    parts: [region.board && '支援経過（1枚）', region.closing && 'まとめ'].filter(Boolean).join('、') || '—',
    gaps: gapsOf(region).join(''),
  })),
  makeTo: paths.jointDeck(joint.programme.id),
  backHref: paths.jointReport(joint.programme.id),
})
