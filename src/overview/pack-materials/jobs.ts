import type { Paper } from '../../platform/docx/docx.ts'
import { paperPart } from '../../platform/printed/printed.ts'
import { paperSlides } from '../../platform/slides/paper.ts'
import { boardPart } from '../board-papers/paper.ts'
import { boardSlides } from '../board-slides/paper.ts'
import type { Board } from '../boards/boards.ts'
import { type EffectOrder, effectPaper } from '../pack-effects/paper.ts'
import type { Pages } from './pack-materials.ts'

/** What the worker runs: measuring and laying out, so that nobody's page waits for it. */
export const board = (given: Board): Pages => ({ parts: [boardPart(given)], slides: boardSlides(given) })

export const paper = (given: Paper): Pages => ({ parts: [paperPart(given)], slides: paperSlides(given) })

export const effect = (given: EffectOrder): Pages => paper(effectPaper(given))
