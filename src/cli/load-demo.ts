import { join } from 'node:path'
import { ROLES } from '../access/actor.ts'
import { readConfig } from '../config.ts'
import { loadDemonstration } from '../overview/demonstration/actions.ts'
import { startClock } from '../overview/demonstration/clock.ts'
import { PASSWORD } from '../overview/demonstration/demonstration.ts'
import { people, SHOWN } from '../overview/demonstration/people.ts'
import { openDb } from '../platform/db/db.ts'
import { migrate } from '../platform/db/migrate.ts'
import { filesIn } from '../platform/files/files.ts'
import { Problem } from '../platform/web/problem.ts'

/** Run by demo.mjs before the server starts. */
const { dataDir, publicUrl } = readConfig(process.env)
filesIn(dataDir)
const db = openDb(join(dataDir, 'banso.sqlite'))
try {
  await migrate(db)
  const found = await loadDemonstration(db, publicUrl)
  if (found === 'empty') startClock(dataDir)
  console.log(
    found === 'empty'
      ? '見本を入れました。'
      : '前に入れた見本を続けて使います（初めからにするには：npm run demo -- --reset）。',
  )
  console.log(`\n${signIns()}\n`)
} catch (error) {
  if (!(error instanceof Problem)) throw error
  console.error(error.message)
  process.exit(1)
} finally {
  await db.destroy()
}

/** One sign-in per role, in columns that line up in a terminal (a kana or kanji is two cells wide). */
function signIns(): string {
  const rows = SHOWN.map((key) => {
    const { role, name, email } = people[key]
    const duty = 'isAdministrator' in people[key] ? '・管理担当者' : ''
    return [`${ROLES[role]}${duty}`, name, email, PASSWORD]
  })
  const table = [['役割', '名前', 'メールアドレス', 'パスワード'], ...rows]
  const width = (text: string) => [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0)
  const widths = [0, 1, 2, 3].map((at) => Math.max(...table.map((row) => width(row[at] ?? ''))))
  const line = (row: string[]) => row.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - width(cell))).join('  ')
  return table.map(line).join('\n').trimEnd()
}
