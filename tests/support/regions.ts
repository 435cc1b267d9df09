import type { Db } from '../../src/platform/db/db.ts'

export const STEPS = [
  ['orientation', 'オリエンテーション', 'オリエン', 'orientation'],
  ['pre1', '事前MTG①', '事前①', 'premeeting'],
  ['s1', '支援1', '支援1', 'support'],
  ['pre2', '事前MTG②', '事前②', 'premeeting'],
  ['s2', '支援2', '支援2', 'support'],
  ['pre3', '事前MTG③', '事前③', 'premeeting'],
  ['s3', '支援3', '支援3', 'support'],
  ['joint', '合同報告会', '合同報告', 'joint-report'],
] as const

type Member = [organisationId: string | null, name: string, role: 'applicant' | 'joint' | 'cooperating']
interface SeedRegion {
  name: string
  prefectureId: string
  bureauCode: string
  sortCode: string
  caseType?: string
  members: Member[]
  state: 'draft' | 'submitted' | 'selected'
}

export const REGIONS = {
  midori: {
    name: '東浜県みどり町',
    prefectureId: 'org-910007',
    bureauCode: 'tokai-hokuriku',
    sortCode: '913413',
    members: [['org-913413', 'みどり町', 'applicant']],
    state: 'selected',
  },
  suzukaze: {
    name: '南原県すずかぜ市',
    prefectureId: 'org-940003',
    bureauCode: 'kyushu',
    sortCode: '942057',
    members: [['org-942057', 'すずかぜ市', 'applicant']],
    state: 'submitted',
  },
  kitamori: {
    name: '北森県',
    prefectureId: 'org-920002',
    bureauCode: 'tohoku',
    sortCode: '920002',
    caseType: 'prefecture-led',
    members: [
      ['org-920002', '北森県', 'applicant'],
      ['org-922030', 'もりなか市', 'cooperating'],
    ],
    state: 'draft',
  },
} satisfies Record<string, SeedRegion>
export type RegionName = keyof typeof REGIONS

/** Facts straight into their tables: the journeys tell how they come about. */
export async function seedRegion(db: Db, programmeId: string, key: RegionName, now: Date): Promise<string> {
  const id = `region-${key}`
  const at = now.toISOString()
  const { members, state, ...region } = REGIONS[key] as SeedRegion
  const number = Object.keys(REGIONS).indexOf(key) + 1
  await db
    .insertInto('regions')
    .values({
      ...region,
      id,
      number,
      programmeId,
      caseType: region.caseType ?? 'municipality',
      theme: key === 'midori' ? '退院の知らせを受けとる道をつくる' : '',
      focus: '',
      scenesJson: key === 'midori' ? '[{"code":"discharge"}]' : '[]',
      bundleId: null,
      isSample: 0,
      importedAt: null,
      restJson: '{}',
      createdAt: at,
      createdBy: null,
    })
    .execute()
  for (const [position, [organisationId, name, role]] of members.entries()) {
    const row = { id: `${id}-${position}`, regionId: id, organisationId, name, role, position, restJson: '{}' }
    await db.insertInto('regionMembers').values(row).execute()
  }
  if (state !== 'draft') await seedSubmission(db, id, at)
  if (state === 'selected') await seedDecision(db, id, at)
  return id
}

const seedSubmission = (db: Db, regionId: string, at: string) =>
  db
    .insertInto('submissions')
    .values({
      id: `${regionId}-submission`,
      regionId,
      documentId: `${regionId}-entry`,
      revisionNumber: 1,
      submittedAt: at,
      personId: null,
      personName: '',
      onBehalfOf: null,
      questionsJson: '[]',
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawReason: null,
    })
    .execute()

const seedDecision = (db: Db, regionId: string, at: string) =>
  db
    .insertInto('decisions')
    .values({
      id: `${regionId}-decision`,
      regionId,
      selected: 1,
      reason: '課題が具体的で、課長級が最初から加わるため',
      warningReason: '',
      decidedAt: at,
      decidedBy: '森野 美香',
      reversesId: null,
      announcedAt: at,
    })
    .execute()
