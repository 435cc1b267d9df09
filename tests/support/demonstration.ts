import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../src/app.ts'
import { loadDemonstration } from '../../src/overview/demonstration/actions.ts'
import { moment } from '../../src/overview/demonstration/cast.ts'
import { LOADED_AT } from '../../src/overview/demonstration/demonstration.ts'
import { type PersonKey, people } from '../../src/overview/demonstration/people.ts'
import { personByEmail } from '../../src/people/accounts/store.ts'
import { SIGN_IN_COOKIE } from '../../src/people/sign-in/sign-in.ts'
import { actorOfPerson, startSignIn } from '../../src/people/sign-in/store.ts'
import type { Db } from '../../src/platform/db/db.ts'
import { filesIn } from '../../src/platform/files/files.ts'
import { Browser } from './browse.ts'
import { freshDb } from './db.ts'

/** The demonstration as a person meets it: loaded, and served at `base`. Its clock stands still. */
export interface Demo {
  db: Db
  base: string
  now: Date
  years: { main: string; next: string }
  /** みなと町's new entry for next year: a draft. */
  draft: string
  /** By what the region is called, in the main year or among the samples. */
  region(name: string): string
  personId(who: PersonKey): Promise<string>
  actor(who: PersonKey): ReturnType<typeof actorOfPerson>
  cookie(who: PersonKey): Promise<string>
  browse(who?: PersonKey): Promise<Browser>
  close(): void
}

export async function demonstration(): Promise<Demo> {
  filesIn(mkdtempSync(join(tmpdir(), 'banso-demo-')))
  const db = await freshDb()
  await loadDemonstration(db, 'http://demo.test')
  const now = moment(LOADED_AT)
  const server: Server = createServer(buildApp({ db, now: () => now, isDemo: true }))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const years = await db.selectFrom('programmes').select(['id', 'fiscalYear']).where('isSample', '=', 0).execute()
  const main = years.find((y) => y.fiscalYear === 2025)?.id ?? ''
  const next = years.find((y) => y.fiscalYear === 2026)?.id ?? ''
  const regions = await db.selectFrom('regions').select(['id', 'name', 'programmeId']).execute()
  const personId = async (who: PersonKey) => (await personByEmail(db, people[who].email))?.id ?? ''
  const cookie = async (who: PersonKey) =>
    startSignIn(db, { personId: await personId(who), device: 'test', address: '127.0.0.1' }, now)
  return {
    db,
    base,
    now,
    years: { main, next },
    draft: regions.find((r) => r.programmeId === next)?.id ?? '',
    region: (name) => regions.find((r) => r.programmeId !== next && r.name.includes(name))?.id ?? '',
    personId,
    actor: async (who) => actorOfPerson(db, await personId(who), now),
    cookie,
    browse: async (who) => new Browser(base, who ? { [SIGN_IN_COOKIE]: await cookie(who) } : {}),
    close: () => server.close(),
  }
}
