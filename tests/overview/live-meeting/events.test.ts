import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { SIGN_IN_COOKIE } from '../../../src/people/sign-in/sign-in.ts'
import { startSignIn } from '../../../src/people/sign-in/store.ts'
import { type LiveEvent, liveMark, missedSince, tell } from '../../../src/platform/web/live.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const live = paths.meetingLive(ID, 1)

/** A page that listens: what it heard, and when. */
class Ear {
  readonly heard: { id: string; data: string; at: number }[] = []
  headers = new Headers()
  status = 0
  readonly #stop = new AbortController()

  async open(
    base: string,
    who: { midori: Town; name: PersonName },
    headers: Record<string, string> = {},
  ): Promise<this> {
    const { midori, name } = who
    const given = { personId: midori.people[name], device: 'test', address: '127.0.0.1' }
    const cookie = `${SIGN_IN_COOKIE}=${await startSignIn(midori.db, given, midori.now)}`
    const url = new URL(paths.meetingEvents(ID, 1), base)
    const response = await fetch(url, {
      headers: { cookie, accept: 'text/event-stream', ...headers },
      signal: this.#stop.signal,
    })
    this.headers = response.headers
    this.status = response.status
    if (response.ok && response.body) this.#read(response.body).catch(() => undefined)
    else await response.text()
    return this
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder()
    let rest = ''
    for await (const bytes of body as unknown as AsyncIterable<Uint8Array>) {
      rest += decoder.decode(bytes, { stream: true })
      const blocks = rest.split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
        if (field('data') && !field('event')) this.heard.push({ id: field('id'), data: field('data'), at: Date.now() })
      }
    }
  }

  close(): void {
    this.#stop.abort()
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function until(done: () => boolean): Promise<void> {
  const end = Date.now() + 3000
  while (!done() && Date.now() < end) await pause(10)
}

describe('the stream of a running meeting', () => {
  it('tells two readers of different circles within a second, each only of what they read, and no words', async () => {
    const midori = await town(await freshDb())
    const ken = await browse(midori, 'ken')
    await ken.open(live)
    const base = ken.base
    const aoiHears = await new Ear().open(base, { midori, name: 'aoi' })
    const mikaHears = await new Ear().open(base, { midori, name: 'mika' })
    expect(aoiHears.headers.get('content-type')).to.include('text/event-stream')
    expect(aoiHears.headers.get('x-accel-buffering')).to.equal('no')
    await ken.fill({ kind: 'advice', text: '内輪のこと', circle: 'team' }, '書き足す')
    await until(() => mikaHears.heard.length === 1)
    const before = Date.now()
    await ken.fill({ kind: 'decided', text: '病院から始める', circle: 'region' }, '書き足す')
    await until(() => aoiHears.heard.length === 1 && mikaHears.heard.length === 2)
    expect(mikaHears.heard.length).to.equal(2)
    expect(aoiHears.heard.length, '支援チームのことは伝わらない').to.equal(1)
    expect((aoiHears.heard[0]?.at ?? 0) - before).to.be.below(1000)
    expect(Object.keys(JSON.parse(aoiHears.heard[0]?.data ?? '{}'))).to.deep.equal(['seq', 'what'])

    const last = mikaHears.heard[0]?.id ?? ''
    mikaHears.close()
    const again = await new Ear().open(base, { midori, name: 'mika' }, { 'last-event-id': last })
    await until(() => again.heard.length === 1)
    expect(again.heard.map((one) => one.id)).to.deep.equal([aoiHears.heard[0]?.id])
    for (const one of [aoiHears, again]) one.close()
  })

  it('a listener from before a restart asks for everything again; too many windows are refused in words', async () => {
    const midori = await town(await freshDb())
    const ken = await browse(midori, 'ken')
    await ken.open(live)
    const old = await new Ear().open(ken.base, { midori, name: 'aoi' }, { 'last-event-id': 'longago.7' })
    await until(() => old.heard.length === 1)
    expect(JSON.parse(old.heard[0]?.data ?? '{}')).to.deep.equal({ seq: 0, what: 'all' })
    const more = []
    for (let i = 0; i < 5; i++) more.push(await new Ear().open(ken.base, { midori, name: 'aoi' }))
    const refused = await new Ear().open(ken.base, { midori, name: 'aoi' })
    expect(refused.status).to.equal(429)
    for (const one of [old, ...more]) one.close()
  })

  it('knows what was missed, and when too much was missed to say', () => {
    const mark = liveMark()
    const topics = new Set(['a'])
    tell('a', 'lines')
    tell('b', 'lines')
    expect(missedSince(mark, topics)?.map((event: LiveEvent) => event.topic)).to.deep.equal(['a'])
    for (let i = 0; i < 600; i++) tell('b', 'lines')
    expect(missedSince(mark, topics)).to.equal(null)
    expect(missedSince(liveMark(), topics)).to.deep.equal([])
  })
})
