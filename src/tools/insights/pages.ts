import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { countedFates, FATES, type FateCount, sumOf } from '../check-fates/check-fates.ts'
import { CHECK_NAMES, mendLabel, mendPath } from '../questions/questions.ts'
import { groupOf, INSIGHTS, type Insight, LEVEL_WORDS, paperTitle, sortedInsights } from './insights.ts'
import type { RegionInsights } from './store.ts'

interface Row {
  anchor: string
  level: string
  text: string
  place: string
  mendHref: string
  mendLabel: string
  /** Its own page, for who may answer. */
  answerHref: string | null
  /** For a one-tap answer. */
  question: string
  since: string | null
  said: string | null
}
interface FateRow extends FateCount {
  label: string
}
export interface InsightsPage {
  around: RegionFrame
  groups: { id: string; heading: string; rows: Row[] }[]
  answered: Row[]
  answerTo: string | null
  /** Why nothing can be answered here, or null. */
  closed: string | null
  fates: { rows: FateRow[]; total: FateCount } | null
  pager: { total: number; from: number; to: number; previousHref: string | null; nextHref: string | null } | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/insights/show': InsightsPage
  }
}

const PAGE = 50

interface Here {
  actor: Actor
  region: Region
}

function rowOf({ key, found, fate }: Insight, region: Region, open: boolean): Row {
  const answered = fate?.fate && fate.at ? `${warekiShort(dayOf(fate.at))} ${fate.person}：${FATES[fate.fate]}` : null
  return {
    ...{ anchor: `q-${key}`, level: LEVEL_WORDS[found.level], text: found.message, place: found.place.label },
    mendHref: mendPath(region.id, found.place, open),
    mendLabel: mendLabel(found.place),
    answerHref: open ? `${paths.insightAnswer(region.id)}?question=${encodeURIComponent(key)}` : null,
    question: key,
    since: fate ? `${warekiShort(dayOf(fate.firstShownAt))}から` : null,
    said: answered && fate?.reason ? `${answered}（${fate.reason}）` : answered,
  }
}

function grouped(insights: readonly Insight[], { facts }: RegionInsights, here: { region: Region; open: boolean }) {
  const refs = [...new Set(insights.map(({ found }) => groupOf(found.place.ref)))]
  return refs.map((ref, at) => ({
    id: `g${at + 1}`,
    heading: paperTitle(ref, facts.bodies[ref]),
    rows: insights
      .filter(({ found }) => groupOf(found.place.ref) === ref)
      .map((one) => rowOf(one, here.region, here.open)),
  }))
}

/** Fifty at a time: a big model may be asked a lot. */
function pagerOf(region: Region, page: number, total: number): InsightsPage['pager'] {
  if (total <= PAGE) return null
  const href = (n: number) => `${paths.insights(region.id)}?page=${n}`
  const to = Math.min(page * PAGE, total)
  return {
    ...{ total, from: (page - 1) * PAGE + 1, to },
    previousHref: page > 1 ? href(page - 1) : null,
    nextHref: to < total ? href(page + 1) : null,
  }
}

export const fateRows = (counts: readonly FateCount[]): FateRow[] => {
  const byId = new Map(counts.map((count) => [count.checkId, count]))
  return Object.entries(CHECK_NAMES).flatMap(([id, label]) => {
    const count = byId.get(id)
    return count ? [{ ...count, label }] : []
  })
}

export function insightsPage(
  { actor, region }: Here,
  insights: RegionInsights,
  asked: { page: number },
): InsightsPage & PageBase {
  const { open, answered } = sortedInsights(insights.found, insights.fates)
  const stopped = notAliveReason(region)
  const mayAnswer = may(actor, 'paper.write', region)
  const canAnswer = mayAnswer && stopped === null
  const last = Math.max(1, Math.ceil(open.length / PAGE))
  const page = Math.min(Math.max(1, asked.page), last)
  const byPaper = open.toSorted((a, b) => groupOf(a.found.place.ref).localeCompare(groupOf(b.found.place.ref)))
  const shown = byPaper.slice((page - 1) * PAGE, page * PAGE)
  const counts = countedFates(insights.fates)
  const here = { region, open: canAnswer }
  return {
    title: `${INSIGHTS}：${region.name}`,
    crumbs: regionCrumbs(region, INSIGHTS),
    around: regionFrame(actor, region, 'insights', { insights: open.length }),
    groups: grouped(shown, insights, here),
    answered: answered.map((one) => rowOf(one, region, canAnswer)),
    answerTo: canAnswer ? paths.insightAnswer(region.id) : null,
    closed: stopped ?? (mayAnswer ? null : '答えるのは、市町村の担当者と事務局です'),
    fates: counts.length > 0 ? { rows: fateRows(counts), total: sumOf(counts) } : null,
    pager: pagerOf(region, page, open.length),
  }
}
