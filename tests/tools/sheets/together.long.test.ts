import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { papersOfRegion } from '../../../src/tools/papers/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('two people on the same sheet at once', () => {
  let midori: Town
  let region: string
  let aoi: Browser
  let daichi: Browser
  beforeEach(async () => {
    midori = await town(await freshDb())
    region = midori.regions.midori
    aoi = await browse(midori, 'aoi')
    daichi = await browse(midori, 'daichi')
  })
  const bodies = async (kind: string) =>
    (await papersOfRegion(midori.db, region))
      .filter(({ document }) => document.kind === kind)
      .map(({ head }) => head.body)

  it('lose nothing: fields, cells of a matrix, and rows of a table come together', async () => {
    const to = paths.sheet(region, 'issue_sorting')
    await aoi.open(to)
    await daichi.open(to)
    await aoi.fill({ 'f.goal': '家で暮らせる', 'f.standpoints.person.anxiety': '夜が心配' }, '保存する')
    await daichi.fill({ 'f.now': '連絡が来ない', 'f.standpoints.person.feeling': '迷惑をかけたくない' }, '保存する')
    expect(daichi.notice).to.include('ほかの人が書いた').and.include('「目標」')
    expect(await bodies('issue_sorting')).to.deep.equal([
      {
        goal: '家で暮らせる',
        now: '連絡が来ない',
        standpoints: [{ id: 'person', anxiety: '夜が心配', feeling: '迷惑をかけたくない' }],
      },
    ])
    const rows = paths.sheet(region, 'issues')
    await aoi.post(rows, { base: '0', 'has.issues': '1', 'f.issues.a.text': '知らせが遅い' })
    await aoi.open(rows)
    await daichi.open(rows)
    await aoi.post(rows, { ...aoi.values, 'f.issues.n1.text': '夜の相談先がない' })
    await daichi.fill({ 'f.issues.a.importance': '3', 'f.issues.a.text': '知らせが遅い' }, '保存する')
    expect(await bodies('issues')).to.deep.equal([
      {
        issues: [
          { id: 'a', text: '知らせが遅い', importance: '3' },
          { id: 'n1', text: '夜の相談先がない' },
        ],
      },
    ])
  })

  it('see both texts where they truly clash, and nothing is stored until somebody chose', async () => {
    const to = paths.sheet(region, 'issue_sorting')
    await aoi.open(to)
    await daichi.open(to)
    await aoi.fill({ 'f.goal': '家で暮らせる' }, '保存する')
    await daichi.fill({ 'f.goal': '入院しない', 'f.now': '連絡が来ない' }, '保存する')
    expect(daichi.status).to.equal(422)
    expect(daichi.heading).to.equal('同じところに、ほかの人も書いていました')
    expect(daichi.text).to.include('家で暮らせる').and.include('入院しない')
    expect(await bodies('issue_sorting')).to.deep.equal([{ goal: '家で暮らせる' }])
    await daichi.fill({ 'clash.0.pick': 'own', 'clash.0.own': '入院せず、家で暮らせる' })
    expect(daichi.notice).to.include('保存しました')
    expect(await bodies('issue_sorting')).to.deep.equal([{ goal: '入院せず、家で暮らせる', now: '連絡が来ない' }])
  })

  it('find every version, the comparison, and what changed since a named one', async () => {
    const to = paths.sheet(region, 'issue_sorting')
    await aoi.open(to)
    await aoi.fill({ 'f.goal': '家で暮らせる' }, '保存する')
    await aoi.follow('版とくらべる')
    await aoi.fill({ label: '支援1の時点' }, '名前')
    await daichi.open(to)
    await daichi.fill({ 'f.goal': '家で安心して暮らせる' }, '保存する')
    await aoi.open(to)
    await aoi.follow('「支援1の時点」から変わったところ')
    expect(aoi.text).to.include('目標').and.include('安心して')
    await aoi.open(to)
    expect(aoi.text).to.not.include('前に読んだあと変わったところ')
  })

  it('make a second 状態シート, take it away and bring it back', async () => {
    await aoi.open(paths.sheets(region))
    await aoi.fill({}, '状態シートをもう一つ作る')
    expect(aoi.url).to.match(/sheets\/status_sheet\.[0-9a-z]+$/)
    expect(await bodies('status_sheet')).to.deep.equal([])
    await aoi.fill({ 'f.subject': '退院のあと弱るひとり暮らしの人' }, '保存する')
    const at = aoi.url
    expect(aoi.heading).to.equal('状態シート「退院のあと弱るひとり暮らしの人」')
    await aoi.fill({}, 'このシートを消す')
    expect(aoi.text).to.include('消したシート')
    expect(await bodies('status_sheet')).to.deep.equal([])
    await daichi.open(at)
    expect(daichi.text).to.include('消しました')
    await daichi.post(at, { base: '1', 'f.goal': 'x' })
    expect(daichi.status).to.equal(409)
    await daichi.open(at)
    await daichi.fill({}, 'このシートを戻す')
    expect(daichi.values['f.subject']).to.equal('退院のあと弱るひとり暮らしの人')
    expect(await bodies('status_sheet')).to.have.length(1)
  })
})
