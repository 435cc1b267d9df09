import { join } from 'node:path'
import { buildApp } from './app.ts'
import { lacks, readConfig } from './config.ts'
import { remindOfConsents } from './overview/consent-reminders/actions.ts'
import { clockOf } from './overview/demonstration/clock.ts'
import { refreshIndex } from './overview/search-index/actions.ts'
import { tellAll } from './overview/tidings/actions.ts'
import { letLeave } from './overview/transfers/actions.ts'
import { paths } from './paths/paths.ts'
import { countPeople } from './people/accounts/store.ts'
import { setupToken } from './people/setup/setup.ts'
import { startTaskRuns } from './people/task-runs/actions.ts'
import { onTask } from './people/tasks/actions.ts'
import { startClockwork } from './platform/clockwork/clockwork.ts'
import { openDb } from './platform/db/db.ts'
import { migrate } from './platform/db/migrate.ts'
import { filesIn } from './platform/files/files.ts'
import { log, plainError } from './platform/log/log.ts'
import { senderOf } from './platform/mail/smtp.ts'
import { startTick } from './platform/mail/tick.ts'
import { endStreams } from './platform/web/stream.ts'
import { taskRunners } from './showing.ts'

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
  await refreshIndex(turn)
})
const making = startTaskRuns({ db, now, runners: taskRunners })
onTask(making.kick)
const app = buildApp({ db, now, isDemo, publicUrl, secure: publicUrl.startsWith('https:') })
const setupAddress =
  (await countPeople(db)) === 0
    ? `だれも登録されていません。最初の設定：${publicUrl}${paths.setup(setupToken())}`
    : null

/** Express 5 hands a failed listen to the same function. */
const server = app.listen(config.port, config.host, (error?: NodeJS.ErrnoException) => {
  if (error) refuseToStart(error)
  console.log(`伴走ノートを始めました：${publicUrl}`)
  if (setupAddress) console.log(setupAddress)
})

function refuseToStart(error: NodeJS.ErrnoException): never {
  const reasons: Record<string, string> = {
    EADDRINUSE: `ポート ${config.port} はほかのプログラムが使っています。PORT を変えてください。`,
    EACCES: `ポート ${config.port} を開く権限がありません。1024 以上の PORT にしてください。`,
    EADDRNOTAVAIL: `HOST ${config.host} はこの機械のアドレスではありません。`,
  }
  console.error(`始められませんでした：${reasons[error.code ?? ''] ?? error.message}`)
  process.exit(1)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    endStreams()
    server.close(
      () =>
        void Promise.all([stopPosting(), stopTelling(), making.stop()])
          .then(() => db.destroy())
          .then(() => process.exit(0)),
    )
    setTimeout(() => process.exit(0), 3000).unref()
  })
}
process.on('unhandledRejection', (error) => log.error({ error: plainError(error) }, 'unhandled rejection'))
