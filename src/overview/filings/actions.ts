import { paths } from '../../paths/paths.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { instantAt, today, warekiShort } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { addAdvice } from '../../support/advice/store.ts'
import type { Meeting, Slot } from '../../support/meetings/meetings.ts'
import { openMeeting, updateMeeting } from '../../support/meetings/store.ts'
import { OWNERS, sideOf } from '../../support/owners/owners.ts'
import { addPromise } from '../../support/promises/store.ts'
import { plainLines } from '../../support/records/records.ts'
import { addLines } from '../../support/records/store.ts'
import { filedName, KINDS, type Kind, WAYS, type Way } from './filings.ts'
import type { FilingInput } from './forms.ts'
import { addFiling } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    filed_afterwards: { kind: Kind; text: string; by: string; on: string; way: Way }
  }
}

const short = (text: string) => ([...text].length > 40 ? `${[...text].slice(0, 40).join('')}…` : text)

export const filingHappenings = {
  filed_afterwards: ({ actorName, details: d }) =>
    `${actorName}さんが、${warekiShort(d.on)}に${d.by}さんが${WAYS[d.way]}で伝えた${KINDS[d.kind]}「${short(d.text)}」をあとから記録しました`,
} satisfies Sentences<'filed_afterwards'>

export interface Filed {
  input: FilingInput
  /** Who said it, and their account where there is one. */
  said: { name: string; personId: string | null; isAdvisor: boolean }
  slot: Slot | null
}

/** It stands where it belongs, under the day and the name it had, and says that it was filed for them. */
export const fileAfterwards = (ctx: Ctx, region: Region, filed: Filed): Promise<void> =>
  change(ctx, async (db, log) => {
    const { input, said, slot } = filed
    const { kind, text, way, circle } = input
    const saidOn = input.saidOn as string
    const meeting = slot && (await openMeeting(db, region, slot, ctx.now))
    const subjectId = await place({ ...ctx, db }, region, filed, meeting)
    const by = { saidBy: said.name, filedAt: ctx.now.toISOString(), filedBy: ctx.actor.name }
    await addFiling(db, { ...by, regionId: region.id, kind, subjectId, text, saidOn, way, circle })
    const details = { kind, text, by: said.name, on: saidOn, way }
    await log({ kind: 'filed_afterwards', regionId: region.id, circle, onBehalfOf: said.name, details })
  })

async function place(ctx: Ctx, region: Region, filed: Filed, meeting: Meeting | null): Promise<string> {
  const { input, said } = filed
  const { text, circle } = input
  const at = new Date(instantAt(input.saidOn as string, '12:00'))
  const name = filedName({ saidBy: said.name, way: input.way, filedBy: ctx.actor.name })
  const where = { regionId: region.id, meetingId: meeting?.id ?? null }
  if (input.kind === 'line') return addLine(ctx.db, { meeting, name, filed, at })
  if (input.kind === 'promise') {
    const { ownerRole, due } = input
    const owner = ownerRole === 'municipality' ? region.name : OWNERS[ownerRole]
    const row = { ...where, text, circle, owner, ownerRole, side: sideOf(ownerRole), ...due, createdBy: name }
    return addPromise(ctx.db, row, at)
  }
  const label = `${WAYS[input.way]}で受け取り、${warekiShort(today(ctx.now))}に${ctx.actor.name}さんが記録`
  const voice = { advisorId: said.isAdvisor ? said.personId : null, advisorName: said.name }
  return addAdvice(ctx.db, { ...where, ...voice, text, circle, about: { label, href: paths.filings(region.id) } }, at)
}

/** A record that is fixed is corrected with a reason, not added to. */
async function addLine(
  db: Db,
  { meeting, name, filed, at }: { meeting: Meeting | null; name: string; filed: Filed; at: Date },
): Promise<string> {
  const { text, circle } = filed.input
  if (!meeting) throw new Problem('invalid', 'どの回の記録かを選んでください')
  if (meeting.fixedAt)
    throw new Problem(
      'conflict',
      'この回の記録は、すでに確定しています。回のページの「直す」から、理由を書いて直してください',
    )
  const lines = plainLines(text).map((one) => ({ part: 'situation' as const, text: one, circle }))
  await addLines(db, meeting.id, { lines, personId: filed.said.personId, personName: name }, at)
  const heldOn = meeting.heldOn ?? filed.input.saidOn
  await updateMeeting(db, meeting.id, { heldOn, isRecorded: true })
  return meeting.id
}
