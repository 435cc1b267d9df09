import { realpathSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { Problem } from '../platform/web/problem.ts'
import type { Command, CommandIo } from './command.ts'

/** Each is loaded only when it is asked for: most need far less than the whole house. */
const commands: Record<string, () => Promise<Command>> = {
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  'create-user': async () => (await import('./create-user.ts')).createUserCommand,
  'import-bundle': async () => (await import('./import-bundle.ts')).importBundleCommand,
  'export-bundle': async () => (await import('./export-bundle.ts')).exportBundleCommand,
  'import-municipalities': async () => (await import('./import-municipalities.ts')).importMunicipalitiesCommand,
  checks: async () => (await import('./checks.ts')).checksCommand,
  board: async () => (await import('./board.ts')).boardCommand,
  routes: async () => (await import('./routes.ts')).routesCommand,
  shape: async () => (await import('./shape.ts')).shapeCommand,
  carried: async () => (await import('./carried.ts')).carriedCommand,
  fill: async () => (await import('./fill.ts')).fillCommand,
  measure: async () => (await import('./measure.ts')).measureCommand,
  'scanner-score': async () => (await import('./scanner-score.ts')).scannerScoreCommand,
}

const isHelp = (arg: string | undefined) => arg === '--help' || arg === '-h'

/** The whole command line: returns the exit code, never throws. */
export async function runCli([name, ...args]: string[], io: CommandIo): Promise<number> {
  if (name === undefined || isHelp(name) || name === 'help') {
    await showAll(io)
    return name === undefined ? 1 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    io.err(`「${name}」というコマンドはありません。使えるコマンド：${Object.keys(commands).join('、')}`)
    return 1
  }
  const command = await load()
  if (args.some(isHelp)) {
    io.out(`使い方：npm run cli -- ${command.usage}`)
    io.out('')
    io.out(command.help)
    return 0
  }
  return attempt(() => command.run(args, io), io)
}

async function attempt(run: () => Promise<number>, io: CommandIo): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Problem) io.err(error.message)
    else
      io.err(
        `思わぬことが起きて、何も変えずに止まりました（${error instanceof Error ? error.message : String(error)}）`,
      )
    return 1
  }
}

async function showAll(io: CommandIo): Promise<void> {
  io.out('使い方：npm run cli -- コマンド（くわしくは、コマンドのあとに --help）')
  for (const load of Object.values(commands)) {
    const { usage, help } = await load()
    io.out(`  ${usage}`)
    io.out(`      ${help.split('\n')[0]}`)
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const io = { out: (line: string) => console.log(line), err: (line: string) => console.error(line) }
  process.exitCode = await runCli(process.argv.slice(2), io)
}
