import { basename } from 'node:path'
import { importFigures } from '../people/figures/actions.ts'
import { isDay, today } from '../platform/time.ts'
import { Problem } from '../platform/web/problem.ts'
import { badUsage, type Command, commandActor, optionsOf, readGiven, withDatabase } from './command.ts'

export const importMunicipalitiesCommand: Command = {
  usage: 'import-municipalities FILE.csv [--as-of 2025-01-01] [--source 出典]',
  help: [
    '市区町村の人口・65歳以上人口・高齢化率・過疎／中山間・新しい名前を、CSVから取り込みます。',
    '読めた行だけを取り込み、読めなかった行は行番号と理由を出します。1行も読めなければ何も変えません。',
    '--as-of と --source は、ファイルに基準日・出典の列がないときに使います（なければ、きょうの日付とファイル名）。',
  ].join('\n'),
  async run(args, io) {
    const { options, rest } = optionsOf(args, ['as-of', 'source'])
    const [file] = rest
    if (!file || rest.length !== 1) throw badUsage(this)
    const now = new Date()
    const asOf = options['as-of'] ?? today(now)
    if (!isDay(asOf)) throw new Problem('invalid', `「${asOf}」は日付として読めません。2025-01-01 の形で書いてください`)
    const otherwise = { asOf, source: options.source ?? basename(file) }
    const bytes = readGiven(file)
    const done = await withDatabase((db) => importFigures({ db, now, actor: commandActor }, bytes, otherwise))
    for (const fault of done.faults) io.err(`${fault.line}行目：${fault.message}`)
    io.out(
      `読めた行 ${done.taken}、変わった市区町村 ${done.changed}、新しい名前 ${done.renamed}、読めなかった行 ${done.faults.length}`,
    )
    return done.taken > 0 ? 0 : 1
  },
}
