import { regionIdOfCase } from '../overview/bundle/store.ts'
import { Problem } from '../platform/web/problem.ts'
import { shareCarried } from '../tools/carries/store.ts'
import { askDatabase, badUsage, type Command, withDatabase } from './command.ts'

export const carriedCommand: Command = {
  usage: 'carried CASE',
  help: [
    'まとめの文のうち、前に書いたものから写された割合を示します。',
    'CASE は地域の番号（例：3）か、取り込んだ記録の id（例：r7-ginan）です。',
  ].join('\n'),
  async run(args, io) {
    const [given] = args
    if (!given || args.length !== 1) throw badUsage(this)
    askDatabase()
    const share = await withDatabase(async (db) => {
      const regionId = await regionIdOfCase(db, given)
      if (!regionId) throw new Problem('not_found', `「${given}」という番号・idの地域はありません`)
      return shareCarried(db, regionId)
    })
    if (share.texts === 0) io.out('まとめには、まだ文がありません')
    else
      io.out(
        `まとめの文 ${share.texts}、写されたもの ${share.carried}（${Math.round((share.carried / share.texts) * 100)}%）`,
      )
    return 0
  },
}
