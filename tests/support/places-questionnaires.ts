import type { Demo } from './demonstration.ts'

/** The lecture's questionnaire with its answers, and the address of a round opened again. */
export async function questionnairePlaces(demo: Demo): Promise<Record<string, string>> {
  const { id, regionId } = await demo.db
    .selectFrom('questionnaires')
    .select(['id', 'regionId'])
    .executeTakeFirstOrThrow()
  const at = `/regions/${regionId}/questionnaires/${id}`
  const aoi = await demo.browse('aoi')
  await aoi.post(`${at}/links`, { round: 'after', closesOn: '2026/1/31', mostAnswers: '500' })
  const links = demo.db.selectFrom('questionnaireLinks').select('token').where('revokedAt', 'is', null)
  const { token } = await links.executeTakeFirstOrThrow()
  return {
    questionnaireId: id,
    '/l/answers/:token :token': token,
    '/l/answers/:token/thanks :token': token,
  }
}
