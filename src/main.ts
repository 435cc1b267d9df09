import { join } from 'node:path'
import { buildApp } from './app.ts'
import { lacks, readConfig } from './config.ts'
import { remindOfConsents } from './overview/consent-reminders/actions.ts'
import { clockOf } from './overview/demonstration/clock.ts'
import { tellAll } from './overview/tidings/actions.ts'
import { letLeave } from './overview/transfers/actions.ts'
import { paths } from './paths/paths.ts'
import { countPeople } from './people/accounts/store.ts'
import { setupToken } from './people/setup/setup.ts'
import { startClockwork } from './platform/clockwork/clockwork.ts'
import { openDb } from './platform/db/db.ts'
import { migrate } from './platform/db/migrate.ts'
import { filesIn } from './platform/files/files.ts'
import { log, plainError } from './platform/log/log.ts'
import { senderOf } from './platform/mail/smtp.ts'
import { startTick } from './platform/mail/tick.ts'
import { endStreams } from './platform/web/stream.ts'

const config = readConfig(process.env)
for (const sentence of lacks(config, process.env)) console.log(`お知らせ：${sentence}`)

const db = openDb(join(config.dataDir, 'banso.sqlite'))
const applied = await migrate(db)
if (applied.length > 0) console.log(`データベースを新しくしました（${applied.length}件）。`)

filesIn(config.dataDir)
const stopPosting = startTick(db, senderOf(config))

const { isDemo, publicUrl } = config
const now = isDemo ? clockOf(config.dataDir) : () => new Date()
const stopTelling = startClockwork(async () => {
  const turn = { db, now: now(), origin: publicUrl }
  await letLeave(turn)
  await tellAll(turn)
  await remindOfConsents(turn)
})
const app = buildApp({ db, now, isDemo, publicUrl, secure: publicUrl.startsWith('https:') })
const server = app.listen(config.port, config.host, () => {
  console.log(`伴走ノートを始めました：${config.publicUrl}`)
})

if ((await countPeople(db)) === 0) {
  console.log(`だれも登録されていません。最初の設定：${config.publicUrl}${paths.setup(setupToken())}`)
}

server.on('error', (error: NodeJS.ErrnoException) => {
  const reason =
    error.code === 'EADDRINUSE'
      ? `ポート ${config.port} はほかのプログラムが使っています。PORT を変えてください。`
      : error.message
  console.error(`始められませんでした：${reason}`)
  process.exit(1)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    endStreams()
    server.close(
      () =>
        void Promise.all([stopPosting(), stopTelling()])
          .then(() => db.destroy())
          .then(() => process.exit(0)),
    )
    setTimeout(() => process.exit(0), 3000).unref()
  })
}
process.on('unhandledRejection', (error) => log.error({ error: plainError(error) }, 'unhandled rejection'))
