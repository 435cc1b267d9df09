import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect } from 'chai'
import { projectRoot } from '../../src/platform/root.ts'

/** app.ts, main.ts and config.ts stand above the wings; commands may use them. */
const TOP = 9
const WINGS = [
  'platform',
  'access',
  'paths',
  'people',
  'papers',
  'programme',
  'support',
  'tools',
  'overview',
  'cli',
] as const

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)))
}
const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const linesOf = (file: string) => read(file).split('\n').length - 1

const sources = filesIn('src', /\.ts$/)

const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/from '(\.[^']+)'/g)].map((m) =>
    relative(projectRoot, join(projectRoot, file, '..', m[1] ?? '')),
  )

const wingOf = (file: string) => file.split('/')[1] ?? ''
const nounOf = (file: string) => file.split('/').slice(1, 3).join('/')
/** Papers have no addresses of their own: the owner of a document mounts them. */
const isMountedByOwners = (file: string) => /^src\/(?:papers\/[^/]+|tools\/papers)\/routes\.ts$/.test(file)
const nameOf = (file: string) => file.split('/').at(-1) ?? ''

describe('the shape of the house', () => {
  it('wings import downwards only', () => {
    const order = new Map(WINGS.map((wing, at) => [wing as string, at]))
    const wrong = sources
      .filter((f) => f.split('/').length > 2)
      .flatMap((file) =>
        importsOf(file)
          .filter((to) => (order.get(wingOf(to)) ?? TOP) > (order.get(wingOf(file)) ?? TOP))
          .map((to) => `${file} → ${to}`),
      )
    expect(wrong).to.deep.equal([])
  })

  it("nobody uses a neighbour's routes, forms or pages; actions of another noun are the overview's", () => {
    const own = (file: string, to: string) => nounOf(file) === nounOf(to)
    const wrong = sources
      .filter((f) => ['people', 'papers', 'programme', 'support', 'tools'].includes(wingOf(f)))
      .flatMap((file) =>
        importsOf(file)
          .filter((to) => /\/(routes|pages)\.ts$/.test(to) && !own(file, to) && !isMountedByOwners(to))
          .map((to) => `${file} → ${to}`),
      )
    expect(wrong).to.deep.equal([])
  })

  it('page builders and forms never touch the database', () => {
    for (const file of sources.filter((f) => /\/(pages|forms|mail)\.ts$/.test(f))) {
      expect(read(file), file).to.not.match(/from '(kysely|.*platform\/db\/(db|transaction|migrate)\.ts)'/)
    }
  })

  it('handlers know nothing of SQL, and only the server speaks Express', () => {
    for (const file of sources.filter((f) => /\/routes\.ts$/.test(f))) {
      expect(read(file), file).to.not.match(/selectFrom|insertInto|updateTable|deleteFrom/)
    }
    const speakers = sources.filter((f) => /from '(express|multer)'/.test(read(f)))
    expect(speakers.filter((f) => !f.startsWith('src/platform/web/') && f !== 'src/app.ts')).to.deep.equal([])
  })

  it('only config.ts and the log read the environment', () => {
    const readers = sources.filter((f) => /process\.env/.test(read(f)))
    expect(
      readers.filter((f) => !/^src\/(config|main)\.ts$|^src\/platform\/(web|log)\/|^src\/cli\//.test(f)),
    ).to.deep.equal([])
  })

  it('files stay within their stop sizes', () => {
    const stop = (file: string): number => {
      const name = nameOf(file)
      if (/^src\/(paths|access)\/|^src\/app\.ts$|\/happenings\.ts$/.test(file)) return 300
      if (name === 'forms.ts') return 100
      if (name === 'mail.ts') return 60
      if (/^(body|diff|checks|workbook|picture|paper|bundle|jobs)\.ts$/.test(name)) return 200
      return 150
    }
    const isData = (file: string) =>
      /templates\/(entry|r7|r5)\.ts$|step-templates\/r\d\.ts$|\/invented\.ts$|letter-texts\/letter-texts\.ts$|\/overview\/demonstration\/(?!(actions|store|cast|clock|choosing|entering|supporting)\.ts)/.test(
        file,
      )
    const over = [
      ...sources.filter((f) => !isData(f) && linesOf(f) > stop(f)).map((f) => `${linesOf(f)}/${stop(f)} ${f}`),
      ...filesIn('tests', /\.ts$/)
        .filter((f) => linesOf(f) > 250)
        .map((f) => `${linesOf(f)}/250 ${f}`),
    ]
    expect(over).to.deep.equal([])
  })

  it('every sentence a person may meet is Japanese', () => {
    const latin = sources.flatMap((file) =>
      [...read(file).matchAll(/new Problem\(\s*'[a-z_]+',\s*(?:'([^']*)'|`([^`]*)`)/g)]
        .map((m) => m[1] ?? m[2] ?? '')
        .filter((words) => !/[ぁ-ん]/.test(words))
        .map((words) => `${file}: ${words}`),
    )
    expect(latin).to.deep.equal([])
  })

  it('nothing is left open in the code', () => {
    const left = [...sources, ...filesIn('views', /\.ejs$/)].filter((f) =>
      /\bTODO\b|\bFIXME\b|\bXXX\b|not implemented/.test(read(f)),
    )
    expect(left).to.deep.equal([])
  })
})
