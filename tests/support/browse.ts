import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type HTMLElement, parse } from 'node-html-parser'
import { buildApp } from '../../src/app.ts'
import { SIGN_IN_COOKIE } from '../../src/people/sign-in/sign-in.ts'
import { startSignIn } from '../../src/people/sign-in/store.ts'
import type { PersonName, Town } from './town.ts'

const servers = new Set<Server>()

after(() => {
  for (const server of servers) server.close()
})

async function serve(town: Town): Promise<string> {
  const server = createServer(buildApp({ db: town.db, now: () => town.now }))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  server.unref()
  servers.add(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const addresses = new WeakMap<Town, Promise<string>>()

type Fields = Record<string, string | string[]>

/** A person at a browser without JavaScript: cookies, forms with what they hold, redirects. */
export class Browser {
  #base: string
  #cookies = new Map<string, string>()
  status = 0
  url = '/'
  html = ''
  contentType = ''
  headers = new Headers()
  bytes: Buffer = Buffer.alloc(0)
  document: HTMLElement = parse('')

  constructor(base: string, cookies: Record<string, string> = {}) {
    this.#base = base
    for (const [name, value] of Object.entries(cookies)) this.#cookies.set(name, value)
  }

  get base(): string {
    return this.#base
  }
  /** For a story that speaks to the server by itself. */
  get connection(): { base: string; cookie: string } {
    return { base: this.#base, cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  }
  /** Another window of the same person. */
  twin(): Browser {
    return new Browser(this.#base, Object.fromEntries(this.#cookies))
  }
  get text(): string {
    return this.document.textContent.replace(/\s+/g, ' ').trim()
  }
  get title(): string {
    return this.document.querySelector('title')?.textContent.trim() ?? ''
  }
  get heading(): string {
    return this.document.querySelector('h1')?.textContent.replace(/\s+/g, ' ').trim() ?? ''
  }
  get notice(): string {
    return this.document.querySelector('[role=status]')?.textContent.trim() ?? ''
  }
  /** Message by field name, as a person sees it at the field. */
  get errors(): Record<string, string> {
    const found: Record<string, string> = {}
    for (const control of this.document.querySelectorAll('[aria-invalid=true]')) {
      const ids = (control.getAttribute('aria-describedby') ?? '').split(' ')
      const message = ids.map((id) => this.document.getElementById(id)).find((e) => e?.classList.contains('error-text'))
      found[control.getAttribute('name') ?? ''] = message?.textContent.trim() ?? ''
    }
    return found
  }
  get values(): Fields {
    return fieldsOf(this.document)
  }
  links(): string[] {
    return this.document.querySelectorAll('a[href]').map((a) => a.getAttribute('href') ?? '')
  }

  async open(path: string): Promise<this> {
    return this.#go('GET', path)
  }

  async follow(label: string): Promise<this> {
    const link = this.document.querySelectorAll('a[href]').find((a) => a.textContent.includes(label))
    if (!link) throw new Error(`no link 「${label}」 on ${this.url}`)
    return this.open(link.getAttribute('href') ?? '')
  }

  /** Sends the form that has the button (or the page's first POST form) with what it holds and `fields` on top. */
  async fill(fields: Fields = {}, button?: string): Promise<this> {
    const form = this.formWith(button)
    const pressed = form.querySelectorAll('button').find((b) => button !== undefined && b.textContent.includes(button))
    const own = pressed?.getAttribute('name')
      ? { [pressed.getAttribute('name') ?? '']: pressed.getAttribute('value') ?? '' }
      : {}
    const action = pressed?.getAttribute('formaction') ?? form.getAttribute('action') ?? this.url
    return this.post(action, { ...fieldsOf(form), ...own, ...fields })
  }

  formWith(button?: string): HTMLElement {
    const forms = this.document.querySelectorAll('form[method=post]')
    const found = button
      ? forms.find((f) => f.querySelectorAll('button').some((b) => b.textContent.includes(button)))
      : forms.find((f) => !f.closest('header') && !f.closest('footer'))
    if (!found)
      throw new Error(`no form ${button ? `with 「${button}」 ` : ''}on ${this.url} (${this.status} ${this.heading})`)
    return found
  }

  async post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<this> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    return this.#go('POST', path, { body, headers })
  }

  async upload(
    path: string,
    files: { field: string; name: string; bytes: Buffer }[],
    fields: Fields = {},
  ): Promise<this> {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    for (const f of files) body.append(f.field, new Blob([new Uint8Array(f.bytes)]), f.name)
    return this.#go('POST', path, { body })
  }

  async #go(
    method: string,
    path: string,
    given: { body?: URLSearchParams | FormData; headers?: Record<string, string> } = {},
  ): Promise<this> {
    const url = new URL(path, new URL(this.url, this.#base))
    const headers: Record<string, string> = { ...given.headers }
    if (method === 'POST') headers.origin ??= this.#base
    headers.cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const init: RequestInit = { method, headers, redirect: 'manual' }
    if (given.body) init.body = given.body
    const response = await fetch(url, init)
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    const to = response.headers.get('location')
    if (to && response.status >= 300 && response.status < 400) {
      await response.arrayBuffer()
      this.url = url.pathname + url.search
      return this.#go('GET', to)
    }
    return this.#read(response, url)
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    const gone = /max-age=0/i.test(cookie)
    if (gone) this.#cookies.delete(pair.slice(0, at))
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }

  async #read(response: Response, url: URL): Promise<this> {
    this.status = response.status
    this.headers = response.headers
    this.contentType = response.headers.get('content-type') ?? ''
    this.bytes = Buffer.from(await response.arrayBuffer())
    this.url = url.pathname + url.search
    this.html = this.contentType.startsWith('text/') ? this.bytes.toString('utf8') : ''
    this.document = parse(this.contentType.startsWith('text/html') ? this.html : '')
    return this
  }
}

function fieldsOf(root: HTMLElement): Fields {
  const fields: Fields = {}
  const add = (name: string, value: string) => {
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  for (const control of root.querySelectorAll('input, textarea, select')) {
    const name = control.getAttribute('name')
    const type = control.getAttribute('type') ?? 'text'
    if (!name || type === 'submit' || type === 'file') continue
    if ((type === 'checkbox' || type === 'radio') && !control.hasAttribute('checked')) continue
    if (control.tagName === 'SELECT') {
      const options = control.querySelectorAll('option')
      const chosen = options.find((o) => o.hasAttribute('selected')) ?? options[0]
      if (chosen) add(name, chosen.getAttribute('value') ?? chosen.textContent)
    } else if (control.tagName === 'TEXTAREA') add(name, control.textContent.replace(/^\n/, ''))
    else add(name, control.getAttribute('value') ?? (type === 'checkbox' ? 'on' : ''))
  }
  return fields
}

/** A browser of one of the town's people (signed in), or of a stranger. */
export async function browse(town: Town, who?: PersonName): Promise<Browser> {
  if (!addresses.has(town)) addresses.set(town, serve(town))
  const base = await (addresses.get(town) as Promise<string>)
  if (!who) return new Browser(base)
  const given = { personId: town.people[who], device: 'test', address: '127.0.0.1' }
  return new Browser(base, { [SIGN_IN_COOKIE]: await startSignIn(town.db, given, town.now) })
}
