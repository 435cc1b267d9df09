import { paths } from '../../paths/paths.ts'
import { makeLink } from '../../people/doors/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today } from '../../platform/time.ts'
import { correspondentsOf } from '../../programme/consents/store.ts'
import { requestLetter } from '../reports/mail.ts'
import { dueOf, meantSlot } from '../reports/reports.ts'
import type { Asking } from './report-requests.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    report_asked: { label: string; letters: number }
  }
}

export const reportRequestHappenings = {
  report_asked: (h) => `${h.details.label}の前のひとことをお願いする手紙を${h.details.letters}通出しました`,
} satisfies Sentences<'report_asked'>

/** Writes to everybody of the town, each with an own link that needs no sign-in. Says how many letters go. */
export const askForLines = (ctx: Ctx, { region, programme, round, origin }: Asking): Promise<number> =>
  change(ctx, async (db, log) => {
    const people = await correspondentsOf(db, [...region.applicantIds, ...region.cooperatingIds], today(ctx.now))
    for (const to of people) {
      const purpose = { regionId: region.id, stepKey: round.step.key, organisationId: to.organisationId }
      const token = await makeLink(db, { kind: 'report', email: to.email, personId: to.personId, purpose }, ctx.now)
      const link = `${origin}${paths.reportLink(token)}`
      await postLater(db, requestLetter({ region, programme, round, link, due: dueOf(round) }, to), ctx.now)
    }
    const details = { label: meantSlot(round).label, letters: people.length }
    if (people.length > 0) await log({ kind: 'report_asked', regionId: region.id, details })
    return people.length
  })
