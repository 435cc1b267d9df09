import type { LinkKind } from '../../src/people/doors/doors.ts'
import { makeLink } from '../../src/people/doors/store.ts'
import type { Demo } from './demonstration.ts'

type Places = Record<string, string>

/** Doors of the loop behind which the handler looks closer than the rule: whose poll, homework, draft, circle. */
export const LOOP_CLOSER = [
  ...['/consultations/:id', '/l/poll/:token', '/polls/:pollId', '/wording', '/outcome', '/more'],
  ...['/homework/:promiseId', '/practices/:promiseId', '/drafts/:fileId', '/preview', '/inline'],
  ...['', '/papers/:kind', '/papers/:kind.docx'].map((end) => `/programmes/:programmeId/meetings/:n${end}`),
]

const ofText = async (demo: Demo, table: 'promises' | 'advice', text: string): Promise<string> =>
  (await demo.db.selectFrom(table).select(['id', 'text']).execute()).find((row) => row.text.includes(text))?.id ?? ''

const linkOf = async (demo: Demo, kind: LinkKind, to: { who: 'aoi' | 'ken'; purpose: object }): Promise<string> => {
  const { who, purpose } = to
  const email = `${who}@${who === 'aoi' ? 'midori' : 'banso'}.example`
  return makeLink(demo.db, { kind, email, personId: await demo.personId(who), purpose: { ...purpose } }, demo.now)
}

/** mika asks for a date; somebody she asked. */
async function askedAt(demo: Demo, href: string) {
  const mika = await demo.browse('mika')
  await mika.open(`${href}/dates`)
  const slot = { 'slots.0.on': '2026/1/27', 'slots.0.time': '10:00', 'slots.0.minutes': '90' }
  await mika.fill({ ...slot, sure: '1' }, '候補日を出す')
  const id = mika.links().find((link) => link.includes('/dates/people/')) ?? ''
  const invitees = demo.db.selectFrom('pollInvitees').selectAll()
  return invitees.where('id', '=', id.split('/').at(-1) ?? '').executeTakeFirstOrThrow()
}

/** Polls of a region's meeting and of the year's, their links, a calendar. */
async function datePlaces(demo: Demo, midori: string): Promise<Places> {
  const { email, personId, pollId, id } = await askedAt(demo, `/regions/${midori}/meetings/7`)
  const year = '/programmes/:programmeId/meetings/:n'
  const wg = await askedAt(demo, `/programmes/${demo.years.main}/meetings/4`)
  const own = { email, personId, purpose: { pollId, inviteeId: id } }
  const ends = ['', '/schedule', '/cancellation', '/dates', '/dates/people/:inviteeId', '/papers/:kind']
  return {
    pollId,
    inviteeId: id,
    '/regions/:regionId/meetings/:n/dates :n': '7',
    '/regions/:regionId/meetings/:n/dates/people/:inviteeId :n': '7',
    ...Object.fromEntries(ends.map((end) => [`${year}${end} :n`, '4'])),
    [`${year}/papers/:kind.docx :n`]: '4',
    [`${year}/dates/people/:inviteeId :inviteeId`]: wg.id,
    '/l/poll/:token :token': await makeLink(demo.db, { kind: 'poll', ...own }, demo.now),
    '/l/calendar/:token :token': await makeLink(demo.db, { kind: 'calendar', email, personId }, demo.now),
  }
}

/** 取組 in their later moments: a homework with a draft laid in, a practice, a tool file. */
async function homeworkPlaces(demo: Demo, midori: string): Promise<Places> {
  const homework = await ofText(demo, 'promises', '経過図にする')
  const done = await ofText(demo, 'promises', '窓口の電話の記録')
  const file = await demo.db.selectFrom('promiseFiles').select('fileId').executeTakeFirst()
  const tool = await demo.db.selectFrom('tools').select('id').executeTakeFirst()
  const aoi = await demo.browse('aoi')
  const draft = { field: 'file', name: '下書き.txt', bytes: Buffer.from('まだ途中です') }
  await aoi.upload(`/regions/${midori}/homework/${homework}`, [draft], { draft: '1', text: '' })
  const laid = aoi.links().find((href) => href.includes('/drafts/')) ?? ''
  return {
    toolId: tool?.id ?? '',
    '/programmes/:programmeId/tools/:toolId/versions/:number :number': '1',
    '/regions/:regionId/homework/:promiseId :promiseId': homework,
    '/regions/:regionId/homework/:promiseId/drafts/:fileId :promiseId': homework,
    '/regions/:regionId/homework/:promiseId/drafts/:fileId :fileId': laid.split('/').at(-1) ?? '',
    '/regions/:regionId/practices/:promiseId :promiseId': done,
    '/regions/:regionId/practices/:promiseId/more :promiseId': done,
    '/regions/:regionId/files/:fileId/preview :fileId': file?.fileId ?? '',
    '/regions/:regionId/files/:fileId/inline :fileId': file?.fileId ?? '',
  }
}

/** Something real of the demonstration for every address of the accompaniment loop. */
export async function loopPlaces(demo: Demo): Promise<Places> {
  const midori = demo.region('みどり町')
  const consultation = await demo.db.selectFrom('consultations').select('id').executeTakeFirst()
  const answer = await demo.db.selectFrom('consultationAnswers').select('id').executeTakeFirst()
  const faq = await demo.db.selectFrom('faqs').select('id').executeTakeFirst()
  const adviceId = await ofText(demo, 'advice', '経過図にしてみませんか')
  const lines = { regionId: midori, organisationId: 'org-913413', stepKey: 'pre3', programmeId: demo.years.main }
  const report = await linkOf(demo, 'report', { who: 'aoi', purpose: lines })
  const asked = ['', '/answers', '/answers/:answerId/advice', '/answers/:answerId/faq']
  const meeting = '/regions/:regionId/meetings/:n'
  const papers = [meeting, '/programmes/:programmeId/meetings/:n'].map((at) => ({
    [`${at}/papers/:kind :kind`]: 'agenda',
    [`${at}/papers/:kind.docx :kind`]: 'roster',
  }))
  return {
    ...(await homeworkPlaces(demo, midori)),
    ...(await datePlaces(demo, midori)),
    ...Object.assign({}, ...papers),
    faqId: faq?.id ?? '',
    ...Object.fromEntries(
      asked.map((end) => [`/regions/:regionId/consultations/:id${end} :id`, consultation?.id ?? '']),
    ),
    ...{ answerId: answer?.id ?? 'none', transferId: 'none', noteId: 'none', stepKey: 'pre3' },
    [`${meeting}/lines :n`]: '4',
    [`${meeting}/minutes :n`]: '4',
    [`${meeting}/minutes.docx :n`]: '4',
    [`${meeting}/live/parts/:part :part`]: 'wall',
    '/l/report/:token :token': report,
    '/l/report/:token/draft :token': report,
    '/l/advice/:token :token': await linkOf(demo, 'advice', { who: 'ken', purpose: { regionId: midori, adviceId } }),
  }
}
