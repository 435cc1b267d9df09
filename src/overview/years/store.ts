import type { ExpressionBuilder } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { SIZE_BANDS } from '../../people/organisations/organisations.ts'
import type { Db, Tables } from '../../platform/db/db.ts'
import { SCENES, type Scene } from '../../programme/regions/regions.ts'
import { announced, regionsSeenBy } from '../../programme/sight/store.ts'
import type { Group, YearsData } from './years.ts'

interface ChosenRow {
  caseType: string
  population: number | null
  scenesJson: string
}
type Eb = ExpressionBuilder<{ chosen: ChosenRow }, 'chosen'>

/** Sum of the applying towns; unknown as soon as one is. */
const populationOf = (eb: ExpressionBuilder<Tables, 'regions'>) =>
  eb
    .selectFrom('regionMembers')
    .leftJoin('organisations as town', 'town.id', 'regionMembers.organisationId')
    .select((s) =>
      s
        .case()
        .when(s.fn.count('town.population'), '=', s.fn.countAll())
        .then(s.fn.sum<number>('town.population'))
        .end()
        .as('population'),
    )
    .whereRef('regionMembers.regionId', '=', 'regions.id')
    .where('regionMembers.role', 'in', ['applicant', 'joint'])

/** Samples stand outside; only what was selected and announced counts. */
const chosenRegions = (db: Db, actor: Actor) =>
  regionsSeenBy(db, actor)
    .where('regions.isSample', '=', 0)
    .where('programmes.isSample', '=', 0)
    .where((eb) => eb.or([eb('regions.importedAt', 'is not', null), eb(announced(eb), '=', 1)]))
    .leftJoin('organisations as prefecture', 'prefecture.id', 'regions.prefectureId')
    .select(['programmes.fiscalYear', 'prefecture.prefectureCode', 'prefecture.isInvented'])
    .select(['regions.bureauCode', 'regions.caseType', 'regions.scenesJson'])
    .select((eb) => populationOf(eb as unknown as ExpressionBuilder<Tables, 'regions'>).as('population'))

const bandOf = (eb: Eb) => {
  const known = eb.case().when('caseType', '=', 'prefecture-led').then('led').when('population', 'is', null).then('')
  const [last] = SIZE_BANDS.slice(-1)
  return SIZE_BANDS.slice(0, -1)
    .reduce((when, { key, below }) => when.when('population', '<', below).then(key as string) as typeof when, known)
    .else(last?.key ?? '')
    .end()
}

const namesScene = (eb: Eb, scene: string) =>
  eb.fn.sum<number>(eb.case().when('scenesJson', 'like', `%"code":"${scene}"%`).then(1).else(0).end())

/** All years in two queries, their answers bounded by years × prefectures × bands. */
export async function yearsData(db: Db, actor: Actor): Promise<YearsData> {
  const keys = ['fiscalYear', 'prefectureCode', 'isInvented', 'bureauCode'] as const
  const rows = await db
    .selectFrom(chosenRegions(db, actor).as('chosen'))
    .select([...keys, (eb) => bandOf(eb as unknown as Eb).as('band'), (eb) => eb.fn.countAll<number>().as('n')])
    .select((eb) => Object.keys(SCENES).map((scene) => namesScene(eb as unknown as Eb, scene).as(scene)))
    .groupBy([...keys, 'band'])
    .execute()
  const prefectures = await db
    .selectFrom('organisations')
    .select(['prefectureCode as code', 'name', 'isInvented'])
    .where('kind', '=', 'prefecture')
    .where('retiredOn', 'is', null)
    .orderBy('prefectureCode')
    .execute()
  return {
    groups: rows.map((row): Group => {
      const counts = row as unknown as Record<Scene, number>
      const scenes = Object.keys(SCENES).map((scene) => [scene, Number(counts[scene as Scene])])
      const { fiscalYear, prefectureCode, bureauCode } = row
      const facts = { fiscalYear, prefectureCode, bureauCode, isInvented: row.isInvented === 1, band: row.band || null }
      return { ...facts, n: Number(row.n), scenes: Object.fromEntries(scenes) }
    }),
    prefectures: prefectures.map(({ code, name, isInvented }) => ({
      ...{ code: code ?? '', name, isInvented: isInvented === 1 },
    })),
  }
}
