import { paths } from '../../paths/paths.ts'
import { makeLink } from '../../people/doors/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import { organisationsByIds } from '../../people/organisations/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today } from '../../platform/time.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'
import {
  ANSWERS,
  type Answer,
  askedOf,
  CONSENT_KINDS,
  type ConsentKind,
  kindFor,
  latestOf,
  type Way,
} from './consents.ts'
import { answeredLetter, requestLetter } from './mail.ts'
import { addConsent, consentsOf, correspondentsOf, secretariatOf } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    consent_asked: { region: string; kind: ConsentKind; letters: number }
    consent_answered: { by: string; kind: ConsentKind; answer: Answer; way: Way }
  }
}

export const consentHappenings = {
  consent_asked: (h) =>
    `${h.details.region}の${CONSENT_KINDS[h.details.kind]}をお願いする手紙を${h.details.letters}通出しました`,
  consent_answered: (h) => {
    const words = `${h.details.by}が「${ANSWERS[h.details.kind][h.details.answer]}」と答えました`
    return h.details.way === 'recorded' ? `${words}（${h.actorName}さんが記録）` : words
  },
} satisfies Sentences<'consent_asked' | 'consent_answered'>

export interface About {
  programme: Programme
  region: Region
  /** How links in letters begin. */
  origin: string
}

/** Writes to everybody whose answer is missing, each with an own link; says whom nobody can be written to for. */
export const askConsents = (
  ctx: Ctx,
  { programme, region, origin }: About,
): Promise<{ letters: number; gaps: string[] }> =>
  change(ctx, async (db, log) => {
    const kind = kindFor(region)
    const given = await consentsOf(db, [region.id])
    const missing = askedOf(region).filter((id) => latestOf(region, given, id)?.answer !== 'agreed')
    const offices = new Map((await organisationsByIds(db, missing)).map((o) => [o.id, o.name]))
    const people = await correspondentsOf(db, missing, today(ctx.now))
    for (const to of people) {
      const purpose = { regionId: region.id, organisationId: to.organisationId }
      const token = await makeLink(db, { kind, email: to.email, personId: to.personId, purpose }, ctx.now)
      const organisation = offices.get(to.organisationId) ?? ''
      const link = `${origin}${kind === 'consent' ? paths.consentLink(token) : paths.agreementLink(token)}`
      await postLater(db, requestLetter({ programme, region, organisation, kind, link }, to), ctx.now)
    }
    const reached = new Set(people.map((p) => p.organisationId))
    if (people.length > 0) {
      await log({
        kind: 'consent_asked',
        regionId: region.id,
        details: { region: region.name, kind, letters: people.length },
      })
    }
    return { letters: people.length, gaps: missing.filter((id) => !reached.has(id)).map((id) => offices.get(id) ?? '') }
  })

export interface GivenAnswer {
  organisationId: string
  answer: Answer
  answeredOn: string
  name: string
  section: string
  note: string
  way: Way
}

/** Keeps an answer and tells applicants and secretariat; the latest one counts. */
export const answerConsent = (ctx: Ctx, { programme, region, origin }: About, given: GivenAnswer): Promise<void> =>
  change(ctx, async (db, log) => {
    const kind = kindFor(region)
    const recordedBy = given.way === 'recorded' ? ctx.actor.name : null
    const row = { ...given, kind, regionId: region.id, personId: ctx.actor.personId, recordedBy }
    const id = await addConsent(db, row, ctx.now)
    const [office] = await organisationsByIds(db, [given.organisationId])
    const by = office?.name ?? CONSENT_KINDS[kind]
    await log({
      kind: 'consent_answered',
      regionId: region.id,
      details: { by, kind, answer: given.answer, way: given.way },
    })
    const consent = { ...row, id, createdAt: ctx.now.toISOString() }
    const link = `${origin}${paths.entryConsent(region.id)}`
    const readers = [
      ...(await correspondentsOf(db, region.applicantIds, today(ctx.now))),
      ...(await secretariatOf(db, region.ownerId, today(ctx.now))),
    ]
    for (const to of readers.filter((r) => r.personId !== ctx.actor.personId || r.personId === null)) {
      await postLater(db, answeredLetter({ programme, region, organisation: by, consent, link }, to), ctx.now)
    }
  })
