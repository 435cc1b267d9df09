import { startTask } from '../../people/tasks/actions.ts'
import type { MadeFile, Task, TaskRunner, TaskTools } from '../../people/tasks/tasks.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { writePdf } from '../../platform/pdf/pdf.ts'
import { PPTX, writeDeck } from '../../platform/pptx/pptx.ts'
import { notFound } from '../../platform/web/problem.ts'
import { programmeSeen } from '../../programme/programmes/store.ts'
import { isOffice, type Joint } from '../joint-report/joint-report.ts'
import { jointSeen } from '../joint-report/store.ts'
import { deckParts, deckSlides } from './paper.ts'
import { deckFacts } from './store.ts'

export const DECK_TASK = 'joint_deck'

/** The secretariat any time; from the day on everybody who takes part: the deck holds what all regions handed in. */
export const mayHaveDeck = (ctx: Ctx, joint: Joint): boolean => joint.isOpen || isOffice(ctx.actor, joint)

export const startDeck = (ctx: Ctx, { programme, label }: Joint): Promise<string> =>
  startTask(ctx, { kind: DECK_TASK, title: `${label}の資料（1冊）`, programmeId: programme.id, data: null })

/** Asked again with the roles held by then. */
async function run({ programmeId }: Task, tools: TaskTools): Promise<MadeFile[]> {
  const programme = await programmeSeen(tools.db, tools.actor, programmeId ?? '')
  if (!programme) throw notFound()
  const joint = await jointSeen({ ctx: tools, programme })
  if (!mayHaveDeck(tools, joint)) throw notFound()
  await tools.progress(0, 3, '出された資料を集めています')
  const facts = await deckFacts(tools, joint)
  const title = `${facts.label}　${facts.programme}`
  await tools.progress(1, 3, 'PowerPointを作っています')
  const deck = await writeDeck({ title, slides: deckSlides(facts) })
  await tools.progress(2, 3, 'PDFを作っています')
  const pdf = await writePdf({ title, parts: deckParts(facts) })
  return [
    { name: `${facts.label}_資料.pptx`, mime: PPTX, bytes: deck },
    { name: `${facts.label}_資料.pdf`, mime: 'application/pdf', bytes: pdf },
  ]
}

export const jointDeckRunner: TaskRunner = { kind: DECK_TASK, run }
