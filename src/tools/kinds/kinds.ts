import { causesKind } from '../causes/causes.ts'
import { forumKind } from '../forums/forums.ts'
import { journeyKind } from '../journeys/journeys.ts'
import { logicModelKind } from '../model-words/model-words.ts'
import type { PaperKind } from '../papers/papers.ts'
import { partnersKind } from '../partners/partners.ts'
import { sheetKinds } from '../sheets/sheets.ts'

/** Every kind of paper a region has; the secretariat's own sheets are looked up beside it. */
export const paperKinds: readonly PaperKind[] = [
  causesKind,
  journeyKind,
  logicModelKind,
  ...sheetKinds,
  partnersKind,
  forumKind,
]

export const kindNamed = (key: string): PaperKind | undefined => paperKinds.find(({ kind }) => kind === key)
