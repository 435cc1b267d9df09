import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from '../../../src/access/actor.ts'
import { type Imported, importBundle, sampleOwner } from '../../../src/overview/bundle/actions.ts'
import type { CaseBundle } from '../../../src/overview/case-format/body.ts'
import type { Item } from '../../../src/overview/case-format/bundle.ts'
import { judge, readBundle } from '../../../src/overview/case-format/checks.ts'
import type { Db } from '../../../src/platform/db/db.ts'
import { projectRoot } from '../../../src/platform/root.ts'
import { NOW } from '../../support/town.ts'

export type SampleName = 'r7-ginan' | 'r5-mito'

export const sampleBytes = (name: SampleName): Buffer =>
  readFileSync(join(projectRoot, 'src/overview/bundle/samples', `${name}.json`))

export const sample = (name: SampleName): CaseBundle => JSON.parse(sampleBytes(name).toString('utf8'))

/** A sample as plain JSON to be changed by a test. */
export const copyOf = (name: SampleName): Item => JSON.parse(sampleBytes(name).toString('utf8'))

export const command: Actor = { personId: null, name: 'コマンド', memberships: [], isAdministrator: true }

/** Imports as the command line does; a bundle that is refused fails the test with its faults. */
export async function bring(db: Db, value: unknown): Promise<Imported> {
  const { bundle, faults } = judge(value)
  if (!bundle) throw new Error(JSON.stringify(faults))
  return importBundle({ db, now: NOW, actor: command }, bundle, { ownerId: await sampleOwner(db, NOW) })
}

export const faultsIn = (value: unknown): string[] => judge(value).faults.map((f) => `${f.path}：${f.message}`)
export const faultsInText = (text: string): string[] =>
  readBundle(Buffer.from(text)).faults.map((f) => (f.path ? `${f.path}：${f.message}` : f.message))

/** How many rows every table holds. */
export async function rowCounts(db: Db): Promise<Record<string, number>> {
  const tables = (await db.introspection.getTables()).map((table) => table.name)
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const row = await db
      .selectFrom(table as 'regions')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    counts[table] = row.n
  }
  return counts
}
