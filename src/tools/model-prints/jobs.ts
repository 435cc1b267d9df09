import { modelSlides } from '../model-slides/paper.ts'
import type { ModelOrder, PrintedModel } from './model-prints.ts'
import { modelPart } from './paper.ts'

/** What the worker runs. */
export const draw = (order: ModelOrder): PrintedModel => ({ part: modelPart(order), slides: modelSlides(order) })
