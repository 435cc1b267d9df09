import { keep } from '../../platform/db/transaction.ts'
import type { Call } from '../../platform/web/call.ts'
import type { SetCookie } from '../../platform/web/reply.ts'
import { insidePath } from '../doors/doors.ts'
import { SIGN_IN_COOKIE } from '../sign-in/sign-in.ts'
import { signInOfToken } from '../sign-in/store.ts'
import { tryDoor } from '../tries/store.ts'
import { fieldsToKeep, KEPT_COOKIE, KEPT_HOURS, STRANGERS_LIMIT, sizeOf } from './kept-posts.ts'
import { addKeptPost } from './store.ts'

/** Keeps what was sent after the sign-in had ended. A stranger may keep only a little, so that nobody can fill our disk. */
export async function keepPost(call: Call): Promise<SetCookie | null> {
  const { db, now } = call.ctx
  const fields = fieldsToKeep(call.body)
  const earlier = await signInOfToken(db, call.cookies[SIGN_IN_COOKIE])
  if (!earlier) {
    if (sizeOf(fields) > STRANGERS_LIMIT) return null
    if ((await tryDoor(db, 'kept_address', call.address, now)) > 0) return null
  }
  const post = { personId: earlier?.personId ?? null, path: insidePath(call.url), fields }
  const key = await keep({ db }, (trx) => addKeptPost(trx, post, now))
  return { name: KEPT_COOKIE, value: key, maxAge: KEPT_HOURS * 3600 }
}
