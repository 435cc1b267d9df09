import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { buildApp } from '../../src/app.ts'
import { SIGN_IN_COOKIE } from '../../src/people/sign-in/sign-in.ts'
import { startSignIn } from '../../src/people/sign-in/store.ts'
import { filesIn } from '../../src/platform/files/files.ts'
import { launch } from '../support/chromium.ts'
import { freshDb } from '../support/db.ts'
import { type PersonName, type Town, town } from '../support/town.ts'

/** The named town behind a real browser. */
export interface Stage {
  town: Town
  base: string
  /** A page of one of the town's people (signed in), or of a stranger; each sits at an own machine. */
  at(who?: PersonName, options?: { javaScriptEnabled?: boolean }): Promise<Page>
  /** Body of the newest letter to this address. */
  letter(to: string): Promise<string>
  close(): Promise<void>
}

export async function stage(): Promise<Stage> {
  filesIn(mkdtempSync(join(tmpdir(), 'banso-stage-')))
  const midori = await town(await freshDb())
  const server: Server = createServer(buildApp({ db: midori.db, now: () => midori.now }))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser: Browser = await launch()
  return {
    town: midori,
    base,
    at: async (who, options = {}) => {
      const context = await browser.newContext({ ...options, baseURL: base, locale: 'ja-JP', acceptDownloads: true })
      if (who) {
        const given = { personId: midori.people[who], device: 'test', address: '127.0.0.1' }
        const value = await startSignIn(midori.db, given, midori.now)
        await context.addCookies([{ name: SIGN_IN_COOKIE, value, url: base }])
      }
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      return page
    },
    letter: async (to) => {
      const letters = midori.db.selectFrom('letters').select('body').where('toAddress', '=', to)
      return (await letters.orderBy('id', 'desc').executeTakeFirstOrThrow()).body
    },
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}

export const press = (page: Page, label: string) => page.getByRole('button', { name: label }).first().click()
export const follow = (page: Page, label: string) => page.getByRole('link', { name: label }).first().click()
export const heading = async (page: Page) => (await page.locator('h1').textContent())?.trim() ?? ''
export const words = async (page: Page) => (await page.locator('main').textContent())?.replace(/\s+/g, ' ') ?? ''
export const linkIn = (letter: string): string => /http:\/\/\S+/.exec(letter)?.[0] ?? ''
