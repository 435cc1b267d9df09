import type { Actor } from '../../access/actor.ts'
import type { Db } from '../../platform/db/db.ts'
import { inBulk, tidyTexts } from '../../platform/db/full-text.ts'
import { keep } from '../../platform/db/transaction.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { changedPlaces, changedSeenBy, everyRegion, forgetChanged, type Stale } from '../search-changes/store.ts'
import { paperTextsOf } from '../search-papers/store.ts'
import { recordTexts } from '../search-records/store.ts'
import { yearTexts } from '../search-years/store.ts'
import { type Findable, type Kept, LONGEST, MARKS, marksOfRegion } from './search-index.ts'
import { addTexts, forgetAll, replaceTexts } from './store.ts'

type Row = Omit<Kept, 'id'>

interface Where {
  placeId: string
  regionId: string | null
  programmeId: string
  marks: readonly string[]
}

function rowOf(found: Findable, { marks, ...where }: Where): Row {
  const { kind, circle, deed, href, label, text, at } = found
  const own = [...marks, MARKS.kind(kind), MARKS.circle(circle)].join(' ')
  return { ...where, kind, circle, deed, href, label, text: text.slice(0, LONGEST), at, marks: own }
}

async function readRegions(db: Db, regions: readonly Region[], years: ReadonlyMap<string, number>): Promise<Row[]> {
  const where = new Map(
    regions.map((region): [string, Where] => {
      const { id, programmeId } = region
      const marks = marksOfRegion(region, years.get(programmeId) ?? 0)
      return [id, { placeId: id, regionId: id, programmeId, marks }]
    }),
  )
  const texts = [...(await recordTexts(db, regions)), ...(await paperTextsOf(db, regions))]
  return texts.flatMap((text) => {
    const place = where.get(text.regionId)
    return place && text.text.trim() ? [rowOf(text, place)] : []
  })
}

async function readYear(db: Db, programmeId: string, year: number): Promise<Row[]> {
  const marks = [MARKS.programme(programmeId), MARKS.year(year), MARKS.ofYear]
  const texts = await yearTexts(db, programmeId)
  return texts.map((text) => rowOf(text, { placeId: programmeId, regionId: null, programmeId, marks }))
}

const idsOf = (places: readonly Stale[], kind: Stale['kind']) =>
  places.flatMap((place) => (place.kind === kind ? [place.id] : []))

/** Reads these places anew, in one transaction: as they are read so they are kept, and their marks are gone. */
const readAgain = (db: Db, places: readonly Stale[], put = replaceTexts): Promise<void> =>
  keep({ db }, async (trx) => {
    const programmes = await trx.selectFrom('programmes').select(['id', 'name', 'fiscalYear']).execute()
    const years = new Map(programmes.map((p) => [p.id, p.fiscalYear]))
    const regions = await fetchRegions(trx, everyRegion(trx, idsOf(places, 'region')))
    const own = programmes.filter((p) => places.some((place) => place.kind === 'programme' && place.id === p.id))
    const rows = await readRegions(trx, regions, years)
    for (const programme of own) rows.push(...(await readYear(trx, programme.id, programme.fiscalYear)))
    const names = new Map(places.map((place) => [place.id, '']))
    for (const region of regions) names.set(region.id, region.name)
    for (const programme of own) names.set(programme.id, programme.name)
    await put(trx, names, rows)
    await forgetChanged(trx, places)
  })

const BEFORE_A_SEARCH = 12
const AT_ONCE = 25
const IN_A_TURN = 400

/** What this person sees and what changed since: so that a search right after saving finds it. */
export async function refreshFor(db: Db, actor: Actor): Promise<void> {
  const places = await changedSeenBy(db, actor, BEFORE_A_SEARCH)
  if (places.length > 0) await readAgain(db, places)
}

/** A turn of the clockwork: in small pieces, so that people's own deeds come in between. */
export async function refreshIndex({ db }: { db: Db }, most = IN_A_TURN): Promise<number> {
  let done = 0
  while (done < most) {
    const places = await changedPlaces(db, AT_ONCE)
    if (places.length === 0) break
    await readAgain(db, places)
    done += places.length
    await new Promise((go) => setImmediate(go))
  }
  return done
}

const IN_BULK = 100

/** Everything from the beginning, for the command line: nobody waits beside it. */
export async function rebuildIndex(db: Db, now: Date, tell: (done: number) => void = () => {}): Promise<number> {
  await keep({ db }, (trx) => forgetAll(trx, now.toISOString()))
  await inBulk(db, true)
  let done = 0
  for (;;) {
    const places = await changedPlaces(db, IN_BULK)
    if (places.length === 0) break
    await readAgain(db, places, addTexts)
    done += places.length
    tell(done)
  }
  await inBulk(db, false)
  await tidyTexts(db)
  return done
}
