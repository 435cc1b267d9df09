import { organisationOf } from '../../people/organisations/store.ts'
import { newId } from '../../platform/db/ids.ts'
import { dayOf } from '../../platform/time.ts'
import { beginEntry } from '../../programme/beginnings/actions.ts'
import { answerConsent } from '../../programme/consents/actions.ts'
import type { Answer } from '../../programme/consents/consents.ts'
import { entryOf, saveEntry } from '../../programme/entries/actions.ts'
import type { MemberRole } from '../../programme/regions/regions.ts'
import { addReopening, addSubmission, setTheme } from '../../programme/submissions/store.ts'
import { type Cast, seen } from './cast.ts'
import type { At, Story } from './demonstration.ts'
import { type PersonKey, people } from './people.ts'
import { addMember } from './store.ts'

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
  for (const [at, other] of others.entries()) await join(cast, regionId, { ...other, position: at + 1 })
  if (story.reopened) {
    const { at, untilOn, reason } = story.reopened
    const { now, actor } = await cast.as('mika', at)
    await addReopening(cast.db, { regionId, untilOn, reason, byName: actor.name }, now)
  }
  for (const save of story.saves) {
    const ctx = await cast.as(save.who, save.at)
    const place = await seen(ctx, programmeId, regionId)
    const { head } = await entryOf(ctx, place)
    await saveEntry(ctx, place, { base: head.number, fields: save.fields })
  }
  await handIn(cast, programmeId, { regionId, story })
  await answer(cast, programmeId, { regionId, story })
  return regionId
}

async function join(cast: Cast, regionId: string, given: { id: string; role: MemberRole; position: number }) {
  const organisation = await organisationOf(cast.db, given.id)
  const name = organisation?.name ?? ''
  await addMember(cast.db, {
    id: newId(),
    regionId,
    organisationId: given.id,
    name,
    ...{ role: given.role, position: given.position },
  })
}

async function handIn(cast: Cast, programmeId: string, { regionId, story }: { regionId: string; story: Story }) {
  const ctx = await cast.as(story.writer, story.submittedAt)
  const place = await seen(ctx, programmeId, regionId)
  const { document, head } = await entryOf(ctx, place)
  const who = { personId: ctx.actor.personId, personName: ctx.actor.name, onBehalfOf: null }
  const what = { regionId, documentId: document?.id ?? '', revisionNumber: head.number, questions: [] }
  await addSubmission(cast.db, { ...who, ...what }, ctx.now)
  const { theme = '', scenes = [] } = head.body
  await setTheme(cast.db, regionId, { theme: String(theme), scenes: scenes as string[] })
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
