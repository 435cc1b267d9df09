import { addMembership, addPerson, personByEmail } from '../../people/accounts/store.ts'
import { addOrganisation } from '../../people/organisations/store.ts'
import { actorOfPerson } from '../../people/sign-in/store.ts'
import type { Db } from '../../platform/db/db.ts'
import { keep } from '../../platform/db/transaction.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Step } from '../../programme/programmes/programmes.ts'
import { addProgramme, stepsOf } from '../../programme/programmes/store.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import { stepTemplateOf } from '../../programme/step-templates/step-templates.ts'
import { addSteps } from '../../programme/steps/store.ts'
import { releaseBoard } from '../board-releases/actions.ts'
import { noRows, tellRegion } from '../filled-regions/bundle.ts'
import { FILLED_TODAY, idMaker, LAST_YEAR, momentOn, type Place, YEARS } from '../filled-regions/filled-regions.ts'
import { tellerOf } from '../filled-words/filled-words.ts'
import { releaseModel } from '../model-releases/actions.ts'
import { rebuildIndex } from '../search-index/actions.ts'
import { ADVISORS, advisorName, type Filled, type FillingAsked, OFFICE, SMALL, SMALL_YEAR } from './fillings.ts'
import { putRows, townsOf } from './store.ts'

const ORG = 'org-filled'
const NOW = new Date(momentOn(`${LAST_YEAR - YEARS + 1}-04-01`))

interface Year {
  fiscalYear: number
  programmeId: string
  steps: Step[]
}
interface Around {
  years: Year[]
  /** A programme of the last year as large as a real one: what a pack is made of. */
  small: Year
  advisors: Place['advisor'][]
}

async function people(db: Db): Promise<Around['advisors']> {
  await addOrganisation(db, { id: ORG, kind: 'secretariat', name: '測る事務局', kana: 'はかるじむきょく' }, NOW)
  const held = { organisationId: ORG, fromOn: '2016-04-01' }
  const office = await addPerson(db, { ...OFFICE, isAdministrator: true }, NOW)
  await addMembership(db, { ...held, personId: office, role: 'secretariat' }, NOW)
  const advisors: Around['advisors'] = []
  for (let at = 0; at < ADVISORS; at++) {
    const name = advisorName(at)
    advisors.push({ id: await addPerson(db, { name, email: `advisor${at + 1}@filled.example` }, NOW), name })
  }
  return advisors
}

async function openYear(db: Db, fiscalYear: number, name: string): Promise<Year> {
  const at = new Date(momentOn(`${fiscalYear}-06-01`))
  const programmeId = await addProgramme(db, { name, fiscalYear, ownerId: ORG, templateKey: 'R7' }, at)
  await addSteps(db, programmeId, stepTemplateOf('R7'))
  const published = { publishedAt: at.toISOString(), supportFromOn: `${fiscalYear}-09-01` }
  await db
    .updateTable('programmes')
    .set({ ...published, supportToOn: `${fiscalYear + 1}-02-28` })
    .where('id', '=', programmeId)
    .execute()
  const steps = (await stepsOf(db, [programmeId])).filter((step) => step.level === 'region')
  return { fiscalYear, programmeId, steps }
}

async function years(db: Db): Promise<Year[]> {
  const found: Year[] = []
  for (let fiscalYear = LAST_YEAR - YEARS + 1; fiscalYear <= LAST_YEAR; fiscalYear++)
    found.push(await openYear(db, fiscalYear, `${fiscalYear}年度 在宅医療・介護連携推進支援事業`))
  return found
}

async function askEmpty(db: Db): Promise<void> {
  const somebody = await db.selectFrom('people').select('id').limit(1).executeTakeFirst()
  if (somebody)
    throw new Problem(
      'conflict',
      'このフォルダには、もう人が登録されています。測るためのデータは、空のフォルダ（DATA_DIR）にだけ入れられます',
    )
}

/** What a pack of the WG is made of: its boards and models were put to it. */
async function putToWg(db: Db, { small }: Around): Promise<void> {
  const now = new Date(momentOn(FILLED_TODAY))
  const person = await personByEmail(db, OFFICE.email)
  const actor = await actorOfPerson(db, person?.id ?? '', now)
  const query = regionsSeenBy(db, actor).where('regions.programmeId', '=', small.programmeId)
  for (const region of await fetchRegions(db, query)) {
    await releaseBoard({ db, now, actor }, region, 'wg')
    await releaseModel({ db, now, actor }, region)
  }
}

const AT_ONCE = 500

/** Fills an empty database with invented records to measure by: the same for the same seed. */
export async function fill(db: Db, asked: FillingAsked, tell: (words: string) => void = () => {}): Promise<Filled> {
  await askEmpty(db)
  const towns = await townsOf(db)
  const most = towns.length * YEARS
  if (asked.regions > most) throw new Problem('invalid', `地域は${most.toLocaleString('ja-JP')}までにしてください`)
  const around = await keep({ db }, async (trx): Promise<Around> => {
    const advisors = await people(trx)
    return { advisors, years: await years(trx), small: await openYear(trx, LAST_YEAR, SMALL_YEAR) }
  })
  const [id, teller] = [idMaker(), tellerOf(asked.seed)]
  const count = { meetings: 0, lines: 0 }
  for (let from = 0; from < asked.regions; from += AT_ONCE) {
    const rows = noRows()
    for (let at = from; at < Math.min(from + AT_ONCE, asked.regions); at++) {
      const town = towns[Math.floor(at / YEARS)]
      const isSmall = at % YEARS === YEARS - 1 && at < SMALL * YEARS
      const year = isSmall ? around.small : around.years[at % YEARS]
      const advisor = around.advisors[at % ADVISORS]
      if (!town || !year || !advisor) continue
      tellRegion({ place: { number: at + 1, town, ...year, advisor }, tell: teller, id, rows })
    }
    await keep({ db }, (trx) => putRows(trx, rows))
    count.meetings += rows.meetings.length
    count.lines += rows.meetingLines.length
    tell(`${Math.min(from + AT_ONCE, asked.regions).toLocaleString('ja-JP')}地域`)
  }
  await putToWg(db, around)
  tell('さがすための索引を作っています')
  await rebuildIndex(db, NOW)
  const texts = await db
    .selectFrom('searchTexts')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return { regions: asked.regions, ...count, texts: texts?.n ?? 0 }
}
