import { openDb } from '../platform/db/db.ts'
import { migrate } from '../platform/db/migrate.ts'
import { badUsage, type Command, databaseFile } from './command.ts'

export const migrateCommand: Command = {
  usage: 'migrate',
  help: [
    'データベースをつくり、まだ当てていない変更を当てます。',
    '置き場所は DATA_DIR（なければ data/main）です。何度実行しても同じ結果になります。',
  ].join('\n'),
  async run(args, io) {
    if (args.length > 0) throw badUsage(this)
    const db = openDb(databaseFile())
    try {
      const applied = await migrate(db)
      for (const name of applied) io.out(`当てました：${name}`)
      io.out(applied.length > 0 ? `${applied.length}件を当てました（${databaseFile()}）` : 'もう最新です')
      return 0
    } finally {
      await db.destroy()
    }
  },
}
