import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { bundleFileName } from '../../../src/overview/bundle/pages.ts'
import { filesIn } from '../../../src/platform/files/files.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { NOW, type Town, town } from '../../support/town.ts'
import { rowCounts, sample, sampleBytes } from './samples.ts'

const given = (bytes: Buffer, name = 'r7-ginan.json') => [{ field: 'file', name, bytes }]
const json = (value: unknown) => Buffer.from(JSON.stringify(value))

async function uploading(it: Town, bytes: Buffer, fields: Record<string, string> = {}, name?: string) {
  const mika = await browse(it, 'mika')
  await mika.open('/bundles')
  return mika.upload('/bundles/check', given(bytes, name), { ...mika.values, ...fields })
}

describe('記録一式の取り込み', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'banso-bundle-'))
    filesIn(folder)
  })
  after(() => rmSync(folder, { recursive: true }))

  it('shows what a file holds before anything is taken from it', async () => {
    const it = await town(await freshDb())
    const before = await rowCounts(it.db)
    const mika = await uploading(it, sampleBytes('r7-ginan'))
    expect(mika.status, mika.text).to.equal(200)
    expect(mika.heading).to.equal('「岐阜県岐南町」の記録一式')
    expect(mika.text).to.match(/都道府県岐阜県.*令和7年度（R7の進め方）.*見本（読むだけ）.*なし（新しく入ります）/)
    expect(mika.text).to.match(/回8件 状況21件 助言11件 取組5件/)
    expect({ ...(await rowCounts(it.db)), files: 0, once_keys: 0, sign_ins: 0 }).to.deep.equal({
      ...before,
      files: 0,
      once_keys: 0,
      sign_ins: 0,
    })
    await mika.fill({}, 'この内容で取り込む')
    const { regionId } = await it.db.selectFrom('importedBundles').select('regionId').executeTakeFirstOrThrow()
    expect(mika.url).to.equal(`/regions/${regionId}`)
    await mika.open('/bundles')
    expect(mika.text).to.match(/No\.4 岐阜県岐南町\s*見本\s*R7\.10\.21（火） 森野 美香/)
  })

  it('gives the same bundle back as a file with a name of its own', async () => {
    const it = await town(await freshDb())
    const mika = await uploading(it, sampleBytes('r7-ginan'))
    await mika.fill({}, '取り込む')
    const { regionId } = await it.db.selectFrom('importedBundles').select('regionId').executeTakeFirstOrThrow()
    await mika.open(`/regions/${regionId}/bundle`)
    expect(JSON.parse(mika.bytes.toString('utf8'))).to.deep.equal(sample('r7-ginan'))
    const name = decodeURIComponent(mika.headers.get('content-disposition')?.split("''")[1] ?? '')
    expect(name).to.equal('R7_岐南町_記録一式_20251021.json')
    expect(bundleFileName({ fiscalYear: 2023, name: 'みどり町/はなぞの町', now: NOW })).to.equal(
      'R5_みどり町_はなぞの町_記録一式_20251021.json',
    )
  })

  it('names every fault by its path and takes nothing', async () => {
    const it = await town(await freshDb())
    const broken = { ...sample('r7-ginan'), fiscalYear: null, gaps: [{ text: '' }] }
    const mika = await uploading(it, json(broken))
    expect(mika.status).to.equal(422)
    expect(mika.errors.file).to.contain('直すところが2か所あります')
    expect(mika.text).to.contain('fiscalYear：年度（西暦）がありません')
    const torn = await uploading(it, Buffer.from('{"format": "banso-case/1",'))
    expect(torn.text).to.contain('JSONとして読めません。1行目の27文字目')
    const none = await browse(it, 'mika')
    await none.open('/bundles')
    await none.upload('/bundles/check', [], none.values)
    expect([none.status, none.errors.file]).to.deep.equal([422, '記録一式のファイル（.json）を選んでください'])
    const picture = await uploading(it, Buffer.from('GIF89a….'), {}, 'r7.json')
    expect(picture.status).to.equal(422)
    expect(await it.db.selectFrom('importedBundles').selectAll().execute()).to.deep.equal([])
  })

  it('brings a record into a year of its own, and refuses the same one as a sample', async () => {
    const it = await town(await freshDb())
    const elsewhere = json({ ...sample('r5-mito'), id: 'from-elsewhere', extra: 1 })
    const mika = await uploading(it, elsewhere, { into: it.programmeId })
    expect(mika.text).to.contain('「令和7年度 在宅医療・介護連携推進支援事業」の支援地域')
    expect(mika.text).to.contain('extra：知らないキーです')
    await mika.fill({}, 'この内容で取り込む')
    const row = await it.db
      .selectFrom('regions')
      .selectAll()
      .where('bundleId', '=', 'from-elsewhere')
      .executeTakeFirstOrThrow()
    expect(row).to.include({ isSample: 0, programmeId: it.programmeId })
    const again = await uploading(it, elsewhere)
    await again.fill({}, '入れかえる')
    expect(again.status).to.equal(422)
    expect(again.errors.file).to.contain('見本にはできません')
  })

  it('is the secretariat’s deed; another’s file is nobody’s', async () => {
    const it = await town(await freshDb())
    const mika = await uploading(it, sampleBytes('r7-ginan'))
    const shun = await browse(it, 'shun')
    expect((await shun.open(mika.url)).status).to.equal(404)
    await mika.fill({}, '取り込む')
    const { regionId } = await it.db.selectFrom('importedBundles').select('regionId').executeTakeFirstOrThrow()
    const aoi = await browse(it, 'aoi')
    expect((await aoi.open('/bundles')).status).to.equal(403)
    expect((await aoi.open(`/regions/${regionId}/bundle`)).status).to.equal(403)
    expect((await aoi.open(`/regions/${it.regions.suzukaze}/bundle`)).status).to.equal(404)
    expect((await shun.open(`/regions/${regionId}/bundle`)).status).to.equal(200)
  })
})
