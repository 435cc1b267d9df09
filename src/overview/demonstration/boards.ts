import { chooseLines, wordLine } from '../board-choices/actions.ts'
import { releaseBoard } from '../board-releases/actions.ts'
import { type BoardLine, linesOf } from '../boards/boards.ts'
import { boardFrom } from '../boards/body.ts'
import { boardFactsOf } from '../boards/store.ts'
import { type Cast, seen } from './cast.ts'
import type { At } from './demonstration.ts'

interface Where {
  programmeId: string
  regionId: string
}

/** Sentences that were made short for みどり町's sheet, by how they begin. */
const SHORT: readonly [begins: string, short: string][] = [
  ['病棟の看護師は「誰に知らせるか', '病棟：知らせる先が分かれば、土曜でも紙一枚は書ける'],
  ['ケアマネジャーは、入院を知っても', 'ケアマネジャーは、入院を知ってもどこへ連絡すればよいか迷う'],
]
/** Known to everybody on the sheet's last page already. */
const LEFT_OUT = '様式づくりは、話を聞き終えるまで始めない'

async function choose(cast: Cast, at: At, { programmeId, regionId }: Where): Promise<void> {
  const ctx = await cast.as('mika', at)
  const { region } = await seen(ctx, programmeId, regionId)
  const facts = (await boardFactsOf(ctx, [region])).get(regionId)
  const lines: BoardLine[] = facts ? linesOf(boardFrom(facts, true)) : []
  const begun = (words: string) => lines.find((line) => line.original.startsWith(words))
  for (const [begins, short] of SHORT) {
    const line = begun(begins)
    if (line) await wordLine(ctx, region, { line, short })
  }
  const out = begun(LEFT_OUT)
  await chooseLines(ctx, region, { show: [], hide: out ? [out.id] : [], move: null })
}

async function release(cast: Cast, at: At, { programmeId, regionId }: Where): Promise<void> {
  const ctx = await cast.as('mika', at)
  await releaseBoard(ctx, (await seen(ctx, programmeId, regionId)).region, 'wg')
}

/** The sheets the WG read in December. */
export const boardDeeds = (cast: Cast, where: Where, isTold: boolean): { at: At; run(): Promise<unknown> }[] => [
  ...(isTold ? [{ at: '2025-12-08 10:20' as const, run: () => choose(cast, '2025-12-08 10:20', where) }] : []),
  { at: '2025-12-08 11:00', run: () => release(cast, '2025-12-08 11:00', where) },
]
