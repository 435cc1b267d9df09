import { existsSync } from 'node:fs'
import type { Actor } from '../access/actor.ts'
import { importBundle, sampleOwner } from '../overview/bundle/actions.ts'
import { regionIdOfCase } from '../overview/bundle/store.ts'
import { remarkText } from '../overview/case-format/case-format.ts'
import { readBundle } from '../overview/case-format/checks.ts'
import type { Ctx } from '../platform/ctx.ts'
import { type Db, openDb } from '../platform/db/db.ts'
import { migrate } from '../platform/db/migrate.ts'
import { keep } from '../platform/db/transaction.ts'
import { Problem } from '../platform/web/problem.ts'
import type { Region } from '../programme/regions/regions.ts'
import { regionSeen } from '../programme/regions/store.ts'
import { askDatabase, type CommandIo, commandActor, readGiven, withDatabase } from './command.ts'

export const CASE_HELP = [
  'CASE は地域の番号（例：3）、id、名前、取り込んだ記録の id（例：r7-ginan）のどれかです。',
  '記録一式のファイル（….json）も、取り込まずにそのまま読めます。',
]

type CaseDeed<T> = (ctx: Ctx, region: Region) => Promise<T>

/** As the secretariat of the year sees it. */
const officeOf = (organisationId: string): Actor => ({
  ...commandActor,
  memberships: [
    {
      ...{ id: 'command', role: 'secretariat' as const, organisationId },
      ...{ programmeId: null, regionId: null, fromOn: '', toOn: null },
    },
  ],
})

/** The region CASE names, or the bundle in a file, and what is done with it; null when the file has faults (they are said). */
export async function withCase<T>(given: string, io: CommandIo, deed: CaseDeed<T>): Promise<T | null> {
  const isFile = given.endsWith('.json') && existsSync(given)
  if (isFile) return inFile(given, io, deed)
  askDatabase()
  return withDatabase((db) => inCase({ db, given, now: new Date() }, deed))
}

async function inCase<T>({ db, given, now }: { db: Db; given: string; now: Date }, deed: CaseDeed<T>): Promise<T> {
  const regionId = await regionIdOfCase(db, given)
  const owner = regionId
    ? await db
        .selectFrom('regions as r')
        .innerJoin('programmes as p', 'p.id', 'r.programmeId')
        .select('p.ownerId')
        .where('r.id', '=', regionId)
        .executeTakeFirst()
    : undefined
  const actor = officeOf(owner?.ownerId ?? '')
  const region = regionId && owner ? await regionSeen(db, actor, regionId) : undefined
  if (!region) throw new Problem('not_found', `「${given}」という番号・id・名前の地域はありません`)
  return deed({ db, now, actor }, region)
}

/** Imported into a house of its own, which is gone afterwards: nothing is kept. */
async function inFile<T>(file: string, io: CommandIo, deed: CaseDeed<T>): Promise<T | null> {
  const { bundle, faults } = readBundle(readGiven(file))
  for (const fault of faults) io.err(`${file}：${remarkText(fault)}`)
  if (!bundle) return null
  const memory = openDb(':memory:')
  try {
    await migrate(memory)
    const now = new Date()
    await keep({ db: memory }, async (db) => {
      const ownerId = await sampleOwner(db, now)
      await importBundle({ db, now, actor: commandActor }, bundle, { ownerId })
    })
    return await inCase({ db: memory, given: bundle.id, now }, deed)
  } finally {
    await memory.destroy()
  }
}
