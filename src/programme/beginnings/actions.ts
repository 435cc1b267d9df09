import { addMembership } from '../../people/accounts/store.ts'
import { change, type Log } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import { fullNameOf, type Organisation } from '../../people/organisations/organisations.ts'
import { prefectures } from '../../people/organisations/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { today } from '../../platform/time.ts'
import { addRegion, regionOfApplicant } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    entry_begun: { organisation: string }
    colleague_joined: { organisation: string }
  }
}

export const beginningHappenings = {
  entry_begun: (h) => `${h.actorName}さん（${h.details.organisation}）がエントリーを始めました`,
  colleague_joined: (h) => `${h.actorName}さん（${h.details.organisation}）がエントリーに加わりました`,
} satisfies Sentences<'entry_begun' | 'colleague_joined'>

export interface Begin {
  organisation: Organisation
  /** False: an office address of unknown domain; what is held then counts for this region only. */
  isTrusted: boolean
}

/** Finds or makes the organisation's one region in the programme; the actor gets to write in it. */
export const beginEntry = (
  ctx: Ctx,
  programmeId: string,
  begin: Begin,
): Promise<{ regionId: string; joined: boolean }> =>
  change(ctx, async (db, log) => {
    const { organisation } = begin
    const begun = await regionOfApplicant(db, programmeId, organisation.id)
    const regionId = begun?.id ?? (await makeRegion(db, ctx, { programmeId, organisation }))
    await grant(db, ctx, { ...begin, regionId })
    const joined = begun !== undefined
    const details = { organisation: fullNameOf(organisation) }
    const kind = joined ? 'colleague_joined' : 'entry_begun'
    await log({ kind, regionId, programmeId, details } as Parameters<Log>[0])
    return { regionId, joined }
  })

async function makeRegion(db: Db, ctx: Ctx, at: { programmeId: string; organisation: Organisation }): Promise<string> {
  const { organisation: o } = at
  const prefecture =
    o.kind === 'prefecture' ? o : (await prefectures(db, true)).find((p) => p.prefectureCode === o.prefectureCode)
  const cells = { ...at, prefectureId: prefecture?.id ?? null, name: fullNameOf(o), createdBy: ctx.actor.personId }
  return addRegion(db, cells, ctx.now)
}

async function grant(db: Db, ctx: Ctx, given: Begin & { regionId: string }): Promise<void> {
  const { personId, memberships } = ctx.actor
  const { organisation: o, regionId, isTrusted } = given
  const held = memberships.some((m) => m.organisationId === o.id && (m.regionId === null || m.regionId === regionId))
  if (!personId || held) return
  const role = o.kind === 'prefecture' ? 'prefecture' : 'municipality'
  const fromOn = today(ctx.now)
  await addMembership(
    db,
    { personId, role, organisationId: o.id, regionId: isTrusted ? null : regionId, fromOn },
    ctx.now,
  )
}
