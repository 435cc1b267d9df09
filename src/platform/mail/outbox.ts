import type { Db } from '../db/db.ts'
import { newId } from '../db/ids.ts'

/** Letters are queued in the transaction of the deed that writes them; mail/tick.ts sends them afterwards. */
interface LettersTable {
  id: string
  messageId: string
  toAddress: string
  toName: string
  subject: string
  body: string
  attachmentsJson: string
  programmeId: string | null
  regionId: string | null
  personId: string | null
  kind: string
  createdAt: string
  dueAt: string
  claimedAt: string | null
  sentAt: string | null
  failedAt: string | null
  tries: number
  lastError: string | null
  cancelledAt: string | null
}

declare module '../db/db.ts' {
  interface Tables {
    letters: LettersTable
  }
}

export interface Attachment {
  name: string
  mime: string
  base64: string
}

export interface NewLetter {
  to: { email: string; name: string }
  subject: string
  /** Plain text. */
  body: string
  /** What the letter is about, for the outbox's list: 'sign_in', 'result'. */
  kind: string
  dueAt?: string
  programmeId?: string | null
  regionId?: string | null
  personId?: string | null
  attachments?: readonly Attachment[]
}

export interface Letter extends Omit<LettersTable, 'attachmentsJson'> {
  attachments: Attachment[]
}

export const letterFrom = ({ attachmentsJson, ...row }: LettersTable): Letter => ({
  ...row,
  attachments: JSON.parse(attachmentsJson),
})

/** Queues a letter; returns its id. Call it inside `change`, with that transaction's `db`. */
export async function postLater(db: Db, letter: NewLetter, now: Date): Promise<string> {
  const id = newId()
  await db
    .insertInto('letters')
    .values({
      id,
      messageId: `<${id}@banso-note.local>`,
      toAddress: oneLine(letter.to.email),
      toName: oneLine(letter.to.name),
      subject: oneLine(letter.subject),
      body: letter.body,
      attachmentsJson: JSON.stringify(letter.attachments ?? []),
      programmeId: letter.programmeId ?? null,
      regionId: letter.regionId ?? null,
      personId: letter.personId ?? null,
      kind: letter.kind,
      createdAt: now.toISOString(),
      dueAt: letter.dueAt ?? now.toISOString(),
      claimedAt: null,
      sentAt: null,
      failedAt: null,
      tries: 0,
      lastError: null,
      cancelledAt: null,
    })
    .execute()
  return id
}

/** A line end in a header would begin another header. */
const oneLine = (text: string): string => text.replace(/[\u0000-\u001F\u007F\u2028\u2029]+/g, ' ').trim()

/** Takes the next letter that is due, so that nobody else sends it. */
export async function claimNext(db: Db, now: Date): Promise<Letter | null> {
  const at = now.toISOString()
  const row = await db
    .updateTable('letters')
    .set({ claimedAt: at })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('letters')
        .select('id')
        .where('sentAt', 'is', null)
        .where('failedAt', 'is', null)
        .where('claimedAt', 'is', null)
        .where('cancelledAt', 'is', null)
        .where('dueAt', '<=', at)
        .orderBy('dueAt')
        .orderBy('id')
        .limit(1),
    )
    .returningAll()
    .executeTakeFirst()
  return row ? letterFrom(row) : null
}

export const markLetter = (db: Db, id: string, set: Partial<LettersTable>) =>
  db.updateTable('letters').set(set).where('id', '=', id).execute()
