import { paths } from '../../paths/paths.ts'
import { makeLink, revokeLinks } from '../../people/doors/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import { hashOf } from '../../people/sign-in/sign-in.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/db/ids.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { addDays, today, wareki } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { askOpen } from '../agreements/actions.ts'
import { type Cause, shortly, stands } from '../causes/causes.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { ENDED } from '../opinions/opinions.ts'
import { opinionLetter } from './mail.ts'
import { endOf, gateSubject, gateText, type OpinionDoor, shownBy } from './opinion-doors.ts'
import { addDoor, revokeDoor } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    opinion_asked: { causeId: string; cause: string; whom: string; endsOn: string }
    opinion_door_ended: { causeId: string; cause: string; whom: string }
  }
}

const whomWords = (whom: string) => (whom ? `${whom}に` : '専門職に')

export const opinionDoorHappenings = {
  opinion_asked: (h) =>
    `${h.actorName}さんが、真因の仮説「${h.details.cause}」について${whomWords(h.details.whom)}意見を聞くリンクを作りました（${wareki(h.details.endsOn)}まで）`,
  opinion_door_ended: (h) =>
    `${h.actorName}さんが、真因の仮説「${h.details.cause}」について${whomWords(h.details.whom)}意見を聞くリンクを取り消しました`,
} satisfies Sentences<'opinion_asked' | 'opinion_door_ended'>

export interface Asking {
  cause: Cause
  evidence: readonly Evidence[]
  whom: string
  days: number
  most: number
  email: string
  origin: string
}

/** Behind the gate: what may tell who somebody is goes out only after a second person's word. Returns the address, known this once. */
export async function openDoor(
  ctx: Ctx,
  { region, programme }: { region: Region; programme: Programme },
  asking: Asking,
): Promise<string> {
  const { cause, evidence, whom, days, most, email, origin } = asking
  const closed = notAliveReason(region)
  if (closed) throw new Problem('conflict', closed)
  if (!stands(cause)) throw new Problem('conflict', ENDED)
  return change(ctx, async (db, log) => {
    const text = gateText(shownBy(cause, evidence))
    await askOpen(db, { regionId: region.id, subject: gateSubject(cause.id, evidence), text })
    const [id, endsOn] = [newId(), addDays(today(ctx.now), days)]
    const purpose = { doorId: id, regionId: region.id }
    const token = await makeLink(db, { kind: 'opinion', email, purpose, endsAt: endOf(endsOn) }, ctx.now)
    const by = { openedAt: ctx.now.toISOString(), openedBy: ctx.actor.name, revokedAt: null, revokedBy: null }
    const door: OpinionDoor = {
      ...{ id, regionId: region.id, causeId: cause.id, tokenHash: hashOf(token), whom, mostOpinions: most, endsOn },
      ...{ evidence: evidence.map((one) => one.id), ...by },
    }
    await addDoor(db, door)
    const details = { causeId: cause.id, cause: shortly(cause.text, 60), whom, endsOn }
    await log({ kind: 'opinion_asked', regionId: region.id, circle: 'region', details })
    const link = `${origin}${paths.opinionLink(token)}`
    const letter = { region, programme, by: ctx.actor.name, link, endsOn }
    if (email) await postLater(db, opinionLetter(letter, { email, name: whom }), ctx.now)
    return link
  })
}

export const endDoor = (
  ctx: Ctx,
  region: Region,
  { door, cause }: { door: OpinionDoor; cause: Cause },
): Promise<void> =>
  change(ctx, async (db, log) => {
    const by = { revokedAt: ctx.now.toISOString(), revokedBy: ctx.actor.name }
    if (!(await revokeDoor(db, door.id, by))) throw new Problem('conflict', 'このリンクは、すでに取り消されています')
    await revokeLinks(db, { kinds: ['opinion'], purpose: { doorId: door.id } }, ctx.now)
    const details = { causeId: cause.id, cause: shortly(cause.text, 60), whom: door.whom }
    await log({ kind: 'opinion_door_ended', regionId: region.id, circle: 'region', details })
  })
