import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { projectRoot } from '../platform/root.ts'
import { Problem } from '../platform/web/problem.ts'
import { badUsage, type Command } from './command.ts'

/** From the top of the house to its ground: a wing may import itself and what stands behind it. */
const WINGS = [
  'cli',
  '(root)',
  'overview',
  'tools',
  'support',
  'programme',
  'papers',
  'people',
  'access',
  'paths',
  'platform',
]
const LARGEST = 20

interface Source {
  path: string
  wing: string
  lines: number
  imports: string[]
}

function sources(): Source[] {
  const root = join(projectRoot, 'src')
  if (!existsSync(root)) throw new Problem('not_found', 'src フォルダがありません')
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.m?[tj]s$/.test(entry.name))
    .map((entry) => sourceOf(root, join(entry.parentPath, entry.name)))
    .sort((a, b) => b.lines - a.lines)
}

const wingOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '(root)')

function sourceOf(root: string, file: string): Source {
  const text = readFileSync(file, 'utf8')
  const named = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, to = '']) => resolve(dirname(file), to))
  const path = relative(root, file)
  const imports = named.map((to) => relative(root, to)).filter((to) => !to.startsWith('..'))
  return { path, wing: wingOf(path), lines: text.split('\n').length - 1, imports }
}

/** How many import lines lead from one wing to another. */
function matrix(all: readonly Source[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { wing, imports } of all)
    for (const to of imports) {
      const key = `${wing} ${wingOf(to)}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return counts
}

export const shapeCommand: Command = {
  usage: 'shape',
  help: '翼（src の大きなまとまり）どうしの取り込みの数と、大きいファイルを並べます。\n左の翼が、上の翼を何回取り込んでいるかを表します。',
  async run(args, io) {
    if (args.length > 0) throw badUsage(this)
    const all = sources()
    const wings = [...new Set([...WINGS, ...all.map((source) => source.wing)])]
    const counts = matrix(all)
    io.out(`${''.padEnd(11)}${wings.map((wing) => wing.padStart(11)).join('')}`)
    for (const from of wings) {
      const cells = wings.map((to) => String(counts.get(`${from} ${to}`) ?? '·').padStart(11))
      io.out(`${from.padEnd(11)}${cells.join('')}`)
    }
    io.out('')
    io.out(
      `大きいファイル（全${all.length}件、合わせて${all.reduce((sum, s) => sum + s.lines, 0).toLocaleString('ja-JP')}行）`,
    )
    for (const { lines, path } of all.slice(0, LARGEST)) io.out(`${String(lines).padStart(5)}  ${path}`)
    return 0
  },
}
