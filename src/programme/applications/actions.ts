import type { Actor } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { actorFrom } from '../../people/accounts/accounts.ts'
import { addPerson, membershipsInForce, personByEmail, personOf } from '../../people/accounts/store.ts'
import { makeLink, revokeLinks, spendLink } from '../../people/doors/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import { fullNameOf, type Organisation } from '../../people/organisations/organisations.ts'
import { organisationOf } from '../../people/organisations/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today } from '../../platform/time.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { beginEntry } from '../beginnings/actions.ts'
import { addressesOf, regionOfApplicant } from '../beginnings/store.ts'
import type { Programme } from '../programmes/programmes.ts'
import { type Application, goesAtOnce, isOwnAddress, stateOf } from './applications.ts'
import { linkLetter, refusalLetter, waitingLetter } from './mail.ts'
import { addApplication, applicationOf, type NewApplication, setApplication } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    application_made: { organisation: string; name: string; atOnce: boolean }
    application_decided: { organisation: string; accepted: boolean; reason: string }
  }
}

export const applicationHappenings = {
  application_made: (h) =>
    `${h.details.organisation}の${h.details.name}さんがエントリーを申し込みました${h.details.atOnce ? '' : '（確認待ち）'}`,
  application_decided: (h) =>
    `${h.actorName}さんが${h.details.organisation}の申し込みを${h.details.accepted ? '認めました' : `断りました（${h.details.reason}）`}`,
} satisfies Sentences<'application_made' | 'application_decided'>

export interface Asked extends Omit<NewApplication, 'programmeId' | 'organisationId'> {
  organisation: Organisation
}

/** The application is kept; the link goes out at once, or the secretariat is asked. Nobody learns here who has an account. */
export const askToBegin = (ctx: Ctx, programme: Programme, given: Asked & { origin: string }): Promise<Application> =>
  change(ctx, async (db, log) => {
    const { organisation, origin, ...rest } = given
    const application = await addApplication(
      db,
      { ...rest, programmeId: programme.id, organisationId: organisation.id },
      ctx.now,
    )
    const begun = await regionOfApplicant(db, programme.id, organisation.id)
    const colleagues = begun ? await addressesOf(db, organisation.id, today(ctx.now)) : []
    const atOnce = goesAtOnce(given.email, organisation, colleagues)
    const letter = { programme, application, organisation: fullNameOf(organisation) }
    if (atOnce) await sendLink(db, ctx, { ...letter, origin })
    else if (programme.contact.mailbox) {
      await postLater(db, waitingLetter(letter, origin + paths.applications(programme.id)), ctx.now)
    }
    const details = { organisation: letter.organisation, name: given.name, atOnce }
    await log({ kind: 'application_made', programmeId: programme.id, details })
    return application
  })

interface ToLink {
  programme: Programme
  application: Application
  organisation: string
  origin: string
}

/** One good link per address and programme: an earlier one ends. */
async function sendLink(db: Db, ctx: Ctx, { origin, ...letter }: ToLink): Promise<void> {
  const { application, programme } = letter
  await revokeLinks(db, { email: application.email, kinds: ['entry'], purpose: { programmeId: programme.id } }, ctx.now)
  const purpose = { applicationId: application.id, programmeId: programme.id }
  const token = await makeLink(db, { kind: 'entry', email: application.email, purpose }, ctx.now)
  await postLater(db, linkLetter(letter, origin + paths.entryLink(token)), ctx.now)
  await setApplication(db, application.id, { linkedAt: ctx.now.toISOString() })
}

export interface Nod {
  id: string
  accepted: boolean
  reason: string
  origin: string
}

export const decideApplication = (ctx: Ctx, programme: Programme, nod: Nod): Promise<void> =>
  change(ctx, async (db, log) => {
    const application = await applicationOf(db, nod.id)
    if (application?.programmeId !== programme.id) throw notFound()
    if (stateOf(application) === 'entered')
      throw new Problem('conflict', 'この申し込みの人は、もうエントリーを始めています')
    const o = await organisationOf(db, application.organisationId)
    const letter = { programme, application, organisation: o ? fullNameOf(o) : '' }
    const decided = { decidedAt: ctx.now.toISOString(), decidedBy: ctx.actor.name }
    await setApplication(db, nod.id, { ...decided, refuseReason: nod.accepted ? null : nod.reason })
    if (nod.accepted) await sendLink(db, ctx, { ...letter, origin: nod.origin })
    else await postLater(db, refusalLetter(letter, nod.reason), ctx.now)
    const details = { organisation: letter.organisation, accepted: nod.accepted, reason: nod.reason }
    await log({ kind: 'application_decided', programmeId: programme.id, details })
  })

export interface Entered {
  personId: string
  regionId: string
  /** Somebody of the same organisation had begun before. */
  joined: boolean
  isJoint: boolean
}

/** The first sign-in: the link is spent, the person and what they hold are made, and so is the region if there is none. */
export const enterByLink = (ctx: Ctx, token: string): Promise<Entered> =>
  change(ctx, async (db) => {
    const link = await spendLink(db, token, 'entry', ctx.now)
    const application = link && (await applicationOf(db, String(link.purpose.applicationId)))
    if (!application) throw new Problem('gone', LINK_GONE)
    const known = await personByEmail(db, application.email)
    if (known?.leftOn && known.leftOn <= today(ctx.now)) {
      throw new Problem('forbidden', 'このアドレスの方は、異動・退職として登録されています', ['事務局'])
    }
    const { email, name, section } = application
    const personId = known?.id ?? (await addPerson(db, { email, name, section }, ctx.now))
    const organisation = await organisationOf(db, application.organisationId)
    if (!organisation) throw notFound()
    const isTrusted = application.decidedAt !== null || isOwnAddress(email, organisation)
    const at = { ...ctx, db, actor: await actorIn(db, personId, ctx.now) }
    const entered = await beginEntry(at, application.programmeId, { organisation, isTrusted })
    await setApplication(db, application.id, { enteredAt: ctx.now.toISOString(), regionId: entered.regionId })
    return { ...entered, personId, isJoint: application.isJoint }
  })

export const LINK_GONE =
  'このリンクは期限が切れたか、もう使われています。すでに始めた方は「メールで入る」から、これからの方は募集ページからもう一度お申し込みください'

async function actorIn(db: Db, personId: string, now: Date): Promise<Actor> {
  const person = await personOf(db, personId)
  if (!person) throw notFound()
  return actorFrom(person, await membershipsInForce(db, personId, today(now)))
}
