import { paths } from '../../paths/paths.ts'
import { warekiShort } from '../../platform/time.ts'
import { isProfession, PROFESSIONS, type Profession } from '../professions/professions.ts'

export const STANCES = { same: '同じ', differs: '違う', unsure: '分からない' } as const
export type Stance = keyof typeof STANCES

/** As they are asked, to those who look from their own work. */
export const STANCES_ASKED = {
  same: '同じように感じる',
  differs: '違うと思う',
  unsure: '分からない',
} as const satisfies Record<Stance, string>

export const WAYS = {
  link: 'リンクから',
  meeting: '会議で聞いた',
  phone: '電話で聞いた',
  talk: '会って聞いた',
} as const
export type Way = keyof typeof WAYS

/** What somebody who knows said to a 真因の仮説: a 職種, never a name. */
export interface Opinion {
  id: string
  regionId: string
  causeId: string
  doorId: string | null
  stance: Stance
  text: string
  profession: Profession
  way: Way
  heardOn: string
  /** The wording that was shown then. */
  textOfCause: string
  createdAt: string
  /** Who wrote it down for them; null: they wrote it themselves, by link. */
  recordedBy: string | null
  setAsideAt: string | null
  setAsideBy: string | null
  setAsideReason: string | null
}

/** Set aside: kept readable, not counted. */
export const counts = (opinion: Pick<Opinion, 'setAsideAt'>): boolean => opinion.setAsideAt === null

export type Tally = Record<Stance, number> & { all: number }

const tallyOf = (opinions: readonly Opinion[]): Tally => {
  const of = (stance: Stance) => opinions.filter((opinion) => opinion.stance === stance).length
  return { same: of('same'), differs: of('differs'), unsure: of('unsure'), all: opinions.length }
}

export interface OpinionTable {
  rows: ({ label: string } & Tally)[]
  total: Tally
}

/** 職種 by 同じ/違う/分からない, in the order of the list. */
export function opinionTable(opinions: readonly Opinion[]): OpinionTable {
  const counted = opinions.filter(counts)
  const rows = Object.entries(PROFESSIONS).flatMap(([key, label]) => {
    const own = counted.filter((opinion) => opinion.profession === key)
    return own.length > 0 ? [{ label, ...tallyOf(own) }] : []
  })
  return { rows, total: tallyOf(counted) }
}

export const professionWords = (key: string): string => (isProfession(key) ? PROFESSIONS[key] : key)

export const ENDED = 'この仮説は取り下げたか、別の仮説に統合したため、意見は受け付けていません'

/** An opinion as it stands on the page of its cause. */
export interface ShownOpinion {
  id: string
  stance: string
  text: string
  /** 「訪問看護師・リンクから・R7.11.2（日）」 */
  from: string
  /** The wording it was said to, where that has changed since. */
  toldOf: string | null
  aside: string | null
  asideTo: string | null
}

export const shownOpinion = (
  one: Opinion,
  { cause, mayWrite }: { cause: { id: string; text: string }; mayWrite: boolean },
): ShownOpinion => ({
  ...{ id: one.id, stance: STANCES[one.stance], text: one.text },
  from: [
    professionWords(one.profession),
    WAYS[one.way],
    warekiShort(one.heardOn),
    one.recordedBy ? `${one.recordedBy}さんが記録` : '',
  ]
    .filter(Boolean)
    .join('・'),
  toldOf: one.textOfCause.trim() === cause.text.trim() ? null : one.textOfCause,
  aside: one.setAsideAt ? `数えません（${one.setAsideReason ?? ''}）` : null,
  asideTo: mayWrite && !one.setAsideAt ? paths.causeOpinionAside(one.regionId, cause.id, one.id) : null,
})
