import { paths } from '../../paths/paths.ts'
import type { Person } from '../../people/accounts/accounts.ts'
import { comeBack, leave } from '../../people/accounts/actions.ts'
import { addMembership, membershipsOfPerson, personOf, updatePerson } from '../../people/accounts/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today, warekiShort } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import { type Holdings, openFrom, renamed } from '../holdings/holdings.ts'
import { handedLetter, receivedLetter, undoneLetter } from './mail.ts'
import {
  addTransfer,
  endLinksAt,
  leavingDue,
  markUndone,
  regionsOfMemberships,
  reviveLink,
  setOwner,
  setTerm,
} from './store.ts'
import { type Deeds, isSamePlace, isUndoable, lastDayOf, linksEndAt, type Transfer } from './transfers.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    duty_handed: { from: string; to: string; fromOn: string }
    duty_returned: { from: string; to: string }
    promise_handed: { text: string; from: string; to: string }
  }
}

const short = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text)

export const transferHappenings = {
  duty_handed: (h) =>
    `${h.actorName}さんが${h.details.from}さんの担当を、${warekiShort(h.details.fromOn)}から${h.details.to}さんに引き継ぎました`,
  duty_returned: (h) => `${h.actorName}さんが${h.details.from}さんから${h.details.to}さんへの引き継ぎを取り消しました`,
  promise_handed: (h) =>
    `約束「${short(h.details.text)}」の行う人が、${h.details.from}から${h.details.to}に変わりました`,
} satisfies Sentences<'duty_handed' | 'duty_returned' | 'promise_handed'>

export interface Handing {
  person: Person
  to: Person
  fromOn: string
  /** The person leaves altogether on that day. */
  leaves: boolean
  holdings: Holdings
  origin: string
}

/** Everything in one transaction; what undoing needs to know is kept with it. */
export const handOver = (ctx: Ctx, given: Handing): Promise<void> =>
  change(ctx, async (db, log) => {
    const { person, to, fromOn, leaves, holdings } = given
    const inside = { ...ctx, db }
    const memberships = openFrom(holdings.memberships, fromOn).filter((m) => m.isMovable)
    const links = leaves || memberships.length === holdings.memberships.length ? holdings.links : []
    const left = leaves && fromOn <= today(ctx.now)
    const { ended, added } = await moveRoles(inside, given)
    const promises = await movePromises(db, given)
    const handed = holdings.promises.filter((p) => promises.some((moved) => moved.id === p.id))
    await endLinksAt(
      db,
      links.map((l) => l.tokenHash),
      linksEndAt(fromOn),
    )
    if (left) await leave(inside, person)
    const regions = await regionsOfMemberships(db, memberships)
    const names = { from: person.name, to: to.name }
    for (const regionId of regions) await log({ kind: 'duty_handed', regionId, details: { ...names, fromOn } })
    for (const { regionId, circle, text } of handed)
      await log({ kind: 'promise_handed', regionId, circle, details: { ...names, text } })
    const deeds: Deeds = { ended, added, promises, links, regions, left, wasAdministrator: person.isAdministrator }
    const by = { madeAt: ctx.now.toISOString(), madeBy: ctx.actor.name }
    await addTransfer(db, { id: newId(), personId: person.id, toId: to.id, fromOn, leaves, deeds, ...by })
    const told = { ...given, memberships, promises: handed.length, link: given.origin + paths.home, by: ctx.actor.name }
    if (!left) await postLater(db, handedLetter(told), ctx.now)
    await postLater(db, receivedLetter(told), ctx.now)
  })

/** Each role ends on the eve and begins again with the other person, unless they hold it already. */
async function moveRoles(ctx: Ctx, { person, to, fromOn, holdings }: Handing): Promise<Pick<Deeds, 'ended' | 'added'>> {
  const { db } = ctx
  const moved = openFrom(holdings.memberships, fromOn).filter((m) => m.isMovable)
  if (moved.length === 0) throw new Problem('conflict', `${person.name}さんには、移せる役割がありません`)
  const held = openFrom(await membershipsOfPerson(db, to.id), fromOn)
  const added: string[] = []
  for (const m of moved) {
    await setTerm(db, m.id, { toOn: lastDayOf(fromOn), endedBy: ctx.actor.personId })
    if (held.some((own) => isSamePlace(own, m))) continue
    const { role, organisationId, programmeId, regionId, toOn, title } = m
    const from = m.fromOn > fromOn ? m.fromOn : fromOn
    const grant = { personId: to.id, role, organisationId, programmeId, regionId, fromOn: from, toOn, title }
    added.push(await addMembership(db, grant, ctx.now))
  }
  return { ended: moved.map(({ id, toOn }) => ({ id, toOn })), added }
}

async function movePromises(db: Db, { person, to, holdings }: Handing): Promise<Deeds['promises']> {
  const moves = holdings.promises.map(({ id, owner }) => {
    return { id, before: owner, after: renamed(owner, person.name, to.name) }
  })
  const done: Deeds['promises'] = []
  for (const move of moves) if (await setOwner(db, move)) done.push(move)
  return done
}

/** Everything back as it was, but for what somebody changed since. */
export const undoHandOver = (ctx: Ctx, transfer: Transfer, origin: string): Promise<void> =>
  change(ctx, async (db, log) => {
    const { deeds } = transfer
    if (!isUndoable(transfer, ctx.now) || !(await markUndone(db, transfer.id, ctx.actor.name, ctx.now)))
      throw new Problem('conflict', '取り消せるのは、引き継ぎから1日のあいだに1回だけです。もう一度引き継いでください')
    const [person, to] = [await personOf(db, transfer.personId), await personOf(db, transfer.toId)]
    if (!person || !to) throw new Problem('conflict', 'この引き継ぎの人が、名簿にいません')
    for (const { id, toOn } of deeds.ended) await setTerm(db, id, { toOn, endedBy: null })
    for (const id of deeds.added)
      await setTerm(db, id, { toOn: lastDayOf(transfer.fromOn), endedBy: ctx.actor.personId })
    for (const { id, before, after } of deeds.promises) await setOwner(db, { id, before: after, after: before })
    if (deeds.left) {
      await comeBack({ ...ctx, db }, person)
      await updatePerson(db, person.id, { isAdministrator: deeds.wasAdministrator ? 1 : 0 })
    }
    for (const link of deeds.links) await reviveLink(db, link)
    for (const regionId of deeds.regions)
      await log({ kind: 'duty_returned', regionId, details: { from: person.name, to: to.name } })
    const told = { person, to, link: origin + paths.home, by: ctx.actor.name }
    await postLater(db, undoneLetter(told, person), ctx.now)
    await postLater(db, undoneLetter(told, to), ctx.now)
  })

/** Who was to leave on a day that has come leaves: every door closes. Called by the clockwork. */
export async function letLeave({ db, now }: { db: Db; now: Date }): Promise<void> {
  for (const { personId, madeBy } of await leavingDue(db, today(now))) {
    const person = await personOf(db, personId)
    const actor = { personId: null, name: madeBy, memberships: [], isAdministrator: false }
    if (person && !person.isAdministrator) await leave({ db, now, actor }, person)
  }
}
