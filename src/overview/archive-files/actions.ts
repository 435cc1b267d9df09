import { writeWorkbook } from '../../papers/workbooks/workbook.ts'
import { writePaper } from '../../platform/docx/docx.ts'
import { bytesOf } from '../../platform/files/files.ts'
import { log, plainError } from '../../platform/log/log.ts'
import { csvOf } from '../../platform/office/csv.ts'
import { writePdf } from '../../platform/pdf/pdf.ts'
import { standalone } from '../../platform/picture-styles/picture-styles.ts'
import { pngOf } from '../../platform/pictures/pictures.ts'
import { writeDeck } from '../../platform/pptx/pptx.ts'
import { writePaperPdf } from '../../platform/printed/printed.ts'
import { today } from '../../platform/time.ts'
import { Problem } from '../../platform/web/problem.ts'
import { drawingOf } from '../../tools/journey-papers/paper.ts'
import { WIDTHS } from '../../tools/journey-pictures/journey-pictures.ts'
import { modelPicture } from '../../tools/model-pictures/picture.ts'
import { writeModelWorkbook } from '../../tools/model-workbooks/workbook.ts'
import { partnerMap } from '../../tools/partner-maps/picture.ts'
import { partnersOf } from '../../tools/partners/partners.ts'
import type { RecordPaper, RegionRecord } from '../archive-records/archive-records.ts'
import { boardPart } from '../board-papers/paper.ts'
import { boardSlides } from '../board-slides/paper.ts'
import { readBy } from '../finished-papers/finished-papers.ts'
import { deedsIn } from '../roadmap-papers/paper.ts'
import { type ArchiveFile, FOLDERS, type Folder, type Missing } from './archive-files.ts'
import { listsOf } from './workbook.ts'

/** What a copy is gathered in: files as they are made, and what could not be. */
export interface Gathered {
  files: ArchiveFile[]
  missing: Missing[]
}

type Make = () => Promise<Buffer>

/** One thing that fails is named in the copy; the others are made all the same. */
export async function putFile(to: Gathered, path: string, make: Make): Promise<void> {
  const title = path.slice(path.lastIndexOf('/') + 1)
  try {
    to.files.push({ path, title, bytes: await make() })
  } catch (error) {
    if (!(error instanceof Problem)) log.warn({ error: plainError(error), path }, 'archive')
    to.missing.push({ title, why: error instanceof Problem ? error.message : 'ファイルを作れませんでした' })
  }
}

/** A title may hold what looks like a folder. */
const nameOf = (title: string): string => title.replaceAll('/', '／')

const put = (to: Gathered, folder: Folder, name: string, make: Make): Promise<void> =>
  putFile(to, `${FOLDERS[folder]}/${nameOf(name)}`, make)

/** 支援経過（1枚） as it is printed and as it is edited. */
export async function gatherBoard({ board }: RegionRecord, to: Gathered): Promise<void> {
  if (!board) return
  const title = `支援経過（1枚）　${board.head.name}`
  await put(to, 'board', '支援経過.pdf', () => writePdf({ title, parts: [boardPart(board)] }))
  await put(to, 'board', '支援経過.pptx', () => writeDeck({ title, slides: boardSlides(board) }))
}

/** まとめ and what belongs to it, as far as there is something to tell. */
export async function gatherClosing({ closing, circles }: RegionRecord, to: Gathered): Promise<void> {
  if (!closing) return
  const inside = circles.includes('town')
  for (const one of readBy(closing)) {
    if (one.kind ? !closing.bodies.has(one.kind) : deedsIn(closing, { inside }).length === 0) continue
    await put(to, 'closing', `${one.title}.docx`, () => writePaper(one.paper(closing, inside)))
    await put(to, 'closing', `${one.title}.pdf`, () => writePaperPdf(one.paper(closing, inside)))
  }
}

/** Every list as CSV, every paper as the workbook that can be read in again, every picture as SVG and PNG. */
export async function gatherPapers(record: RegionRecord, to: Gathered): Promise<void> {
  for (const list of listsOf(record)) await put(to, 'lists', `${list.name}.csv`, async () => csvOf(list))
  for (const paper of record.papers) {
    await put(to, 'papers', `${paper.title}.xlsx`, () => paperBytes(record, paper))
    const made = to.files.at(-1)
    if (made?.title === nameOf(`${paper.title}.xlsx`)) made.about = paper.ref
  }
  for (const { name, svg, width } of picturesOf(record)) {
    await put(to, 'pictures', `${name}.svg`, async () => Buffer.from(svg))
    await put(to, 'pictures', `${name}.png`, () => pngOf({ svg, width }))
  }
}

async function paperBytes({ region }: RegionRecord, paper: RecordPaper): Promise<Buffer> {
  const { template, body, number, ref, title } = paper
  const heading = `${region.name}　${title}`
  if (paper.kind === 'logic_model') return writeModelWorkbook({ body, heading, region: region.id, revision: number })
  if (!template) return Buffer.from(`${JSON.stringify(body, null, 2)}\n`)
  const of = paper.kind === 'entry' ? region.id : `${region.id}/${ref}`
  const defined = { template: template.key, version: template.version, region: of, revision: String(number) }
  return writeWorkbook({ template, body, defined, heading })
}

interface Picture {
  name: string
  svg: string
  width: number
}

/** Only what there is something to draw of. */
export function picturesOf({ region, papers, journeys, madeAt }: RegionRecord): Picture[] {
  const body = (kind: string) => papers.find((paper) => paper.kind === kind)?.body
  const [model, partners] = [body('logic_model'), partnersOf(body('partners') ?? {})]
  const pictures: Picture[] = []
  if (model) {
    const { svg, width } = modelPicture(model, { title: `${region.name} ロジックモデル` })
    pictures.push({ name: 'ロジックモデル', svg: standalone(svg), width })
  }
  for (let at = 0; at < journeys.length; at += SIX) {
    const cases = journeys.slice(at, at + SIX)
    const choice = { cases, axis: 'calendar' as const, counting: { word: '', months: 12 }, isTooMany: false }
    const { svg, width } = drawingOf({ regionName: region.name, choice, today: today(madeAt) }, WIDTHS.a4)
    pictures.push({ name: at === 0 ? '経過図' : `経過図${at / SIX + 1}`, svg, width })
  }
  if (partners.length > 0) {
    const svg = standalone(
      partnerMap(partners, () => null),
      'plans',
    )
    pictures.push({ name: '関係者の地図', svg, width: Number(/ width="(\d+)/.exec(svg)?.[1] ?? 948) })
  }
  return pictures
}

/** As many as one drawing shows. */
const SIX = 6

/** The people's own files under their own names; bytes that are gone from the disk are told. */
export async function gatherFiles({ files }: Pick<RegionRecord, 'files'>, to: Gathered): Promise<void> {
  for (const file of files.toReversed()) {
    const bytes = await bytesOf(file).catch(() => null)
    if (bytes) to.files.push({ path: `${FOLDERS.files}/${nameOf(file.name)}`, title: file.name, bytes })
    else to.missing.push({ title: `ファイル「${file.name}」`, why: '保存場所にファイルの中身がありません' })
  }
}
