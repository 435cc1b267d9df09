import type { ExpressionBuilder } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { SIZE_BANDS } from '../../people/organisations/organisations.ts'
import type { Db } from '../../platform/db/db.ts'
import { announced, regionsSeenBy } from '../../programme/sight/store.ts'
import type { Group, SceneGroup, YearsData } from './years.ts'

interface ChosenRow {
  caseType: string
  population: number | null
}
type Eb = ExpressionBuilder<{ chosen: ChosenRow }, 'chosen'>

/** Sum of the applying towns, by region; unknown as soon as one is. Joined as a whole: asked for one by one it takes thrice as long. */
const populations = (db: Db) =>
  db
    .selectFrom('regionMembers')
    .leftJoin('organisations as town', 'town.id', 'regionMembers.organisationId')
    .where('regionMembers.role', 'in', ['applicant', 'joint'])
    .groupBy('regionMembers.regionId')
    .select('regionMembers.regionId as ofRegion')
    .select((eb) =>
      eb
        .case()
        .when(eb.fn.count('town.population'), '=', eb.fn.countAll())
        .then(eb.fn.sum<number>('town.population'))
        .end()
        .as('population'),
    )

/** Samples stand outside; only what was selected and announced counts. */
const chosenRegions = (db: Db, actor: Actor) =>
  regionsSeenBy(db, actor)
    .where('regions.isSample', '=', 0)
    .where('programmes.isSample', '=', 0)
    .where((eb) => eb.or([eb('regions.importedAt', 'is not', null), eb(announced(eb), '=', 1)]))
    .leftJoin('organisations as prefecture', 'prefecture.id', 'regions.prefectureId')
    .select(['programmes.fiscalYear', 'prefecture.isInvented'])

const bandOf = (eb: Eb) => {
  const known = eb.case().when('caseType', '=', 'prefecture-led').then('led').when('population', 'is', null).then('')
  const [last] = SIZE_BANDS.slice(-1)
  return SIZE_BANDS.slice(0, -1)
    .reduce((when, { key, below }) => when.when('population', '<', below).then(key as string) as typeof when, known)
    .else(last?.key ?? '')
    .end()
}

const groupKeys = ['fiscalYear', 'prefectureCode', 'isInvented', 'bureauCode'] as const

async function groupsOf(db: Db, actor: Actor): Promise<Group[]> {
  const chosen = chosenRegions(db, actor)
    .select(['prefecture.prefectureCode', 'regions.bureauCode', 'regions.caseType'])
    .leftJoin(populations(db).as('known'), 'known.ofRegion', 'regions.id')
    .select('known.population')
  const rows = await db
    .selectFrom(chosen.as('chosen'))
    .select([...groupKeys, (eb) => bandOf(eb as unknown as Eb).as('band'), (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy([...groupKeys, 'band'])
    .execute()
  return rows.map(({ fiscalYear, prefectureCode, bureauCode, isInvented, band, n }) => ({
    ...{ fiscalYear, prefectureCode, bureauCode, isInvented: isInvented === 1, band: band || null, n: Number(n) },
  }))
}

/** Few combinations of 場面 are ever chosen: they are counted by the database, read here. */
async function scenesOf(db: Db, actor: Actor): Promise<SceneGroup[]> {
  const keys = ['fiscalYear', 'isInvented', 'scenesJson'] as const
  const rows = await db
    .selectFrom(chosenRegions(db, actor).select('regions.scenesJson').as('chosen'))
    .select([...keys, (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy(keys)
    .execute()
  return rows.map(({ fiscalYear, isInvented, scenesJson, n }) => {
    const codes = (JSON.parse(scenesJson) as { code: string }[]).map(({ code }) => code)
    return { fiscalYear, isInvented: isInvented === 1, scenes: [...new Set(codes)], n: Number(n) }
  })
}

/** All years in three queries, their answers bounded by years × prefectures × bands. */
export async function yearsData(db: Db, actor: Actor): Promise<YearsData> {
  const prefectures = await db
    .selectFrom('organisations')
    .select(['prefectureCode as code', 'name', 'isInvented'])
    .where('kind', '=', 'prefecture')
    .where('retiredOn', 'is', null)
    .orderBy('prefectureCode')
    .execute()
  return {
    groups: await groupsOf(db, actor),
    scenes: await scenesOf(db, actor),
    prefectures: prefectures.map(({ code, name, isInvented }) => ({
      ...{ code: code ?? '', name, isInvented: isInvented === 1 },
    })),
  }
}
