import { expect } from 'chai'
import { nobody, type RegionFacts } from '../../src/access/actor.ts'
import type { MountedRoute } from '../../src/access/doors.ts'
import { may } from '../../src/access/may.ts'
import { allRoutes } from '../../src/app.ts'
import type { PersonKey } from '../../src/overview/demonstration/people.ts'
import { SIGN_IN_COOKIE } from '../../src/people/sign-in/sign-in.ts'
import { programmeSeen } from '../../src/programme/programmes/store.ts'
import { regionSeen } from '../../src/programme/regions/store.ts'
import type { Browser } from '../support/browse.ts'
import { type Demo, demonstration } from '../support/demonstration.ts'
import { addressOf, type Places, placesOf } from '../support/places.ts'

const PEOPLE: (PersonKey | null)[] = ['mika', 'aoi', 'ren', 'mori', null]

const EVIL = '𠮷👨‍👩‍👧\u0000<script>alert(1)</script>=1+1"\'--'
type Fields = Record<string, string | string[]>
/** What people and machines send by mistake or on purpose, for whatever a form asks. */
const RUBBISH: Record<string, (names: readonly string[]) => Fields> = {
  nothing: () => ({}),
  'far too much': (names) => ({ ...same(names, ''), ...same(names.slice(0, 3), 'あ'.repeat(50_000)), once: '!!' }),
  'strange signs, twice': (names) => ({ ...same(names, [EVIL, EVIL]), __proto__x: 'a', constructor: 'b' }),
  'days and ids that do not exist': (names) =>
    Object.fromEntries(
      names.map((name) => [name, /on$|due|date|day/i.test(name) ? '令和7年2月30日' : '0000000000000000']),
    ),
}
const same = (names: readonly string[], value: string | string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, value]))

/** Names that forms use where no page was found that shows the form. */
const USUAL = [
  'reason',
  'note',
  'name',
  'text',
  'answer',
  'untilOn',
  'organisationId',
  'role',
  'email',
  'mail',
  'password',
]

describe('rubbish', () => {
  let demo: Demo
  let places: Places
  let names: Map<string, string[]>
  const routes = allRoutes(true)

  before(async function () {
    this.timeout(90_000)
    demo = await demonstration()
    places = { ...(await placesOf(demo)), personId: await demo.personId('tetsu') }
    names = await namesOfForms(demo, routes, places)
  })
  after(() => demo.close())

  it('sent to every form gets a clear Japanese sentence, never a fault of ours', async function () {
    this.timeout(240_000)
    const wrong: string[] = []
    for (const route of routes.filter((r) => r.method === 'post')) {
      const address = addressOf(route, places)
      if (!address) {
        wrong.push(`nothing to put into ${route.path}`)
        continue
      }
      const who = await whoMay(demo, route, places)
      for (const [what, rubbish] of Object.entries(RUBBISH)) {
        const fault = await faultOf(await post(demo, who, { address, fields: rubbish(names.get(address) ?? USUAL) }))
        if (fault) wrong.push(`${who ?? 'stranger'}: ${route.path} with ${what}: ${fault}`)
      }
    }
    expect(wrong).to.deep.equal([])
  })

  it('as files is refused in words, at the field', async function () {
    this.timeout(20_000)
    const wrong: string[] = []
    const files = [
      { name: '空.xlsx', bytes: Buffer.alloc(0) },
      { name: 'プログラム.xlsx', bytes: Buffer.from('MZ\u0090\u0000'.repeat(200), 'latin1') },
      { name: '古い形.xls', bytes: Buffer.from('d0cf11e0a1b11ae1'.repeat(100), 'hex') },
      { name: '../../逃げる.json', bytes: Buffer.from('{"format": "banso-case/1", "steps": [') },
      { name: '化ける.csv', bytes: Buffer.from([0x8b, 0xc7, 0xff, 0xfe, 0x00]) },
    ]
    for (const route of routes.filter((r) => r.upload)) {
      const who = await whoMay(demo, route, places)
      const address = addressOf(route, places) ?? ''
      const field = names.get(address)?.at(-1) ?? 'file'
      for (const given of files) {
        const fault = await faultOf(await send(demo, who, { address, field, ...given }))
        if (fault) wrong.push(`${route.path} with ${field} ${given.name}: ${fault}`)
      }
    }
    expect(wrong).to.deep.equal([])
  })
})

/** Posts as a browser would, and looks at the very answer: a redirect is an answer too. */
async function post(demo: Demo, who: PersonKey | null, given: { address: string; fields: Fields }): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(given.fields)) for (const one of [value].flat()) body.append(name, one)
  const cookie = who ? `${SIGN_IN_COOKIE}=${await demo.cookie(who)}` : ''
  const headers = { origin: demo.base, cookie }
  return fetch(demo.base + given.address, { method: 'POST', headers, body, redirect: 'manual' })
}

interface Given {
  address: string
  field: string
  name: string
  bytes: Buffer
}

async function send(demo: Demo, who: PersonKey | null, given: Given): Promise<Response> {
  const body = new FormData()
  body.append(given.field, new Blob([new Uint8Array(given.bytes)]), given.name)
  const cookie = who ? `${SIGN_IN_COOKIE}=${await demo.cookie(who)}` : ''
  const headers = { origin: demo.base, cookie }
  return fetch(demo.base + given.address, { method: 'POST', headers, body, redirect: 'manual' })
}

/** What is wrong with an answer to rubbish, or null. */
async function faultOf(answer: Response): Promise<string | null> {
  const html = await answer.text()
  if (answer.status >= 500) return `${answer.status}`
  if (/\bat .+\.(ts|js):\d+/.test(html)) return 'a stack trace'
  if (html.includes('<script>alert(1)')) return 'a script'
  if (answer.status < 400) return null
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  const typed = /<(input|textarea|select|option)[^>]*>([^<]*)/g
  const words = main
    .replace(typed, ' ')
    .replace(/<[^>]+>/g, '。')
    .replace(/\s+/g, ' ')
  const latin = /[A-Za-z']{2,} [A-Za-z']{2,} [A-Za-z']{2,}/.exec(words)
  return latin ? `a Latin sentence 「${latin[0]}」` : null
}

/** Field names by the address a form is sent to, read from every page somebody may open. */
async function namesOfForms(
  demo: Demo,
  routes: readonly MountedRoute[],
  places: Places,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const browsers = new Map<PersonKey | null, Browser>()
  const known = (route: MountedRoute) => route.method === 'get' && addressOf(route, places) !== null
  for (const route of routes.filter(known)) {
    const who = await whoMay(demo, route, places)
    const browser = browsers.get(who) ?? (await demo.browse(who ?? undefined))
    browsers.set(who, browser)
    await browser.open(addressOf(route, places) ?? '/')
    for (const form of browser.document.querySelectorAll('form[method=post]')) {
      const controls = form.querySelectorAll('[name]').map((c) => c.getAttribute('name') ?? '')
      const to = (form.getAttribute('action') ?? browser.url).split('?')[0] ?? ''
      found.set(to, [...new Set([...(found.get(to) ?? []), ...controls])].filter((n) => n !== 'once').slice(0, 40))
    }
  }
  return found
}

/** The first of the town whom the rule book lets through. */
async function whoMay(demo: Demo, route: MountedRoute, places: Places): Promise<PersonKey | null> {
  if (route.may === 'public') return null
  const named = (key: string) => places[`${route.path} :${key}`] ?? places[key] ?? ''
  for (const who of PEOPLE) {
    const actor = who ? await demo.actor(who) : nobody
    const at = { programme: named('programmeId'), region: named('regionId') }
    const facts =
      route.scope === 'programme'
        ? await programmeSeen(demo.db, actor, at.programme)
        : route.scope === 'region' && (await regionSeen(demo.db, actor, at.region))
    if (route.scope !== 'plain' && !facts) continue
    if (may(actor, route.may as 'region.view', facts as RegionFacts)) return who
  }
  return null
}
