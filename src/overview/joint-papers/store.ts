import { CIRCLES, type Circle } from '../../access/circles.ts'
import { printOf } from '../../papers/sheets/paper.ts'
import { paths } from '../../paths/paths.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Problem } from '../../platform/web/problem.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { logicModelKind } from '../../tools/model-words/model-words.ts'
import { paperAt } from '../../tools/papers/store.ts'
import { sheetAt } from '../../tools/sheets/store.ts'
import { boardsOf } from '../boards/store.ts'
import type { PaperHandIn } from '../joint-materials/joint-materials.ts'
import { isEmptySnapshot, type Ready, type Snapshot, writtenSections } from './joint-papers.ts'

type Asked = { ctx: Ctx; region: Region }

const WIDE: readonly Circle[] = ['region', 'wg', 'joint']

/** A paper with narrower readers is widened first, by those who may: nobody hands it on by a press. */
const narrowWords = (circle: Circle) =>
  `読む人が「${CIRCLES[circle]}」のため、まだ出せません。先に、このページで読む人を広げてください`
const NOTHING = 'まだ何も書かれていません'

function ready(kind: PaperHandIn, href: string, found: Snapshot | null, narrow: Circle | null): Ready {
  if (narrow) return { kind, href, snapshot: null, reason: narrowWords(narrow) }
  const snapshot = found && !isEmptySnapshot(found) ? found : null
  return { kind, href, snapshot, reason: snapshot ? null : NOTHING }
}

/** What this person does not read is not there for them. */
async function seenOrNull<T>(load: Promise<T>): Promise<T | null> {
  try {
    return await load
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return null
    throw error
  }
}

const narrowOf = (circle: Circle): Circle | null => (WIDE.includes(circle) ? null : circle)

/** The papers of a region as they stand now, ready to be handed in. */
export async function readyPapers({ ctx, region }: Asked): Promise<Ready[]> {
  const board = (await boardsOf(ctx, [region])).get(region.id)
  const closing = await seenOrNull(sheetAt({ ctx, region, params: { ref: 'closing' } }))
  const model = await seenOrNull(paperAt({ ctx, region }, logicModelKind))
  const sections = closing ? writtenSections(printOf(closing.template, closing.head.body)) : []
  return [
    ready('board', paths.board(region.id), board ? { kind: 'board', body: board } : null, null),
    ready(
      'closing',
      paths.sheet(region.id, 'closing'),
      { kind: 'closing', body: { sections } },
      closing && narrowOf(closing.circle),
    ),
    ready(
      'logic_model',
      paths.logicModel(region.id),
      model && { kind: 'logic_model', body: model.head.body },
      model && narrowOf(model.circle),
    ),
  ]
}
