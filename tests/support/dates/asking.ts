import ICAL from 'ical.js'
import { paths } from '../../../src/paths/paths.ts'
import { type Letter, letterFrom } from '../../../src/platform/mail/outbox.ts'
import { type Browser, browse } from '../browse.ts'
import type { PersonName, Town } from '../town.ts'

export const S1 = paths.meeting('region-midori', 3)

const emailOf = (who: PersonName) => `${who}@${['aoi', 'daichi', 'nagi'].includes(who) ? 'midori' : 'banso'}.example`

export async function lettersTo(midori: Town, who: PersonName): Promise<Letter[]> {
  const rows = await midori.db
    .selectFrom('letters')
    .selectAll()
    .where('toAddress', '=', emailOf(who))
    .orderBy('id')
    .execute()
  return rows.map(letterFrom)
}

export const lettersOf = (midori: Town, kind: string) =>
  midori.db.selectFrom('letters').selectAll().where('kind', '=', kind).orderBy('id').execute()

/** The way in that stands in somebody's last letter. */
export async function linkOf(midori: Town, who: PersonName): Promise<string> {
  const body = (await lettersTo(midori, who)).at(-1)?.body ?? ''
  return /\/l\/poll\/[\w-]+/.exec(body)?.[0] ?? ''
}

export const slot = (row: number, on: string, time: string, minutes = '90') => ({
  [`slots.${row}.on`]: on,
  [`slots.${row}.time`]: time,
  [`slots.${row}.minutes`]: minutes,
})

export const THREE = {
  ...slot(0, '令和7年11月5日', '14:00'),
  ...slot(1, '2025/11/6', '午前10時'),
  ...slot(2, 'R7.11.7', '13:30'),
}

/** mika asks the team of みどり町 for 支援1. */
export async function asked(midori: Town, slots: Record<string, string> = THREE): Promise<Browser> {
  const mika = await browse(midori, 'mika')
  await mika.open(paths.dates(S1))
  await mika.fill(slots, '候補日を出す')
  return mika
}

type Sign = 'yes' | 'maybe' | 'no'

/** Answers in the order of the slots, by the own link, without a sign-in. */
export async function answers(midori: Town, who: PersonName, signs: readonly (Sign | null)[]): Promise<Browser> {
  const person = await browse(midori)
  await person.open(await linkOf(midori, who))
  const names = [
    ...new Set(person.document.querySelectorAll('input[type=radio]').map((r) => r.getAttribute('name') ?? '')),
  ]
  const chosen = signs.flatMap((sign, i) => (sign ? [[names[i] ?? '', sign]] : []))
  return person.fill(Object.fromEntries(chosen), '返事を送る')
}

/** A calendar file as an independent reader understands it. */
export function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const attendees = component.getAllProperties('attendee').map((p) => String(p.getFirstValue()).toLowerCase())
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      location: event.location,
      start: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString(),
      zone: event.startDate.zone.tzid,
      end: event.endDate.toJSDate().toISOString(),
      status: String(component.getFirstPropertyValue('status')),
      organizer: String(component.getFirstPropertyValue('organizer') ?? ''),
      attendees,
    }
  })
  return { method: String(calendar.getFirstPropertyValue('method')), events }
}

export const calendarIn = (letter: Letter | undefined) =>
  readCalendar(Buffer.from(letter?.attachments[0]?.base64 ?? '', 'base64').toString('utf8'))
