import { clock, wareki, warekiShort } from '../../platform/time.ts'
import { townsTerm } from '../../programme/regions/regions.ts'
import { participantFacts, walkersOf } from '../../programme/teams/teams.ts'
import { isWaiting } from '../../support/advice/advice.ts'
import { isDone, isOverdue } from '../../support/promises/promises.ts'
import { stageOf, stageWord } from '../region/region.ts'
import type { RegionView } from '../region/store.ts'
import { partView } from '../region-parts/paper.ts'
import { presentSlot } from '../situations/situations.ts'

export interface HandoverLine {
  term: string
  text: string
}

const firstOf = (list: readonly string[], n: number): string =>
  list.length > n ? `${list.slice(0, n).join('／')}　ほか${list.length - n}件` : list.join('／')

/** A case in ten lines, for whoever takes it over: each line one question a newcomer asks. */
export function handoverLines(view: RegionView): HandoverLine[] {
  const { situation, parts, entry, now } = view
  const { region, programme, slots, promises, advice } = situation
  const kept = partView('issuesAtEntry', parts)?.blocks.flatMap((b) => b.items.map((i) => i.text)) ?? []
  const open = promises.filter((p) => !isDone(p))
  const waiting = advice.filter(isWaiting)
  const people = region.importedAt
    ? participantFacts(view.participants, townsTerm(region)).map((f) => `${f.term}：${f.text}`)
    : walkersOf(view.team, view.elsewhere, townsTerm(region)).map((f) => `${f.term}：${f.text}`)
  const late = open.filter((p) => isOverdue(p, now)).length
  return [
    { term: 'どこの話か', text: `${region.name}（${programme.name}）` },
    {
      term: 'いまの状態',
      text: region.isSample ? '報告書にもとづく見本' : (stageOf(situation, now)?.heading ?? stageWord(situation, now)),
    },
    { term: 'テーマ', text: region.theme || entry?.theme || '' },
    { term: 'ねらい', text: region.focus },
    { term: 'はじめの課題', text: firstOf([...kept, ...(entry?.issues ?? [])], 3) },
    { term: 'ここまで', text: soFar(view) },
    { term: '次の回', text: nextWords(view) },
    {
      term: '動いている約束',
      text: `${firstOf(
        open.map((p) => `${p.text}${p.owner ? `（${p.owner}）` : ''}`),
        3,
      )}${late > 0 ? `　期限を過ぎたもの${late}件` : ''}`,
    },
    { term: '返事を待つ助言', text: firstOf(waiting.map((a) => a.text).toReversed(), 2) },
    { term: '一緒に歩く人', text: people.join('　') },
  ].map((line) => (slots.length === 0 && line.term === '次の回' ? { ...line, text: '' } : line))
}

function soFar({ situation: { slots, region } }: RegionView): string {
  if (!region.isSelected) return '支援はまだ始まっていません'
  const own = slots.filter((slot) => slot.stepId !== null)
  const done = own.filter((slot) => slot.state === 'done')
  const last = done.at(-1)
  if (!last) return `${own.length}段のうち、済んだ回はまだありません`
  const on = last.meeting?.heldOn ? `（${warekiShort(last.meeting.heldOn)}）` : ''
  return `${last.label}${on}まで済み。${own.length}段のうち${done.length}段`
}

function nextWords({ situation: { slots, region } }: RegionView): string {
  const next = region.isSelected ? presentSlot(slots) : null
  if (!next) return ''
  const at = next.meeting?.heldOn
  if (!at) return `${next.label}（日は${region.isSample ? '資料にありません' : '未定'}）`
  const time = next.meeting?.startsAt ? ` ${clock(next.meeting.startsAt)}` : ''
  return `${next.label} ${wareki(at)}${time}${next.state === 'held' ? '（記録待ち）' : ''}`
}
