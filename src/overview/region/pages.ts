import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { agoWords } from '../../platform/time.ts'
import { notAliveReason, townsTerm } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { type Fact, participantFacts, walkersOf } from '../../programme/teams/teams.ts'
import { closingOffer } from '../closing-todos/closing-todos.ts'
import { inWords } from '../happenings/happenings.ts'
import { presentSlot } from '../situations/situations.ts'
import {
  type AdviceBlock,
  adviceOf,
  type DocumentRow,
  documentsOf,
  type Issue,
  issuesOf,
  type Link,
  type PromisesBlock,
  promisesOf,
} from './paper.ts'
import { type NextBox, nextBoxOf, type StepBar, stepBarOf } from './picture.ts'
import { type Chip, chipsOf, partCounts, type Stage, stageOf } from './region.ts'
import type { RegionView } from './store.ts'

export interface RegionPage {
  around: RegionFrame
  chips: Chip[]
  theme: string
  aim: string
  bar: StepBar | null
  next: NextBox | null
  sampleText: string | null
  stage: (Stage & { links: Link[] }) | null
  closing: { to: string; href: string } | null
  promises: PromisesBlock | null
  advice: AdviceBlock | null
  documents: DocumentRow[]
  people: Fact[]
  issues: Issue[]
  moves: { text: string; when: string }[]
  exports: Link[]
  deeds: Link[]
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/region/show': RegionPage
  }
}

export function regionPage(view: RegionView): RegionPage {
  const { actor, now, situation, parts } = view
  const { region, slots } = situation
  const stage = stageOf(situation, now)
  const counts = stage
    ? {}
    : { meetings: slots.length, advice: situation.advice.length, promises: situation.promises.length }
  return {
    around: regionFrame(actor, region, 'overview', { ...counts, ...partCounts(parts) }),
    chips: chipsOf(situation, region.isSample ? null : view.prefectureName, now),
    theme: region.theme || view.entry?.theme || '',
    aim: region.focus,
    bar: stage ? null : barOf(view),
    next: stage ? null : nextOf(view),
    sampleText: region.isSample
      ? '報告書にもとづく見本です。資料にない日付・人数・お名前は「—」とし、推しはかった所には「推定」と付けています。'
      : null,
    stage: stage && { ...stage, links: stageLinks(view) },
    closing: closingOffer(
      situation,
      actor,
      view.papers.some(({ ref }) => ref === 'closing'),
    ),
    promises: stage ? null : promisesOf(view),
    advice: stage ? null : adviceOf(view),
    documents: documentsOf(view),
    people: region.importedAt
      ? participantFacts(view.participants, townsTerm(region))
      : walkersOf(view.team, view.elsewhere, townsTerm(region)),
    issues: issuesOf(view),
    moves: view.recent.map((h) => ({ text: inWords(h), when: agoWords(h.at, now) })),
    exports: exportsOf(view),
    deeds: deedsOf(view),
  }
}

function barOf({ situation, now }: RegionView): StepBar | null {
  const { region, slots, advice } = situation
  const adviceCount = new Map<string, number>()
  for (const { meetingId } of advice) if (meetingId) adviceCount.set(meetingId, (adviceCount.get(meetingId) ?? 0) + 1)
  return stepBarOf(slots, {
    isSample: region.isSample,
    adviceCount,
    now,
    hrefOf: (slot) => paths.meeting(region.id, slot.number),
  })
}

function nextOf({ actor, situation, now }: RegionView): NextBox | null {
  const { region, slots } = situation
  const slot = presentSlot(slots)
  if (!slot) return null
  const alive = notAliveReason(region) === null
  return nextBoxOf(slot, {
    isSample: region.isSample,
    now,
    href: paths.meeting(region.id, slot.number),
    recordHref: alive && may(actor, 'meeting.record', region) ? paths.meetingRecord(region.id, slot.number) : null,
    scheduleHref:
      alive && may(actor, 'meeting.schedule', region) ? paths.meetingSchedule(region.id, slot.number) : null,
  })
}

function stageLinks({ actor, situation: { region } }: RegionView): Link[] {
  const [submitted, decided] = [region.submittedAt !== null, region.announced !== null]
  const answers = submitted && !decided && may(actor, 'consent.answer', region)
  const word = region.caseType === 'prefecture-led' ? '了承' : '承諾'
  const rows: [boolean, string, string][] = [
    [answers, `${word}に答える`, paths.entryConsent(region.id)],
    [may(actor, 'entry.view', region), 'エントリーシートを開く', paths.entry(region.id)],
    [submitted && !answers && may(actor, 'consent.view', region), `${word}のようす`, paths.entryConsent(region.id)],
    [
      submitted && !decided && may(actor, 'entry.withdraw', region),
      '提出し直す・取り下げる',
      paths.submission(region.id),
    ],
    [decided && may(actor, 'decision.view', region), '結果を読む', paths.decision(region.id)],
  ]
  return rows.filter(([shown]) => shown).map(([, label, href]) => ({ label, href }))
}

function deedsOf({ actor, situation: { region } }: RegionView): Link[] {
  if (region.isSample) return []
  const [told, pause] = [region.announced !== null, region.pause ? '休止・中止について' : '休止・中止にする']
  const rows: [boolean, string, string][] = [
    [may(actor, 'region.edit', region) && !region.pause, 'テーマとねらいを直す', paths.regionEdit(region.id)],
    [may(actor, 'region.pause', region), pause, paths.regionPause(region.id)],
    [told && may(actor, 'decision.reverse', region), '選定の結果・改める', paths.decision(region.id)],
  ]
  return rows.filter(([shown]) => shown).map(([, label, href]) => ({ label, href }))
}

function exportsOf({ actor, situation: { region } }: RegionView): Link[] {
  const bundle = { label: '記録一式（ほかの環境へ）', href: paths.regionBundle(region.id), icon: 'receive' }
  const lines = { label: '10行の引き継ぎ', href: paths.regionHandover(region.id), icon: 'doc' }
  const copy = { label: '記録の控え（ZIP）', href: paths.regionArchive(region.id), icon: 'receive' }
  const sheet = { label: '支援経過（1枚）', href: paths.board(region.id), icon: 'doc' }
  const deeds = [['board.view', sheet] as const, ['bundle.export', bundle] as const, ['record.take', copy] as const]
  return [lines, ...deeds.flatMap(([deed, link]) => (may(actor, deed, region) ? [link] : []))]
}
