import { regionSheets, templateOf } from '../../papers/templates/released.ts'
import type { Template } from '../../papers/templates/templates.ts'
import type { Db } from '../../platform/db/db.ts'
import { newId } from '../../platform/db/ids.ts'
import { OWN, wordsTemplate, type YearTemplate } from './sheet-templates.ts'

type SheetTemplatesTable = Omit<YearTemplate, 'template'> & { templateJson: string }

declare module '../../platform/db/db.ts' {
  interface Tables {
    sheetTemplates: SheetTemplatesTable
    sheetUses: { programmeId: string; key: string; isUsed: number; byName: string; changedAt: string }
  }
}

const templateFrom = ({ templateJson, ...row }: SheetTemplatesTable): YearTemplate => ({
  ...row,
  template: JSON.parse(templateJson) as Template,
})

/** Every version the year has of one sheet, or of all, the one being edited (0) first. */
export async function yearTemplates(db: Db, programmeId: string, key?: string): Promise<YearTemplate[]> {
  const rows = await db
    .selectFrom('sheetTemplates')
    .selectAll()
    .where('programmeId', '=', programmeId)
    .$if(key !== undefined, (q) => q.where('key', '=', key ?? ''))
    .orderBy('key')
    .orderBy('version')
    .execute()
  return rows.map(templateFrom)
}

/** As the year has it, else as it was released with the product. Without a version: the newest for use. */
export async function templateFor(
  db: Db,
  programmeId: string,
  key: string,
  version?: number,
): Promise<Template | undefined> {
  const own = (await yearTemplates(db, programmeId, key)).filter((t) => t.version > 0)
  return own.findLast((t) => version === undefined || t.version === version)?.template ?? templateOf(key, version)
}

/** The newest form, and all its places under one roof: also those of versions that older papers still have. */
export async function formsOf(
  db: Db,
  programmeId: string,
  key: string,
): Promise<{ newest: Template; all: Template[]; words: Template } | undefined> {
  const own = (await yearTemplates(db, programmeId, key)).filter((t) => t.version > 0).map((t) => t.template)
  const given = OWN.test(key) ? undefined : regionSheets.find((t) => t.key === key)
  const all = [...(given ? [given] : []), ...own]
  const newest = all.at(-1)
  return newest && { newest, all, words: wordsTemplate(newest, all.slice(0, -1).reverse()) }
}

/** The sheets of a year in order: the product's, then its own; each with whether the year uses it. */
export async function yearSheets(db: Db, programmeId: string): Promise<{ template: Template; isUsed: boolean }[]> {
  const own = (await yearTemplates(db, programmeId)).filter((t) => t.version > 0)
  const uses = await usesOf(db, programmeId)
  const isUsed = (key: string) => uses.find((use) => use.key === key)?.isUsed !== 0
  const keys = [...new Set([...regionSheets.map((t) => t.key), ...own.map((t) => t.key)])]
  return keys.flatMap((key) => {
    const template = own.findLast((t) => t.key === key)?.template ?? templateOf(key)
    return template ? [{ template, isUsed: isUsed(key) }] : []
  })
}

export const usesOf = (db: Db, programmeId: string) =>
  db.selectFrom('sheetUses').selectAll().where('programmeId', '=', programmeId).orderBy('key').execute()

/** The years that have forms of their own. */
export const yearsWithForms = (db: Db): Promise<{ programmeId: string }[]> =>
  db.selectFrom('sheetTemplates').select('programmeId').where('version', '>', 0).distinct().execute()

export const putUse = (
  db: Db,
  given: { programmeId: string; key: string; isUsed: boolean; byName: string },
  now: Date,
) => {
  const values = { isUsed: Number(given.isUsed), byName: given.byName, changedAt: now.toISOString() }
  return db
    .insertInto('sheetUses')
    .values({ programmeId: given.programmeId, key: given.key, ...values })
    .onConflict((c) => c.columns(['programmeId', 'key']).doUpdateSet(values))
    .execute()
}

export type NewTemplate = Pick<YearTemplate, 'programmeId' | 'key' | 'version' | 'template' | 'note' | 'byName'>

/** Version 0 is written over as it is edited; a version for use is only ever added. */
export const putTemplate = (db: Db, { template, ...given }: NewTemplate, now: Date) => {
  const row = { ...given, templateJson: JSON.stringify(template), createdAt: now.toISOString(), retiredAt: null }
  return db
    .insertInto('sheetTemplates')
    .values({ ...row, id: newId() })
    .$if(given.version === 0, (q) => q.onConflict((c) => c.columns(['programmeId', 'key', 'version']).doUpdateSet(row)))
    .execute()
}

export const dropEdit = (db: Db, programmeId: string, key: string) =>
  db
    .deleteFrom('sheetTemplates')
    .where('programmeId', '=', programmeId)
    .where('key', '=', key)
    .where('version', '=', 0)
    .execute()
