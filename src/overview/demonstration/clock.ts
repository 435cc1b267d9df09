import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { moment } from './cast.ts'
import { LOADED_AT } from './demonstration.ts'

const fileIn = (dataDir: string) => join(dataDir, 'clock.json')

/** Said once, when the demonstration is loaded: from this moment its own time runs on. */
export const startClock = (dataDir: string): void =>
  writeFileSync(fileIn(dataDir), JSON.stringify({ loadedAt: new Date().toISOString() }))

/** The demonstration keeps its own time, so that its year is half over whenever somebody starts it. */
export function clockOf(dataDir: string): () => Date {
  if (!existsSync(fileIn(dataDir))) return () => new Date()
  const { loadedAt } = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as { loadedAt: string }
  const behind = Date.parse(loadedAt) - moment(LOADED_AT).getTime()
  return () => new Date(Date.now() - behind)
}
