import { expect } from 'chai'
import type { Browser, BrowserContext } from 'playwright-core'
import { type Actor, nobody, type RegionFacts } from '../../src/access/actor.ts'
import type { MountedRoute } from '../../src/access/doors.ts'
import { may } from '../../src/access/may.ts'
import { allRoutes } from '../../src/app.ts'
import type { PersonKey } from '../../src/overview/demonstration/people.ts'
import { paths } from '../../src/paths/paths.ts'
import { SIGN_IN_COOKIE } from '../../src/people/sign-in/sign-in.ts'
import { programmeSeen } from '../../src/programme/programmes/store.ts'
import { regionSeen } from '../../src/programme/regions/store.ts'
import { launch } from '../support/chromium.ts'
import { type Demo, demonstration } from '../support/demonstration.ts'
import { addressOf, type Places, placesOf } from '../support/places.ts'
import { ARCHIVE_CLOSER } from '../support/places-archives.ts'
import { GROUP_CLOSER } from '../support/places-groups.ts'
import { JOINT_CLOSER } from '../support/places-joint.ts'
import { LOOP_CLOSER } from '../support/places-loop.ts'
import { PACK_CLOSER } from '../support/places-packs.ts'
import { SHEET_CLOSER } from '../support/places-sheets.ts'
import { THINKING_CLOSER } from '../support/places-thinking.ts'
import { DESK, sideways, unfit, type Visitor, visitor } from './visit.ts'

const PEOPLE: (PersonKey | null)[] = ['mika', 'ken', 'aoi', 'sora', 'ren', 'saki', 'haru', 'tomo', 'nagi', null]

/** Doors that stand open but have nothing behind them here, and why. */
const EMPTY: Record<string, string> = {
  '/setup/:token': 'the house is set up already',
}
/** Places in other states than the one the routes are filled with: who looks, and where. */
const ELSEWHERE: [PersonKey, (demo: Demo) => string][] = [
  ['mika', (demo) => paths.region(demo.region('すずかぜ市'))],
  ['mika', (demo) => paths.region(demo.region('やまかげ町'))],
  ['mika', (demo) => paths.region(demo.region('みなと町'))],
  ['mika', (demo) => paths.region(demo.region('岐南町'))],
  ['mika', (demo) => paths.region(demo.region('水戸市'))],
  ['mika', (demo) => paths.board(demo.region('岐南町'))],
  ['haru', (demo) => paths.board(demo.region('やまかげ町'))],
  ['mika', (demo) => paths.entry(demo.region('みなと町'))],
  ['mika', (demo) => paths.decision(demo.region('ひばり村'))],
  ['mika', (demo) => paths.meetings(demo.region('水戸市'))],
  ['mika', (demo) => paths.meeting(demo.region('岐南町'), 3)],
  ['mika', (demo) => paths.matrix(demo.years.next)],
  ['mika', (demo) => paths.selection(demo.years.next)],
  ['mika', () => '/search?q=みどり'],
  ['hoku', () => '/'],
  ['hoku', (demo) => paths.region(demo.region('北森県'))],
  ['mori', (demo) => paths.entryConsent(demo.region('北森県'))],
  ['nami', () => '/'],
  ['nami', (demo) => paths.entry(demo.draft)],
  ['nami', (demo) => paths.submission(demo.draft)],
  ['nagi', (demo) => paths.promises(demo.region('すずかぜ市'))],
  ['hibiki', (demo) => paths.decision(demo.region('ひばり村'))],
]

/** Behind these doors the handler looks closer than the rule: whose line, whose file, which circle. */
const CLOSER = [
  '/lines/:lineId',
  '/files/:fileId',
  '/files/:fileId/removal',
  ...LOOP_CLOSER,
  ...GROUP_CLOSER,
  ...JOINT_CLOSER,
  ...PACK_CLOSER,
  ...SHEET_CLOSER,
  ...THINKING_CLOSER,
  ...ARCHIVE_CLOSER,
]

describe('every page, for everybody who may', () => {
  let demo: Demo
  let places: Places
  let browser: Browser
  const routes = allRoutes(true).filter((route) => route.method === 'get')
  /** Pages to be looked at: of one address, only those that show something the others do not. */
  const views: { path: string; kinds: Set<string>; who: PersonKey | null; address: string }[] = []
  const opened = new Map<string, number>()

  before(async () => {
    demo = await demonstration()
    places = await placesOf(demo)
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    demo?.close()
  })

  it('knows something real to put into every address', () => {
    const unknown = routes.filter((route) => addressOf(route, places) === null).map((route) => route.path)
    expect(unknown).to.deep.equal([])
  })

  for (const who of PEOPLE) {
    it(`opens to ${who ?? 'a stranger'} what the rule book says, and nothing else`, async () => {
      const visitor = await demo.browse(who ?? undefined)
      const actor = who ? await demo.actor(who) : nobody
      const wrong: string[] = []
      for (const route of routes) {
        const address = addressOf(route, places)
        if (!address) continue
        const allowed = await mayOpen(demo, actor, { route, places })
        await visitor.open(address)
        const { status } = visitor
        const asSaid = allowed === 'sign in' ? visitor.url.startsWith('/sign-in') : allowed === status < 400
        const closer = allowed === true && CLOSER.some((end) => route.path.endsWith(end)) && [403, 404].includes(status)
        if (status >= 500 || !(asSaid || closer || route.path in EMPTY))
          wrong.push(`${address} → ${status} ${visitor.heading}`)
        if (status >= 400 || allowed !== true) continue
        opened.set(route.path, (opened.get(route.path) ?? 0) + 1)
        // A part is no page: it stands in one that is looked at.
        if (!visitor.html.startsWith('<!doctype html>')) continue
        const shape = { path: route.path, kinds: kinds(visitor.html), who, address }
        if (!views.some((v) => v.path === shape.path && [...shape.kinds].every((kind) => v.kinds.has(kind))))
          views.push(shape)
      }
      expect(wrong).to.deep.equal([])
    })
  }

  it('leaves no door that nobody ever opened', () => {
    const closed = routes.map((r) => r.path).filter((path) => !opened.has(path) && !(path in EMPTY))
    expect(closed).to.deep.equal([])
  })

  it('looks right: no fault in the console, nothing from outside, no sideways scroll, nothing serious for axe', async function () {
    this.timeout(600_000)
    const wrong: string[] = []
    for (const who of [...PEOPLE, 'hoku', 'mori', 'nami', 'hibiki'] as const) {
      const others = ELSEWHERE.filter(([someone]) => someone === who).map(([, where]) => where(demo))
      const addresses = [...views.filter((view) => view.who === who).map((view) => view.address), ...others]
      const context = await browser.newContext({ viewport: DESK, locale: 'ja-JP' })
      if (who) await signIn(context, demo, who)
      const look = async (address: string | undefined, { page, faults }: Visitor): Promise<void> => {
        if (!address) return
        faults.length = 0
        const answer = await page.goto(demo.base + address, { waitUntil: 'load' })
        const status = answer?.status() === 200 ? [] : [`answers ${answer?.status()}`]
        const found = [...status, ...faults, ...(await unfit(page)), ...(await sideways(page))]
        await page.setViewportSize(DESK)
        wrong.push(...found.map((words) => `${who ?? 'stranger'} ${address} ${words}`))
        return look(addresses.shift(), { page, faults })
      }
      // Two pages at once: one is drawn while the other is judged.
      await Promise.all([1, 2].map(async () => look(addresses.shift(), await visitor(context, demo.base))))
      await context.close()
    }
    expect(wrong).to.deep.equal([])
  })
})

async function signIn(context: BrowserContext, demo: Demo, who: PersonKey): Promise<void> {
  await context.addCookies([{ name: SIGN_IN_COOKIE, value: await demo.cookie(who), url: demo.base }])
}

/** What the rule book says of this door with what the address names. */
async function mayOpen(
  demo: Demo,
  actor: Actor,
  { route, places }: { route: MountedRoute; places: Places },
): Promise<boolean | 'sign in'> {
  if (route.may === 'public') return true
  if (actor.personId === null) return 'sign in'
  const named = (key: string) => places[`${route.path} :${key}`] ?? places[key] ?? ''
  if (route.scope === 'plain') return may(actor, route.may as 'home.view')
  if (route.scope === 'programme') {
    const programme = await programmeSeen(demo.db, actor, named('programmeId'))
    return programme !== undefined && may(actor, route.may as 'programme.view', programme)
  }
  const region = await regionSeen(demo.db, actor, named('regionId'))
  return region !== undefined && may(actor, route.may as 'region.view', region as RegionFacts)
}

/** The kinds of elements on a page, without words and numbers of rows. */
function kinds(html: string): Set<string> {
  const all = [...html.matchAll(/<([a-z][a-z0-9]*)(?:\s[^>]*?class="([^"]*)")?/g)].map((m) => `${m[1]}.${m[2] ?? ''}`)
  return new Set(all)
}
