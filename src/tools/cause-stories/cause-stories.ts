import { applied, partsOf } from '../../papers/documents/body.ts'
import type { Revision } from '../../papers/documents/documents.ts'
import type { Milestone } from '../../papers/revisions/revisions.ts'
import { type Body, rowsIn } from '../../papers/templates/templates.ts'
import { clock, dayOf, wareki } from '../../platform/time.ts'
import type { Slot } from '../../support/meetings/meetings.ts'
import { sentencesOf } from '../causes/diff.ts'
import { counts, type Opinion, professionWords, STANCES, WAYS } from '../opinions/opinions.ts'

/** One turn of a hypothesis: who said what in which words, and after which meeting. */
export interface Turn {
  at: string
  text: string
  note: string | null
}

export interface Story {
  /** Newest first; of the whole document. */
  revisions: readonly Revision[]
  milestones: readonly Milestone[]
  slots: readonly Slot[]
  opinions: readonly Opinion[]
  /** The document as it stands. */
  body: Body
}

/** 「支援1の日」「支援1のあと」: which meeting a turn belongs to, as far as its day tells. */
export function meetingWords(slots: readonly Slot[], at: string): string | null {
  const day = dayOf(at)
  const held = slots
    .filter((slot) => slot.meeting?.heldOn && slot.meeting.heldOn <= day && slot.state !== 'cancelled')
    .toSorted((a, b) => (a.meeting?.heldOn ?? '').localeCompare(b.meeting?.heldOn ?? ''))
    .at(-1)
  if (!held) return null
  return held.meeting?.heldOn === day ? `${held.shortLabel}の日` : `${held.shortLabel}のあと`
}

/** The body before a revision, from the one after it. */
const undone = (body: Body, revision: Revision): Body =>
  applied(
    body,
    revision.changes.toReversed().map(({ path, before, after }) => ({ path, before: after, after: before })),
  )

function turnsIn({ revisions, slots, body }: Story, causeId: string): Turn[] {
  let after = body
  return revisions.flatMap((revision): Turn[] => {
    const before = undone(after, revision)
    const sentences = sentencesOf(before, after, causeId)
    after = before
    if (sentences.length === 0) return []
    const who = revision.onBehalfOf
      ? `${revision.personName}さん（${revision.onBehalfOf}に代わって）`
      : `${revision.personName}さん`
    const note = [who, meetingWords(slots, revision.savedAt), revision.note].filter(Boolean).join('・')
    return [{ at: revision.savedAt, text: sentences.join('。'), note }]
  })
}

const opinionTurns = ({ opinions, slots }: Story): Turn[] =>
  opinions.filter(counts).map((one) => ({
    at: one.createdAt,
    text: `${professionWords(one.profession)}の意見「${STANCES[one.stance]}」${one.text ? `：${one.text}` : ''}`,
    note: [WAYS[one.way], meetingWords(slots, one.createdAt)].filter(Boolean).join('・'),
  }))

/** Milestones that lie between the first and the last turn, and the one after it. */
function milestoneTurns({ milestones }: Story, turns: readonly Turn[]): Turn[] {
  const first = turns.map((turn) => turn.at).toSorted()[0]
  if (first === undefined) return []
  return milestones
    .filter((one) => one.createdAt >= first)
    .map((one) => ({ at: one.createdAt, text: `── ${one.label} ──`, note: null }))
}

export interface StoryDay {
  label: string
  rows: { at: string; text: string; note?: string }[]
}

/** 「この仮説の経過」, oldest first, by day. */
export function storyOf(story: Story, causeId: string): StoryDay[] {
  const turns = [...turnsIn(story, causeId), ...opinionTurns(story)]
  const all = [...turns, ...milestoneTurns(story, turns)].sort((a, b) => a.at.localeCompare(b.at))
  const days = new Map<string, StoryDay>()
  for (const { at, text, note } of all) {
    const label = wareki(dayOf(at))
    const day = days.get(label) ?? { label, rows: [] }
    day.rows.push({ at: clock(at), text, ...(note && { note }) })
    days.set(label, day)
  }
  return [...days.values()]
}

/** A revision that may touch a cause: by its own row or by its evidence. */
export const touched = (revision: Revision, ids: readonly string[]): boolean =>
  revision.changes.some(({ path }) => ids.includes(partsOf(path)[1] ?? ''))

/** Who wrote at it: none of them is the second person before it is shown. */
export function writersOf(revisions: readonly Revision[], causeId: string, body: Body): string[] {
  const ids = [causeId, ...rowsIn(body, 'evidence').flatMap((row) => (row.cause === causeId ? [row.id] : []))]
  const people = revisions.filter((revision) => touched(revision, ids)).map((revision) => revision.personId)
  return [...new Set(people.filter((id): id is string => id !== null))]
}
