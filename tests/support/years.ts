import type { Town } from './town.ts'

export interface Kept {
  id: string
  year: number
  towns: string[]
  scenes?: string[]
  isSample?: boolean
  announced?: boolean
  selected?: boolean
  caseType?: string
  owner?: string
}

async function yearOf({ db }: Town, year: number, owner: string, isSample: boolean): Promise<string> {
  const id = `year-${year}-${owner}-${isSample}`
  const found = await db.selectFrom('programmes').select('id').where('id', '=', id).executeTakeFirst()
  if (found) return id
  const pattern = await db
    .selectFrom('programmes')
    .selectAll()
    .where('id', '=', 'programme-2025')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('programmes')
    .values({ ...pattern, id, fiscalYear: year, ownerId: owner, isSample: isSample ? 1 : 0 })
    .execute()
  return id
}

/** A region of an earlier year, decided and announced (or not). */
export async function keepYear(midori: Town, given: Kept): Promise<void> {
  const { db, now } = midori
  const { id, year, towns, scenes = [], isSample = false, announced = true, selected = true } = given
  const programmeId = await yearOf(midori, year, given.owner ?? 'org-banso', isSample)
  const orgs = await db
    .selectFrom('organisations')
    .selectAll()
    .where('name', 'in', towns)
    .where('kind', '=', 'municipality')
    .execute()
  const [first] = orgs
  const prefecture = await db
    .selectFrom('organisations')
    .selectAll()
    .where('kind', '=', 'prefecture')
    .where('prefectureCode', '=', first?.prefectureCode ?? '')
    .executeTakeFirstOrThrow()
  const { count } = await db
    .selectFrom('regions')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  await db
    .insertInto('regions')
    .values({
      ...{
        id,
        number: Number(count) + 1,
        programmeId,
        name: towns.join('・'),
        caseType: given.caseType ?? 'municipality',
      },
      ...{
        prefectureId: prefecture.id,
        bureauCode: prefecture.bureauCode,
        sortCode: first?.code ?? '',
        theme: '',
        focus: '',
      },
      ...{ scenesJson: JSON.stringify(scenes.map((code) => ({ code }))), bundleId: null, isSample: isSample ? 1 : 0 },
      ...{
        importedAt: isSample ? now.toISOString() : null,
        restJson: '{}',
        createdAt: now.toISOString(),
        createdBy: null,
      },
    })
    .execute()
  for (const [position, org] of orgs.entries()) {
    const row = {
      id: `${id}-${position}`,
      regionId: id,
      organisationId: org.id,
      name: org.name,
      restJson: '{}',
      position,
    }
    await db
      .insertInto('regionMembers')
      .values({ ...row, role: position === 0 ? 'applicant' : 'joint' })
      .execute()
  }
  const at = now.toISOString()
  const decided = {
    regionId: id,
    reason: '',
    warningReason: '',
    decidedAt: at,
    decidedBy: '森野 美香',
    reversesId: null,
  }
  await db
    .insertInto('decisions')
    .values({ ...decided, id: `${id}-decision`, selected: selected ? 1 : 0, announcedAt: announced ? at : null })
    .execute()
}

export const populate = ({ db }: Town, name: string, population: number) =>
  db
    .updateTable('organisations')
    .set({ population })
    .where('name', '=', name)
    .where('kind', '=', 'municipality')
    .execute()
