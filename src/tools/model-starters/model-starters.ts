import type { IndicatorType } from '../logic-models/logic-models.ts'
import { daily } from './daily.ts'
import { dementia } from './dementia.ts'
import { disaster } from './disaster.ts'
import { discharge } from './discharge.ts'
import { emergency } from './emergency.ts'
import { endoflife } from './endoflife.ts'
import { infection } from './infection.ts'

export interface StarterIndicator {
  text: string
  type: IndicatorType
  source: string
  method: string
  watch?: string
}
export interface StarterBox {
  /** Permanent: forms name it. */
  key: string
  text: string
  subject: string
  indicators: readonly StarterIndicator[]
}
/** What is much the same everywhere: the right half of a model, to be put into one's own words. */
export interface Starter {
  scene: string
  label: string
  finals: readonly StarterBox[]
  intermediates: readonly StarterBox[]
}

const STARTERS: readonly Starter[] = [daily, discharge, emergency, endoflife, dementia, infection, disaster]

/** The starting sets of all 場面, or of those named; in the order people know them. */
export const startersOf = (scenes?: readonly string[]): readonly Starter[] =>
  scenes ? STARTERS.filter(({ scene }) => scenes.includes(scene)) : STARTERS
