import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'
import { newId } from '../db/ids.ts'
import { projectRoot } from '../root.ts'

const views = join(projectRoot, 'views')
const versions = new Map<string, string>()

/** URL of a file in static/, with its content's version so that it can be cached for ever. */
function asset(path: string): string {
  let version = versions.get(path)
  if (!version) {
    version = createHash('sha256')
      .update(readFileSync(join(projectRoot, 'static', path)))
      .digest('hex')
      .slice(0, 10)
    if (process.env.NODE_ENV === 'production') versions.set(path, version)
  }
  return `/static/${path}?v=${version}`
}

/** Names every view may use besides its props. */
const globals = { asset, once: () => newId() + newId() }

/**
 * What a view reads: its props through the prototype, the globals as its own. EJS hands a page's own names down into
 * every include, where a prop called `hint` would become a part's optional parameter; inherited ones stay behind.
 */
const namesFor = (props: object): ejs.Data =>
  Object.assign(Object.create(Object.assign(Object.create(null), props)), globals)

/** Draws a view through a promise: a throw inside Express's render callback would end the process. */
export const drawView = (name: string, props: object): Promise<string> =>
  ejs.renderFile(join(views, `${name}.ejs`), namesFor(props), {
    root: views,
    cache: process.env.NODE_ENV === 'production' || process.env.VIEW_CACHE === '1',
    unsafePrototypeLocals: true,
  } as ejs.Options)
