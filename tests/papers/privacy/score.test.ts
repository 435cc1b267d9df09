import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { runCli } from '../../../src/cli/cli.ts'

describe('scanner-score on the command line', function () {
  // The first command of a run loads its own modules.
  this.timeout(10_000)
  const folder = mkdtempSync(join(tmpdir(), 'scanner-'))
  async function score(text: string, ...more: string[]) {
    const file = join(folder, 'sentences.tsv')
    writeFileSync(file, text)
    const [out, err] = [[] as string[], [] as string[]]
    const code = await runCli(['scanner-score', file, ...more], {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
    })
    return { code, out: out.join('\n'), err: err.join('\n') }
  }

  it('prints recall and precision of every kind and over all', async () => {
    const { code, out } = await score('佐藤さんが来た\tname\n82歳の男性\tage,name\r\n会議を開いた\t\n佐藤さんの話\n')
    expect(code).to.equal(0)
    expect(out).to.match(/^name +recall 0\.500 {2}precision 0\.500/m)
    expect(out).to.match(/^age +recall 1\.000 {2}precision 1\.000/m)
    expect(out).to.match(/^facility-illness +recall 1\.000/m)
    expect(out).to.match(/^all +recall 0\.667 {2}precision 0\.667/m)
  })

  it('lists what did not fit when asked', async () => {
    const { out } = await score('82歳の男性\tage,name\n', '--wrong')
    expect(out).to.include('1行目  見のがし[name] まちがい[]  82歳の男性')
  })

  it('names every broken line, and gives no score', async () => {
    const { code, out, err } = await score('ある文\tnames\n\tname\nまた\tname\tage\n')
    expect(code).to.equal(1)
    expect(out).to.equal('')
    expect(err).to.include('1行目：「names」という種類はありません').and.to.include('2行目：文がありません')
    expect(err).to.include('3行目：タブが2つ以上あります').and.to.include('facility-illness')
  })

  it('says in words that a file is empty, absent or not named', async () => {
    expect((await score('\n')).err).to.include('文が1つもありません')
    const lines: string[] = []
    const io = { out: () => {}, err: (line: string) => lines.push(line) }
    expect(await runCli(['scanner-score', join(folder, 'none.tsv')], io)).to.equal(1)
    expect(await runCli(['scanner-score'], io)).to.equal(1)
    expect(lines.join('\n')).to.include('ファイルがありません').and.to.include('書き方が違います')
  })
})
