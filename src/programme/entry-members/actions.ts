import { type Body, textIn } from '../../papers/templates/templates.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Organisation } from '../../people/organisations/organisations.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { isDay, today } from '../../platform/time.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import type { Consent } from '../consents/consents.ts'
import { addConsent, consentsOf } from '../consents/store.ts'
import { MEMBER_ROLES, type MemberRole, type Region } from '../regions/regions.ts'
import { fetchRegions } from '../regions/store.ts'
import { regionsSeenBy } from '../sight/store.ts'
import { roleFor } from './entry-members.ts'
import { addMember, dropMember, rename, sheetMembers } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    entry_member_added: { name: string; role: MemberRole }
    entry_member_removed: { name: string; role: MemberRole }
  }
}

export const entryMemberHappenings = {
  entry_member_added: (h) => `${h.actorName}さんが${h.details.name}を${MEMBER_ROLES[h.details.role]}に加えました`,
  entry_member_removed: (h) => `${h.actorName}さんが${h.details.name}を${MEMBER_ROLES[h.details.role]}から外しました`,
} satisfies Sentences<'entry_member_added' | 'entry_member_removed'>

export const addToEntry = (
  ctx: Ctx,
  region: Region,
  given: { organisation: Organisation; role: MemberRole },
): Promise<void> =>
  change(ctx, async (db, log) => {
    await addMember(db, region.id, given)
    if (given.role !== 'cooperating') await rename(db, region)
    const details = { name: given.organisation.name, role: given.role }
    await log({ kind: 'entry_member_added', regionId: region.id, programmeId: region.programmeId, details })
  })

export const removeFromEntry = (ctx: Ctx, region: Region, memberId: string): Promise<void> =>
  change(ctx, async (db, log) => {
    const member = region.members.find((m) => m.id === memberId)
    if (!member) throw notFound()
    if (member.role === 'applicant')
      throw new Problem('conflict', '応募した市町村は外せません。取りやめるときは、取り下げてください')
    await dropMember(db, region.id, memberId)
    if (member.role !== 'cooperating') await rename(db, region)
    const details = { name: member.name, role: member.role }
    await log({ kind: 'entry_member_removed', regionId: region.id, programmeId: region.programmeId, details })
  })

/** At a submission: municipalities the sheet names become members; a cooperating one ticked as agreed counts as its word. */
export const adoptSheetMembers = (ctx: Ctx, region: Region, body: Body): Promise<Region> =>
  change(ctx, async (db) => {
    const within = { ...ctx, db }
    const named = (await sheetMembers(db, region, body)).flatMap(({ organisation, ...one }) =>
      organisation ? [{ ...one, organisation }] : [],
    )
    const held = new Set(region.members.map((m) => m.organisationId))
    for (const { organisation, role } of named) {
      if (held.has(organisation.id) || role !== roleFor(region)) continue
      held.add(organisation.id)
      await addToEntry(within, region, { organisation, role })
    }
    const agreed = named.filter(({ role, row }) => role === 'cooperating' && row.agreed === 'yes')
    await keepSheetWords(within, region, { body, agreedIds: agreed.map((one) => one.organisation.id) })
    const [grown] = await fetchRegions(db, regionsSeenBy(db, ctx.actor).where('regions.id', '=', region.id))
    return grown ?? region
  })

/** R1: consent written on the sheet before submitting (day and name) counts, until they answer themselves. */
async function keepSheetWords(
  ctx: Ctx,
  region: Region,
  sheet: { body: Body; agreedIds: readonly string[] },
): Promise<void> {
  const known = await consentsOf(ctx.db, [region.id])
  const empty = {
    regionId: region.id,
    answer: 'agreed',
    section: '',
    note: '',
    way: 'sheet',
    personId: null,
    recordedBy: null,
  } as const
  const name = textIn(sheet.body, 'consentBy')
  const answeredOn = textIn(sheet.body, 'consentOn')
  const same = (c: Consent) => c.way === 'sheet' && c.answeredOn === answeredOn && c.name === name
  if (region.caseType === 'municipality' && name && isDay(answeredOn) && !known.some(same)) {
    const row = { ...empty, organisationId: region.prefectureId, kind: 'consent', answeredOn, name } as const
    await addConsent(ctx.db, row, ctx.now)
  }
  for (const organisationId of sheet.agreedIds) {
    if (
      region.caseType === 'municipality' ||
      known.some((c) => c.way === 'sheet' && c.organisationId === organisationId)
    )
      continue
    const row = { ...empty, organisationId, kind: 'agreement', answeredOn: today(ctx.now), name: '' } as const
    await addConsent(ctx.db, row, ctx.now)
  }
}
