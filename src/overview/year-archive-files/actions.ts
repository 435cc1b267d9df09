import { may } from '../../access/may.ts'
import { writeWorkbook } from '../../papers/workbooks/workbook.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { writePaper } from '../../platform/docx/docx.ts'
import { bytesOf } from '../../platform/files/files.ts'
import { csvOf } from '../../platform/office/csv.ts'
import { writePdf } from '../../platform/pdf/pdf.ts'
import { writeDeck } from '../../platform/pptx/pptx.ts'
import { writePaperPdf } from '../../platform/printed/printed.ts'
import { today } from '../../platform/time.ts'
import { gapsOf } from '../annual-gaps/annual-gaps.ts'
import { annualPaper } from '../annual-reports/paper.ts'
import { yearFactsOf } from '../annual-reports/store.ts'
import { type Gathered, putFile } from '../archive-files/actions.ts'
import { deckParts, deckSlides } from '../joint-decks/paper.ts'
import { deckFacts } from '../joint-decks/store.ts'
import { jointOf } from '../joint-report/store.ts'
import type { YearRecord } from '../year-records/year-records.ts'
import { YEAR_FOLDERS } from './year-archive-files.ts'

const jsonOf = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

/** What the year has for itself: lists, settings, forms, its report, the deck, its files. */
export async function gatherYear(ctx: Ctx, year: YearRecord, to: Gathered): Promise<void> {
  await gatherReports(ctx, year, to)
  for (const list of year.lists) {
    const [folder, name] = list.name.startsWith('設定_')
      ? [YEAR_FOLDERS.settings, list.name.slice(3)]
      : [YEAR_FOLDERS.lists, list.name]
    await putFile(to, `${folder}/${name}.csv`, async () => csvOf(list))
  }
  await putFile(to, `${YEAR_FOLDERS.settings}/設定.json`, async () => jsonOf(year.settings))
  for (const template of year.templates) {
    const at = `${YEAR_FOLDERS.settings}/様式_${template.title}`
    const defined = { template: template.key, version: template.version, region: '', revision: '' }
    await putFile(to, `${at}.json`, async () => jsonOf(template))
    await putFile(to, `${at}.xlsx`, () => writeWorkbook({ template, body: {}, defined, heading: template.title }))
  }
  for (const { folder, name, file } of year.files) {
    const bytes = await bytesOf(file).catch(() => null)
    if (bytes) to.files.push({ path: `${folder}/${name}`, title: name, bytes })
    else to.missing.push({ title: `ファイル「${name}」`, why: '保存場所にファイルの中身がありません' })
  }
}

async function gatherReports(ctx: Ctx, { programme }: YearRecord, to: Gathered): Promise<void> {
  if (!may(ctx.actor, 'annual.write', programme)) return
  const facts = await yearFactsOf(ctx, programme)
  const report = annualPaper(facts, gapsOf(facts), today(ctx.now))
  await putFile(to, `${YEAR_FOLDERS.report}/年度報告書.docx`, () => writePaper(report))
  await putFile(to, `${YEAR_FOLDERS.report}/年度報告書.pdf`, () => writePaperPdf(report))
  const deck = await deckFacts(ctx, await jointOf(ctx, programme))
  if (!deck.regions.some(({ board, closing }) => board || closing)) return
  const title = `${deck.label}　${deck.programme}`
  await putFile(to, `${YEAR_FOLDERS.joint}/資料.pptx`, () => writeDeck({ title, slides: deckSlides(deck) }))
  await putFile(to, `${YEAR_FOLDERS.joint}/資料.pdf`, () => writePdf({ title, parts: deckParts(deck) }))
}
