// Plain JavaScript: runs before anything is installed.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const found = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0

/** What this machine lacks, in plain words with the way on. */
export function lacking() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const sentences = []
  if (major < 20 || (major === 20 && minor < 19)) {
    sentences.push(`Node.js 20.19 以上が要ります（いまは ${process.versions.node}）。`)
  }
  if (!found('npm')) sentences.push('npm がありません。Node.js と一緒に入れてください。')
  const builders = ['python3', 'make', 'g++'].filter((command) => !found(command))
  if (builders.length > 0) {
    sentences.push(
      `${builders.join('・')} がありません。better-sqlite3 を組み立てるのに使います：apt-get install -y ${builders.join(' ')}`,
    )
  }
  return sentences
}

/** Installs the packages of the lock file where they are missing or old. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const mark = join(root, 'node_modules', '.banso-lock')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  const missing = lacking()
  if (missing.length > 0) {
    for (const sentence of missing) console.error(sentence)
    process.exit(1)
  }
  console.log('部品を入れています（はじめは数分かかります）…')
  // Not `npm ci`: it refuses where a registry lacks some other platform's optional package. The lock is honoured all the same.
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  })
  writeFileSync(mark, lock)
}

/** Compiles src and migrations into dist. */
export function build() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  execFileSync(process.execPath, [tsc, '-p', '.tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  })
}
