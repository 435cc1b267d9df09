import type { Template } from '../../papers/templates/templates.ts'
import { organisationsByIds } from '../../people/organisations/store.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db/db.ts'
import { keep } from '../../platform/db/transaction.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import type { NamedList } from '../../platform/office/csv.ts'
import { entryTemplateFor } from '../../programme/entries/entries.ts'
import { entryLines } from '../../programme/entry-list/store.ts'
import { tableOf as entryList } from '../../programme/entry-list/workbook.ts'
import type { Programme } from '../../programme/programmes/programmes.ts'
import { stepsOf } from '../../programme/programmes/store.ts'
import { regionList } from '../../programme/region-list/workbook.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { fetchRegions } from '../../programme/regions/store.ts'
import { criteriaOf } from '../../programme/scoring/store.ts'
import { regionsSeenBy } from '../../programme/sight/store.ts'
import { faqsOf } from '../../support/faqs/store.ts'
import { faqList } from '../../support/faqs/workbook.ts'
import { slotsOfYear } from '../../support/meetings/store.ts'
import { opinionList, TITLE } from '../../support/opinion-tables/paper.ts'
import { namesAround } from '../../support/opinion-tables/store.ts'
import { toolsOf } from '../../support/tool-files/store.ts'
import type { Tool } from '../../support/tool-files/tool-files.ts'
import { toolList } from '../../support/tool-files/workbook.ts'
import { opinionsOf } from '../../support/wg-opinions/store.ts'
import { yearMeetingList } from '../../support/year-meetings/workbook.ts'
import { yearCounts } from '../../tools/insight-counts/store.ts'
import { insightCountList } from '../../tools/insight-counts/workbook.ts'
import { yearSheets } from '../../tools/sheet-templates/store.ts'
import { wordsOf } from '../../tools/word-lists/store.ts'
import { jointQuestionsOf } from '../joint-questions/store.ts'
import { supportedSituations } from '../matrix/store.ts'
import { matrixList } from '../matrix/workbook.ts'
import { criterionList, jointQuestionList, letterTextList, stepList } from './workbook.ts'
import { settingsOf, type YearFile, type YearRecord } from './year-records.ts'

/** The year's own part in one transaction; its regions are read one after the other, each at one moment of its own. */
export const yearRecordFor = (ctx: Ctx, programme: Programme): Promise<YearRecord> =>
  keep(ctx, (db) => readYear({ ...ctx, db }, programme))

/** Regions somebody has handed in for: a draft is its authors' alone. */
async function regionsOf({ db, actor }: Ctx, { id }: Programme): Promise<Region[]> {
  const seen = regionsSeenBy(db, actor).where('regions.programmeId', '=', id)
  const regions = await fetchRegions(db, seen.orderBy('regions.sortCode').orderBy('regions.id'))
  return regions.filter((region) => region.isSubmitted || region.importedAt !== null)
}

async function readYear(ctx: Ctx, programme: Programme): Promise<YearRecord> {
  const { db, now: madeAt } = ctx
  const regions = await regionsOf(ctx, programme)
  const steps = await stepsOf(db, [programme.id])
  const criteria = await criteriaOf(db, programme.id)
  const templates = [entryTemplateFor(programme), ...(await sheetsOf(db, programme.id))]
  const words = await wordsOf(db, programme.id)
  const tools = await toolsOf(db, programme.id)
  return {
    ...{ programme, regions, templates, madeAt },
    settings: settingsOf({ programme, steps, criteria, words, templates }),
    lists: [
      ...(await listsOf(ctx, programme, regions)),
      { name: 'ツールのファイル', ...toolList(tools) },
      { name: '設定_段', ...stepList(steps) },
      { name: '設定_評価の観点', ...criterionList(criteria) },
      { name: '設定_手紙の文', ...letterTextList(programme) },
    ].filter(({ rows }) => rows.length > 0),
    files: await filesOf(db, programme, tools),
  }
}

const sheetsOf = async (db: Db, programmeId: string): Promise<Template[]> =>
  (await yearSheets(db, programmeId)).map(({ template }) => template)

/** The lists of the year as their pages give them to the secretariat. */
async function listsOf(ctx: Ctx, programme: Programme, regions: readonly Region[]): Promise<NamedList[]> {
  const { db, actor, now } = ctx
  const { id, name: programmeName, fiscalYear } = programme
  const steps = await stepsOf(db, [id])
  const offices = await organisationsByIds(
    db,
    regions.flatMap(({ prefectureId }) => prefectureId ?? []),
  )
  const office = new Map(offices.map((one) => [one.id, one.name]))
  const found = regions.map((region) => {
    return { region, prefectureName: office.get(region.prefectureId ?? '') ?? null, programmeName, fiscalYear }
  })
  const names = new Map(regions.map((region) => [region.id, region.name]))
  const opinions = { opinions: await opinionsOf(db, id), around: await namesAround(ctx, programme) }
  return [
    { name: '地域', ...regionList(found) },
    { name: 'エントリー', ...entryList(await entryLines(db, actor, { programme, now })) },
    { name: '地域と回', ...matrixList(steps, await supportedSituations(ctx, id), now) },
    { name: '年度の会', ...yearMeetingList(await slotsOfYear(db, id, now)) },
    { name: TITLE, ...opinionList(opinions) },
    { name: '合同報告会の質問と答え', ...jointQuestionList(await jointQuestionsOf(db, id), names) },
    { name: 'よくある質問', ...faqList(await faqsOf(db, id)) },
    { name: '問いのはたらき', ...insightCountList((await yearCounts(db, id)).counts) },
  ]
}

/** Tool files in every version; whatever else was kept for the year. Drafts of homework and finished tasks are not of it. */
async function filesOf(db: Db, { id }: Programme, tools: readonly Tool[]): Promise<YearFile[]> {
  const rows: StoredFile[] = await db
    .selectFrom('files')
    .selectAll()
    .where('programmeId', '=', id)
    .where('regionId', 'is', null)
    .where('deletedAt', 'is', null)
    .where('id', 'not in', (eb) => eb.selectFrom('promiseFiles').select('fileId'))
    .where('id', 'not in', (eb) => eb.selectFrom('taskFiles').select('fileId'))
    .orderBy('id')
    .execute()
  const ofTools = new Map(
    tools.flatMap((tool) => tool.versions.map((v) => [v.fileId, `${tool.name}_第${v.number}版_`] as const)),
  )
  return rows.map((file) => {
    const head = ofTools.get(file.id)
    return { folder: head ? 'ツール' : '資料', name: `${head ?? ''}${file.name}`, file }
  })
}
