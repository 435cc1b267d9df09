import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Correspondent as Recipient } from '../consents/store.ts'
import type { Programme } from '../programmes/programmes.ts'
import type { Region } from '../regions/regions.ts'
import { type Decision, inForce, isWaiting } from './decisions.ts'
import type { GivenDecisions } from './forms.ts'
import { resultLetter } from './mail.ts'
import { addDecision, decisionsOf, dropWaiting, markAnnounced } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    region_decided: { region: string; selected: boolean }
    decision_reversed: { region: string; selected: boolean; reason: string }
    decision_announced: { region: string; selected: boolean; letters: number; changed: string | null }
  }
}

const result = (selected: boolean) => (selected ? '採択' : '見送り')

export const decisionHappenings = {
  region_decided: (h) =>
    `${h.actorName}さんが${h.details.region}を「${result(h.details.selected)}」と決めました（まだ知らせていません）`,
  decision_reversed: (h) =>
    `${h.actorName}さんが${h.details.region}の決定を改め、「${result(h.details.selected)}」としました。理由：${h.details.reason}`,
  decision_announced: (h) =>
    h.details.changed
      ? `${h.details.region}の結果を「${result(h.details.selected)}」に改めたと知らせました。理由：${h.details.changed}`
      : `${h.details.region}に「${result(h.details.selected)}」の結果を知らせました（手紙${h.details.letters}通）`,
} satisfies Sentences<'region_decided' | 'decision_reversed' | 'decision_announced'>

/** Decides the round: nothing reaches anybody until the letters go. */
export const decide = (ctx: Ctx, regions: readonly Region[], given: GivenDecisions) =>
  change(ctx, async (db, log) => {
    const latest = inForce(
      await decisionsOf(
        db,
        regions.map((r) => r.id),
      ),
    )
    const open = regions.filter((r) => latest.get(r.id)?.announcedAt == null)
    await dropWaiting(
      db,
      open.map((r) => r.id),
    )
    for (const region of open) {
      const one = given.decisions.find((d) => d.regionId === region.id)
      if (!one) continue
      const who = { decidedAt: ctx.now.toISOString(), decidedBy: ctx.actor.name, reversesId: null }
      await addDecision(db, { ...one, ...who, warningReason: one.selected ? given.warningReason : '' })
      await log({
        kind: 'region_decided',
        regionId: region.id,
        circle: 'office',
        details: { region: region.name, selected: one.selected },
      })
    }
  })

/** An announced decision is never changed: a new one with its reason takes its place, and has a letter of its own. */
export const reverse = (ctx: Ctx, region: Region, reason: string) =>
  change(ctx, async (db, log) => {
    const before = inForce(await decisionsOf(db, [region.id])).get(region.id)
    if (!before || isWaiting(before))
      throw new Problem('conflict', '知らせた決定がないため、改められません。選定のページで決め直してください')
    const selected = !before.selected
    const who = { decidedAt: ctx.now.toISOString(), decidedBy: ctx.actor.name, reversesId: before.id }
    await addDecision(db, { regionId: region.id, selected, reason, warningReason: '', ...who })
    const details = { region: region.name, selected, reason }
    await log({ kind: 'decision_reversed', regionId: region.id, circle: 'office', details })
  })

export interface Announcement {
  region: Region
  decision: Decision
  recipients: readonly Recipient[]
}

/** Sends the letters as they were previewed and, with them, makes the decisions known. */
export const announce = (
  ctx: Ctx,
  programme: Programme,
  list: readonly Announcement[],
  linkOf: (regionId: string) => string,
) =>
  change(ctx, async (db, log) => {
    const latest = inForce(
      await decisionsOf(
        db,
        list.map((a) => a.region.id),
      ),
    )
    let letters = 0
    for (const { region, decision, recipients } of list) {
      if (latest.get(region.id)?.id !== decision.id || !isWaiting(decision)) {
        throw new Problem('conflict', `${region.name}の決定が変わりました。手紙をもう一度お確かめください`)
      }
      for (const to of recipients) {
        await postLater(db, resultLetter({ programme, region, decision, link: linkOf(region.id) }, to), ctx.now)
      }
      letters += recipients.length
      await markAnnounced(db, [decision.id], ctx.now)
      const details = {
        region: region.name,
        selected: decision.selected,
        letters: recipients.length,
        changed: decision.reversesId ? decision.reason : null,
      }
      await log({ kind: 'decision_announced', regionId: region.id, details })
    }
    return letters
  })
