import type { NamedList } from '../../platform/office/csv.ts'
import { fileList } from '../../programme/region-files/workbook.ts'
import { teamList } from '../../programme/teams/workbook.ts'
import { adviceList } from '../../support/advice/workbook.ts'
import { consultationList } from '../../support/consultations/workbook.ts'
import { meetingList } from '../../support/meetings/workbook.ts'
import { promiseList } from '../../support/promises/workbook.ts'
import { recordList } from '../../support/records/workbook.ts'
import { reportList } from '../../support/reports/workbook.ts'
import { timelineList } from '../../support/timeline/workbook.ts'
import { causesOf } from '../../tools/causes/causes.ts'
import { causeList } from '../../tools/causes/workbook.ts'
import { evidenceOf } from '../../tools/evidence/evidence.ts'
import { forumBook } from '../../tools/forums/forums.ts'
import { indicatorList } from '../../tools/model-indicators/workbook.ts'
import { partnerBook } from '../../tools/partners/partners.ts'
import { bookList } from '../../tools/row-books/workbook.ts'
import type { RegionRecord } from '../archive-records/archive-records.ts'
import { historyList } from '../region-history/workbook.ts'

/** The lists of a region's copy, each as its page gives it; one without a row is not among them. */
export function listsOf(record: RegionRecord): NamedList[] {
  const { region, slots, circles, lines, advice, readable, promises, timeline, consultations, reports } = record
  const meetingLabels = new Map(slots.flatMap(({ meeting, label }) => (meeting ? [[meeting.id, label] as const] : [])))
  const body = (kind: string) => record.papers.find((paper) => paper.kind === kind)?.body ?? {}
  const causes = body('causes')
  const lists: NamedList[] = [
    { name: '回', ...meetingList(slots, circles.includes('region')) },
    { name: '回の記録', ...recordList(lines, meetingLabels) },
    { name: '回の前のひとこと', ...reportList(reports, record.stepLabels) },
    { name: '助言', ...adviceList(advice, { meetingLabels, isImported: region.importedAt !== null, readable }) },
    { name: '約束・宿題・実践', ...promiseList(promises, record.stepLabels) },
    { name: '相談', ...consultationList(consultations) },
    { name: '真因の仮説', ...causeList(causesOf(causes), { evidence: evidenceOf(causes), opinions: record.opinions }) },
    { name: 'ロジックモデルの指標', ...indicatorList(body('logic_model'), record.values) },
    { name: partnerBook.title, ...bookList(partnerBook, body('partners')) },
    { name: forumBook.title, ...bookList(forumBook, body('forum')) },
    ...record.further,
    { name: '日ごとの経過', ...timelineList(timeline.flatMap(({ rows }) => rows)) },
    { name: 'メンバー', ...teamList(record.team, record.participants) },
    { name: 'ファイル', ...fileList(record.files, record.bringers) },
    { name: '履歴', ...historyList(record.history) },
  ]
  return lists.filter(({ rows }) => rows.length > 0)
}
