import Database from 'better-sqlite3'
import { DEEDS, type Write } from './load.ts'

/** What a look into the house's own file finds wrong. Nobody has it open. */
export function faultsIn(file: string, writes: readonly Write[]): string[] {
  const database = new Database(file)
  try {
    const checked = database.pragma('integrity_check', { simple: true })
    const faults = checked === 'ok' ? [] : [`integrity_check: ${checked}`]
    const count = (write: Write) =>
      (database.prepare(DEEDS[write.deed].found).get(`%${write.mark}%`) as { n: number }).n
    const lastTyped = newestDrafts(writes)
    for (const write of writes) {
      if (write.deed === 'autosave') continue
      const n = count(write)
      if (write.isAcknowledged && n === 0) faults.push(`lost: ${write.deed} ${write.mark}`)
      if (n > 1) faults.push(`twice: ${write.deed} ${write.mark}`)
    }
    for (const accepted of lastTyped)
      if (!accepted.some((write) => count(write) === 1)) faults.push(`lost: autosave ${accepted[0]?.mark}`)
    return faults
  } finally {
    database.close()
  }
}

/** A draft replaces the one before: of each tab the last acknowledged, or one sent after it, must stand there. */
function newestDrafts(writes: readonly Write[]): Write[][] {
  const tabs = new Map<number, Write[]>()
  for (const write of writes.filter((w) => w.deed === 'autosave'))
    tabs.set(write.slot, [...(tabs.get(write.slot) ?? []), write])
  return [...tabs.values()]
    .map((typed) => typed.slice(typed.findLastIndex((w) => w.isAcknowledged)))
    .filter((typed) => typed[0]?.isAcknowledged)
}

interface Outbox {
  uncertain: { id: string; subject: string; messageId: string }[]
  /** Marked as sent, by their Message-ID. */
  sent: string[]
  waiting: number
}

export function outboxOf(file: string): Outbox {
  const database = new Database(file)
  try {
    const rows = (where: string) =>
      database.prepare(`select id, subject, message_id as messageId from letters where ${where}`).all()
    const open = 'sent_at is null and failed_at is null and cancelled_at is null'
    return {
      uncertain: rows(`claimed_at is not null and ${open}`) as Outbox['uncertain'],
      sent: (rows('sent_at is not null') as Outbox['uncertain']).map((row) => row.messageId),
      waiting: rows(`claimed_at is null and ${open}`).length,
    }
  } finally {
    database.close()
  }
}

/** Ten minutes pass while the house is down. */
export function letTimePass(file: string): void {
  const database = new Database(file)
  const earlier = new Date(Date.now() - 10 * 60_000).toISOString()
  database.prepare('update letters set claimed_at = ? where claimed_at is not null and sent_at is null').run(earlier)
  database.close()
}
