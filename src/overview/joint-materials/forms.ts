import { z } from 'zod'
import type { FileKind } from '../../platform/files/kinds.ts'
import { oneOf, text } from '../../platform/web/forms.ts'
import { HAND_IN_KINDS } from './joint-materials.ts'

/** Slides and what goes with them; 20 MB as everywhere. */
export const MATERIAL_KINDS: readonly FileKind[] = ['pptx', 'pdf', 'xlsx', 'docx', 'image']
export const MOST_FILES = 5

export const fileForm = z.object({ note: text(400), replaces: text(60) })

export const paperForm = z.object({ kind: oneOf(HAND_IN_KINDS, 'どの資料を出すかを選んでください') })
