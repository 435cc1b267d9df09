import type { Demo } from './demonstration.ts'

const AT = '/programmes/:programmeId/joint-report'

/** Doors of the joint report meeting behind which it is asked closer: whose region, whose question, which day. */
export const JOINT_CLOSER = [
  ...[
    '',
    '/agenda',
    '/agenda.docx',
    '/live',
    '/live/events',
    '/live/parts/:part',
    '/deck',
    '/questions',
    '/questionnaire',
  ].map((end) => `${AT}${end}`),
  ...['/questions/table.csv', '/questions/table.xlsx', '/questionnaire/results.csv', '/questionnaire/results.xlsx'].map(
    (end) => `${AT}${end}`,
  ),
  ...['/questions/:questionId', '/regions/:regionId', '/regions/:regionId/files/:handInId'].map((end) => `${AT}${end}`),
  '/regions/:regionId/joint-report',
]

/** What すずかぜ市 handed in, the question put to みどり町, a questionnaire being prepared. */
export async function jointPlaces(demo: Demo): Promise<Record<string, string>> {
  const given = await demo.db.selectFrom('jointHandIns').select(['id', 'regionId']).executeTakeFirstOrThrow()
  const mika = await demo.browse('mika')
  await mika.post(`/programmes/${demo.years.main}/joint-report/questionnaire`, {})
  const asked = await demo.db.selectFrom('jointQuestions').select('id').executeTakeFirstOrThrow()
  return {
    handInId: given.id,
    [`${AT}/regions/:regionId/files/:handInId :regionId`]: given.regionId,
    [`${AT}/questions/:questionId :questionId`]: asked.id,
    [`${AT}/questions/:questionId/answers :questionId`]: asked.id,
    [`${AT}/live/parts/:part :part`]: 'wall',
  }
}
