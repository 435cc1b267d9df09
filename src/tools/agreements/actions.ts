import type { Actor } from '../../access/actor.ts'
import { paths } from '../../paths/paths.ts'
import { personOf } from '../../people/accounts/store.ts'
import { change } from '../../people/history/actions.ts'
import type { Sentences } from '../../people/history/history.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { postLater } from '../../platform/mail/outbox.ts'
import { today } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import { type Correspondent, correspondentsOf, secretariatOf } from '../../programme/consents/store.ts'
import { type Region, readOnlyReason } from '../../programme/regions/regions.ts'
import { type Agreement, isOpen, notSecondReason } from './agreements.ts'
import { answerLetter, askLetter } from './mail.ts'
import { addAgreement, answerAgreement, gateOf } from './store.ts'

declare module '../../people/history/history.ts' {
  interface Happenings {
    privacy_asked: { id: string; title: string }
    privacy_agreed: { id: string; title: string }
    privacy_returned: { id: string; title: string; reason: string }
  }
}

export const agreementHappenings = {
  privacy_asked: (h) => `${h.actorName}さんが「${h.details.title}」を見せてよいか、確かめてもらうことにしました`,
  privacy_agreed: (h) => `${h.actorName}さんが「${h.details.title}」の文を確かめました`,
  privacy_returned: (h) =>
    `${h.actorName}さんが「${h.details.title}」の文を差し戻しました（理由：${h.details.reason}）`,
} satisfies Sentences<'privacy_asked' | 'privacy_agreed' | 'privacy_returned'>

export interface AskedAgreement {
  subject: string
  /** In words: 真因の仮説「無料が利用を後押し」. */
  title: string
  /** The page it is written on and shown from. */
  href: string
  text: string
  /** Ids of those who wrote it, beside the asker. */
  writers?: readonly string[]
  note?: string
  origin: string
}

function askAlive(region: Region): void {
  const reason = readOnlyReason(region)
  if (reason) throw new Problem('conflict', reason)
}

/** Asks a second person; the same wording is asked once. Returns the id for paths.privacyAgreement. */
export const askAgreement = (ctx: Ctx, region: Region, given: AskedAgreement): Promise<string> =>
  change(ctx, async (db, log) => {
    askAlive(region)
    const { origin, writers = [], note = '', ...asked } = given
    const gate = await gateOf(db, { regionId: region.id, ...asked })
    if (gate.state === 'waiting' && gate.agreement) return gate.agreement.id
    if (isOpen(gate)) throw new Problem('conflict', 'この文は、そのまま見せられます。画面を開き直してください')
    const by = { askedById: ctx.actor.personId, askedBy: ctx.actor.name }
    const row = { ...asked, ...by, regionId: region.id, writers: [...writers], note }
    const id = await addAgreement(db, row, ctx.now)
    await log({ kind: 'privacy_asked', regionId: region.id, circle: 'town', details: { id, title: given.title } })
    const said = {
      region,
      by: ctx.actor.name,
      title: given.title,
      link: origin + paths.privacyAgreement(region.id, id),
    }
    for (const to of await secondPeople(db, region, ctx.now))
      if (!notSecondReason(asReader(to), { askedById: ctx.actor.personId, writers: [...writers] }))
        await postLater(db, askLetter({ ...said, note }, to), ctx.now)
    return id
  })

const asReader = ({ personId, name }: Correspondent): Actor => ({
  personId,
  name,
  memberships: [],
  isAdministrator: false,
})

async function secondPeople(db: Db, region: Region, now: Date): Promise<Correspondent[]> {
  const [town, office] = await Promise.all([
    correspondentsOf(db, region.applicantIds, today(now)),
    secretariatOf(db, region.ownerId, today(now)),
  ])
  const known = new Set<string>()
  return [...town, ...office].filter((one) => one.personId && !known.has(one.personId) && known.add(one.personId))
}

type Answer = { agreed: true; origin: string } | { agreed: false; reason: string; origin: string }

const LATE = 'この文は、ほかの人がすでに答えたか、書きかえられています。画面を開き直してください'

/** The second person's word: may be shown as it stands, or goes back with a reason. */
export const answer = (ctx: Ctx, region: Region, one: Agreement, given: Answer): Promise<void> =>
  change(ctx, async (db, log) => {
    askAlive(region)
    const notSecond = notSecondReason(ctx.actor, one)
    if (notSecond) throw new Problem('forbidden', notSecond, ['市町村のほかの職員', '事務局'])
    const [id, name, at] = [ctx.actor.personId, ctx.actor.name, ctx.now.toISOString()]
    const set = given.agreed
      ? { agreedById: id, agreedBy: name, agreedAt: at }
      : { returnedById: id, returnedBy: name, returnedAt: at, returnReason: given.reason }
    if (!(await answerAgreement(db, one.id, set))) throw new Problem('conflict', LATE)
    const place = { regionId: region.id, circle: 'town' as const }
    const details = { id: one.id, title: one.title }
    if (given.agreed) await log({ kind: 'privacy_agreed', ...place, details })
    else await log({ kind: 'privacy_returned', ...place, details: { ...details, reason: given.reason } })
    const asker = one.askedById ? await personOf(db, one.askedById) : undefined
    if (!asker || asker.leftOn) return
    const to = { organisationId: '', personId: asker.id, name: asker.name, email: asker.email }
    const said = { region, by: name, title: one.title, link: given.origin + one.href }
    await postLater(db, answerLetter({ ...said, reason: given.agreed ? null : given.reason }, to), ctx.now)
  })

/** Stands before whatever makes a text seen outside: throws while a second person has not agreed to this wording. */
export async function askOpen(db: Db, asked: { regionId: string; subject: string; text: string }): Promise<void> {
  const gate = await gateOf(db, asked)
  if (isOpen(gate)) return
  const words = gate.found
    .map((one) => `「${one.text}」`)
    .slice(0, 5)
    .join('')
  throw new Problem(
    'conflict',
    `個人が分かるかもしれない言葉があります（${words}）。もう一人に確かめてもらってから進めてください`,
  )
}
