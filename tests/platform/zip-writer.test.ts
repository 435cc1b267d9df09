import { mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { failureOf } from '../../src/people/task-runs/task-runs.ts'
import { zipWriter } from '../../src/platform/zips/writer.ts'
import { unzipped } from '../support/unzipped.ts'

const NOW = new Date('2025-12-16T00:00:00Z')

describe('a ZIP that grows on disk', () => {
  it('holds what was added, in parts, an empty file too', async () => {
    const zip = await zipWriter(NOW)
    await zip.add([{ path: '地域/01_みどり町/一覧/助言.csv', bytes: Buffer.from('回,助言\r\n') }])
    await zip.add([
      { path: '空.txt', bytes: Buffer.alloc(0) },
      { path: 'index.html', bytes: Buffer.alloc(300_000, 'あ') },
    ])
    const files = await unzipped(await zip.end())
    expect([...files.keys()]).to.deep.equal(['地域/01_みどり町/一覧/助言.csv', '空.txt', 'index.html'])
    expect(files.get('地域/01_みどり町/一覧/助言.csv')?.toString()).to.equal('回,助言\r\n')
    expect(files.get('index.html')?.length).to.equal(300_000)
  })

  it('a full disk ends it, and is told in words', async () => {
    const room = mkdtempSync(join(tmpdir(), 'banso-full-'))
    symlinkSync('/dev/full', join(room, 'growing.zip'))
    const zip = await zipWriter(NOW, room)
    const noise = Buffer.from(Array.from({ length: 200_000 }, (_, n) => (n * 7919) % 251))
    const fault = await zip
      .add([1, 2, 3].map((n) => ({ path: `${n}.bin`, bytes: noise })))
      .then(() => zip.end())
      .catch((error: unknown) => error)
    await zip.drop()
    expect(failureOf(fault)).to.contain('いっぱい')
  })
})
