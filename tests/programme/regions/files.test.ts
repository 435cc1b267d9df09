import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { filesIn } from '../../../src/platform/files/files.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { town } from '../../support/town.ts'

const ID = 'region-midori'
const pdf = (words: string) => Buffer.from(`%PDF-1.4\n%${words}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`)
const NAME = '退院連絡票（案）𠮷.pdf'

describe('files of a region', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banso-files-'))
  before(() => filesIn(folder))
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('keep their Japanese names, are served as attachments and read by their circle', async () => {
    const midori = await town(await freshDb())
    const aoi = await browse(midori, 'aoi')
    await aoi.upload(paths.regionFiles(ID), [{ field: 'file', name: NAME, bytes: pdf('a') }], {
      circle: 'town',
      about: '町の控え',
    })
    expect(aoi.status, aoi.text).to.equal(200)
    expect(aoi.text).to.include(NAME).and.include('町の控え').and.include('青木 葵')
    const href = aoi.links().find((link) => /\/files\/[0-9a-z]+$/.test(link)) as string
    await aoi.open(href)
    expect(aoi.headers.get('content-disposition'))
      .to.include('attachment')
      .and.include(encodeURIComponent('退院連絡票'))
    expect(aoi.bytes.equals(pdf('a'))).to.equal(true)
    for (const name of ['sora', 'ren'] as const) {
      const other = await browse(midori, name)
      expect((await other.open(paths.regionFiles(ID))).text, name).to.not.include('退院連絡票')
      expect((await other.open(href)).status, name).to.equal(404)
    }
  })

  it('refuse what is no document, in words at the field', async () => {
    const aoi = await browse(await town(await freshDb()), 'aoi')
    const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
    await aoi.upload(paths.regionFiles(ID), [{ field: 'file', name: '資料.pdf', bytes: exe }], { circle: 'region' })
    expect(aoi.status).to.equal(422)
    expect(aoi.errors.file).to.include('受けとれる形式ではありません')
    await aoi.upload(paths.regionFiles(ID), [], { circle: 'region' })
    expect(aoi.errors.file).to.equal('ファイルを選んでください')
  })

  it('are removed with a reason and come back; the partner may do neither', async () => {
    const midori = await town(await freshDb())
    const aoi = await browse(midori, 'aoi')
    await aoi.upload(paths.regionFiles(ID), [{ field: 'file', name: NAME, bytes: pdf('b') }], { circle: 'region' })
    const removal = aoi.links().find((link) => link.endsWith('/removal')) as string
    const sora = await browse(midori, 'sora')
    expect((await sora.open(removal)).status).to.equal(403)
    await aoi.open(removal)
    await aoi.fill({ reason: '古い版のため' }, 'ファイルを消す')
    expect(aoi.text).to.include('令和7年11月20日（木）まで戻せます')
    expect((await sora.open(paths.regionFiles(ID))).text).to.not.include('退院連絡票')
    await aoi.fill({}, '戻す')
    expect((await sora.open(paths.regionFiles(ID))).text).to.include('退院連絡票')
  })
})
