import { expect } from 'chai'
import { organisationByCode } from '../../../src/people/organisations/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const csv = (text: string, name = '人口.csv') => [{ field: 'file', name, bytes: Buffer.from(text) }]
const words = { asOf: 'R7.1.1', source: '令和7年1月1日 住民基本台帳' }

describe('the page that takes figures', () => {
  let all: Town
  beforeEach(async () => {
    all = await town(await freshDb())
  })

  it('shows what will change and what cannot be taken, and changes nothing before 「取り込む」', async () => {
    const mika = await (await browse(all, 'mika')).open('/figures')
    await mika.upload(
      '/figures/check',
      csv('コード,市町村名,人口,65歳以上人口\n213021,岐南町,26000,6500\n213020,岐南町,1,1\n'),
      words,
    )
    expect([mika.status, mika.heading]).to.deep.equal([200, '取り込む内容の確認'])
    expect(mika.text).to.include('人口：— → 26,000人').and.to.include('3行目').and.to.include('検査数字')
    expect((await organisationByCode(all.db, '213021'))?.population).to.equal(null)
    await mika.fill({}, '1件を取り込む')
    expect(mika.url).to.equal('/organisations')
    expect(mika.text).to.include('1件を取り込みました。取り込めなかった行が1行あります')
    expect(await organisationByCode(all.db, '213021')).to.include({
      population: 26000,
      agingRate: 25,
      figuresAsOf: '2025-01-01',
      figuresSource: words.source,
    })
  })

  it('says that nothing is left to take when the file holds what is known', async () => {
    const mika = await browse(all, 'mika')
    await mika.upload('/figures/check', csv('コード,過疎\n913413,0\n'), {
      asOf: '2025-01-01',
      source: '見本のための架空の数字',
    })
    expect(mika.text).to.include('取り込める変更はありません')
    expect(mika.document.querySelector('main form[method=post]')).to.equal(null)
  })

  it('keeps the words and says what is wrong with the file', async () => {
    const mika = await browse(all, 'mika')
    for (const files of [
      [],
      csv('', '空.csv'),
      csv('名前,人口\nみどり町,5\n'),
      csv('コード,人口\n'),
      csv('PK\u0003\u0004', '人口.xlsx'),
      csv('MZ\u0000\u0001', 'bad.csv'),
    ]) {
      await mika.upload('/figures/check', files, words)
      expect([mika.status, mika.title.startsWith('エラー：'), mika.values.source]).to.deep.equal([
        422,
        true,
        words.source,
      ])
      expect(mika.errors.file).to.match(/[ぁ-ん]/)
    }
    await mika.upload('/figures/check', csv('コード,人口\n213021,5\n'), {
      asOf: '令和7年2月30日',
      source: '',
    })
    expect(mika.errors).to.deep.equal({
      asOf: 'この日付はありません（例：令和7年1月1日）',
      source: '数字の出典を書いてください（例：令和7年1月1日 住民基本台帳）',
    })
  })

  it('is the administrator’s alone', async () => {
    for (const name of ['shun', 'aoi', 'ren', 'tomo'] as const) {
      const one = await browse(all, name)
      expect((await one.open('/figures')).status).to.equal(403)
      expect(
        (
          await one.post('/figures', {
            csv: 'コード,人口\n213021,5\n',
            ...words,
          })
        ).status,
      ).to.equal(403)
    }
    expect((await organisationByCode(all.db, '213021'))?.population).to.equal(null)
  })

  it('answers rubbish with a sentence', async () => {
    const mika = await browse(all, 'mika')
    for (const fields of [
      {},
      { csv: '\u0000', ...words },
      { csv: 'x'.repeat(500_000), ...words },
      { csv: '<script>', asOf: '🙂', source: '𠮷'.repeat(50_000) },
    ]) {
      await mika.post('/figures', fields)
      expect([mika.status, mika.errors.file?.length]).to.deep.equal([422, mika.errors.file?.length])
    }
  })
})
