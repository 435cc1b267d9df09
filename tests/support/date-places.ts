import { makeLink } from '../../src/people/doors/store.ts'
import type { Demo } from './demonstration.ts'

/** mika asks for a date; returns what the browser of ken meets. */
async function pollAt(demo: Demo, href: string) {
  const mika = await demo.browse('mika')
  await mika.open(`${href}/dates`)
  const slot = { 'slots.0.on': '2026/1/27', 'slots.0.time': '10:00', 'slots.0.minutes': '90' }
  await mika.fill({ ...slot, sure: '1' }, '候補日を出す')
  const path = mika.links().find((link) => link.includes('/dates/people/')) ?? ''
  const inviteeId = path.split('/').at(-1) ?? ''
  return demo.db.selectFrom('pollInvitees').selectAll().where('id', '=', inviteeId).executeTakeFirstOrThrow()
}

/** Polls of a region's meeting and of a year's, their links, and a calendar. */
export async function datePlaces(demo: Demo, midori: string): Promise<Record<string, string>> {
  const asked = await pollAt(demo, `/regions/${midori}/meetings/7`)
  const wg = await pollAt(demo, `/programmes/${demo.years.main}/meetings/4`)
  const { email, personId, pollId, id } = asked
  const own = { email, personId, purpose: { pollId, inviteeId: id } }
  const year = '/programmes/:programmeId/meetings/:n'
  const ends = ['', '/schedule', '/cancellation', '/dates', '/dates/people/:inviteeId', '/papers', '/papers/:kind']
  return {
    pollId,
    inviteeId: id,
    '/regions/:regionId/meetings/:n/dates :n': '7',
    '/regions/:regionId/meetings/:n/dates/people/:inviteeId :n': '7',
    ...Object.fromEntries(ends.map((end) => [`GET ${year}${end} :n`, '4'])),
    [`GET ${year}/papers/:kind.docx :n`]: '4',
    [`GET ${year}/dates/people/:inviteeId :inviteeId`]: wg.id,
    '/l/poll/:token :token': await makeLink(demo.db, { kind: 'poll', ...own }, demo.now),
    '/l/calendar/:token :token': await makeLink(demo.db, { kind: 'calendar', email, personId }, demo.now),
  }
}
