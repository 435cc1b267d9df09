import { writeFileSync } from 'node:fs'
import { boardPart } from '../overview/board-papers/paper.ts'
import { boardSlides } from '../overview/board-slides/paper.ts'
import type { Board } from '../overview/boards/boards.ts'
import { boardsOf } from '../overview/boards/store.ts'
import { writePdf } from '../platform/pdf/pdf.ts'
import { writeDeck } from '../platform/pptx/pptx.ts'
import { Problem } from '../platform/web/problem.ts'
import { CASE_HELP, withCase } from './case.ts'
import { badUsage, type Command, optionsOf } from './command.ts'

export const boardCommand: Command = {
  usage: 'board CASE [--pdf FILE] [--pptx FILE]',
  help: [
    '1つの地域の「支援経過（1枚）」を、PDFとPowerPointのファイルにします。',
    ...CASE_HELP,
    '--pdf FILE、--pptx FILE で、書き出すファイルを決めます（どちらか一方でもかまいません）。',
  ].join('\n'),
  async run(args, io) {
    const { options, rest } = optionsOf(args, ['pdf', 'pptx'])
    const [given] = rest
    if (!given || rest.length !== 1 || (!options.pdf && !options.pptx)) throw badUsage(this)
    const board = await withCase(
      given,
      io,
      async (ctx, region) => (await boardsOf(ctx, [region])).get(region.id) ?? null,
    )
    if (!board) return 1
    if (options.pdf) put(options.pdf, await pdfOf(board))
    if (options.pptx) put(options.pptx, await pptxOf(board))
    for (const file of [options.pdf, options.pptx]) if (file) io.out(`${file} を作りました`)
    return 0
  },
}

const titleOf = ({ head }: Board) => `支援経過（1枚）　${head.name}`
const pdfOf = (board: Board) => writePdf({ title: titleOf(board), parts: [boardPart(board)] })
const pptxOf = (board: Board) => writeDeck({ title: titleOf(board), slides: boardSlides(board) })

const REASONS: Record<string, string> = {
  ENOENT: 'そのフォルダがありません',
  EACCES: '書きこむ権限がありません',
  EISDIR: 'ファイルではなくフォルダです',
  ENOSPC: '空き容量がありません',
}

function put(file: string, bytes: Buffer): void {
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? '置き場所を確かめてください'
    throw new Problem('invalid', `${file} に書けませんでした（${reason}）`)
  }
}
