import type { Actor, Role } from '../../src/access/actor.ts'
import { addMembership, addPerson } from '../../src/people/accounts/store.ts'
import { addInventedOrganisations } from '../../src/people/organisations/invented.ts'
import { actorOfPerson } from '../../src/people/sign-in/store.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import type { Db } from '../../src/platform/db/db.ts'
import { instantAt } from '../../src/platform/time.ts'
import { REGIONS, type RegionName, STEPS, seedRegion } from './regions.ts'

/** The town's clock stands still: 令和7年10月21日（火）14:03. */
export const NOW = new Date(instantAt('2025-10-21', '14:03'))

const ORG = {
  banso: 'org-banso',
  midori: 'org-913413',
  suzukaze: 'org-942057',
  higashihama: 'org-910007',
  kitamori: 'org-920002',
  hokenjo: 'org-higashihama-hokenjo',
  ishikai: 'org-midori-ishikai',
  mhlw: 'org-mhlw',
} as const

type Where = { programme?: true; region?: RegionName }
type Row = [name: string, kana: string, role: Role, organisation: string, where?: Where]

const PEOPLE = {
  mika: ['森野 美香', 'もりの みか', 'secretariat', ORG.banso],
  shun: ['早瀬 俊', 'はやせ しゅん', 'secretariat', ORG.banso],
  ken: ['岡田 健', 'おかだ けん', 'advisor', ORG.banso, { region: 'midori' }],
  yui: ['水谷 結衣', 'みずたに ゆい', 'advisor', ORG.banso, { region: 'suzukaze' }],
  aoi: ['青木 葵', 'あおき あおい', 'municipality', ORG.midori],
  daichi: ['大地 誠', 'だいち まこと', 'municipality', ORG.midori],
  nagi: ['凪 さやか', 'なぎ さやか', 'municipality', ORG.suzukaze],
  ren: ['蓮見 廉', 'はすみ れん', 'prefecture', ORG.higashihama],
  hoku: ['北 あかり', 'きた あかり', 'prefecture', ORG.kitamori],
  saki: ['咲田 早紀', 'さきた さき', 'prefecture', ORG.hokenjo, { region: 'midori' }],
  sora: ['空野 そら', 'そらの そら', 'partner', ORG.ishikai, { region: 'midori' }],
  haru: ['春山 遥', 'はるやま はる', 'wg_member', ORG.banso, { programme: true }],
  tomo: ['友井 智', 'ともい とも', 'observer', ORG.mhlw, { programme: true }],
} satisfies Record<string, Row>

export type PersonName = keyof typeof PEOPLE

export interface Town {
  db: Db
  now: Date
  programmeId: string
  regions: Record<RegionName, string>
  people: Record<PersonName, string>
  actor(name: PersonName): Promise<Actor>
  ctx(name: PersonName): Promise<Ctx>
}

/** The named town: one programme of FY2025, its people and three regions in different states. */
export async function town(db: Db, now = NOW): Promise<Town> {
  await addInventedOrganisations(db, undefined, now)
  const programmeId = await seedProgramme(db, now)
  const regions = {} as Record<RegionName, string>
  for (const name of Object.keys(REGIONS) as RegionName[]) regions[name] = await seedRegion(db, programmeId, name, now)
  const people = {} as Record<PersonName, string>
  for (const name of Object.keys(PEOPLE) as PersonName[])
    people[name] = await seedPerson(db, name, { programmeId, regions })
  const actor = (name: PersonName) => actorOfPerson(db, people[name], now)
  return {
    db,
    now,
    programmeId,
    regions,
    people,
    actor,
    ctx: async (name) => ({ db, now, actor: await actor(name) }) as Ctx,
  }
}

async function seedPerson(db: Db, key: PersonName, at: Pick<Town, 'programmeId' | 'regions'>): Promise<string> {
  const [name, kana, role, organisationId, where] = PEOPLE[key] as Row
  const email = `${key}@${role === 'municipality' ? 'midori' : 'banso'}.example`
  const personId = await addPerson(db, { name, kana, email, isAdministrator: key === 'mika' }, NOW)
  const programmeId = where?.programme ? at.programmeId : null
  const regionId = where?.region ? at.regions[where.region] : null
  await addMembership(db, { personId, role, organisationId, programmeId, regionId, fromOn: '2025-04-01' }, NOW)
  return personId
}

async function seedProgramme(db: Db, now: Date): Promise<string> {
  const id = 'programme-2025'
  await db
    .insertInto('programmes')
    .values({
      id,
      name: '令和7年度 在宅医療・介護連携推進支援事業',
      fiscalYear: 2025,
      ownerId: ORG.banso,
      templateKey: 'R7',
      copiedFromId: null,
      isSample: 0,
      entryOpensOn: '2025-07-14',
      entryClosesOn: '2025-10-31',
      consentDueOn: '2025-11-07',
      supportFromOn: '2025-10-01',
      supportToOn: '2026-02-28',
      capacity: 4,
      rulesJson: '{}',
      textsJson: '{}',
      introduction: '',
      contactJson: JSON.stringify({
        section: '伴走支援事務局',
        mailbox: 'jimukyoku@banso.example',
        telephone: '00-0000-0000',
      }),
      guidelineFileId: null,
      entryTemplateKey: 'entry',
      entryTemplateVersion: 1,
      scoresOpenedAt: null,
      publishedAt: now.toISOString(),
      createdAt: now.toISOString(),
    })
    .execute()
  for (const [at, [key, label, shortLabel, kind]] of STEPS.entries()) {
    const lists = { sheetsJson: '[]', offsetsJson: '{}', guideJson: '{}' }
    const row = { id: `step-${key}`, programmeId: id, position: at + 1, key, label, shortLabel, kind, level: 'region' }
    await db
      .insertInto('steps')
      .values({ ...row, ...lists, asksReport: kind === 'premeeting' ? 1 : 0 })
      .execute()
  }
  return id
}
