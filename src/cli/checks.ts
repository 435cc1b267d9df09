import { factsOf } from '../tools/check-facts/store.ts'
import type { Found } from '../tools/checks/checks.ts'
import { LEVEL_WORDS, paperTitle } from '../tools/insights/insights.ts'
import { allFound } from '../tools/questions/questions.ts'
import { CASE_HELP, withCase } from './case.ts'
import { badUsage, type Command, type CommandIo } from './command.ts'

export const checksCommand: Command = {
  usage: 'checks CASE [--json]',
  help: [
    '1つの地域のシート・真因・ロジックモデル・計画・まとめへの問い（K・L・P・Z）を並べます。何も変えません。',
    ...CASE_HELP,
    '--json で、id・level（A 問い、W 確かめたいこと、E 見せる前に）・place・message の並びになります。',
  ].join('\n'),
  async run(args, io) {
    const asJson = args.includes('--json')
    const rest = args.filter((arg) => arg !== '--json')
    const [given] = rest
    if (!given || rest.length !== 1 || given.startsWith('-')) throw badUsage(this)
    const found = await withCase(given, io, async ({ db, now }, region) => allFound(await factsOf(db, region, now)))
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
