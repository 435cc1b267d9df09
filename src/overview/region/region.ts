import { BUREAUS } from '../../people/organisations/organisations.ts'
import { eraFiscalYear, isLate, wareki } from '../../platform/time.ts'
import { regionWord, SCENES, type Scene } from '../../programme/regions/regions.ts'
import type { PartKey } from '../../programme/sections/sections.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { consenter, isConsented, isDoubted, type Situation } from '../situations/situations.ts'

export interface Chip {
  text: string
  icon?: string
}

/** Where the region stands, in one word. Never says a decision before its letters have gone. */
export function stageWord(situation: Situation, now: Date): string {
  const { region, programme, slots } = situation
  if (region.isSelected && !region.pause) return supportWord(slots)
  if (region.pause || !region.submittedAt || region.announced !== null) return regionWord(region)
  if (!isConsented(situation)) return '承諾待ち'
  return programme.entryClosesOn !== null && isLate(programme.entryClosesOn, now) ? '選定中' : '受付済み'
}

function supportWord(slots: readonly Slot[]): string {
  const own = slots.filter((slot) => slot.stepId !== null)
  const last = own.at(-1)
  if (last?.state === 'done') return '報告済み'
  return own.at(-2)?.state === 'done' ? 'まとめ中' : '支援中'
}

export function chipsOf(situation: Situation, prefectureName: string | null, now: Date): Chip[] {
  const { region, programme } = situation
  const scenes = region.scenes.flatMap(({ code }) => (code in SCENES ? [SCENES[code as Scene]] : []))
  const bureau =
    region.bureauCode && region.bureauCode in BUREAUS ? BUREAUS[region.bureauCode as keyof typeof BUREAUS] : null
  const first: Chip = region.isSample ? { text: '見本・読むだけ', icon: 'lock' } : { text: stageWord(situation, now) }
  const rest = [
    ...scenes,
    [prefectureName, bureau].filter(Boolean).join('・'),
    `${eraFiscalYear(programme.fiscalYear)}の型`,
  ]
  return [first, ...rest.filter(Boolean).map((text) => ({ text }))]
}

export interface Stage {
  heading: string
  text: string
}

/** What stands in place of the meetings before a region is selected: its entry and what comes next. */
export function stageOf(situation: Situation, now: Date): Stage | null {
  const { region, programme, reopenedUntilOn } = situation
  if (region.isSelected) return null
  const closes = reopenedUntilOn ?? programme.entryClosesOn
  const due = closes ? `${wareki(closes)}まで` : '期限までに'
  if (region.announced === false)
    return {
      heading: '今回は見送りになりました',
      text: '理由は結果のページにあります。次の募集でも、この内容を使えます。',
    }
  if (region.withdrawnAt)
    return {
      heading: 'エントリーは取り下げられました',
      text: '出し直すときは、エントリーシートから提出できます（締切前のみ）。',
    }
  if (!region.submittedAt) {
    const begun = situation.isBegun ? 'エントリーシートを書いているところです' : 'エントリーはまだ始まったばかりです'
    return { heading: begun, text: `${due}、書きかけのまま何度でも保存できます。提出すると、事務局と県に届きます。` }
  }
  if (!isConsented(situation)) return consentStage(situation)
  return closes && isLate(closes, now)
    ? { heading: '選定の結果を待っています', text: '結果が決まると、メールとこのページでお知らせします。' }
    : { heading: 'エントリーを受け付けました', text: `募集は${due}です。締切のあと、選定に進みます。` }
}

function consentStage(situation: Situation): Stage {
  const whose = consenter(situation)
  const due = situation.programme.consentDueOn
  if (isDoubted(situation))
    return {
      heading: `${whose}から、承諾ではない返事がありました`,
      text: '返事の中身は承諾のページにあります。事務局と相談してください。',
    }
  const until = due ? `${wareki(due)}までに` : ''
  return { heading: `${whose}の承諾を待っています`, text: `${until}承諾がそろうと、受け付けになります。` }
}

/** How much of each kind came with an imported record. */
export const partCounts = (parts: ReadonlyMap<string, unknown>): Partial<Record<PartKey, number>> => {
  const lengths = (['hypotheses', 'issuesAtEntry', 'evidence'] as const).map((key) => [key, parts.get(key)] as const)
  return Object.fromEntries(lengths.flatMap(([key, v]) => (Array.isArray(v) && v.length > 0 ? [[key, v.length]] : [])))
}
