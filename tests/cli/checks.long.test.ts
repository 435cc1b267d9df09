import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { runCli } from '../../src/cli/cli.ts'
import { projectRoot } from '../../src/platform/root.ts'

const GINAN = join(projectRoot, 'src/overview/bundle/samples/r7-ginan.json')

async function cli(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(args, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('checks CASE on the command line', () => {
  let folder = ''
  const before = process.env.DATA_DIR
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'banso-checks-'))
    process.env.DATA_DIR = folder
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
    if (before === undefined) delete process.env.DATA_DIR
    else process.env.DATA_DIR = before
  })

  it('asks right after an import, by id, by number, by name and as JSON', async () => {
    await cli('import-bundle', GINAN)
    const byId = await cli('checks', 'r7-ginan')
    expect(byId.code).to.equal(0)
    expect(byId.out).to.include('L9  W 確かめたいこと｜ロジックモデル｜').and.include('郡医師会との話は済みましたか')
    for (const name of ['1', '岐阜県岐南町']) expect((await cli('checks', name)).out, name).to.equal(byId.out)
    const json = await cli('checks', 'r7-ginan', '--json')
    const found = JSON.parse(json.out) as Record<string, unknown>[]
    expect(found[0]).to.have.keys('id', 'level', 'place', 'message')
    expect(found[0]?.place).to.have.keys('ref', 'path', 'label')
    expect(found.filter(({ id }) => id === 'L9')).to.have.length(3)
    expect((await cli('checks', GINAN, '--json')).out).to.equal(json.out)
  })

  it('says what is missing', async () => {
    expect((await cli('checks')).code).to.equal(1)
    expect((await cli('checks', 'r7-ginan')).err).to.include('データベースがまだありません')
    await cli('migrate')
    expect((await cli('checks', 'どこか町')).err).to.include('どこか町')
  })
})
