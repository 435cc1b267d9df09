import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildApp } from '../app.ts'
import { FILLED_TODAY } from '../overview/filled-regions/filled-regions.ts'
import { OFFICE } from '../overview/fillings/fillings.ts'
import type { Measured, Visit } from '../overview/measurings/measurings.ts'
import { personByEmail } from '../people/accounts/store.ts'
import { SIGN_IN_COOKIE } from '../people/sign-in/sign-in.ts'
import { startSignIn } from '../people/sign-in/store.ts'
import { countQueries, type Db } from '../platform/db/db.ts'
import { instantAt } from '../platform/time.ts'
import { Problem } from '../platform/web/problem.ts'

/** The day it is in a filled folder. */
export const NOW = new Date(instantAt(FILLED_TODAY, '10:00'))

/** The app over the folder, on this machine alone, and somebody of the secretariat signed in. */
export interface House {
  base: string
  cookie: string
  close(): Promise<void>
}

export async function openHouse(db: Db): Promise<House> {
  const person = await personByEmail(db, OFFICE.email)
  if (!person)
    throw new Problem('not_found', '測るためのデータがありません。空の DATA_DIR で、先に fill を実行してください')
  const device = { personId: person.id, device: 'measure', address: '127.0.0.1' }
  const cookie = `${SIGN_IN_COOKIE}=${await startSignIn(db, device, NOW)}`
  const server = createServer(buildApp({ db, now: () => NOW }))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return { base, cookie, close }
}

async function visit({ base, cookie }: House, { href, label }: Visit): Promise<number> {
  const began = performance.now()
  const reply = await fetch(base + href, { headers: { cookie }, redirect: 'manual' })
  await reply.arrayBuffer()
  if (reply.status !== 200) throw new Problem('unavailable', `「${label}」が開けませんでした（${reply.status}）`)
  return performance.now() - began
}

/** Once before it counts: what is read for the first time is read from the disk. */
export async function warmed(house: House, list: readonly Visit[]): Promise<Measured[]> {
  const all: Measured[] = []
  for (const one of list) {
    await visit(house, one)
    const { queries } = await countQueries(() => visit(house, one))
    all.push({ visit: one, times: [], queries })
  }
  return all
}

/** Round after round, so that no page has the warmest turn. */
export async function goRound(
  house: House,
  all: readonly Measured[],
  isOver: (round: number) => boolean,
): Promise<void> {
  for (let round = 0; !isOver(round); round++) for (const one of all) one.times.push(await visit(house, one.visit))
}
