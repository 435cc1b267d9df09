import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSignIn } from '../../src/people/sign-in/store.ts'
import { openDb } from '../../src/platform/db/db.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { postLater } from '../../src/platform/mail/outbox.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { type PersonName, town } from '../support/town.ts'

/** The whole product as it runs at somebody's office: its own process, folder and port. */
export interface House {
  dataDir: string
  file: string
  base: string
  cookies: Record<string, string>
  start(): Promise<void>
  /** kill -9 */
  kill(): Promise<void>
}

const WRITERS = ['mika', 'ken', 'aoi', 'nagi'] as const satisfies PersonName[]
const LETTERS = 8

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready))
  const { port } = probe.address() as { port: number }
  await new Promise((closed) => probe.close(closed))
  return port
}

/** The named town on disk, signed in, its entries open for long, with letters waiting. */
async function settle(file: string): Promise<Record<string, string>> {
  const now = new Date()
  const db = openDb(file)
  await migrate(db)
  const here = await town(db)
  const open = { entryClosesOn: '2099-03-31', supportToOn: '2099-03-31' }
  await db.updateTable('programmes').set(open).execute()
  const cookies: Record<string, string> = {}
  for (const who of WRITERS) {
    const given = { personId: here.people[who], device: 'faults', address: '127.0.0.1' }
    cookies[who] = await startSignIn(db, given, now)
  }
  for (let i = 0; i < LETTERS; i++) {
    const to = { email: `reader${i}@example.jp`, name: `読み手${i}` }
    await postLater(db, { to, subject: `最初の手紙${i}`, body: '待っています。', kind: 'news' }, now)
  }
  await db.destroy()
  return cookies
}

export async function build(smtpUrl: string): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'banso-faults-'))
  const file = join(dataDir, 'banso.sqlite')
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), SMTP_URL: smtpUrl, LOG_LEVEL: 'silent' }
  let child: ChildProcess | null = null
  return {
    dataDir,
    file,
    base,
    cookies: await settle(file),
    start: async () => {
      child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { cwd: projectRoot, env })
      await opened(child)
    },
    kill: async () => {
      const dying = child
      child = null
      if (!dying || dying.exitCode !== null) throw new Error('the server had ended before it was killed')
      const gone = new Promise((done) => dying.once('exit', done))
      dying.kill('SIGKILL')
      await gone
    },
  }
}

const opened = (child: ChildProcess): Promise<void> =>
  new Promise((ready, fail) => {
    let said = ''
    const tooLate = setTimeout(() => fail(new Error(`the server did not start: ${said}`)), 30_000)
    const hear = (bytes: Buffer) => {
      said += bytes.toString('utf8')
      if (!said.includes('伴走ノートを始めました')) return
      clearTimeout(tooLate)
      ready()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => fail(new Error(`the server ended: ${said}`)))
  })
