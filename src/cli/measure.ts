import { allRoutes } from '../app.ts'
import { readConfig } from '../config.ts'
import { LAST_YEAR } from '../overview/filled-regions/filled-regions.ts'
import { OFFICE } from '../overview/fillings/fillings.ts'
import {
  compared,
  type Measured,
  MOST_FOR_SEARCH,
  type Places,
  searchP99,
  tableOf,
  verdict,
  visitsOf,
} from '../overview/measurings/measurings.ts'
import { makePack } from '../overview/pack-makings/actions.ts'
import { suggestedFor } from '../overview/packs/packs.ts'
import { personByEmail } from '../people/accounts/store.ts'
import { actorOfPerson } from '../people/sign-in/store.ts'
import type { Db } from '../platform/db/db.ts'
import { filesIn } from '../platform/files/files.ts'
import { Problem } from '../platform/web/problem.ts'
import { programmeSeen } from '../programme/programmes/store.ts'
import { slotsOfYear } from '../support/meetings/store.ts'
import { askDatabase, badUsage, type Command, type CommandIo, optionsOf, withDatabase } from './command.ts'
import { goRound, type House, NOW, openHouse, warmed } from './visiting.ts'

/** Programmes of the last year, the largest first, and a region of the small one. */
async function placesIn(db: Db): Promise<Places> {
  const programmes = await db
    .selectFrom('regions as r')
    .innerJoin('programmes as p', 'p.id', 'r.programmeId')
    .select(['p.id', (eb) => eb.fn.countAll<number>().as('regions')])
    .where('p.fiscalYear', '=', LAST_YEAR)
    .groupBy('p.id')
    .orderBy('regions', 'desc')
    .execute()
  const small = programmes.at(-1)
  const region = await db
    .selectFrom('regions')
    .select('id')
    .where('programmeId', '=', small?.id ?? '')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!region) throw new Problem('not_found', '測るための地域がありません')
  return { programmes, regionId: region.id }
}

const doorsThere = () => new Set(allRoutes().flatMap((route) => (route.method === 'get' ? [route.path] : [])))

/** As the server's own tasks do: pages have their turn between two steps. */
const progress = () => new Promise<void>((go) => setImmediate(go))

/** The third WG's pack of the small programme: boards, models, effects of its twenty regions. */
async function pack(db: Db, { programmes }: Places): Promise<number> {
  const began = performance.now()
  const person = await personByEmail(db, OFFICE.email)
  const actor = await actorOfPerson(db, person?.id ?? '', NOW)
  const programme = await programmeSeen(db, actor, programmes.at(-1)?.id ?? '')
  const slots = programme ? await slotsOfYear(db, programme.id, NOW) : []
  const slot = slots.findLast(({ kind }) => kind === 'wg-meeting')
  if (!programme || !slot) throw new Problem('not_found', '資料を作る年度事業がありません')
  await makePack({ db, actor, now: NOW, progress }, { programme, slot, parts: [...suggestedFor('wg-meeting', 2)] })
  return (performance.now() - began) / 1000
}

interface Asked {
  runs: number
  only: string
  isDuring: boolean
}

async function measure(db: Db, { runs, only, isDuring }: Asked, io: CommandIo): Promise<number> {
  const house = await openHouse(db)
  try {
    const places = await placesIn(db)
    const doors = doorsThere()
    const list = visitsOf(places, isDuring).filter(({ door, label }) => doors.has(door) && label.includes(only))
    // Nothing to open would go round for ever while the pack waits for its turn.
    if (list.length === 0)
      throw new Problem('invalid', `名前に「${only}」があるページはありません。--pages を直してください`)
    const before = await warmed(house, list)
    await goRound(house, before, (round) => round === runs)
    for (const line of tableOf(before)) io.out(line)
    if (isDuring) await during(db, { house, places, before }, io)
    if (list.some(({ isSearch }) => isSearch)) io.out(verdict(before))
    return searchP99(before) < MOST_FOR_SEARCH ? 0 : 1
  } finally {
    await house.close()
  }
}

async function during(db: Db, at: { house: House; places: Places; before: readonly Measured[] }, io: CommandIo) {
  const after = at.before.map((one) => ({ ...one, times: [] as number[] }))
  let isMade = false
  const making = pack(db, at.places).finally(() => {
    isMade = true
  })
  const [seconds] = await Promise.all([making, goRound(at.house, after, () => isMade)])
  io.out('')
  for (const line of compared(at.before, after, seconds)) io.out(line)
}

export const measureCommand: Command = {
  usage: 'measure [--runs 30] [--pages さがす] [--during pack]',
  help: [
    'fill で作ったフォルダ（DATA_DIR）のページを、事務局の人として開き、速さを表にします。',
    '--during pack で、20地域の会議の資料を作っているあいだの p99 も測って、比べます。',
    '--pages で、名前にその言葉があるページだけを測ります。',
    'p50・p99（ミリ秒）と、1回に出したデータベースへの問い合わせの数です。さがすの p99 が 100 ms 以上なら、終了コードは 1 です。',
  ].join('\n'),
  async run(args, io) {
    const { options, rest } = optionsOf(args, ['runs', 'pages', 'during'])
    const runs = Number(options.runs ?? 30)
    const during = options.during ?? 'pack'
    if (during !== 'pack' || rest.length > 0 || !Number.isInteger(runs) || runs < 1 || runs > 1000) throw badUsage(this)
    askDatabase()
    filesIn(readConfig(process.env).dataDir)
    return withDatabase((db) =>
      measure(db, { runs, only: options.pages ?? '', isDuring: options.during !== undefined }, io),
    )
  },
}
