import { join } from 'node:path'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import helmet from 'helmet'
import type { Db } from '../db/db.ts'
import type { FileKind } from '../files/kinds.ts'
import { log, safePath } from '../log/log.ts'
import { projectRoot } from '../root.ts'
import type { Call } from './call.ts'
import { readCookies } from './cookies.ts'
import type { Body } from './forms.ts'
import { readUploads } from './multipart.ts'
import { runOnce } from './once.ts'
import { Problem } from './problem.ts'
import { refuse } from './refuse.ts'
import type { PageBase, Reply } from './reply.ts'
import { askSameOrigin } from './same-origin.ts'
import { sendReply } from './send.ts'

/** A door as the server needs it; access/doors.ts makes them. */
export interface ServedRoute {
  method: 'get' | 'post'
  path: string
  upload?: { kinds: readonly FileKind[]; maxBytes: number; maxFiles: number }
  run(call: Call): Promise<Reply>
}

/** What the house hands to the server: the doors, who knocks, who may pass, and the frame around a page. */
export interface House<R extends ServedRoute> {
  db: Db
  now(): Date
  routes: readonly R[]
  /** How links in letters begin; without it, as the request was addressed (a Host header can be forged). */
  publicUrl?: string | undefined
  /** True behind HTTPS: cookies are marked Secure. */
  secure: boolean
  identify(request: { cookies: Record<string, string>; now: Date }): Promise<Call['ctx']['actor']>
  /** Loads what the route's address names, asks the rule, and returns the call the handler gets. */
  open(route: R, call: Call): Promise<Call | Reply>
  frame(call: Call | null, props: PageBase): Promise<{ shell: object }>
}

/** Of one pinned release, so that browsers need not ask for each of its many files again on every page. */
const FONTS = join(projectRoot, 'node_modules/@fontsource-variable/noto-sans-jp')
const BODY_LIMIT = 4 * 1024 * 1024

export function buildServer<R extends ServedRoute>(house: House<R>): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', process.env.TRUST_PROXY === '1' ? 1 : false)
  app.set('query parser', 'simple')
  app.use(headers(house.secure))
  const kept = { maxAge: '365d', index: false, fallthrough: true, setHeaders: askAgainUnlessVersioned } as const
  app.use('/static', express.static(join(projectRoot, 'static'), kept))
  app.use('/assets/fonts', express.static(FONTS, { maxAge: '30d', index: false }))
  app.use((req, _res, next) => {
    askSameOrigin(req.method, req.headers)
    next()
  })
  app.use(express.urlencoded({ extended: false, limit: BODY_LIMIT, parameterLimit: 10_000 }))
  for (const route of house.routes) {
    app[route.method](route.path, (req, res, next) => answer(house, route, req, res).catch(next))
  }
  app.use((_req, _res, next) => next(new Problem('not_found', 'お探しのページは見つかりませんでした')))
  app.use((error: unknown, req: Request, res: Response, _next: NextFunction) => void refuse(house, error, req, res))
  return app
}

/** Modules import one another without a version: those are asked for again each time. */
function askAgainUnlessVersioned(res: { req?: Request; setHeader(name: string, value: string): unknown }): void {
  if (!res.req?.url.includes('v=')) res.setHeader('Cache-Control', 'no-cache')
}

const headers = (secure: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // With 'no-referrer' browsers send `Origin: null` on our own forms; nothing goes to other sites either way.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure,
    xDownloadOptions: false,
  })

async function answer<R extends ServedRoute>(house: House<R>, route: R, req: Request, res: Response): Promise<void> {
  const started = performance.now()
  const call = await callOf(house, req)
  res.locals.call = call
  const opened = await house.open(route, call)
  if ('type' in opened) return sendReply(house, call, opened, res)
  if (route.upload && req.is('multipart/form-data')) {
    Object.assign(opened, await readUploads(req, res, route.upload))
  }
  res.locals.call = opened
  await sendReply(
    house,
    opened,
    await (route.method === 'post' ? runOnce(house.db, opened, route.run) : route.run(opened)),
    res,
  )
  const ms = Math.round(performance.now() - started)
  log.debug({ method: req.method, path: safePath(req.originalUrl), status: res.statusCode, ms }, 'request')
}

async function callOf<R extends ServedRoute>(house: House<R>, req: Request): Promise<Call> {
  const now = house.now()
  const cookies = readCookies(req.headers.cookie)
  const actor = await house.identify({ cookies, now })
  return {
    ctx: { db: house.db, actor, now },
    params: { ...req.params } as Record<string, string>,
    query: lastOf(req.query as Body),
    body: (req.body ?? {}) as Body,
    files: [],
    fileFaults: {},
    url: req.originalUrl,
    origin: house.publicUrl ?? `${req.protocol}://${req.headers.host ?? '127.0.0.1'}`,
    lastEventId: String(req.headers['last-event-id'] ?? ''),
    wantsPart: req.headers['x-part'] === '1',
    headsOn: req.headers['x-upload'] === '1',
    cookies,
    address: req.ip ?? '',
    device: String(req.headers['user-agent'] ?? '').slice(0, 300),
  }
}

const lastOf = (query: Body): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([k, v]) => [k, Array.isArray(v) ? (v.at(-1) ?? '') : v]))
