import type { Ctx } from '../../platform/ctx.ts'
import { change } from '../history/actions.ts'
import type { Sentences } from '../history/history.ts'
import type { Otherwise } from './checks.ts'
import { changes, type Fault, isRenamed } from './figures.ts'
import { applyFigures, knownByCode } from './store.ts'
import { decodeCsv, readFiguresText } from './workbook.ts'

declare module '../history/history.ts' {
  interface Happenings {
    figures_imported: { changed: number; renamed: number; faults: number; source: string }
  }
}

export const figureHappenings = {
  figures_imported: (h) =>
    `${h.actorName}さんが市区町村の人口などを取り込みました（${h.details.changed}件。出典：${h.details.source}）`,
} satisfies Sentences<'figures_imported'>

export interface Imported {
  taken: number
  changed: number
  renamed: number
  faults: Fault[]
}

/** Takes the good rows; what could not be read comes back by line. A file without one good row changes nothing. */
export const importFigures = (ctx: Ctx, csv: string | Uint8Array, otherwise: Otherwise): Promise<Imported> => {
  const text = typeof csv === 'string' ? csv : decodeCsv(csv)
  return change(ctx, async (db, log) => {
    const known = await knownByCode(db)
    const { rows, faults } = readFiguresText(text, known, otherwise)
    const changed = rows.filter((row) => changes(row, known.get(row.code)))
    const renamed = changed.filter((row) => isRenamed(row, known.get(row.code))).length
    await applyFigures(db, changed, ctx.now)
    if (changed.length > 0)
      await log({
        kind: 'figures_imported',
        details: { changed: changed.length, renamed, faults: faults.length, source: otherwise.source },
      })
    return { taken: rows.length, changed: changed.length, renamed, faults }
  })
}
