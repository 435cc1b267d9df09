import { warekiShort } from '../../platform/time.ts'
import {
  type Answered,
  landingText,
  mainWords,
  OPINION_STATES,
  type OpinionState,
  stateOf,
} from '../wg-opinions/wg-opinions.ts'

/** What 意見対応表 needs to know of the places opinions are about. */
export interface Around {
  regions: ReadonlyMap<string, string>
  meetings: ReadonlyMap<string, string>
}

export const GENERAL = '全体'

export const regionWords = (one: Pick<Answered, 'regionId'>, { regions }: Around): string =>
  one.regionId ? (regions.get(one.regionId) ?? '（いまは見えない地域）') : GENERAL

export const meetingWords = (one: Pick<Answered, 'meetingId'>, { meetings }: Around): string =>
  one.meetingId ? (meetings.get(one.meetingId) ?? '') : ''

/** One line of the table as it goes out: no names. */
export interface OpinionRow {
  topic: string
  about: string
  meeting: string
  opinion: string
  response: string
  status: string
  landing: string
  saidOn: string
}

export const rowOf = (one: Answered, around: Around): OpinionRow => ({
  topic: one.answer?.topic || '（未整理）',
  about: regionWords(one, around),
  meeting: meetingWords(one, around),
  opinion: mainWords(one),
  response: one.answer?.response ?? '',
  status: OPINION_STATES[stateOf(one)],
  landing: landingText(one.answer),
  saidOn: warekiShort(one.saidOn),
})

export interface Asked {
  meeting: string
  region: string
  status: string
  mine: boolean
}

export const NO_FILTER: Asked = { meeting: '', region: '', status: '', mine: false }

/** Only what was asked for; an unknown filter finds nothing rather than everything. */
export const filtered = (all: readonly Answered[], asked: Asked, personId: string | null): Answered[] =>
  all
    .filter((one) => asked.meeting === '' || one.meetingId === asked.meeting)
    .filter((one) => asked.region === '' || (one.regionId ?? 'general') === asked.region)
    .filter((one) => asked.status === '' || stateOf(one) === (asked.status as OpinionState))
    .filter((one) => !asked.mine || (personId !== null && one.authorId === personId))

/** By topic as it first came up, then by day: what belongs together stands together. */
export function inTopics(all: readonly Answered[]): Answered[] {
  const first = new Map<string, number>()
  const topicOf = (one: Answered) => one.answer?.topic || '～'
  all.forEach((one, at) => {
    if (!first.has(topicOf(one))) first.set(topicOf(one), topicOf(one) === '～' ? all.length : at)
  })
  return all.toSorted(
    (a, b) => (first.get(topicOf(a)) ?? 0) - (first.get(topicOf(b)) ?? 0) || a.saidOn.localeCompare(b.saidOn),
  )
}
