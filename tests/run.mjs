// The README's test command. Plain JavaScript: it installs what is missing first.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { install, root } from '../src/cli/ready.mjs'

const FAST_LIMIT_S = 20
const part = process.argv[2] ?? 'all'

install()

const bin = (...path) => join(root, 'node_modules', ...path)
let passed = 0
let failed = 0

function check(name, args, env = {}) {
  const started = performance.now()
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  const seconds = (performance.now() - started) / 1000
  return { name, seconds, status: done.status, output: `${done.stdout}${done.stderr}` }
}

function count(name, ok, words = '') {
  if (ok) passed += 1
  else failed += 1
  console.log(`${ok ? '✔' : '✘'} ${name}${words && ` ${words}`}`)
}

function command(name, args) {
  const done = check(name, args)
  if (done.status !== 0) console.log(done.output)
  count(name, done.status === 0, `(${done.seconds.toFixed(1)} s)`)
}

/** Runs mocha and adds its numbers up; returns how long its tests took. */
function mocha(name, globs, env, extra = []) {
  const args = ['--import', 'tsx', bin('mocha', 'bin', 'mocha.js'), '--exit', '--timeout', '10000', '--reporter', 'dot', ...extra, ...globs]
  const done = check(name, args, { LOG_LEVEL: 'silent', VIEW_CACHE: '1', TZ: 'UTC', ...env })
  const passing = Number(/^\s*(\d+) passing/m.exec(done.output)?.[1] ?? 0)
  const failing = Number(/^\s*(\d+) failing/m.exec(done.output)?.[1] ?? 0)
  const broken = done.status !== 0 && failing === 0
  passed += passing
  failed += failing + (broken ? 1 : 0)
  if (done.status !== 0) console.log(done.output)
  console.log(`${done.status === 0 ? '✔' : '✘'} ${name}: ${passing} passed (${done.seconds.toFixed(1)} s)`)
  return done.seconds
}

const FAST = ['access', 'people', 'papers', 'platform', 'programme', 'support', 'overview', 'cli', 'shape', 'journeys']
const fastGlobs = [`tests/{${FAST.join(',')}}/**/*.test.ts`]

if (part === 'all') {
  command('types', [bin('typescript', 'bin', 'tsc'), '--noEmit'])
  command('lint', [
    bin('@biomejs', 'biome', 'bin', 'biome'),
    'check',
    '--config-path=.biome.json',
    '--error-on-warnings',
    '.',
  ])
}
if (part === 'all' || part === 'fast') {
  const seconds = mocha('fast suite', fastGlobs, {})
  count('fast suite within its limit', seconds <= FAST_LIMIT_S, `${seconds.toFixed(1)} of ${FAST_LIMIT_S} s`)
}
if (part === 'all') mocha('fast suite, Los Angeles', fastGlobs, { TZ: 'America/Los_Angeles' })
if (part === 'all' || part === 'browser') mocha('browser', ['tests/browser/**/*.test.ts'], {}, ['--timeout', '120000'])

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
