import { whoMay } from '../access/who.ts'
import { allRoutes } from '../app.ts'
import { badUsage, type Command } from './command.ts'

interface Door {
  method: string
  url: string
  rule: string
  /** Whom the rules let through, asked with a typical person of every role. */
  roles: string[]
}

const doors = (): Door[] =>
  allRoutes()
    .map((route) => ({
      method: route.method.toUpperCase(),
      url: route.path,
      rule: route.may,
      roles: whoMay(route.may),
    }))
    .sort((a, b) => (a.url === b.url ? a.method.localeCompare(b.method) : a.url.localeCompare(b.url)))

export const routesCommand: Command = {
  usage: 'routes [--json]',
  help: 'すべてのURLと、その決まりの名前、通れる人を並べます。\n--json で、プログラムが読める形になります。',
  async run(args, io) {
    const asJson = args.length === 1 && args[0] === '--json'
    if (args.length > 0 && !asJson) throw badUsage(this)
    const all = doors()
    if (asJson) io.out(JSON.stringify(all, null, 2))
    else
      for (const { method, url, rule, roles } of all)
        io.out(`${method.padEnd(4)} ${url.padEnd(48)} ${rule.padEnd(22)} ${roles.join('・')}`)
    return 0
  },
}
