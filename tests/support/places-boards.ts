import type { Demo } from './demonstration.ts'

/** A line that may stand on みどり町's sheet. */
export async function boardPlaces(demo: Demo): Promise<Record<string, string>> {
  const rows = await demo.db.selectFrom('meetingLines').select(['id', 'text']).execute()
  const id = rows.find(({ text }) => text.includes('3週間で入院の知らせが'))?.id ?? ''
  return { '/regions/:regionId/board/lines/:lineId :lineId': `line:${id}` }
}
