import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MountedRoute } from '../../src/access/doors.ts'
import type { LinkKind } from '../../src/people/doors/doors.ts'
import { makeLink } from '../../src/people/doors/store.ts'
import { setupToken } from '../../src/people/setup/setup.ts'
import { projectRoot } from '../../src/platform/root.ts'
import type { Demo } from './demonstration.ts'
import { agreementPlaces } from './places-agreements.ts'
import { archivePlaces } from './places-archives.ts'
import { boardPlaces } from './places-boards.ts'
import { causePlaces } from './places-causes.ts'
import { closingPlaces } from './places-closing.ts'
import { dashboardPlaces } from './places-dashboards.ts'
import { groupPlaces } from './places-groups.ts'
import { jointPlaces } from './places-joint.ts'
import { journeyPlaces } from './places-journeys.ts'
import { loopPlaces } from './places-loop.ts'
import { packPlaces } from './places-packs.ts'
import { questionnairePlaces } from './places-questionnaires.ts'
import { sheetPlaces } from './places-sheets.ts'
import { thinkingPlaces } from './places-thinking.ts'

/** What stands for `:something` in an address: something real of the demonstration. */
export type Places = Record<string, string>

async function firstId(demo: Demo, table: 'advice' | 'promises' | 'meetingLines' | 'letters', text: string) {
  const column = table === 'letters' ? 'subject' : 'text'
  const rows = await demo.db.selectFrom(table).selectAll().execute()
  return rows.find((row) => String((row as Record<string, unknown>)[column]).includes(text))?.id ?? ''
}

async function link(demo: Demo, kind: LinkKind, purpose: Record<string, string> = {}): Promise<string> {
  const personId = await demo.personId('aoi')
  return makeLink(demo.db, { kind, email: 'aoi@midori.example', personId, purpose }, demo.now)
}

/** A link as a stranger gets it, after asking on the public page. */
async function entryLink(demo: Demo): Promise<string> {
  const stranger = await demo.browse()
  await stranger.open(`/entry/${demo.years.next}/start`)
  await stranger.fill({ name: '花園 凛', mail: 'rin@hanazono.example', organisation: 'はなぞの町', section: '' })
  const letters = await demo.db
    .selectFrom('letters')
    .select('body')
    .where('toAddress', '=', 'rin@hanazono.example')
    .execute()
  return /\/l\/entry\/([\w-]+)/.exec(letters.map((l) => l.body).join(' '))?.[1] ?? ''
}

async function uploads(demo: Demo, midori: string): Promise<{ bundle: string; workbook: string }> {
  const mika = await demo.browse('mika')
  const sample = readFileSync(join(projectRoot, 'src/overview/bundle/samples/r7-ginan.json'))
  await mika.upload('/bundles/check', [{ field: 'file', name: 'ginan.json', bytes: sample }])
  const bundle = mika.url.split('?')[0]?.split('/').at(-1) ?? ''
  await mika.open(`/regions/${midori}/entry/workbook`)
  const sheet = { field: 'workbook', name: 'みどり町.xlsx', bytes: mika.bytes }
  await mika.upload(`/regions/${midori}/entry/workbook`, [sheet])
  return { bundle, workbook: mika.url.split('?')[0]?.split('/').at(-1) ?? '' }
}

/** 取組 in their later moments: a homework, a practice, a tool file and the files that lie with them. */
export async function placesOf(demo: Demo): Promise<Places> {
  const { main, next } = demo.years
  const midori = demo.region('みどり町')
  const files = await uploads(demo, midori)
  const step = await demo.db.selectFrom('steps').select('id').where('programmeId', '=', main).where('key', '=', 's2')
  const sample = await demo.db.selectFrom('regions').select('id').where('isSample', '=', 1).executeTakeFirst()
  const member = await demo.db
    .selectFrom('regionMembers')
    .select('id')
    .where('regionId', '=', midori)
    .executeTakeFirst()
  const application = await demo.db.selectFrom('applications').select('id').executeTakeFirst()
  const own = await demo.db.selectFrom('memberships').selectAll().where('regionId', '=', midori).executeTakeFirst()
  const asked = { programmeId: main, regionId: midori, organisationId: 'org-910007' }
  return {
    ...{
      programmeId: main,
      regionId: midori,
      scoredId: midori,
      listKey: 'vagueEndings',
      n: '5',
      from: '1',
      to: '2',
      number: '2',
      role: 'secretariat',
    },
    ...{
      personId: await demo.personId('aoi'),
      organisationId: 'org-913413',
      stepId: (await step.executeTakeFirst())?.id ?? '',
    },
    ...{
      membershipId: own?.id ?? '',
      memberId: member?.id ?? '',
      applicationId: application?.id ?? 'none',
      signInId: 'none',
      sampleId: sample?.id ?? '',
      fileId: files.workbook,
    },
    adviceId: await firstId(demo, 'advice', '経過図にしてみませんか'),
    promiseId: await firstId(demo, 'promises', '病棟で1か月試して'),
    ...(await loopPlaces(demo)),
    ...(await boardPlaces(demo)),
    ...(await causePlaces(demo)),
    ...(await groupPlaces(demo)),
    ...(await journeyPlaces(demo)),
    ...(await jointPlaces(demo)),
    ...(await agreementPlaces(demo)),
    ...(await packPlaces(demo)),
    ...(await questionnairePlaces(demo)),
    ...(await sheetPlaces(demo)),
    ...(await thinkingPlaces(demo)),
    ...closingPlaces,
    ...dashboardPlaces,
    ...archivePlaces(demo),
    lineId: await firstId(demo, 'meetingLines', '3週間で入院の知らせが'),
    letterId: await firstId(demo, 'letters', 'みどり町'),
    '/programmes/:programmeId/letter-texts/:key :key': 'entry_link',
    '/regions/:regionId/meetings/:n/record :n': '6',
    '/regions/:regionId/meetings/:n/lines/:lineId :n': '4',
    '/regions/:regionId/parts/:key :key': 'profile',
    '/regions/:regionId/parts/:key :regionId': sample?.id ?? '',
    '/bundles/:fileId :fileId': files.bundle,
    '/entry/:programmeId :programmeId': next,
    '/entry/:programmeId/start :programmeId': next,
    '/entry/:programmeId/sheet :programmeId': next,
    '/entry/:programmeId/sent :programmeId': next,
    '/setup/:token :token': setupToken(),
    '/enter/:token :token': await link(demo, 'sign_in', { to: '/' }),
    '/invitation/:token :token': await link(demo, 'invitation'),
    '/password/reset/:token :token': await link(demo, 'password'),
    '/l/entry/:token :token': await entryLink(demo),
    '/l/consent/:token :token': await link(demo, 'consent', asked),
    '/l/agreement/:token :token': await link(demo, 'agreement', {
      ...{ programmeId: main, regionId: demo.region('北森県'), organisationId: 'org-922030' },
    }),
  }
}

/** The address of a route with everything in its place, or null when something of it is missing. */
export function addressOf(route: MountedRoute, places: Places): string | null {
  const value = (key: string) => places[`${route.path} :${key}`] ?? places[key]
  const keys = [...route.path.matchAll(/:(\w+)/g)].map((m) => m[1] ?? '')
  if (keys.some((key) => !value(key))) return null
  return (
    keys.reduce((path, key) => path.replace(`:${key}`, encodeURIComponent(value(key) ?? '')), route.path) +
    (places[`${route.path} ?`] ?? '')
  )
}
