import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { runCli } from '../../../src/cli/cli.ts'
import { boardPart } from '../../../src/overview/board-papers/paper.ts'
import { boardSlides } from '../../../src/overview/board-slides/paper.ts'
import { importBundle, sampleOwner } from '../../../src/overview/bundle/actions.ts'
import { readBundle } from '../../../src/overview/case-format/checks.ts'
import { paths } from '../../../src/paths/paths.ts'
import { writePdf } from '../../../src/platform/pdf/pdf.ts'
import { writeDeck } from '../../../src/platform/pptx/pptx.ts'
import { projectRoot } from '../../../src/platform/root.ts'
import { boardFor, boardOf, columnOf, lineOf } from '../../support/boards.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { bare, printed } from '../../support/printed.ts'
import { town } from '../../support/town.ts'
import { unzipped } from '../../support/unzipped.ts'

const SAMPLES = { 'r7-ginan': '岐阜県岐南町', 'r5-mito': '茨城県水戸市' } as const
const fileOf = (name: string) => join(projectRoot, `src/overview/bundle/samples/${name}.json`)

interface Step {
  label: string
  situation: { text: string }[]
  advice: { text: string }[]
}
/** Every sentence of the bundle that has to stand on the sheet. */
const sentencesOf = (name: string): string[] => {
  const bundle = JSON.parse(readFileSync(fileOf(name), 'utf8')) as {
    steps: Step[]
    actions: { text: string }[]
    issuesAtEntry: { text: string }[]
    theme: { text: string }
  }
  const steps = bundle.steps.flatMap((step) => [...step.situation, ...step.advice])
  return [...steps, ...bundle.actions, ...bundle.issuesAtEntry, bundle.theme].map(({ text }) => bare(text))
}

interface Shape {
  name: string
  paragraphs: string[]
}
const EMU = 36_000
const words = (xml: string) =>
  xml
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

/** The shapes of every slide; each of them inside the page. */
async function shapesOf(bytes: Buffer): Promise<Shape[]> {
  const files = await unzipped(bytes)
  const names = [...files.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  const order = names.toSorted((a, b) => Number(/\d+/.exec(a)) - Number(/\d+/.exec(b)))
  return order.flatMap((file) => {
    const xml = files.get(file)?.toString() ?? ''
    expect(xml, 'pictures').to.not.include('<p:pic>')
    for (const [, x, y, w, h] of xml.matchAll(/<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g)) {
      expect(Math.min(Number(x), Number(y)), file).to.be.at.least(0)
      expect(Number(x) + Number(w), file).to.be.at.most(297 * EMU + 400)
      expect(Number(y) + Number(h), file).to.be.at.most(210 * EMU + 400)
    }
    return [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].map(([shape]) => ({
      name: words(/name="([^"]*)"/.exec(shape)?.[1] ?? ''),
      paragraphs: [...shape.matchAll(/<a:p>.*?<\/a:p>/gs)].map(([p]) =>
        words([...p.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((m) => m[1]).join('')),
      ),
    }))
  })
}

/** What a cell says, without the frames and marks that each form draws in its own way. */
const said = (texts: readonly string[]) => bare(texts.join('').replace(/［(済|途中|予定)］|（推定）/g, ''))

describe('支援経過（1枚）in all its forms', () => {
  for (const [name, region] of Object.entries(SAMPLES))
    it(`${region}: every sentence of the bundle on page, PDF and slides, the same in the same order`, async () => {
      const midori = await town(await freshDb())
      const { bundle } = readBundle(readFileSync(fileOf(name)))
      if (!bundle) throw new Error('no bundle')
      const ctx = await midori.ctx('mika')
      const { regionId } = await importBundle(ctx, bundle, { ownerId: await sampleOwner(midori.db, midori.now) })
      const aoi = await browse(midori, 'aoi')
      await aoi.open(paths.board(regionId))
      expect(aoi.heading).to.equal(region)
      const page = bare(
        aoi.document
          .querySelectorAll('.a4')
          .map((one) => one.text)
          .join(''),
      )
      const cells = aoi.document.querySelectorAll('.b-cell').map((cell) => ({
        name: cell.getAttribute('aria-label') ?? '',
        text: said(
          cell.querySelectorAll('.b-title, h3, .b-text, .b-none, .b-small, .b-theme-text').map((one) => one.text),
        ),
      }))
      await aoi.open(paths.boardPdf(regionId))
      const pdf = await printed(aoi.bytes)
      await aoi.open(paths.boardPptx(regionId))
      const shapes = await shapesOf(aoi.bytes)
      const slides = bare(shapes.flatMap(({ paragraphs }) => paragraphs).join(''))
      for (const sentence of sentencesOf(name))
        for (const [form, text] of Object.entries({ page, pdf: pdf.pages.join(''), slides }))
          expect(text, form).to.include(sentence)
      for (const { name: cell, text } of cells) {
        if (text === '') continue
        const shape = shapes.find((one) => one.name === cell)
        const own = shape?.paragraphs ?? []
        const label = cell.startsWith('事前MTG') ? own.slice(1) : own
        expect(said(label), cell).to.equal(text)
        expect(pdf.pages.join('').replace(/済|途中|予定|推定/g, ''), cell).to.include(
          text.replace(/済|途中|予定|推定/g, ''),
        )
      }
      expect(pdf.pages).to.have.length(1)
    }).timeout(60_000)

  it('is a tagged PDF with title, language and embedded fonts', async () => {
    const board = boardOf({ columns: [columnOf('支援1', { situation: [lineOf('一つめ'), lineOf('二つめ')] })] })
    const bytes = await writePdf({ title: '支援経過（1枚）　みどり町', parts: [boardPart(board)] })
    const pdf = await printed(bytes)
    expect(pdf).to.include({ title: '支援経過（1枚）　みどり町', isMarked: true })
    expect(pdf.language).to.match(/^ja/)
    expect(pdf.roles).to.include.members(['H1', 'H2', 'L', 'LI', 'P'])
    expect(bytes.toString('latin1'))
      .to.match(/\/StructTreeRoot/)
      .and.match(/\/FontFile[23] /)
  }).timeout(60_000)

  it('prints whatever stands on it, on as many pages as it takes, and the slides as many', async () => {
    for (const seed of [3, 11, 17]) {
      const board = boardFor(seed)
      const pdf = await printed(await writePdf({ title: 'x', parts: [boardPart(board)] }))
      const slides = boardSlides(board)
      expect(pdf.pages, `seed ${seed}`).to.have.length(slides.length)
      const shapes = await shapesOf(await writeDeck({ title: 'x', slides }))
      const deck = bare(shapes.flatMap(({ paragraphs }) => paragraphs).join(''))
      for (const line of board.columns[0]?.situation ?? [])
        expect(deck, `seed ${seed}`).to.include(bare(line.text).slice(0, 30))
    }
  }).timeout(120_000)

  it('carries odd letters: emoji, old characters, half pairs, what looks like markup', async () => {
    const odd = [
      '髙﨑𠮷野家',
      '#set page(margin: 0)',
      '= 見出し *太字* $x$ @a <b>',
      '👨‍👩‍👧‍👦がいる',
      'ﾊﾝｶｸ ½ ㈱ ①',
      'a\u0000b\uD800c',
    ]
    const board = boardOf({ columns: [columnOf('支援1', { situation: odd.map((text) => lineOf(text)) })] })
    const pdf = await printed(await writePdf({ title: '\u0000\uD800 x', parts: [boardPart(board)] }))
    for (const text of ['髙﨑𠮷野家', '#setpage(margin:0)', '=見出し*太字*$x$@a<b>', 'がいる', '㈱①'])
      expect(pdf.pages.join('')).to.include(text)
    const shapes = await shapesOf(await writeDeck({ title: 'x', slides: boardSlides(board) }))
    expect(shapes.flatMap(({ paragraphs }) => paragraphs).join(''))
      .to.include('👨‍👩‍👧‍👦がいる')
      .and.include('<b>')
  }).timeout(60_000)
})

describe('board CASE on the command line', () => {
  it('writes both files from a bundle, and says what is wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'banso-board-'))
    const said: string[] = []
    const io = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) }
    try {
      const [pdf, pptx] = [join(folder, 'a.pdf'), join(folder, 'a.pptx')]
      expect(await runCli(['board', fileOf('r7-ginan'), '--pdf', pdf, '--pptx', pptx], io), said.join('\n')).to.equal(0)
      expect((await printed(readFileSync(pdf))).title).to.equal('支援経過（1枚）　岐阜県岐南町')
      expect((await shapesOf(readFileSync(pptx))).length).to.be.greaterThan(10)
      expect(await runCli(['board', fileOf('r7-ginan')], io)).to.equal(1)
      expect(said.at(-1)).to.include('書き方が違います')
      expect(await runCli(['board', fileOf('r7-ginan'), '--pdf', join(folder, 'no/such.pdf')], io)).to.equal(1)
      expect(said.at(-1)).to.include('そのフォルダがありません')
    } finally {
      rmSync(folder, { recursive: true })
    }
  }).timeout(60_000)
})
