import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { buildApp } from '../../src/app.ts'
import { SIGN_IN_COOKIE } from '../../src/people/sign-in/sign-in.ts'
import { startSignIn } from '../../src/people/sign-in/store.ts'
import { filesIn } from '../../src/platform/files/files.ts'
import { instantAt } from '../../src/platform/time.ts'
import { launch } from '../support/chromium.ts'
import { freshDb } from '../support/db.ts'
import { type PersonName, type Town, town } from '../support/town.ts'

/** The named town behind a real browser, and a calendar whose leaves can be torn off. */
export interface HalfYear {
  town: Town
  /** From now on it is this moment; whoever sat at a page signs in anew. */
  itIs(day: string, time: string): void
  /** The page of one of the town's people; the same one as long as no day has passed. */
  at(who: PersonName): Promise<Page>
  /** An own machine nobody signed in at: for links out of letters. */
  stranger(options?: BrowserContextOptions): Promise<Page>
  letters(to: string): Promise<{ subject: string; body: string }[]>
  close(): Promise<void>
}

export async function halfYear(): Promise<HalfYear> {
  filesIn(mkdtempSync(join(tmpdir(), 'banso-half-year-')))
  const here = await town(await freshDb())
  const server: Server = createServer(buildApp({ db: here.db, now: () => here.now }))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser: Browser = await launch()
  const sitting = new Map<PersonName, Page>()
  const stranger = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ baseURL: base, locale: 'ja-JP', ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    return page
  }
  const sit = async (who: PersonName): Promise<Page> => {
    const page = await stranger()
    const given = { personId: here.people[who], device: 'test', address: '127.0.0.1' }
    const value = await startSignIn(here.db, given, here.now)
    await page.context().addCookies([{ name: SIGN_IN_COOKIE, value, url: base }])
    sitting.set(who, page)
    return page
  }
  return {
    town: here,
    itIs: (day, time) => {
      here.now = new Date(instantAt(day, time))
      sitting.clear()
    },
    at: async (who) => sitting.get(who) ?? (await sit(who)),
    stranger,
    letters: (to) =>
      here.db.selectFrom('letters').select(['subject', 'body']).where('toAddress', '=', to).orderBy('id').execute(),
    close: async () => {
      await browser.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

export const press = (page: Page, label: string) => page.getByRole('button', { name: label }).first().click()
export const words = async (page: Page) => (await page.locator('main').textContent())?.replace(/\s+/g, ' ') ?? ''
/** Writes into the fields of these names. */
export async function write(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) await page.locator(`[name="${name}"]`).first().fill(text)
}
