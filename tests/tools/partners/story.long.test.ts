import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const HOME = paths.partners('region-midori')

async function withPartner(midori: Town) {
  const aoi = await browse(midori, 'aoi')
  await aoi.open(paths.bookRowNew(HOME))
  await aoi.fill(
    {
      name: 'みどり医師会',
      benefit: '往診の準備が前の日に分かる',
      worry: '書類が増えること',
      ask: '退院前の会議に一度出てほしい',
      moveNow: 'yes',
      stage: 'talked',
    },
    '保存する',
  )
  return aoi
}

describe('関係者表', () => {
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
  })

  it('shows on a map and in a table whom the town wants to move now', async () => {
    const aoi = await withPartner(midori)
    expect(aoi.notice).to.equal('関係者を足しました')
    expect(aoi.document.querySelector('svg.pm')?.textContent).to.include('みどり医師会').and.include('いま動いてほしい')
    expect(aoi.document.querySelector('table')?.textContent).to.include('書類が増えること')
  })

  it('is read by the town, its advisor and the secretariat, and by nobody it is about', async () => {
    await withPartner(midori)
    const seen: Record<string, number> = {}
    for (const who of ['mika', 'ken', 'sora', 'ren', 'saki', 'nagi', 'haru'] as const) {
      seen[who] = (await (await browse(midori, who)).open(HOME)).status
    }
    expect(seen).to.deep.equal({ mika: 200, ken: 200, sora: 404, ren: 404, saki: 404, nagi: 404, haru: 404 })
    const sora = await browse(midori, 'sora')
    const [row] = await midori.db.selectFrom('documents').select('id').where('kind', '=', 'partners').execute()
    for (const path of [
      paths.paperRevisions('region-midori', 'partners'),
      paths.paperJson('region-midori', 'partners'),
      paths.paperComments('region-midori', 'partners'),
      paths.paperCarries('region-midori', 'partners'),
    ])
      expect((await sora.open(path)).status, path).to.equal(404)
    const history = await sora.open(paths.regionHistory('region-midori'))
    expect(history.text).to.not.include('関係者')
    expect(row).to.not.equal(undefined)
  })

  it('gives each partner one page that says what is in it for them, and never what the town worries about', async () => {
    const aoi = await withPartner(midori)
    await aoi.follow('一枚紙')
    const paper = aoi.document.querySelector('.one-page')?.textContent ?? ''
    expect(aoi.heading).to.equal('みどり医師会の皆さまへ')
    expect(paper).to.include('往診の準備が前の日に分かる').and.include('退院前の会議に一度出てほしい')
    expect(paper).to.not.include('書類が増えること')
    expect(aoi.text).to.include('目指す姿').and.include('数字')
  })

  it('keeps the words of a row without a name', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.bookRowNew(HOME))
    await aoi.fill({ name: '', ask: '会議に出てほしい' }, '保存する')
    expect(aoi.status).to.equal(422)
    expect(aoi.errors).to.deep.equal({ name: '団体・職種を書いてください' })
    expect(aoi.values.ask).to.equal('会議に出てほしい')
  })

  it('refuses 5,001 characters in a field and keeps every one of them', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.bookRowNew(HOME))
    await aoi.fill({ name: '医師会', ask: 'あ'.repeat(5_001) }, '保存する')
    expect(aoi.status).to.equal(422)
    expect(aoi.errors.ask).to.include('5,000字以内')
    expect(aoi.values.ask).to.have.length(5_001)
  })

  it('merges two colleagues in one row, field by field, and asks where both wrote', async () => {
    const aoi = await withPartner(midori)
    await aoi.follow('直す')
    const daichi = await (await browse(midori, 'daichi')).open(aoi.url)
    await aoi.fill({ worry: '夜の呼び出しが増えること' }, '保存する')
    await daichi.fill({ talker: '課長', worry: '書類が増えること' }, '保存する')
    expect(daichi.notice).to.include('ほかの人の書きこみと合わせました')
    expect(daichi.text).to.include('夜の呼び出しが増えること').and.include('課長')

    await aoi.follow('直す')
    await daichi.open(aoi.url)
    await aoi.fill({ ask: '会議に毎回出てほしい' }, '保存する')
    await daichi.fill({ ask: '会議で事例を話してほしい' }, '保存する')
    expect(daichi.heading).to.equal('同じところに、ほかの人も書いていました')
    expect(daichi.text).to.include('会議に毎回出てほしい').and.include('会議で事例を話してほしい')
    await daichi.fill(
      { 'clash.0.pick': 'own', 'clash.0.own': '会議に毎回出て、事例を話してほしい' },
      '選んだとおりに保存する',
    )
    expect(daichi.text).to.include('会議に毎回出て、事例を話してほしい')
  })
})

describe('協議の場の計画', () => {
  it('is written, moved and taken back by the town alone', async () => {
    const midori = await town(await freshDb())
    const aoi = await browse(midori, 'aoi')
    const home = paths.forum('region-midori')
    for (const theme of ['退院前の知らせ', '薬の引きつぎ']) {
      await aoi.open(paths.bookRowNew(home))
      await aoi.fill({ kind: 'practitioners', theme, purpose: '退院の日に困らないように' }, '保存する')
    }
    const order = () =>
      aoi.document.querySelectorAll('section h2').map((h) => h.textContent.replace(/実務者の場/, '').trim())
    expect(order()).to.deep.equal(['退院前の知らせ', '薬の引きつぎ'])
    await aoi.fill({}, '退院前の知らせを下へ')
    expect(order()).to.deep.equal(['薬の引きつぎ', '退院前の知らせ'])
    await aoi.follow('直す')
    await aoi.fill({}, 'この行を消す')
    expect(order()).to.deep.equal(['退院前の知らせ'])
    await aoi.open(paths.paperRevisions('region-midori', 'forum'))
    await aoi.fill({}, '取り消す')
    await aoi.open(home)
    expect(order()).to.have.members(['薬の引きつぎ', '退院前の知らせ'])
    expect((await (await browse(midori, 'sora')).open(home)).status).to.equal(404)
    expect((await (await browse(midori, 'ken')).open(paths.bookRowNew(home))).status).to.equal(403)
  })
})
