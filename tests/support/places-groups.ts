import type { Demo } from './demonstration.ts'

type Places = Record<string, string>

const YEAR = '/programmes/:programmeId'
const MEETING = `${YEAR}/meetings/:n`

/** A paper of a meeting lies before those who take part in it. */
export const GROUP_CLOSER = ['/materials/:materialId/versions/:version']

/** The demonstration's WG, its second meeting, an opinion of its chair and a region to read. */
export async function groupPlaces(demo: Demo): Promise<Places> {
  const seat = await demo.db.selectFrom('wgSeats').selectAll().executeTakeFirst()
  const opinion = await demo.db.selectFrom('wgOpinions').select('id').executeTakeFirst()
  const meetings = demo.db.selectFrom('meetings').select(['id', 'number']).where('stepKey', '=', 'wg2')
  const meeting = await meetings.where('regionId', 'is', null).executeTakeFirst()
  const materials = demo.db
    .selectFrom('yearMaterials')
    .select('id')
    .where('meetingId', '=', meeting?.id ?? '')
  const material = await materials.executeTakeFirst()
  const ends = ['agenda', 'materials', 'materials/:materialId', 'materials/:materialId/versions/:version']
  const own = [...ends, 'reviews', 'reviews/:reviewedId']
  return {
    bodyId: seat?.bodyId ?? '',
    seatId: seat?.id ?? '',
    materialId: material?.id ?? '',
    version: '1',
    reviewedId: demo.region('みどり町'),
    [`${YEAR}/opinions/:opinionId :opinionId`]: opinion?.id ?? '',
    ...Object.fromEntries(own.map((end) => [`${MEETING}/${end} :n`, String(meeting?.number ?? '')])),
  }
}
