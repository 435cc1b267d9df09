import { wareki } from '../../platform/time.ts'
import type { ProgrammeRules } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'

/** 県の承諾 (a municipality applies) and 協力市町村の了承 (a prefecture leads): the same deed with other words. */
export const CONSENT_KINDS = { consent: '県の承諾', agreement: '協力市町村の了承' } as const
export type ConsentKind = keyof typeof CONSENT_KINDS

export const ANSWERS = {
  consent: { agreed: '承諾する', refused: '承諾しない', wants_talk: '相談したい' },
  agreement: { agreed: '了承する', refused: '了承しない', wants_talk: '相談したい' },
} as const
export type Answer = keyof typeof ANSWERS.consent

export const WAYS = {
  sheet: 'エントリーシートの記入',
  link: 'メールのリンク',
  account: '伴走ノートの画面',
  recorded: '事務局の記録',
} as const
export type Way = keyof typeof WAYS

export interface Consent {
  id: string
  regionId: string
  organisationId: string | null
  kind: ConsentKind
  answer: Answer
  answeredOn: string
  name: string
  section: string
  note: string
  way: Way
  personId: string | null
  recordedBy: string | null
  createdAt: string
}

export const kindFor = (region: Pick<Region, 'caseType'>): ConsentKind =>
  region.caseType === 'prefecture-led' ? 'agreement' : 'consent'

type Asked = Pick<Region, 'id' | 'caseType' | 'prefectureId' | 'cooperatingIds'>

/** Who is asked: the prefecture, or every cooperating town of a prefecture that leads. */
export function askedOf(region: Asked): string[] {
  if (region.caseType === 'prefecture-led') return [...region.cooperatingIds]
  return region.prefectureId ? [region.prefectureId] : []
}

/** The latest answer of an organisation counts; all are kept. An answer without one speaks for the prefecture. */
export function latestOf(region: Asked, consents: readonly Consent[], organisationId: string): Consent | null {
  const own = consents.filter(
    (c) =>
      c.regionId === region.id &&
      c.kind === kindFor(region) &&
      (c.organisationId === organisationId || (c.organisationId === null && c.kind === 'consent')),
  )
  return own.reduce<Consent | null>((last, c) => (!last || c.id > last.id ? c : last), null)
}

/** Where the answers stand together, the least far deciding; null while somebody has not answered. */
export function standOf(region: Asked, consents: readonly Consent[]): Answer | null {
  const answers = askedOf(region).map((id) => latestOf(region, consents, id)?.answer ?? null)
  if (answers.includes('refused')) return 'refused'
  if (answers.includes('wants_talk')) return 'wants_talk'
  return answers.includes(null) ? null : 'agreed'
}

/** R1: a municipality's entry needs its prefecture where the rules say so; a leading prefecture its cooperating towns. */
export const needsAnswers = (region: Asked, rules: ProgrammeRules): boolean =>
  askedOf(region).length > 0 && (rules.needsConsent || region.caseType === 'prefecture-led')

export const isConsented = (region: Asked, consents: readonly Consent[], rules: ProgrammeRules): boolean =>
  !needsAnswers(region, rules) || standOf(region, consents) === 'agreed'

/** When, by whom and by which way, in one line. */
export const answeredBy = (c: Consent): string =>
  [
    wareki(c.answeredOn),
    [c.section, c.name].filter(Boolean).join(' '),
    WAYS[c.way],
    c.recordedBy && `${c.recordedBy}さんが記録`,
  ]
    .filter(Boolean)
    .join('・')
