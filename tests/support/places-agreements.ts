import { regionSeen } from '../../src/programme/regions/store.ts'
import { askAgreement } from '../../src/tools/agreements/actions.ts'
import type { Demo } from './demonstration.ts'

/** A text of みどり町 that waits for a second person. */
export async function agreementPlaces(demo: Demo): Promise<Record<string, string>> {
  const actor = await demo.actor('aoi')
  const region = await regionSeen(demo.db, actor, demo.region('みどり町'))
  if (!region) throw new Error('no みどり町')
  const asked = {
    ...{ subject: 'places', title: '気づきの一文', href: `/regions/${region.id}/causes`, origin: 'http://localhost' },
    text: '森本キヨさん（82歳）は「家に帰りたい」と話した。',
  }
  return { agreementId: await askAgreement({ db: demo.db, now: demo.now, actor }, region, asked) }
}
