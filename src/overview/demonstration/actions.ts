import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addMembership } from '../../people/accounts/store.ts'
import { addInventedOrganisations } from '../../people/organisations/invented.ts'
import { organisationOf } from '../../people/organisations/store.ts'
import type { Db } from '../../platform/db/db.ts'
import { keep } from '../../platform/db/transaction.ts'
import { storeBytes } from '../../platform/files/files.ts'
import { projectRoot } from '../../platform/root.ts'
import { dayOf, wareki } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import { beginEntry } from '../../programme/beginnings/actions.ts'
import { entryOf, saveEntry } from '../../programme/entries/actions.ts'
import { createProgramme } from '../../programme/programmes/actions.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { programmeSeen } from '../../programme/programmes/store.ts'
import { keepGuideline, publish, saveSettings } from '../../programme/settings/actions.ts'
import type { Settings } from '../../programme/settings/forms.ts'
import { importBundle } from '../bundle/actions.ts'
import { readBundle } from '../case-format/checks.ts'
import { boardDeeds } from './boards.ts'
import { addPeople, type Cast, castOf, hashOnce, moment, seen } from './cast.ts'
import { causeDeeds } from './causes.ts'
import { tellSelection } from './choosing.ts'
import { closingDeeds } from './closing.ts'
import { consultingDeeds } from './consulting.ts'
import { type At, LOADED_AT, type Story } from './demonstration.ts'
import { tellEntry } from './entering.ts'
import { homeworkBytes, homeworkDeeds } from './homework.ts'
import { jointDeeds } from './joint-report.ts'
import { journeyDeeds } from './journeys.ts'
import { kitamori } from './kitamori.ts'
import { leafletBytes, leafletDeeds } from './leaflets.ts'
import { logicModelDeeds } from './logic-model.ts'
import { midori } from './midori.ts'
import { modelAdviceDeeds } from './model-advice.ts'
import { draftOfMinato, hanazono, hibari, minato } from './others.ts'
import { partnerDeeds } from './partners.ts'
import { type DemoPerson, type PersonKey, people } from './people.ts'
import { questionnaireDeeds } from './questionnaires.ts'
import { questionDeeds } from './questions.ts'
import { sheetDeeds } from './sheets.ts'
import { type Found, markLettersSent, whatIsThere } from './store.ts'
import { deedsOf, formTeam } from './supporting.ts'
import { suzukaze } from './suzukaze.ts'
import { groupBytes, groupDeeds } from './working-group.ts'
import { yamakage } from './yamakage.ts'
import { guideline, nextYear, thisYear } from './years.ts'

/** In the order of their first word. */
const STORIES: readonly Story[] = [midori, suzukaze, kitamori, yamakage, hibari, minato, hanazono]
const SAMPLES = ['r7-ginan.json', 'r5-mito.json']

/** Fills an empty database with the named town's year, all of it or nothing; never touches a real office's. */
export async function loadDemonstration(db: Db, origin: string): Promise<Found> {
  const found = await whatIsThere(db)
  if (found === 'foreign')
    throw new Problem(
      'conflict',
      'このデータベースには見本ではない人がいるため、見本は入れません。DATA_DIR を変えてください',
    )
  if (found === 'demonstration') return found
  const passwordHash = await hashOnce()
  const papers = [paper(thisYear), paper(nextYear(dayOf(moment(LOADED_AT))))]
  for (const bytes of [...papers, ...homeworkBytes, ...groupBytes, ...leafletBytes]) await storeBytes(bytes)
  await keep({ db }, async (trx) => {
    await addInventedOrganisations(trx, undefined, moment('2025-04-01 08:30'))
    await tell(castOf(trx, await addPeople(trx, passwordHash), origin))
    await markLettersSent(trx)
  })
  return found
}

async function tell(cast: Cast): Promise<void> {
  const programmeId = await openYear(cast, 2025, thisYear, '2025-06-30 10:00')
  await seat(cast, programmeId)
  const told = []
  for (const story of STORIES) told.push({ story, regionId: await tellEntry(cast, programmeId, story) })
  await tellSelection(cast, programmeId, told)
  const deeds = []
  for (const { story, regionId } of told) {
    await formTeam(cast, story, regionId, '2025-09-16 09:00')
    deeds.push(...deedsOf(cast, story, { programmeId, regionId }))
    if (story.decision?.selected) deeds.push(...boardDeeds(cast, { programmeId, regionId }, story === midori))
    if (story === midori)
      deeds.push(...homeworkDeeds(cast, { programmeId, regionId }), ...consultingDeeds(cast, { programmeId, regionId }))
    if (story === midori) deeds.push(...causeDeeds(cast, { programmeId, regionId }))
    if (story === midori) deeds.push(...sheetDeeds(cast, { programmeId, regionId }))
    if (story === midori) deeds.push(...questionnaireDeeds(cast, { programmeId, regionId }))
    if (story === midori) deeds.push(...partnerDeeds(cast, { programmeId, regionId }))
    if (story === midori) deeds.push(...logicModelDeeds(cast, { programmeId, regionId }))
    if (story === midori) deeds.push(...modelAdviceDeeds(cast, { programmeId, regionId }))
    if (story === midori) deeds.push(...journeyDeeds(cast, { programmeId, regionId }))
    if (story === midori) deeds.push(...closingDeeds(cast, { programmeId, regionId }))
    if (story === midori) deeds.push(...questionDeeds(cast, { programmeId, regionId }))
  }
  deeds.push(...groupDeeds(cast, programmeId))
  deeds.push(...leafletDeeds(cast, programmeId))
  deeds.push(...jointDeeds(cast, programmeId))
  for (const deed of deeds.sort((a, b) => a.at.localeCompare(b.at))) await deed.run()
  await importSamples(cast)
  const next = await openYear(cast, 2026, nextYear(dayOf(moment(LOADED_AT))), '2025-12-01 09:00')
  await draft(cast, next)
}

/** WG members and observers hold for one year. */
async function seat(cast: Cast, programmeId: string): Promise<void> {
  for (const [key, { bound, role, organisationId, title }] of Object.entries(people) as [PersonKey, DemoPerson][]) {
    if (bound !== 'programme') continue
    const held = { personId: cast.ids[key], role, organisationId, programmeId, title, fromOn: '2025-06-30' }
    await addMembership(cast.db, held, moment('2025-06-30 11:00'))
  }
}

const period = (from: string | null, to: string | null) => `${wareki(from ?? '')}から${wareki(to ?? '')}まで`
const paper = (s: Settings) =>
  guideline(s.name.slice(0, 5), period(s.entryOpensOn, s.entryClosesOn), period(s.supportFromOn, s.supportToOn))

async function openYear(cast: Cast, fiscalYear: number, settings: Settings, at: At): Promise<string> {
  const ctx = await cast.as('mika', at)
  const id = await createProgramme(ctx, { name: settings.name, fiscalYear, from: 'R7' })
  const now = async () => (await programmeSeen(cast.db, ctx.actor, id)) as Programme
  await saveSettings(ctx, await now(), settings)
  const name = `R${fiscalYear - 2018}_募集要項.txt`
  await keepGuideline(ctx, await now(), { name, type: 'text/plain', bytes: paper(settings) })
  await publish(ctx, await now())
  return id
}

/** みなと町 tries again: an entry of next year that has only begun. */
async function draft(cast: Cast, programmeId: string): Promise<void> {
  const { who, organisationId, at, fields } = draftOfMinato
  const ctx = await cast.as(who, at)
  const organisation = await organisationOf(cast.db, organisationId)
  if (!organisation) throw new Error(`no organisation ${organisationId}`)
  const { regionId } = await beginEntry(ctx, programmeId, { organisation, isTrusted: true })
  const place = await seen(ctx, programmeId, regionId)
  const { head } = await entryOf(ctx, place)
  await saveEntry(ctx, place, { base: head.number, fields })
}

async function importSamples(cast: Cast): Promise<void> {
  const ctx = await cast.as('mika', '2025-09-01 08:40')
  for (const file of SAMPLES) {
    const { bundle } = readBundle(readFileSync(join(projectRoot, 'src/overview/bundle/samples', file)))
    if (bundle) await importBundle(ctx, bundle)
  }
}
