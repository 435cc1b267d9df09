import { paths } from '../../paths/paths.ts'
import { makeLink } from '../../people/doors/store.ts'
import { MORNING } from '../../people/notices/notices.ts'
import { addSent, sentKeys } from '../../people/notices/store.ts'
import { organisationsByIds } from '../../people/organisations/store.ts'
import { keep } from '../../platform/db/transaction.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { isLate, today } from '../../platform/time.ts'
import { askedOf, kindFor, latestOf } from '../../programme/consents/consents.ts'
import { requestLetter } from '../../programme/consents/mail.ts'
import { type Correspondent, correspondentsOf } from '../../programme/consents/store.ts'
import { awaitsConsent, type Situation } from '../situations/situations.ts'
import type { Turn } from '../tidings/store.ts'
import { isBetween, isWorkday, reminderDay } from '../workdays/workdays.ts'
import { openSituations } from './store.ts'

/** An office that nobody is known at has no list of things to do: its shared mailbox gets the request once more, with its link. */
export async function remindOfConsents(turn: Turn): Promise<void> {
  const { db, now } = turn
  if (!isWorkday(today(now)) || !isBetween(now, MORNING.from, MORNING.to)) return
  const since = new Date(now.getTime() - 120 * 86_400_000).toISOString()
  const sent = await sentKeys(db, 'consent', since)
  for (const s of await openSituations(turn)) {
    const due = s.programme.consentDueOn
    if (!due || isLate(due, now) || s.region.pause || !awaitsConsent(s)) continue
    const keys = s.programme.rules.remindDays.filter((n) => reminderDay(due, n) <= today(now)).map((n) => `${due} ${n}`)
    if (keys.some((key) => !sent.has(`${s.region.id} ${key}`))) await remind(turn, s, keys)
  }
}

const remind = (turn: Turn, s: Situation, keys: readonly string[]) =>
  keep(turn, async (db) => {
    const { now } = turn
    const missing = askedOf(s.region).filter((id) => latestOf(s.region, s.consents, id) === null)
    const offices = new Map((await organisationsByIds(db, missing)).map((o) => [o.id, o.name]))
    const mailboxes = (await correspondentsOf(db, missing, today(now))).filter((to) => to.personId === null)
    for (const to of mailboxes) await ask({ ...turn, db }, s, to, offices.get(to.organisationId) ?? '')
    for (const key of keys) await addSent(db, { personId: s.region.id, kind: 'consent', key }, now)
  })

async function ask({ db, now, origin }: Turn, s: Situation, to: Correspondent, organisation: string): Promise<void> {
  const { programme, region } = s
  const kind = kindFor(region)
  const purpose = { regionId: region.id, organisationId: to.organisationId }
  const token = await makeLink(db, { kind, email: to.email, purpose }, now)
  const link = `${origin}${kind === 'consent' ? paths.consentLink(token) : paths.agreementLink(token)}`
  await postLater(db, requestLetter({ programme, region, organisation, kind, link }, to), now)
}
