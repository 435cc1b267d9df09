import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Occasion } from '../occasions/occasions.ts'
import { openOccasion } from '../occasions/store.ts'
import type { BodyKind, WgBody } from './bodies.ts'
import { addBody, bodiesOf, setBody, setMeetingBody } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    body_made: { name: string }
    body_renamed: { name: string; before: string }
    meeting_of_body: { label: string; name: string }
  }
}

export const bodyHappenings = {
  body_made: (h) => `${h.actorName}さんが「${h.details.name}」をつくりました`,
  body_renamed: (h) => `${h.actorName}さんが「${h.details.before}」の名前を「${h.details.name}」にしました`,
  meeting_of_body: (h) => `${h.actorName}さんが${h.details.label}を「${h.details.name}」の会にしました`,
} satisfies Sentences<'body_made' | 'body_renamed' | 'meeting_of_body'>

/** Why nothing of this year may be changed. */
export const askOpenYear = (programme: { isSample: boolean }): void => {
  if (programme.isSample) throw new Problem('conflict', '報告書にもとづく見本のため、書きかえられません')
}

const askFree = (bodies: readonly WgBody[], name: string, own?: string) => {
  if (bodies.some((body) => body.name === name && body.id !== own))
    throw new Problem('conflict', `「${name}」は、もうあります。別の名前にしてください`)
}

export const makeBody = (ctx: Ctx, programmeId: string, given: { kind: BodyKind; name: string }): Promise<string> =>
  change(ctx, async (db, log) => {
    askFree(await bodiesOf(db, programmeId), given.name)
    const id = await addBody(db, { ...given, programmeId, createdBy: ctx.actor.name }, ctx.now)
    await log({ kind: 'body_made', programmeId, circle: 'office', details: { name: given.name } })
    return id
  })

export const renameBody = (ctx: Ctx, body: WgBody, name: string): Promise<void> =>
  change(ctx, async (db, log) => {
    askFree(await bodiesOf(db, body.programmeId), name, body.id)
    await setBody(db, body.id, { name })
    const details = { name, before: body.name }
    await log({ kind: 'body_renamed', programmeId: body.programmeId, circle: 'office', details })
  })

/** Which body a year's meeting is of, where it is not the usual one. */
export const nameMeetingBody = (ctx: Ctx, body: WgBody, at: Occasion): Promise<void> =>
  change(ctx, async (db, log) => {
    const meeting = await openOccasion(db, at, ctx.now)
    await setMeetingBody(db, meeting.id, body.id)
    const details = { label: meeting.label, name: body.name }
    await log({ kind: 'meeting_of_body', programmeId: body.programmeId, circle: 'office', details })
  })
