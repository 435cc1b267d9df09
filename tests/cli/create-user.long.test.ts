import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { withDatabase } from '../../src/cli/command.ts'
import { createUserCommand } from '../../src/cli/create-user.ts'

const GIVEN = ['--name', '森野 美香', '--email', 'mika@banso.example', '--role', 'secretariat', '--organisation']

describe('create-user', () => {
  let before: string | undefined
  beforeEach(() => {
    before = process.env.DATA_DIR
    process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'banso-cli-'))
  })
  afterEach(() => {
    if (before === undefined) delete process.env.DATA_DIR
    else process.env.DATA_DIR = before
  })

  const run = async (...args: string[]) => {
    const lines: string[] = []
    const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) }
    const code = await createUserCommand.run(args, io).catch((error: Error) => {
      lines.push(error.message)
      return 1
    })
    return { code, said: lines.join('\n') }
  }
  const people = () => withDatabase((db) => db.selectFrom('people').select(['email', 'isAdministrator']).execute())

  it('adds a person with a role and prints the first link', async () => {
    const { code, said } = await run(...GIVEN, '131016', '--administrator')
    expect(code).to.equal(0)
    expect(said)
      .to.include('森野 美香')
      .and.to.match(/\/invitation\/[\w-]{43}$/)
    expect(await people()).to.deep.equal([{ email: 'mika@banso.example', isAdministrator: 1 }])
    expect((await run(...GIVEN, '131016')).said).to.equal('「mika@banso.example」の人は、もう名簿にいます')
  })

  it('says why not, and changes nothing', async () => {
    expect((await run(...GIVEN, '999999')).said).to.include('「999999」という組織は名簿にありません')
    expect((await run(...GIVEN, '府中市')).said).to.include('いくつもあります')
    expect((await run('--name', '森野')).said).to.include('書き方が違います')
    expect((await run(...GIVEN.with(5, 'king'), '131016')).said).to.include('「king」という役割はありません')
    expect(await people()).to.deep.equal([])
  })
})
