import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { hashOf, newToken } from '../sign-in/sign-in.ts'
import { KEPT_HOURS, type KeptPost } from './kept-posts.ts'

interface KeptPostsTable {
  id: string
  keyHash: string
  personId: string | null
  path: string
  fieldsJson: string
  createdAt: string
}

declare module '../../platform/db/db.ts' {
  interface Tables {
    keptPosts: KeptPostsTable
  }
}

const oldest = (now: Date) => new Date(now.getTime() - KEPT_HOURS * 3_600_000).toISOString()

/** Keeps the fields and returns the key for the browser's cookie; forgets what is older than a day. */
export async function addKeptPost(db: Db, post: Omit<KeptPost, 'createdAt'>, now: Date): Promise<string> {
  const key = newToken()
  const { fields, ...rest } = post
  await db.deleteFrom('keptPosts').where('createdAt', '<', oldest(now)).execute()
  await db
    .insertInto('keptPosts')
    .values({
      ...rest,
      id: newId(),
      keyHash: hashOf(key),
      fieldsJson: JSON.stringify(fields),
      createdAt: now.toISOString(),
    })
    .execute()
  return key
}

export async function keptPostOf(db: Db, key: string, now: Date): Promise<KeptPost | null> {
  const row = await db
    .selectFrom('keptPosts')
    .selectAll()
    .where('keyHash', '=', hashOf(key))
    .where('createdAt', '>=', oldest(now))
    .executeTakeFirst()
  return row
    ? { personId: row.personId, path: row.path, createdAt: row.createdAt, fields: JSON.parse(row.fieldsJson) }
    : null
}
