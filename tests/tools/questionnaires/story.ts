import type { Profession } from '../../../src/tools/professions/professions.ts'
import { addAnswers, answerId } from '../../../src/tools/questionnaire-answers/store.ts'
import { linkByToken } from '../../../src/tools/questionnaire-links/store.ts'
import type { Browser } from '../../support/browse.ts'
import { browse } from '../../support/browse.ts'
import type { Town } from '../../support/town.ts'

/** aoi makes a lecture's questionnaire from its starter and opens a round; the public address comes back. */
export async function handedOut(
  midori: Town,
  round: '前' | '後' = '前',
): Promise<{ aoi: Browser; at: string; to: string }> {
  const aoi = await browse(midori, 'aoi')
  await aoi.open(`/regions/${midori.regions.midori}/questionnaires`)
  await aoi.fill({ title: '退院支援の勉強会', purpose: 'study' }, '作って問いを書く')
  const at = aoi.url.replace('/questions', '')
  const to = await opened(aoi, at, round)
  return { aoi, at, to }
}

export async function opened(
  aoi: Browser,
  at: string,
  round: '前' | '後',
  given: Record<string, string> = {},
): Promise<string> {
  await aoi.open(at)
  const section = round === '前' ? 'before' : 'after'
  await aoi.post(`${at}/links`, { round: section, closesOn: '令和7年11月4日', mostAnswers: '500', ...given })
  const part = aoi.document.getElementById(`round-${section}`)
  return new URL(part?.querySelector('.asked-address a')?.getAttribute('href') ?? 'http://x/').pathname
}

/** A whole answer to the lecture's starter. */
export const ANSWERS = { 'f.profession': 'home_nurse', 'f.q1': '2', 'f.q2': 'yes', 'f.q3': '4', 'f.q4': '' }

/** So many people with the same answer; how one comes in by the form is told in answering.test.ts. */
export async function answered(midori: Town, to: string, many: number, fields: Record<string, string>): Promise<void> {
  const link = await linkByToken(midori.db, to.split('/').at(-1) ?? '')
  if (!link) throw new Error(`no link ${to}`)
  const { 'f.profession': profession, ...asked } = { ...ANSWERS, ...fields }
  const values = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name.slice(2), value]))
  const given = { questionnaireId: link.questionnaireId, linkId: link.id, round: link.round, values }
  for (let i = 0; i < many; i += 1)
    await addAnswers(midori.db, {
      ...given,
      id: answerId(),
      profession: profession as Profession,
      answeredOn: '2025-11-04',
    })
}
