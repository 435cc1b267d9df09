import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, install, root } from './ready.mjs'

install()
build()
process.chdir(root)
process.env.NODE_ENV ??= 'production'
process.env.BANSO_DEMO = '1'
process.env.DATA_DIR ??= join('data', 'demo')
if (process.argv.includes('--reset')) rmSync(join(root, process.env.DATA_DIR), { recursive: true, force: true })
await import('../../dist/src/cli/load-demo.js')
await import('../../dist/src/main.js')
