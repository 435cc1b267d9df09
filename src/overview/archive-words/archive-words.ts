import { CIRCLES, type Circle } from '../../access/circles.ts'
import { dayOf, warekiShort } from '../../platform/time.ts'
import { type Advice, shownAdvice } from '../../support/advice/advice.ts'
import { shownConsultation } from '../../support/consultations/consultations.ts'
import { MODES, type Slot, shownState, whenOf } from '../../support/meetings/meetings.ts'
import { SIDES, type Side, shownPromise } from '../../support/promises/promises.ts'
import { LINE_PARTS, type LinePart, type MeetingLine } from '../../support/records/records.ts'
import { saidLines, sentWords } from '../../support/reports/reports.ts'
import type { RegionRecord } from '../archive-records/archive-records.ts'

export interface Line {
  text: string
  note: string
}
export interface Words {
  heading: string
  lines: Line[]
}
export interface MeetingWords {
  id: string
  label: string
  when: string
  words: Words[]
}

export const noteOf = (...words: (string | false | null | undefined)[]): string => words.filter(Boolean).join('・')
export const circleNote = (circle: Circle) => (circle === 'region' ? '' : `読む人：${CIRCLES[circle]}`)

export function adviceLines(record: RegionRecord, advice: readonly Advice[]): Line[] {
  const around = { meetingLabels: new Map(), isImported: record.region.importedAt !== null, readable: record.readable }
  return advice.map((a) => {
    const shown = shownAdvice(a, around)
    const answer = shown.answer ? `答え：${shown.answer}${shown.answerReason ? `（${shown.answerReason}）` : ''}` : ''
    return { text: a.text, note: noteOf(a.advisorName, shown.on, answer, a.inferred && '推定', circleNote(a.circle)) }
  })
}

function linesOf(lines: readonly MeetingLine[]): Words[] {
  return (Object.keys(LINE_PARTS) as LinePart[]).map((part) => ({
    heading: LINE_PARTS[part],
    lines: lines
      .filter((line) => line.part === part)
      .map(({ text, inferred, circle }) => ({ text, note: noteOf(inferred && '推定', circleNote(circle)) })),
  }))
}

export const filled = (words: readonly Words[]) => words.filter(({ lines }) => lines.length > 0)

export function meetingOf(record: RegionRecord, slot: Slot, at: number): MeetingWords {
  const id = slot.meeting?.id
  const { mode, place } = slot.meeting ?? {}
  const lines = record.lines.filter(({ meetingId }) => meetingId === id)
  const advice = record.advice.filter(({ meetingId }) => meetingId === id && id !== undefined)
  return {
    id: `m${at + 1}`,
    label: slot.label,
    when: noteOf(shownState(slot).word, whenOf(slot.meeting), mode && MODES[mode], place),
    words: filled([...linesOf(lines), { heading: '助言', lines: adviceLines(record, advice) }]),
  }
}

export function promisesOf({ promises, stepLabels, madeAt }: RegionRecord): Words[] {
  return (Object.keys(SIDES) as Side[])
    .map((side) => ({
      heading: SIDES[side],
      lines: promises
        .filter((p) => p.side === side)
        .map((p) => {
          const s = shownPromise(p, { now: madeAt, stepLabels })
          const learned = s.learned && `分かったこと：${s.learned}`
          return { text: s.text, note: noteOf(s.owner, s.since, s.done ?? s.due, s.homework, learned, s.circle) }
        }),
    }))
    .filter(({ lines }) => lines.length > 0)
}

export const reportsOf = ({ reports, stepLabels }: RegionRecord): Words[] =>
  reports
    .flatMap(({ sendings }) => sendings)
    .map((sending) => ({
      heading: `${stepLabels.get(sending.stepKey) ?? ''}の前（${sentWords(sending)}）`,
      lines: saidLines(sending.body).map(({ term, text }) => ({ text: `${term}：${text}`, note: '' })),
    }))

export const consultationsOf = ({ consultations }: RegionRecord): Words[] =>
  consultations.map((c) => {
    const shown = shownConsultation(c)
    const asked = { text: `相談：${shown.question}`, note: noteOf(shown.from, circleNote(c.circle)) }
    return {
      heading: `${warekiShort(dayOf(c.askedAt))}の相談`,
      lines: [asked, ...shown.answers.map(({ text, from }) => ({ text, note: from }))],
    }
  })
