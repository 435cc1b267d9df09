import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesIn } from '../../../src/platform/files/files.ts'

export const ID = 'region-midori'
export const pdf = (words: string) => Buffer.from(`%PDF-1.4\n%${words}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`)
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
export const file = (name: string, bytes: Buffer, field = 'file') => ({ field, name, bytes })

/** A folder of its own for what a story uploads. */
export function ownFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), 'banso-homework-'))
  before(() => filesIn(folder))
  after(() => rmSync(folder, { recursive: true, force: true }))
}
