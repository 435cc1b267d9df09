import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { regionIdOfCase } from '../overview/bundle/store.ts'
import { exportBundle } from '../overview/case-export/store.ts'
import { Problem } from '../platform/web/problem.ts'
import { askDatabase, badUsage, type Command, withDatabase } from './command.ts'

export const exportBundleCommand: Command = {
  usage: 'export-bundle CASE FILE',
  help: [
    '1つの地域の記録一式を、banso-case/1 のJSONとして書き出します。',
    'CASE は地域の番号（例：3）か、取り込んだ記録の id（例：r7-ginan）です。',
    '取り込んだ記録は、取り込んだときと同じ中身で出ます。すでにあるファイルは新しい中身に入れかわります。',
  ].join('\n'),
  async run(args, io) {
    const [given, file] = args
    if (!given || !file || args.length !== 2) throw badUsage(this)
    askDatabase()
    if (!existsSync(dirname(file))) throw new Problem('not_found', `フォルダがありません：${dirname(file)}`)
    const bundle = await withDatabase(async (db) => {
      const regionId = await regionIdOfCase(db, given)
      if (!regionId) throw new Problem('not_found', `「${given}」という番号・idの地域はありません`)
      return exportBundle(db, regionId)
    })
    write(file, `${JSON.stringify(bundle, null, 2)}\n`)
    io.out(`書き出しました：${file}`)
    return 0
  },
}

/** Beside first, then in its place: a full disk leaves the old file as it was. */
function write(file: string, text: string): void {
  try {
    writeFileSync(`${file}.part`, text)
    renameSync(`${file}.part`, file)
  } catch {
    throw new Problem('unavailable', `書き込めません：${file}`)
  }
}
