import { rowsIn } from '../../src/papers/templates/templates.ts'
import { regionSeen } from '../../src/programme/regions/store.ts'
import { causesKind, causesOf } from '../../src/tools/causes/causes.ts'
import { paperAt } from '../../src/tools/papers/store.ts'
import type { Demo } from './demonstration.ts'

/** みどり町's causes: one with evidence and opinions, and a link that is still open. */
export async function causePlaces(demo: Demo): Promise<Record<string, string>> {
  const regionId = demo.region('みどり町')
  const actor = await demo.actor('aoi')
  const region = await regionSeen(demo.db, actor, regionId)
  if (!region) throw new Error('no みどり町')
  const { head } = await paperAt({ ctx: { db: demo.db, now: demo.now, actor }, region }, causesKind)
  const causeId = causesOf(head.body)[0]?.id ?? ''
  const evidenceId = rowsIn(head.body, 'evidence').find((row) => row.cause === causeId)?.id ?? ''
  const aoi = await demo.browse('aoi')
  await aoi.open(`/regions/${regionId}/causes/${causeId}/doors`)
  await aoi.fill({ whom: '医師会の皆さん', most: '100', days: '60' }, 'リンクを作る')
  const link = aoi.document.querySelector('#opinion-link')?.textContent ?? ''
  const door = await demo.db.selectFrom('opinionDoors').select('id').orderBy('id', 'desc').executeTakeFirst()
  const opinion = await demo.db.selectFrom('opinions').select('id').where('causeId', '=', causeId).executeTakeFirst()
  return {
    ...{ causeId, evidenceId, doorId: door?.id ?? '', opinionId: opinion?.id ?? '' },
    '/l/opinion/:token :token': link.split('/').at(-1) ?? '',
  }
}
