import type { Demo } from './demonstration.ts'

/** The first journey of みどり町. */
export async function journeyPlaces(demo: Demo): Promise<Record<string, string>> {
  const { ownerId } = await demo.db
    .selectFrom('documents')
    .select('ownerId')
    .where('kind', '=', 'journey')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return { part: ownerId.split('/')[1] ?? '' }
}
