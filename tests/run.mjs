// The README's test command. Plain JavaScript: it installs what is missing first.
import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { install, root } from '../src/cli/ready.mjs'

const FAST_LIMIT_S = 20
const FAST = [
  'access',
  'people',
  'papers',
  'platform',
  'programme',
  'support',
  'tools',
  'overview',
  'cli',
  'shape',
  'journeys',
]
const part = process.argv[2] ?? 'all'

install()

let passed = 0
let failed = 0
const bin = (...path) => join(root, 'node_modules', ...path)

/** Runs a command of ours to its end; everything it says comes back. */
function run(args, env = {}) {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env } })
  let output = ''
  child.stdout.on('data', (data) => (output += data))
  child.stderr.on('data', (data) => (output += data))
  return new Promise((done) => child.on('close', (status) => done({ status, output })))
}

function count(name, ok) {
  if (ok) passed += 1
  else failed += 1
  console.log(`${ok ? '✔' : '✘'} ${name}`)
}

async function command(name, args) {
  const { status, output } = await run(args)
  if (status !== 0) console.log(output)
  count(name, status === 0)
}

/** Runs these test files with mocha and adds its numbers up. */
async function mocha(files, env, timeout = 10_000) {
  const options = ['--exit', '--timeout', String(timeout), '--reporter', 'dot']
  const args = ['--import', 'tsx', bin('mocha', 'bin', 'mocha.js'), ...options, ...files]
  const { status, output } = await run(args, { LOG_LEVEL: 'silent', VIEW_CACHE: '1', TZ: 'UTC', ...env })
  const passing = Number(/^\s*(\d+) passing/m.exec(output)?.[1] ?? 0)
  const failing = Number(/^\s*(\d+) failing/m.exec(output)?.[1] ?? 0)
  passed += passing
  failed += status !== 0 && failing === 0 ? 1 : failing
  if (status !== 0) console.log(output)
  return { passing, ok: status === 0 }
}

const testsIn = (folders) =>
  folders
    .flatMap((folder) => {
      const path = join(root, 'tests', folder)
      const names = readdirSync(path, { recursive: true }).filter((name) => String(name).endsWith('.test.ts'))
      return names.map((name) => join('tests', folder, String(name)))
    })
    .sort((a, b) => statSync(join(root, b)).size - statSync(join(root, a)).size)

/** A suite over as many processes as given, each with every n-th file; returns the seconds it took. */
async function suite(name, files, { processes = 2, env = {}, timeout } = {}) {
  const started = performance.now()
  const shards = Array.from({ length: processes }, (_, at) => files.filter((_, i) => i % processes === at))
  const done = await Promise.all(shards.filter((s) => s.length > 0).map((shard) => mocha(shard, env, timeout)))
  const seconds = (performance.now() - started) / 1000
  const total = done.reduce((sum, d) => sum + d.passing, 0)
  console.log(`${done.every((d) => d.ok) ? '✔' : '✘'} ${name}: ${total} passed (${seconds.toFixed(1)} s)`)
  return seconds
}

/** The real server, killed under load; each kill is a test. The seed is new every day, and said. */
async function faults(kills) {
  const seed = Math.floor(Date.now() / 86_400_000)
  const args = ['--import', 'tsx', 'tests/faults/kill.ts', '--kills', String(kills), '--seed', String(seed)]
  const { status, output } = await run(args, { TZ: 'UTC' })
  passed += status === 0 ? kills : 0
  failed += status === 0 ? 0 : 1
  console.log(output.trim() || '✘ faults: no answer')
}

/** Long stories (workbooks, mail servers, many requests) are named so and run apart from the fast suite. */
const isLong = (file) => file.endsWith('.long.test.ts')
const folders = (names) => testsIn(names.filter((name) => readdirSync(join(root, 'tests')).includes(name)))
const everything = part === 'all'
const [fast, long] = [folders(FAST).filter((f) => !isLong(f)), folders(FAST).filter(isLong)]

if (everything) {
  await command('types', [bin('typescript', 'bin', 'tsc'), '--noEmit'])
  await command('lint', [
    bin('@biomejs', 'biome', 'bin', 'biome'),
    'check',
    '--config-path=.biome.json',
    '--error-on-warnings',
    '.',
  ])
}
if (everything || part === 'fast') {
  // Once for all: two processes that start in a fresh clone would both translate every source inside the limit.
  const dry = ['--import', 'tsx', bin('mocha', 'bin', 'mocha.js'), '--exit', '--dry-run', '--reporter', 'min']
  await command('every test loads', [...dry, ...fast])
  const seconds = await suite('fast suite', fast)
  count(`fast suite within its limit (${seconds.toFixed(1)} of ${FAST_LIMIT_S} s)`, seconds <= FAST_LIMIT_S)
}
if (everything) await suite('fast suite, Los Angeles', fast, { env: { TZ: 'America/Los_Angeles' } })
if (everything || part === 'whole') await suite('whole product', [...folders(['whole']), ...long], { timeout: 60_000 })
if (everything || part === 'browser') await suite('browser', folders(['browser']), { processes: 3, timeout: 240_000 })

if (everything || part === 'faults') await faults(3)

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
