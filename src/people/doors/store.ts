import type { Db } from '../../platform/db/db.ts'
import { today } from '../../platform/time.ts'
import { notFound, Problem } from '../../platform/web/problem.ts'
import { foldEmail } from '../accounts/accounts.ts'
import { hashOf, newToken } from '../sign-in/sign-in.ts'
import { LINK_KINDS, type Link, type LinkKind, type NewLink, usualEnd } from './doors.ts'

export { forgetTries, tryDoor } from '../tries/store.ts'

interface DoorLinksTable {
  tokenHash: string
  kind: string
  personId: string | null
  email: string
  purposeJson: string
  createdAt: string
  endsAt: string
  usedAt: string | null
  revokedAt: string | null
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    doorLinks: DoorLinksTable
  }
}

/** Makes a link and returns its token: the only time it is known; the database keeps its hash. */
export async function makeLink(db: Db, link: NewLink, now: Date): Promise<string> {
  const token = newToken()
  await db
    .insertInto('doorLinks')
    .values({
      tokenHash: hashOf(token),
      kind: link.kind,
      personId: link.personId ?? null,
      email: foldEmail(link.email),
      purposeJson: JSON.stringify(link.purpose ?? {}),
      createdAt: now.toISOString(),
      endsAt: new Date(link.endsAt ?? usualEnd(link.kind, now)).toISOString(),
      usedAt: null,
      revokedAt: null,
    })
    .execute()
  return token
}

async function find(db: Db, token: string, kind: LinkKind) {
  const row = await db
    .selectFrom('doorLinks')
    .leftJoin('people', 'people.id', 'doorLinks.personId')
    .selectAll('doorLinks')
    .select('people.leftOn')
    .where('tokenHash', '=', hashOf(token))
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (!row) return null
  const { purposeJson, leftOn, ...rest } = row
  return { link: { ...rest, kind, purpose: JSON.parse(purposeJson) } satisfies Link, leftOn }
}

function isAlive(link: Link, leftOn: string | null, now: Date): boolean {
  if (link.revokedAt || link.endsAt <= now.toISOString()) return false
  if (leftOn && leftOn <= today(now)) return false
  return !(LINK_KINDS[link.kind].once && link.usedAt)
}

/** The link behind a token while it is good; null when unknown, ended, revoked, used up, or its person has left. */
export async function linkOf(db: Db, token: string, kind: LinkKind, now: Date): Promise<Link | null> {
  const found = await find(db, token, kind)
  return found && isAlive(found.link, found.leftOn, now) ? found.link : null
}

/** For pages: an unknown token is 404, one that was good once is 410 with the words given. */
export async function openLink(
  db: Db,
  token: string,
  kind: LinkKind,
  asked: { now: Date; gone: string },
): Promise<Link> {
  const found = await find(db, token, kind)
  if (!found) throw notFound()
  if (!isAlive(found.link, found.leftOn, asked.now)) throw new Problem('gone', asked.gone)
  return found.link
}

/** Uses a link; of two who try at once only one gets it. Call it inside a transaction. */
export async function spendLink(db: Db, token: string, kind: LinkKind, now: Date): Promise<Link | null> {
  const link = await linkOf(db, token, kind, now)
  if (!link) return null
  let query = db.updateTable('doorLinks').set({ usedAt: now.toISOString() }).where('tokenHash', '=', link.tokenHash)
  if (LINK_KINDS[kind].once) query = query.where('usedAt', 'is', null)
  const result = await query.executeTakeFirst()
  return Number(result.numUpdatedRows) > 0 ? link : null
}

export interface LinksToRevoke {
  personId?: string
  email?: string
  kinds?: readonly LinkKind[]
  /** Only links whose purpose holds these values: { regionId: … }. */
  purpose?: Record<string, string>
}

/** Ends links before their time. Without any of person, address or purpose nothing is revoked. */
export async function revokeLinks(db: Db, which: LinksToRevoke, now: Date): Promise<void> {
  const { personId, email, kinds, purpose } = which
  if (!personId && !email && !purpose) return
  const rows = await db
    .selectFrom('doorLinks')
    .select(['tokenHash', 'purposeJson'])
    .where('revokedAt', 'is', null)
    .where('endsAt', '>', now.toISOString())
    .$if(personId !== undefined, (q) => q.where('personId', '=', personId ?? ''))
    .$if(email !== undefined, (q) => q.where('email', '=', foldEmail(email ?? '')))
    .$if(kinds !== undefined, (q) => q.where('kind', 'in', [...(kinds ?? [])]))
    .execute()
  const meant = rows.filter((row) => {
    const held = JSON.parse(row.purposeJson) as Record<string, unknown>
    return Object.entries(purpose ?? {}).every(([name, value]) => held[name] === value)
  })
  for (const { tokenHash } of meant) {
    await db.updateTable('doorLinks').set({ revokedAt: now.toISOString() }).where('tokenHash', '=', tokenHash).execute()
  }
}
