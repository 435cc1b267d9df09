import { paths } from '../../paths/paths.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import { type Advice, ANSWERS } from '../../support/advice/advice.ts'
import type { Consultation } from '../../support/consultations/consultations.ts'
import type { HandIn } from '../../support/homework/homework.ts'
import type { Meeting } from '../../support/meetings/meetings.ts'
import type { Note } from '../../support/notes/notes.ts'
import { type Agreed, momentOf, ownerWords, pageOf } from '../../support/promises/promises.ts'
import { LINE_PARTS, type MeetingLine } from '../../support/records/records.ts'
import { type Report, saidLines } from '../../support/reports/reports.ts'
import type { ReleasedBoard } from '../board-releases/board-releases.ts'
import { placesOf } from '../boards/boards.ts'
import type { Findable } from '../search-index/search-index.ts'

/** What is written between the people of a region, as it can be found: one row for each thing said. */
export type OfRegion = Findable & { regionId: string }

const joined = (...texts: (string | null | undefined)[]): string => texts.filter(Boolean).join('\n')

export const meetingText = (m: Meeting): OfRegion => ({
  regionId: m.regionId ?? '',
  kind: 'record',
  circle: 'region',
  deed: '',
  href: paths.meeting(m.regionId ?? '', m.number),
  label: '回',
  text: joined(m.label, m.keywords.join('、'), m.place, m.cancelReason, m.postponeReason),
  at: m.heldOn ?? m.createdAt,
})

export const lineText = (line: MeetingLine, m: Meeting): OfRegion => ({
  regionId: m.regionId ?? '',
  kind: 'record',
  circle: line.circle,
  deed: '',
  href: `${paths.meeting(m.regionId ?? '', m.number)}#l-${line.id}`,
  label: `${m.label} ${LINE_PARTS[line.part] ?? ''}`.trim(),
  text: line.text,
  at: m.heldOn ?? line.createdAt,
})

export const adviceText = (a: Advice, m: Meeting | undefined): OfRegion => ({
  regionId: a.regionId,
  kind: 'advice',
  circle: a.circle,
  deed: '',
  href: `${paths.advice(a.regionId)}#a-${a.id}`,
  label: [m?.label, a.advisorName || 'アドバイザー'].filter(Boolean).join(' '),
  text: joined(a.text, a.answer && `返事：${ANSWERS[a.answer]}`, a.answerReason),
  at: m?.heldOn ?? a.createdAt,
})

export const promiseText = (p: Agreed, handIns: readonly HandIn[]): OfRegion => ({
  regionId: p.regionId,
  kind: 'promise',
  circle: p.circle,
  deed: '',
  href: pageOf(p) ?? `${paths.promises(p.regionId)}#p-${p.id}`,
  label: [momentOf(p), ownerWords(p)].filter(Boolean).join(' '),
  text: joined(
    p.text,
    p.homeworkWhy,
    p.withWhom,
    p.learned,
    p.touches.map((touch) => touch.label).join('、'),
    p.waiveReason,
    ...handIns.flatMap((one) => [one.text, one.answerText]),
  ),
  at: p.heldOn ?? p.createdAt,
})

/** Only what was sent, and of it the last; its step by name. */
export const reportText = ({ regionId, stepKey, sent }: Report, step: string): OfRegion => ({
  ...{ regionId, kind: 'report', circle: 'region', deed: 'report.view', href: paths.report(regionId, stepKey) },
  label: `${step} 回の前のひとこと`.trim(),
  text: saidLines(sent.body)
    .map(({ text }) => text)
    .join('\n'),
  at: sent.saidOn,
})

export const consultationText = (c: Consultation): OfRegion => ({
  regionId: c.regionId,
  kind: 'consultation',
  circle: c.circle,
  deed: '',
  href: paths.consultation(c.regionId, c.id),
  label: `相談（${c.askedBy}）`,
  text: joined(c.question, ...c.answers.map((a) => a.text)),
  at: c.answers.at(-1)?.at ?? c.askedAt,
})

export const noteText = (note: Note): OfRegion => ({
  regionId: note.regionId,
  kind: 'note',
  circle: 'team',
  deed: 'note.write',
  href: `${paths.notes(note.regionId)}#n-${note.id}`,
  label: `支援チームのメモ（${note.personName}）`,
  text: note.text,
  at: note.createdAt,
})

/** Its name and what stands beside it. */
export const fileText = (file: StoredFile): OfRegion => ({
  regionId: file.regionId ?? '',
  kind: 'file',
  circle: file.circle as OfRegion['circle'],
  deed: '',
  href: paths.regionFile(file.regionId ?? '', file.id),
  label: 'ファイル',
  text: joined(file.name, file.about),
  at: file.createdAt,
})

/** What was put to the WG, place by place of the sheet: WG members read it and not the record it came from. */
export const boardTexts = ({ regionId, board, at }: ReleasedBoard): OfRegion[] =>
  placesOf(board)
    .filter(({ lines }) => lines.length > 0)
    .map(({ label, lines }) => ({
      ...{ regionId, kind: 'board', circle: 'wg', deed: 'board.view', href: paths.board(regionId) },
      label: `支援経過（1枚） ${label}`,
      text: lines.map((line) => line.text).join('\n'),
      at,
    }))
