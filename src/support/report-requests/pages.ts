import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { notAliveReason } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { dueOf, presentRound, type Report, type Round, reportIn } from '../reports/reports.ts'
import { isMissing, type RoundRow, rowOf } from './report-requests.ts'

export interface RoundsPage {
  around: RegionFrame
  heading: string
  rows: RoundRow[]
  missingHref: string | null
  emptyText: string
}

export interface MissingPage {
  heading: string
  lead: string
  rows: (RoundRow & { region: string })[]
  emptyText: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/report-requests/index': RoundsPage
    'support/report-requests/missing': MissingPage
  }
}

interface Of {
  actor: Actor
  now: Date
}

function rowFor(
  { actor, now }: Of,
  region: Region,
  { round, report }: { round: Round; report: Report | null },
): RoundRow {
  const alive = notAliveReason(region) === null
  const key = round.step.key
  return rowOf(round, report, {
    now,
    href: paths.report(region.id, key),
    askTo: alive && may(actor, 'report.request', region) ? paths.reportRequests(region.id, key) : null,
    writes: alive && may(actor, 'report.write', region),
  })
}

export const roundsPage = (
  of: Of,
  region: Region,
  { rounds, reports }: { rounds: readonly Round[]; reports: readonly Report[] },
): RoundsPage => ({
  around: regionFrame(of.actor, region, 'reports'),
  heading: '回の前のひとこと（3つ）',
  rows: rounds.map((round) => rowFor(of, region, { round, report: reportIn(reports, round.step.key) })),
  missingHref: may(of.actor, 'report.request', region) ? paths.reportsMissing(region.programmeId) : null,
  emptyText: region.isSample
    ? '報告書には、回の前のひとことは載っていません。'
    : 'この年度事業には、ひとことをお願いする回がありません。',
})

export interface RegionRounds {
  region: Region
  rounds: readonly Round[]
  reports: readonly Report[]
}

/** Who has not answered, over the whole year: the round each region is in, the most pressing first. */
export function missingRounds(regions: readonly RegionRounds[]) {
  const found = regions.flatMap(({ region, rounds, reports }) => {
    const round = presentRound(rounds)
    const report = round && reportIn(reports, round.step.key)
    return round && isMissing(round, report) ? [{ region, round, due: dueOf(round) }] : []
  })
  return found.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
}

export function missingPage(of: Of, regions: readonly RegionRounds[]): MissingPage {
  const found = missingRounds(regions)
  return {
    heading: 'ひとことがまだの地域',
    lead: `${found.length}地域から、次の回の前のひとことがまだ届いていません。お願いは、それぞれの町の人に、その人だけのリンクで届きます。`,
    rows: found.map(({ region, round }) => ({ region: region.name, ...rowFor(of, region, { round, report: null }) })),
    emptyText: 'どの地域からも届いています。',
  }
}
