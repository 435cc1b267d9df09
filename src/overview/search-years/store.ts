import { paths } from '../../paths/paths.ts'
import type { Db } from '../../platform/db/db.ts'
import { faqsOf } from '../../support/faqs/store.ts'
import { meetingsOfYears } from '../../support/meetings/store.ts'
import { toolsOf } from '../../support/tool-files/store.ts'
import { opinionsOf } from '../../support/wg-opinions/store.ts'
import type { Findable } from '../search-index/search-index.ts'

/** What belongs to a year and to no region: questions often asked, tool files in use, meetings of its own and what its WG said. Seven queries. */
export async function yearTexts(db: Db, programmeId: string): Promise<Findable[]> {
  const faqs = await faqsOf(db, programmeId)
  const tools = (await toolsOf(db, programmeId)).filter((tool) => !tool.retiredAt)
  const meetings = await meetingsOfYears(db, [programmeId])
  const opinions = await opinionsOf(db, programmeId)
  const own = { kind: 'year', circle: 'region' } as const
  return [
    ...faqs.map((faq): Findable => {
      const href = `${paths.faqs(programmeId)}#q-${faq.id}`
      const text = `${faq.question}\n${faq.answer}`
      return { ...own, deed: 'programme.view', href, label: 'よくある質問', text, at: faq.changedAt ?? faq.madeAt }
    }),
    ...tools.map((tool): Findable => {
      const [newest] = tool.versions
      const text = [tool.name, tool.about, newest?.fileName, newest?.note].filter(Boolean).join('\n')
      const at = newest?.createdAt ?? tool.createdAt
      return { ...own, deed: 'tools.view', href: paths.tool(programmeId, tool.id), label: 'ツール', text, at }
    }),
    // Who is invited to a meeting of the year finds it on their calendar; here its record is the secretariat's.
    ...meetings.map((m): Findable => {
      const text = [m.label, m.keywords.join('、'), m.place].filter(Boolean).join('\n')
      const href = paths.yearMeeting(programmeId, m.number)
      return { ...own, deed: 'programme.edit', href, label: '年度の会議', text, at: m.heldOn ?? m.createdAt }
    }),
    ...opinions.map((one): Findable => {
      const text = [one.text, one.answer?.summary, one.answer?.response].filter(Boolean).join('\n')
      const label = `WGの意見（${one.authorName}）`
      const href = paths.wgOpinion(programmeId, one.id)
      return { ...own, deed: 'opinion.answer', href, label, text, at: one.answer?.answeredAt ?? one.saidOn }
    }),
  ]
}
