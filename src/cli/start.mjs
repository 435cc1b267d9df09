import { build, install, root } from './ready.mjs'

install()
build()
process.chdir(root)
process.env.NODE_ENV ??= 'production'
await import('../../dist/src/main.js')
