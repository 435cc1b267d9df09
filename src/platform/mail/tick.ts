import type { Db } from '../db/db.ts'
import { keep } from '../db/transaction.ts'
import { log, plainError } from '../log/log.ts'
import { claimNext, type Letter, markLetter } from './outbox.ts'
import type { Send } from './smtp.ts'

/** Minutes until the next try; after the last one the letter stands as failed. */
const BACK_OFF = [1, 5, 15, 60, 240, 720]

/**
 * Claims one letter, sends it, marks it. Claim and mark are transactions of their own: a letter found claimed but
 * unmarked after a crash may have gone, so it waits for a person.
 */
export async function postOne(db: Db, send: Send, now: Date): Promise<boolean> {
  const letter = await keep({ db }, (trx) => claimNext(trx, now))
  if (!letter) return false
  const mark = await send(letter).then(
    (how) => ({
      sentAt: now.toISOString(),
      lastError: null,
      tries: letter.tries + 1,
      ...(how === 'sent' && { body: withoutTokens(letter.body) }),
    }),
    (error: unknown) => afterFailure(letter, error, now),
  )
  await keep({ db }, (trx) => markLetter(trx, letter.id, mark))
  return true
}

function afterFailure(letter: Letter, error: unknown, now: Date) {
  const tries = letter.tries + 1
  const lastError = reasonOf(error)
  const minutes = isFinal(error) ? undefined : BACK_OFF[letter.tries]
  if (minutes === undefined) return { tries, lastError, claimedAt: null, failedAt: now.toISOString() }
  return { tries, lastError, claimedAt: null, dueAt: new Date(now.getTime() + minutes * 60_000).toISOString() }
}

type MailError = { responseCode?: number; code?: string }

/** The other side said a lasting no (5xx); trying again would only annoy it. A refused sign-in of ours may be mended. */
const isFinal = (error: unknown): boolean => {
  const { responseCode = 0, code } = error as MailError
  return responseCode >= 500 && code !== 'EAUTH'
}

/** Why, in words a secretariat can act on. The server's own words stay in the log. */
function reasonOf(error: unknown): string {
  const { responseCode, code } = error as MailError
  if (code === 'EAUTH') return 'メールサーバーが、こちらの名前とパスワードを受け付けませんでした'
  if (code === 'EENVELOPE')
    return `宛先のメールアドレスを、メールサーバーが受け付けませんでした（${responseCode ?? '応答なし'}）`
  if (responseCode) return `メールサーバーが受け付けませんでした（${responseCode}）`
  return 'メールサーバーにつながりませんでした'
}

/** Once a letter is with its reader, the keys in it have no business in our database. */
const withoutTokens = (body: string): string => body.replace(/\/[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g, '/…')

/** Sends what is due, then looks again every `every` ms. Returns the way to stop, which waits for the letter at hand. */
export function startTick(db: Db, send: Send, every = 5_000): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let atWork = Promise.resolve()
  const work = async () => {
    try {
      while (!stopped && (await postOne(db, send, new Date())));
    } catch (error) {
      log.error({ error: plainError(error) }, 'outbox')
    }
    if (!stopped) timer = setTimeout(begin, every).unref()
  }
  const begin = () => {
    atWork = work()
  }
  begin()
  return () => {
    stopped = true
    clearTimeout(timer)
    return atWork
  }
}
