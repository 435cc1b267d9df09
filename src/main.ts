import { join } from 'node:path'
import { buildApp } from './app.ts'
import { lacks, readConfig } from './config.ts'
import { openDb } from './platform/db/db.ts'
import { migrate } from './platform/db/migrate.ts'
import { log, plainError } from './platform/log/log.ts'

const config = readConfig(process.env)
for (const sentence of lacks(config, process.env)) console.log(`お知らせ：${sentence}`)

const db = openDb(join(config.dataDir, 'banso.sqlite'))
const applied = await migrate(db)
if (applied.length > 0) console.log(`データベースを新しくしました（${applied.length}件）。`)

const app = buildApp({ db, isDemo: config.isDemo, secure: config.publicUrl.startsWith('https:') })
const server = app.listen(config.port, config.host, () => {
  console.log(`伴走ノートを始めました：${config.publicUrl}`)
})

server.on('error', (error: NodeJS.ErrnoException) => {
  const reason = error.code === 'EADDRINUSE' ? `ポート ${config.port} はほかのプログラムが使っています。PORT を変えてください。` : error.message
  console.error(`始められませんでした：${reason}`)
  process.exit(1)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close(() => void db.destroy().then(() => process.exit(0)))
    setTimeout(() => process.exit(0), 3000).unref()
  })
}
process.on('unhandledRejection', (error) => log.error({ error: plainError(error) }, 'unhandled rejection'))
