import type { Demo } from './demonstration.ts'

type Places = Record<string, string>

/** Doors of 市町村の内輪, behind which the handler looks closer than the rule: who reads this paper, who writes it. */
export const THINKING_CLOSER = [
  ...['/partners', '/partners/:partnerId/paper', '/partners/:rowId', '/forum', '/forum/:rowId'],
  '/papers/:ref/arrival',
]

async function idOf(demo: Demo, table: 'comments' | 'carries' | 'indicatorValues' | 'questionnaireLinks') {
  return (await demo.db.selectFrom(table).select('id').orderBy('id').executeTakeFirst())?.id ?? ''
}

/** A comment at a partner of みどり町, and a text carried into its model. */
async function said(demo: Demo, base: string): Promise<Places> {
  const aoi = await demo.browse('aoi')
  await aoi.post(`${base}/papers/partners/comments`, {
    path: 'partners/dp-ishikai/benefit',
    text: '次の例会で聞きます',
  })
  await aoi.open(`${base}/papers/closing/carries`)
  await aoi.fill({}, '選んだものを写す')
  const [comment, carry] = ['/papers/:ref/comments/:commentId/end', '/papers/:ref/carries/:carryId']
  return {
    ...{ commentId: await idOf(demo, 'comments'), carryId: await idOf(demo, 'carries') },
    ...{ [`/regions/:regionId${comment} :ref`]: 'partners', [`/regions/:regionId${carry} :ref`]: 'closing' },
  }
}

/** A box, an indicator with its value, a partner, a forum, a questionnaire's link and a form of the year's sheets. */
export async function thinkingPlaces(demo: Demo): Promise<Places> {
  const base = `/regions/${demo.region('みどり町')}`
  const one = '/regions/:regionId/logic-model/indicators/:id'
  const form = '/programmes/:programmeId/sheet-templates/:key'
  const deeds = ['deeds', 'sections', 'release', 'removal', 'sections/:section/fields']
  return {
    ...(await said(demo, base)),
    // 状態シート has its own workbook beside it.
    '/regions/:regionId/papers/:ref/workbook :ref': 'causes',
    ...{ boxId: 'm1', partnerId: 'dp-ishikai', rowId: 'dp-ishikai' },
    ...{ valueId: await idOf(demo, 'indicatorValues'), linkId: await idOf(demo, 'questionnaireLinks') },
    ...Object.fromEntries(
      ['', '/removal', '/values', '/values/:valueId/removal'].map((end) => [`${one}${end} :id`, 'n1']),
    ),
    ...Object.fromEntries(
      ['', '/removal', '/place'].map((end) => [`/regions/:regionId/forum/:rowId${end} :rowId`, 'df-first']),
    ),
    ...Object.fromEntries(deeds.map((end) => [`${form}/${end} :key`, 'profile'])),
    [`${form}/sections/:section/fields :section`]: 'organisation',
  }
}
