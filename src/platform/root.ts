import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function above(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('package.json was not found above the code')
  return above(parent)
}

/** The folder with package.json, from the sources and from dist alike. */
export const projectRoot = above(dirname(fileURLToPath(import.meta.url)))
