import { type Body, type Row, rowsIn } from '../../papers/templates/templates.ts'
import { type Advice, ANSWERS } from '../../support/advice/advice.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { isDone, ownerWords } from '../../support/promises/promises.ts'
import type { LinePart } from '../../support/records/records.ts'
import { speaksOfChange } from '../change-words/change-words.ts'
import { evidenceOf, evidenceWords } from '../evidence/evidence.ts'
import { inTime, type Measured, shownTime } from '../indicator-values/indicator-values.ts'
import { type Indicator, indicatorsOf } from '../logic-models/logic-models.ts'
import { earlyMeetings, laterMeetings, type RecordRows, type RecordSource, recorded } from './record-sources.ts'

const yes = (is: boolean): string => (is ? 'yes' : '')
const bullets = (texts: readonly string[]): string => texts.map((text) => `・${text}`).join('\n')

/** The rows of the record as bodies that texts can be carried from. */
export const recordBodies = (rows: RecordRows): Record<RecordSource, Body> => ({
  records: recordsBody(rows),
  practices: practicesBody(rows),
  advice: adviceBody(rows),
  measures: { changes: indicatorsOf(rows.model).flatMap((one) => measureRow(one, rows.values)) },
  gathered: gatheredBody(rows),
})

function recordsBody({ slots, lines }: RecordRows): Body {
  const of = (slot: Slot, ...parts: LinePart[]) =>
    lines.filter((line) => line.meetingId === slot.meeting?.id && parts.includes(line.part))
  const changes = laterMeetings(slots).flatMap((slot) =>
    of(slot, 'situation', 'decided').map(
      (line): Row => ({
        ...{ id: line.id, text: line.text, label: slot.label },
        usual: yes(line.part === 'situation' && speaksOfChange(line.text)),
      }),
    ),
  )
  const policy = earlyMeetings(slots).flatMap((slot) =>
    of(slot, 'decided').map((line): Row => ({ id: line.id, text: line.text, label: slot.label, usual: 'yes' })),
  )
  const all = recorded(slots)
  const told = (slot: Slot | undefined): string =>
    slot ? bullets(of(slot, 'situation', 'decided').map(({ text }) => text)) : ''
  const last = all.findLast(({ kind }) => kind === 'final' || kind === 'joint-report') ?? all.at(-1)
  return { changes, policy, interim: interimOf(all, last, told), final: all.length > 1 ? told(last) : '' }
}

/** 中間報告会 where the year has them; else what was told half-way. */
function interimOf(all: readonly Slot[], last: Slot | undefined, told: (slot: Slot | undefined) => string): string {
  const interim = all.filter(({ kind }) => kind === 'interim')
  if (interim.length > 0) return interim.map((slot) => `【${slot.label}】\n${told(slot)}`).join('\n')
  const supports = all.filter((slot) => slot.kind === 'support' && slot !== last)
  const half = supports.at(Math.ceil(supports.length / 2) - 1)
  return half ? `【${half.label}】\n${told(half)}` : ''
}

function practicesBody({ promises }: RecordRows): Body {
  const done = promises.filter((p) => p.status === 'done')
  return {
    learned: done
      .filter((p) => p.learned.trim() !== '')
      .map((p) => ({
        ...{ id: p.id, text: p.learned, practice: p.text },
        refs: p.touches.flatMap(({ ref }) => ref ?? []).join(','),
        about: [p.text, ...p.touches.map(({ label }) => label)].join('。'),
      })),
    done: done.map((p) => ({ id: p.id, text: p.text, side: p.side, type: p.type, learned: yes(p.learned !== '') })),
    open: promises
      .filter((p) => !isDone(p))
      .map((p) => ({
        ...{ id: p.id, text: p.text, side: p.side, owner: ownerWords(p) },
        ...{ due: p.dueOn ?? '', dueText: p.dueText ?? '' },
      })),
  }
}

function adviceBody({ advice, slots }: RecordRows): Body {
  const labels = new Map(slots.map((slot) => [slot.meeting?.id ?? '', slot.label]))
  const order = new Map(slots.map((slot, at) => [slot.meeting?.id ?? '', at]))
  const sent = advice
    .filter(({ sentAt }) => sentAt !== null)
    .toSorted((a, b) => (order.get(a.meetingId ?? '') ?? 99) - (order.get(b.meetingId ?? '') ?? 99))
  const taken = sent.filter(({ answer, answerReason }) => (answer === 'taken' || answer === 'partly') && answerReason)
  return {
    taken: taken.map((one) => ({
      ...{ id: one.id, text: one.answerReason ?? '', advice: one.text },
      usual: yes(speaksOfChange(one.answerReason ?? '')),
    })),
    talks: talksOf(sent, labels),
  }
}

/** By meeting; what became of an advice stands beneath it. */
function talksOf(sent: readonly Advice[], labels: ReadonlyMap<string, string>): string {
  const labelOf = ({ meetingId }: Advice) => labels.get(meetingId ?? '') ?? '回のあいだ'
  const own = (label: string) => sent.filter((one) => labelOf(one) === label).map(talkOf)
  return [...new Set(sent.map(labelOf))].flatMap((label) => [`【${label}】`, ...own(label)]).join('\n')
}

function talkOf({ text, answer, answerReason }: Advice): string {
  if (answer === null || answer === 'thanks') return `・${text}`
  return `・${text}\n　→ ${ANSWERS[answer]}${answerReason ? `（${answerReason}）` : ''}`
}

/** 「基準値 → いちばん新しい値」; the same value again is a result too. */
function measureRow(indicator: Indicator, values: readonly Measured[]): Row[] {
  const own = inTime(values.filter(({ indicatorId }) => indicatorId === indicator.id))
  const last = own.at(-1)
  if (!last || indicator.text === '') return []
  const first = indicator.baseline || (own.length > 1 ? (own[0]?.value ?? '') : '')
  const isSame = first !== '' && first === last.value
  const target = indicator.target ? `。目標 ${indicator.target}` : ''
  const way = first === '' ? last.value : isSame ? `${last.value}のまま` : `${first} → ${last.value}`
  const text = `${indicator.text}：${way}（${shownTime(last.measuredOn)}${target}）`
  return [{ id: indicator.id, text, unchanged: isSame ? 'yes' : '', quality: 'number' }]
}

function gatheredBody({ issues, causes, closing }: RecordRows): Body {
  const survey = evidenceOf(causes)
    .filter(({ side, kind }) => side === 'for' && kind === 'number')
    .map((one): Row => ({ id: one.id, text: evidenceWords(one) }))
  const open = rowsIn(issues, 'issues').filter((row) => row.text && row.state !== 'set_aside')
  const changes = rowsIn(closing, 'changes').filter((row) => row.text)
  return {
    survey,
    issuesNow: bullets(open.map((row) => row.text ?? '')),
    results: bullets(changes.map((row) => row.text ?? '')),
  }
}
