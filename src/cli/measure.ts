import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { allRoutes, buildApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { FILLED_TODAY } from '../overview/filled-regions/filled-regions.ts'
import { OFFICE } from '../overview/fillings/fillings.ts'
import {
  type Measured,
  MOST_FOR_SEARCH,
  searchP99,
  tableOf,
  type Visit,
  visitsOf,
} from '../overview/measurings/measurings.ts'
import { personByEmail } from '../people/accounts/store.ts'
import { SIGN_IN_COOKIE } from '../people/sign-in/sign-in.ts'
import { startSignIn } from '../people/sign-in/store.ts'
import { countQueries, type Db } from '../platform/db/db.ts'
import { filesIn } from '../platform/files/files.ts'
import { instantAt } from '../platform/time.ts'
import { Problem } from '../platform/web/problem.ts'
import { askDatabase, badUsage, type Command, type CommandIo, optionsOf, withDatabase } from './command.ts'

/** The day it is in a filled folder. */
const NOW = new Date(instantAt(FILLED_TODAY, '10:00'))

interface House {
  base: string
  cookie: string
  close(): Promise<void>
}

async function open(db: Db): Promise<House> {
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

async function visits(db: Db, only: string): Promise<Visit[]> {
  const region = await db
    .selectFrom('regions')
    .select(['id', 'programmeId'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!region) throw new Problem('not_found', '測るための地域がありません')
  const doors = new Set(allRoutes().flatMap((route) => (route.method === 'get' ? [route.path] : [])))
  const all = visitsOf({ regionId: region.id, programmeId: region.programmeId })
  return all.filter(({ door, label }) => doors.has(door) && label.includes(only))
}

/** Round after round, so that no page has the warmest turn; once before it counts. */
async function measured(house: House, list: readonly Visit[], runs: number): Promise<Measured[]> {
  const all: Measured[] = []
  for (const one of list) {
    await visit(house, one)
    const { queries } = await countQueries(() => visit(house, one))
    all.push({ visit: one, times: [], queries })
  }
  for (let run = 0; run < runs; run++) for (const one of all) one.times.push(await visit(house, one.visit))
  return all
}

async function measure(db: Db, { runs, only }: { runs: number; only: string }, io: CommandIo): Promise<number> {
  const house = await open(db)
  try {
    const all = await measured(house, await visits(db, only), runs)
    for (const line of tableOf(all)) io.out(line)
    const p99 = searchP99(all)
    const isQuick = p99 < MOST_FOR_SEARCH
    io.out('')
    io.out(
      `さがす p99 ${Math.round(p99)} ms（${MOST_FOR_SEARCH} ms より短く：${isQuick ? '守れています' : '守れていません'}）`,
    )
    return isQuick ? 0 : 1
  } finally {
    await house.close()
  }
}

export const measureCommand: Command = {
  usage: 'measure [--runs 30] [--pages さがす]',
  help: [
    'fill で作ったフォルダ（DATA_DIR）のページを、事務局の人として開き、速さを表にします。',
    '--pages で、名前にその言葉があるページだけを測ります。',
    'p50・p99（ミリ秒）と、1回に出したデータベースへの問い合わせの数です。さがすの p99 が 100 ms 以上なら、終了コードは 1 です。',
  ].join('\n'),
  async run(args, io) {
    const { options, rest } = optionsOf(args, ['runs', 'pages'])
    const runs = Number(options.runs ?? 30)
    if (rest.length > 0 || !Number.isInteger(runs) || runs < 1 || runs > 1000) throw badUsage(this)
    askDatabase()
    filesIn(readConfig(process.env).dataDir)
    return withDatabase((db) => measure(db, { runs, only: options.pages ?? '' }, io))
  },
}
