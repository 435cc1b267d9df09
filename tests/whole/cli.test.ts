import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { runCli } from '../../src/cli/cli.ts'
import { openDb } from '../../src/platform/db/db.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { rowCounts, sample } from '../overview/bundle/samples.ts'

const samples = join(projectRoot, 'src/overview/bundle/samples')
const GINAN = join(samples, 'r7-ginan.json')
const MITO = join(samples, 'r5-mito.json')

/** One command in this process, with what it said. */
async function cli(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(args, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('the command line', () => {
  let folder = ''
  const before = process.env.DATA_DIR
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'banso-cli-'))
    process.env.DATA_DIR = folder
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
    if (before === undefined) delete process.env.DATA_DIR
    else process.env.DATA_DIR = before
  })
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const counts = async () => {
    const db = openDb(join(folder, 'banso.sqlite'))
    const found = await rowCounts(db)
    await db.destroy()
    return found
  }

  it('brings both samples in and gives the same bundles back, by number and by id', async () => {
    expect(await cli('import-bundle', GINAN, MITO)).to.deep.equal({
      code: 0,
      out: '取り込みました：No.1 岐阜県岐南町（見本）\n取り込みました：No.2 茨城県水戸市（見本）',
      err: '',
    })
    const once = await counts()
    expect((await cli('import-bundle', MITO)).out).to.equal('取り込みなおしました：No.2 茨城県水戸市（見本）')
    expect({ ...(await counts()), happenings: 0 }).to.deep.equal({ ...once, happenings: 0 })
    for (const [given, name] of [
      ['1', 'r7-ginan'],
      ['r5-mito', 'r5-mito'],
    ] as const) {
      const to = join(folder, `${name}.json`)
      expect((await cli('export-bundle', given, to)).code).to.equal(0)
      expect(JSON.parse(readFileSync(to, 'utf8'))).to.deep.equal(sample(name))
    }
  })

  it('takes none of the files when one is broken, and names the place', async () => {
    await cli('migrate')
    const empty = await counts()
    const broken = { ...sample('r5-mito'), steps: [{ ...sample('r5-mito').steps[0], advice: [{ text: '' }] }] }
    const said = await cli('import-bundle', GINAN, file('broken.json', JSON.stringify(broken)))
    expect(said.code).to.equal(1)
    expect(said.err).to.contain('broken.json：steps[0].advice[0].text：文がありません')
    expect(said.err).to.contain('何も取り込んでいません')
    expect(await counts()).to.deep.equal(empty)
    const torn = await cli('import-bundle', file('torn.json', '{"format": '))
    expect(torn.err).to.contain('torn.json：JSONとして読めません。1行目の12文字目')
  })

  it('does not even make a database for a file that is not there', async () => {
    expect(await cli('import-bundle', join(folder, 'none.json'))).to.include({ code: 1 })
    expect((await cli('export-bundle', '1', join(folder, 'x.json'))).err).to.contain('先に migrate')
    expect(existsSync(join(folder, 'banso.sqlite'))).to.equal(false)
    await cli('migrate')
    expect((await cli('export-bundle', '7', join(folder, 'x.json'))).err).to.equal(
      '「7」という番号・idの地域はありません',
    )
    expect(existsSync(join(folder, 'x.json'))).to.equal(false)
  })

  it('tells unknown keys and goes on', async () => {
    const said = await cli('import-bundle', file('more.json', JSON.stringify({ ...sample('r5-mito'), mood: 'よい' })))
    expect(said.code).to.equal(0)
    expect(said.out).to.contain('お知らせ：mood：知らないキーです。そのまま保管します')
  })

  it('migrates once and says so', async () => {
    expect((await cli('migrate')).out).to.match(/^当てました：0001_people/)
    expect(await cli('migrate')).to.deep.equal({ code: 0, out: 'もう最新です', err: '' })
  })

  it('takes the good rows of a CSV and lists the others by line', async () => {
    const csv = file('figures.csv', '団体コード,団体名,人口\n213021,岐南町,25881\n213022,岐南町,1\n')
    const said = await cli('import-municipalities', csv, '--as-of', '2025-01-01', '--source', '住民基本台帳')
    expect(said.code).to.equal(0)
    expect(said.out).to.contain('読めた行 1')
    expect(said.err).to.match(/^3行目：/)
    const wrong = await cli('import-municipalities', csv, '--as-of', '2025-02-30')
    expect(wrong).to.deep.include({
      code: 1,
      err: '「2025-02-30」は日付として読めません。2025-01-01 の形で書いてください',
    })
    expect((await cli('import-municipalities', csv, '--colour', 'red')).err).to.contain(
      '「--colour」という指定はありません',
    )
  })

  it('lists every door with its rule and who may pass', async () => {
    const doors = JSON.parse((await cli('routes', '--json')).out) as {
      method: string
      url: string
      rule: string
      roles: string[]
    }[]
    expect(doors.length).to.be.greaterThan(20)
    expect(doors.find((door) => door.url === '/bundles' && door.method === 'GET')).to.deep.equal({
      method: 'GET',
      url: '/bundles',
      rule: 'bundle.import',
      roles: ['事務局'],
    })
    expect((await cli('routes')).out).to.match(/GET {2}\/sign-in +public +どなたでも/)
  })

  it('shows how the house stands', async () => {
    const { out } = await cli('shape')
    expect(out).to.match(/^platform +(· +){10}\d+$/m)
    expect(out).to.contain('大きいファイル')
  })

  it('helps with every command and refuses what it does not know', async () => {
    for (const name of [
      'migrate',
      'import-bundle',
      'export-bundle',
      'import-municipalities',
      'routes',
      'shape',
      'create-user',
    ]) {
      const said = await cli(name, '--help')
      expect(said.out, name).to.contain(`使い方：npm run cli -- ${name}`)
      expect(said.code, name).to.equal(0)
    }
    for (const args of [
      ['import-bundle'],
      ['export-bundle', '1'],
      ['routes', '--xml'],
      ['migrate', 'now'],
      ['import-municipalities'],
    ]) {
      const said = await cli(...args)
      expect(said.code, args.join(' ')).to.equal(1)
      expect(said.err).to.match(/^書き方が違います。使い方：npm run cli -- /)
    }
    expect((await cli('nonsense')).err).to.contain('「nonsense」というコマンドはありません')
    expect((await cli()).code).to.equal(1)
  })

  it('is a program of its own', function () {
    this.timeout(20_000)
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/cli.ts', ...args], {
        cwd: projectRoot,
        encoding: 'utf8',
      })
    const good = run('import-bundle', MITO)
    expect([good.status, good.stdout]).to.deep.equal([0, '取り込みました：No.1 茨城県水戸市（見本）\n'])
    const bad = run('export-bundle', 'nowhere', join(folder, 'x.json'))
    expect([bad.status, bad.stderr]).to.deep.equal([1, '「nowhere」という番号・idの地域はありません\n'])
  })
})
