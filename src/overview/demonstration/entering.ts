import { organisationOf } from '../../people/organisations/store.ts'
import { dayOf } from '../../platform/time.ts'
import { beginEntry } from '../../programme/beginnings/actions.ts'
import { answerConsent } from '../../programme/consents/actions.ts'
import type { Answer } from '../../programme/consents/consents.ts'
import { entryOf, saveEntry } from '../../programme/entries/actions.ts'
import { reopenedUntil } from '../../programme/entries/store.ts'
import { addToEntry } from '../../programme/entry-members/actions.ts'
import { reopenEntry, submitEntry } from '../../programme/submissions/actions.ts'
import { findingsOf } from '../../programme/submissions/checks.ts'
import { outcomesOf, reasonName } from '../../programme/submissions/submissions.ts'
import { type Cast, seen } from './cast.ts'
import type { At, Story } from './demonstration.ts'
import { type PersonKey, people } from './people.ts'

/** From the first word to the prefecture's answer; returns the region. */
export async function tellEntry(cast: Cast, programmeId: string, story: Story): Promise<string> {
  const begin = await cast.as(story.writer, story.begunAt)
  const organisation = await organisationOf(cast.db, story.organisationId)
  if (!organisation) throw new Error(`no organisation ${story.organisationId}`)
  const { regionId } = await beginEntry(begin, programmeId, { organisation, isTrusted: true })
  const others = [
    ...(story.joint ?? []).map((m) => ({ id: m.organisationId, role: 'joint' as const })),
    ...(story.cooperating ?? []).map((m) => ({ id: m.organisationId, role: 'cooperating' as const })),
  ]
  for (const { id, role } of others) {
    const member = await organisationOf(cast.db, id)
    const { region } = await seen(begin, programmeId, regionId)
    if (member) await addToEntry(begin, region, { organisation: member, role })
  }
  for (const save of story.saves) {
    if (story.reopened && save.at > story.reopened.at) await openAgain(cast, { programmeId, regionId }, story.reopened)
    const ctx = await cast.as(save.who, save.at)
    const place = await seen(ctx, programmeId, regionId)
    const { head } = await entryOf(ctx, place)
    await saveEntry(ctx, place, { base: head.number, fields: save.fields })
  }
  await handIn(cast, programmeId, { regionId, story })
  await answer(cast, programmeId, { regionId, story })
  return regionId
}

/** Once: a second save after the deadline finds it open. */
async function openAgain(
  cast: Cast,
  at: { programmeId: string; regionId: string },
  given: NonNullable<Story['reopened']>,
) {
  if ((await reopenedUntil(cast.db, at.regionId)) !== null) return
  const ctx = await cast.as('mika', given.at)
  const about = { ...(await seen(ctx, at.programmeId, at.regionId)), origin: cast.origin }
  await reopenEntry(ctx, about, { untilOn: given.untilOn, reason: given.reason })
}

/** The sheet, handed in with what the checks asked. */
async function handIn(cast: Cast, programmeId: string, { regionId, story }: { regionId: string; story: Story }) {
  const ctx = await cast.as(story.writer, story.submittedAt)
  const place = await seen(ctx, programmeId, regionId)
  const { document, head, template } = await entryOf(ctx, place)
  const { number, body } = head
  const asked = findingsOf({ template, body, region: place.region, facts: {}, unknown: [], cooperating: 0 })
  if (asked.faults.length > 0) throw new Error(`${place.region.name}: ${asked.faults.map((f) => f.message).join()}`)
  const found = [...asked.warnings, ...asked.prompts]
  const reasons = Object.fromEntries(asked.warnings.map((q) => [reasonName(q), story.reasonToGoOn ?? '']))
  const questions = outcomesOf(found, reasons, [])
  await submitEntry(ctx, { ...place, origin: cast.origin }, { documentId: document?.id ?? '', number, body, questions })
}

async function answer(cast: Cast, programmeId: string, { regionId, story }: { regionId: string; story: Story }) {
  const say = async (who: PersonKey, given: { at: At; answer: Answer; note: string }) => {
    const ctx = await cast.as(who, given.at)
    const about = { ...(await seen(ctx, programmeId, regionId)), origin: cast.origin }
    const { organisationId, section } = people[who]
    const { answer, note } = given
    const person = { organisationId, section, name: ctx.actor.name, way: 'account' as const }
    await answerConsent(ctx, about, { ...person, answer, note, answeredOn: dayOf(ctx.now) })
  }
  if (story.consent) await say(story.consent.who, story.consent)
  for (const { who, at } of story.cooperating ?? []) await say(who, { at, answer: 'agreed', note: '' })
}
