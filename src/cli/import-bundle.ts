import { type Imported, importBundle, sampleOwner } from '../overview/bundle/actions.ts'
import type { CaseBundle } from '../overview/case-format/body.ts'
import { remarkText } from '../overview/case-format/case-format.ts'
import { readBundle } from '../overview/case-format/checks.ts'
import { keep } from '../platform/db/transaction.ts'
import { badUsage, type Command, type CommandIo, commandActor, readGiven, withDatabase } from './command.ts'

export const importBundleCommand: Command = {
  usage: 'import-bundle FILE…',
  help: [
    '記録一式（banso-case/1 のJSON）を、読むだけの見本として取り込みます。',
    '同じ記録をもう一度取り込むと、まるごと入れかわります（二重にはなりません）。取り込みのあとに人が変えた地域は入れかえません。',
    '1つでも直すところがあれば、どのファイルも取り込みません。',
  ].join('\n'),
  async run(args, io) {
    if (args.length === 0 || args.some((arg) => arg.startsWith('-'))) throw badUsage(this)
    const bundles = args.map((file) => readOne(file, io))
    const good = bundles.filter((bundle) => bundle !== null)
    if (good.length < bundles.length) {
      io.err('何も取り込んでいません。直してから、もう一度実行してください')
      return 1
    }
    for (const one of await importAll(good))
      io.out(`${one.again ? '取り込みなおしました' : '取り込みました'}：No.${one.number} ${one.name}（見本）`)
    return 0
  },
}

function readOne(file: string, io: CommandIo): CaseBundle | null {
  const { bundle, faults, notes } = readBundle(readGiven(file))
  for (const note of notes) io.out(`${file}：お知らせ：${remarkText(note)}`)
  for (const fault of faults) io.err(`${file}：${remarkText(fault)}`)
  return bundle
}

/** All files or none. */
const importAll = (bundles: readonly CaseBundle[]): Promise<Imported[]> =>
  withDatabase((database) =>
    keep({ db: database }, async (db) => {
      const now = new Date()
      const ownerId = await sampleOwner(db, now)
      const imported: Imported[] = []
      for (const bundle of bundles)
        imported.push(await importBundle({ db, now, actor: commandActor }, bundle, { ownerId }))
      return imported
    }),
  )
