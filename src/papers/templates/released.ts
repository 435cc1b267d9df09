import { entryTemplate } from './entry.ts'
import type { Template } from './templates.ts'
import { threeLinesTemplate } from './three-lines.ts'

/** Every template ever released, newest version last; an old sheet is always drawn by its own version. */
export const released: readonly Template[] = [entryTemplate, threeLinesTemplate]

/** Without a version: the newest one. */
export const templateOf = (key: string, version?: number): Template | undefined =>
  released.findLast((t) => t.key === key && (version === undefined || t.version === version))
