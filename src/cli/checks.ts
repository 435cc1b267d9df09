import { existsSync } from 'node:fs'
import type { Actor } from '../access/actor.ts'
import { importBundle, sampleOwner } from '../overview/bundle/actions.ts'
import { regionIdOfCase } from '../overview/bundle/store.ts'
import { remarkText } from '../overview/case-format/case-format.ts'
import { readBundle } from '../overview/case-format/checks.ts'
import { type Db, openDb } from '../platform/db/db.ts'
import { migrate } from '../platform/db/migrate.ts'
import { keep } from '../platform/db/transaction.ts'
import { Problem } from '../platform/web/problem.ts'
import { regionSeen } from '../programme/regions/store.ts'
import { factsOf } from '../tools/check-facts/store.ts'
import type { Found } from '../tools/checks/checks.ts'
import { LEVEL_WORDS, paperTitle } from '../tools/insights/insights.ts'
import { allFound } from '../tools/questions/questions.ts'
import {
  askDatabase,
  badUsage,
  type Command,
  type CommandIo,
  commandActor,
  readGiven,
  withDatabase,
} from './command.ts'

export const checksCommand: Command = {
  usage: 'checks CASE [--json]',
  help: [
    '1つの地域のシート・真因・ロジックモデル・計画・まとめへの問い（K・L・P・Z）を並べます。何も変えません。',
    'CASE は地域の番号（例：3）、id、名前、取り込んだ記録の id（例：r7-ginan）のどれかです。',
    '記録一式のファイル（….json）も、取り込まずにそのまま読めます。',
    '--json で、id・level（A 問い、W 確かめたいこと、E 見せる前に）・place・message の並びになります。',
  ].join('\n'),
  async run(args, io) {
    const asJson = args.includes('--json')
    const rest = args.filter((arg) => arg !== '--json')
    const [given] = rest
    if (!given || rest.length !== 1 || given.startsWith('-')) throw badUsage(this)
    const isFile = given.endsWith('.json') && existsSync(given)
    const found = isFile ? await foundInFile(given, io) : await foundInCase(given)
    if (found === null) return 1
    if (asJson) io.out(JSON.stringify(found.map(printed), null, 2))
    else tell(found, io)
    return 0
  },
}

const printed = ({ id, level, place, message }: Found) => ({ id, level, place, message })

function tell(found: readonly Found[], io: CommandIo): void {
  for (const { id, level, place, message } of found) {
    io.out(`${id.padEnd(3)} ${level} ${LEVEL_WORDS[level]}｜${paperTitle(place.ref, undefined)}｜${place.label}`)
    io.out(`      ${message}`)
  }
  io.out(found.length > 0 ? `問いは${found.length}あります` : 'いま、たずねることはありません')
}

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

async function foundIn(db: Db, given: string, now: Date): Promise<Found[]> {
  const regionId = await regionIdOfCase(db, given)
  const owner = regionId
    ? await db
        .selectFrom('regions as r')
        .innerJoin('programmes as p', 'p.id', 'r.programmeId')
        .select('p.ownerId')
        .where('r.id', '=', regionId)
        .executeTakeFirst()
    : undefined
  const region = regionId && owner ? await regionSeen(db, officeOf(owner.ownerId), regionId) : undefined
  if (!region) throw new Problem('not_found', `「${given}」という番号・id・名前の地域はありません`)
  return allFound(await factsOf(db, region, now))
}

async function foundInCase(given: string): Promise<Found[]> {
  askDatabase()
  return withDatabase((db) => foundIn(db, given, new Date()))
}

/** Imported into a house of its own, which is gone afterwards: the same questions, and nothing kept. */
async function foundInFile(file: string, io: CommandIo): Promise<Found[] | null> {
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
    return await foundIn(memory, bundle.id, now)
  } finally {
    await memory.destroy()
  }
}
