import type { NewLetter } from '../../platform/mail/outbox.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type Minutes, partsOf, readBy } from './minutes.ts'
import type { MinutesReader } from './store.ts'

interface About {
  region: Region
  minutes: Minutes
  link: string
  /** Why a later version was made; empty for the first. */
  reason: string
}

/** The minutes as a letter: only what its reader may read in the tool. */
export function minutesLetter({ region, minutes, link, reason }: About, to: MinutesReader): NewLetter {
  const read = readBy(minutes, to.circles)
  const parts = partsOf(read).map((part) => {
    const rows = part.rows.map((row) => `・${row.text}${row.note ? `（${row.note}）` : ''}`)
    return [`【${part.heading}】`, ...rows].join('\n')
  })
  const head = reason
    ? `${region.name} ${read.label}の記録を直し、新しい版にしました。\n理由：${reason}`
    : `${region.name} ${read.label}の記録が確定しました。`
  const names = read.people.map((one) => one.name).join('、')
  const facts = [`日時：${read.when}`, ...(names ? [`出席（敬称略）：${names}`] : [])].join('\n')
  const foot = `くわしくは、次のページで読めます。\n${link}`
  return {
    to: { email: to.email, name: to.name },
    personId: to.id,
    programmeId: region.programmeId,
    regionId: region.id,
    kind: 'minutes',
    subject: `【${region.name}】${read.label}の記録${reason ? '（改めた版）' : ''}`,
    body: [`${to.name} 様`, head, facts, ...parts, foot].join('\n\n'),
  }
}
