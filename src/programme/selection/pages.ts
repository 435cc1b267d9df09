import { paths } from '../../paths/paths.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Decision, isWaiting } from '../decisions/decisions.ts'
import { type Programme, programmeCrumbs } from '../programmes/programmes.ts'
import { type Criterion, resultsOf, type Score, totalOf } from '../scoring/scoring.ts'
import { type Dots, dotsOf } from './picture.ts'
import {
  balanceOf,
  type Candidate,
  namesOf,
  overlapsOf,
  pickName,
  type Turn,
  turnOf,
  type Warning,
  warningsOf,
} from './selection.ts'

export interface Column extends Candidate {
  href: string
  pick: string
  picked: boolean
  /** 「ほしみ市と重なる」 or null. */
  clash: string | null
  people: string
  result: string | null
  scores: { average: string; dots: Dots | null; words: string }[]
  total: string | null
  spreadWords: string | null
  scoreHref: string | null
  reasonsHref: string | null
}

export interface SelectionPage extends PageBase {
  lead: string
  turn: Turn | null
  columns: Column[]
  criteria: { label: string }[]
  scorers: string
  scoresOpened: boolean
  openTo: string | null
  compareTo: string
  decideTo: string | null
  lettersHref: string | null
  waiting: number
  warnings: Warning[]
  balance: { term: string; text: string }[]
  summary: string
  exportHref: string | null
  criteriaHref: string | null
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'programme/selection/show': SelectionPage
  }
}

export interface SelectionView {
  programme: Programme
  candidates: Candidate[]
  criteria: Criterion[]
  scores: Score[]
  decisions: Map<string, Decision>
  pickedIds: readonly string[]
  deeds: { decide: boolean; score: boolean }
  scorers: number
  page: number
}

type Overlaps = ReturnType<typeof overlapsOf>

const resultOf = (d: Decision | undefined): string | null => {
  if (!d) return null
  const word = d.selected ? '採択' : '見送り'
  return isWaiting(d)
    ? `${word}（手紙はまだ）`
    : `${word}（${warekiShort(dayOf(d.announcedAt ?? d.decidedAt))}に知らせました）`
}

function columnOf(view: SelectionView, c: Candidate, overlaps: Overlaps): Column {
  const results = resultsOf(view.criteria, view.scores, c.regionId)
  const total = totalOf(results)
  const clash = overlaps.find((o) => o.regionIds.includes(c.regionId))
  const widest = results.reduce((a, r, at) => (r.spread > (results[a]?.spread ?? 0) ? at : a), 0)
  const spread = results[widest]?.spread ?? 0
  const seesAll = view.programme.scoresOpenedAt !== null
  return {
    ...c,
    href: paths.entry(c.regionId),
    pick: pickName(c.regionId),
    picked: view.pickedIds.includes(c.regionId),
    clash: clash
      ? `${namesOf(
          clash.names.filter((_, at) => clash.regionIds[at] !== c.regionId),
          '・',
        )}と重なる`
      : null,
    people: c.population === null ? '—' : `人口 ${c.population.toLocaleString('ja-JP')}`,
    result: resultOf(view.decisions.get(c.regionId)),
    scores: results.map((r) => ({
      average: r.average === null ? '—' : r.average.toFixed(1),
      dots: r.average === null ? null : dotsOf(r.points, r.average),
      words:
        r.average === null
          ? 'まだ点がありません'
          : `5点満点。点は ${r.points.join('、')}、平均 ${r.average.toFixed(1)}`,
    })),
    total: total === null ? null : total.toFixed(1),
    spreadWords: spread >= 3 ? `${view.criteria[widest]?.label}の差 ${spread}点` : null,
    scoreHref: view.deeds.score && !seesAll ? paths.scoreSheet(view.programme.id, c.regionId) : null,
    reasonsHref: paths.scoreReasons(view.programme.id, c.regionId),
  }
}

export function selectionPage(view: SelectionView): SelectionPage {
  const { programme, candidates } = view
  const isTold = (id: string) => view.decisions.get(id)?.announcedAt != null
  const carried = view.pickedIds.filter((id) => !isTold(id))
  const { shown, turn } = turnOf(candidates, carried, view.page)
  const picked = new Set(view.pickedIds)
  const chosen = candidates.filter((c) => picked.has(c.regionId))
  const overlaps = overlapsOf(chosen)
  const waiting = [...view.decisions.values()].filter(isWaiting).length
  const open = candidates.some((c) => !isTold(c.regionId))
  const { deeds } = view
  return {
    title: `${candidates.length}件をくらべる`,
    crumbs: programmeCrumbs(programme, { label: '選定' }),
    lead: `受け付けた${candidates.length}件、募集は${programme.capacity}地域`,
    columns: shown.map((c) => columnOf(view, c, overlaps)),
    turn,
    criteria: view.criteria,
    scorers: programme.scoresOpenedAt
      ? `採点（${view.scorers}人・5点満点）`
      : '採点（自分の点だけが見えています・5点満点）',
    scoresOpened: programme.scoresOpenedAt !== null,
    openTo: deeds.decide && !programme.scoresOpenedAt ? paths.scoresOpening(programme.id) : null,
    compareTo: paths.selection(programme.id),
    decideTo: deeds.decide && open && candidates.length > 0 ? paths.selectionDecide(programme.id) : null,
    lettersHref: deeds.decide && waiting > 0 ? paths.selectionLetters(programme.id) : null,
    waiting,
    warnings: open && deeds.decide ? warningsOf(chosen, programme.capacity) : [],
    balance: balanceOf(chosen),
    summary: `選んだ地域は ${chosen.length}件／募集${programme.capacity}件${chosen.length > 0 ? `：${namesOf(chosen.map((c) => c.name))}` : ''}。`,
    criteriaHref: deeds.decide ? paths.criteria(programme.id) : null,
    exportHref: deeds.decide ? paths.selectionWorkbook(programme.id) : null,
  }
}
