import { expect } from 'chai'
import { rowsIn } from '../../../src/papers/templates/templates.ts'
import { paths } from '../../../src/paths/paths.ts'
import type { Region } from '../../../src/programme/regions/regions.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { kindNamed } from '../../../src/tools/kinds/kinds.ts'
import { savePaper } from '../../../src/tools/papers/actions.ts'
import type { PaperKind } from '../../../src/tools/papers/papers.ts'
import { papersOfRegion } from '../../../src/tools/papers/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('sheets of みどり町', () => {
  let midori: Town
  let aoi: Browser
  let region: string
  beforeEach(async () => {
    midori = await town(await freshDb())
    region = midori.regions.midori
    aoi = await browse(midori, 'aoi')
  })
  const bodyOf = async (kind: string) =>
    (await papersOfRegion(midori.db, region)).find(({ document }) => document.kind === kind)?.head.body

  it('stand in one list; what is not begun is まだ', async () => {
    await aoi.open(paths.sheets(region))
    expect(aoi.heading).to.equal('シート')
    expect(aoi.text).to.include('自治体概要').and.include('まだ')
    await aoi.follow('課題整理シート')
    expect(aoi.text).to.include('全部埋めなくて大丈夫です。今日はここだけ')
    await aoi.fill({ 'f.goal': '退院の日に顔が分かる', 'f.standpoints.family.anxiety': '夜が\n心配' }, '保存する')
    expect(aoi.notice).to.equal('保存しました 14:03（第1版）')
    expect(await bodyOf('issue_sorting')).to.deep.equal({
      goal: '退院の日に顔が分かる',
      standpoints: [{ id: 'family', anxiety: '夜が\n心配' }],
    })
    await aoi.open(paths.sheets(region))
    expect(aoi.text).to.include('第1版').and.include('青木 葵さん')
    const ken = await browse(midori, 'ken')
    await ken.open(paths.sheets(region))
    expect(ken.text).to.include('新しい')
    await ken.open(paths.sheet(region, 'issue_sorting'))
    expect(ken.text).to.include('退院の日に顔が分かる').and.include('書けるのは、市町村の担当者と事務局です')
    expect(ken.document.querySelector('form[data-autosave]')).to.equal(null)
    await ken.open(paths.sheets(region))
    expect(ken.text).to.not.include('新しい')
  })

  it('keep what cannot be read, and say where', async () => {
    await aoi.open(paths.sheet(region, 'profile'))
    await aoi.fill({ 'f.population': '一万人くらい', 'f.agingRate65': '３２．４％' }, '保存する')
    expect(await bodyOf('profile')).to.deep.equal({ population: '一万人くらい', agingRate65: '32.4' })
    await aoi.open(paths.sheet(region, 'profile'))
    expect(aoi.text).to.include('人口は数字で入れてください')
    expect(aoi.values['f.population']).to.equal('一万人くらい')
  })

  it('move and remove rows without a script, and keep typed words meanwhile', async () => {
    await aoi.post(paths.sheet(region, 'issues'), {
      base: '0',
      'has.issues': '1',
      'f.issues.a.text': '知らせが遅い',
      'f.issues.b.text': '顔を知らない',
    })
    await aoi.open(paths.sheet(region, 'issues'))
    await aoi.fill({ 'f.issues.a.text': '知らせが届かない' }, '下へ')
    expect(aoi.status).to.equal(200)
    const order = Object.keys(aoi.values).filter((name) => /^f\.issues\.(a|b)\.text$/.test(name))
    expect(order).to.deep.equal(['f.issues.b.text', 'f.issues.a.text'])
    expect(aoi.values['f.issues.a.text']).to.equal('知らせが届かない')
    await aoi.fill({}, '消す')
    await aoi.fill({}, '保存する')
    expect(await bodyOf('issues')).to.deep.equal({ issues: [{ id: 'a', text: '知らせが届かない' }] })
  })

  it('take a table copied from Excel as rows, to be looked at before saving', async () => {
    await aoi.open(paths.sheet(region, 'inventory'))
    await aoi.fill({ 'paste.items': 'カ 関係者の研修\t勉強会（年2回）\t委託\n\t名簿\t直営' }, '行として足す')
    expect(aoi.text).to.include('2行を足しました')
    expect(await bodyOf('inventory')).to.deep.equal({})
    await aoi.open(paths.sheet(region, 'inventory'))
    expect(aoi.text).to.include('書きかけの続きです')
    await aoi.fill({}, '保存する')
    const rows = rowsIn((await bodyOf('inventory')) ?? {}, 'items')
    expect(rows.map(({ text, how }) => [text, how])).to.deep.equal([
      ['勉強会（年2回）', 'entrusted'],
      ['名簿', 'direct'],
    ])
  })

  it('never lose what a row brought along', async () => {
    const rows = [{ id: 'b1', text: '知らせが遅い', rest: '{"src":["004:1"],"inf":true}' }]
    const ctx = await midori.ctx('aoi')
    const seen = await regionSeen(midori.db, ctx.actor, region)
    await savePaper(ctx, seen as Region, kindNamed('issues') as PaperKind, { fields: { issues: rows } })
    await aoi.open(paths.sheet(region, 'issues'))
    expect(aoi.text).to.include('推定').and.not.include('004:1')
    await aoi.fill({ 'f.issues.b1.text': '知らせが届かない' }, '保存する')
    expect(await bodyOf('issues')).to.deep.equal({ issues: [{ ...rows[0], text: '知らせが届かない' }] })
  })

  it('keep a draft to its writer until it is saved', async () => {
    const to = paths.sheet(region, 'survey_plan')
    await aoi.post(paths.sheetDraft(region, 'survey_plan'), { base: '0', tab: 't1', 'f.use': '庁内で話す' })
    expect(aoi.bytes.toString()).to.include('まだ自分にだけ見えます')
    await aoi.open(to)
    expect(aoi.text).to.include('書きかけの続きです')
    expect(aoi.values['f.use']).to.equal('庁内で話す')
    const daichi = await browse(midori, 'daichi')
    await daichi.open(to)
    expect(daichi.values['f.use']).to.equal('')
    await aoi.fill({}, '書きかけを捨てて、保存済みの内容に戻る')
    expect(aoi.values['f.use']).to.equal('')
  })

  it('are written by those they are for: the prefecture its plan, the secretariat on behalf', async () => {
    const ren = await browse(midori, 'ren')
    await ren.open(paths.sheet(region, 'prefecture_plan'))
    await ren.fill({ 'f.aim': '広げる場をつくる' }, '保存する')
    expect(ren.notice).to.include('保存しました')
    await aoi.open(paths.sheet(region, 'prefecture_plan'))
    expect(aoi.text).to.include('広げる場をつくる').and.include('書けるのは、都道府県の担当者と事務局です')
    await aoi.post(paths.sheet(region, 'prefecture_plan'), { base: '1', 'f.aim': 'x' })
    expect(aoi.status).to.equal(403)
    const mika = await browse(midori, 'mika')
    await mika.open(paths.sheet(region, 'profile'))
    expect(mika.text).to.include('みどり町に代わって書いています')
    const nagi = await browse(midori, 'nagi')
    await nagi.open(paths.sheet(region, 'profile'))
    expect(nagi.status).to.equal(404)
    await aoi.open(paths.sheet(region, 'nothing'))
    expect(aoi.status).to.equal(404)
    await aoi.open(paths.sheet(region, 'profile.two'))
    expect(aoi.status).to.equal(404)
  })
  it('may have two halves: town and prefecture look back each for itself, and read the other', async () => {
    const to = paths.sheet(region, 'effect')
    await aoi.open(to)
    await aoi.fill({ 'f.self.vision.before': '1', 'f.minutesTown': '300分' }, '保存する')
    const ren = await browse(midori, 'ren')
    await ren.open(to)
    expect(Object.keys(ren.values).some((name) => name.startsWith('f.self.'))).to.equal(false)
    expect(ren.text).to.include('市町村が書く欄').and.include('1 まだこれから')
    await ren.fill({ 'f.prefecture_self.forum.before': '2' }, '保存する')
    await ren.post(to, { base: '2', 'f.minutesTown': '1', 'f.remarks': '広げたい' })
    expect(await bodyOf('effect')).to.deep.equal({
      self: [{ id: 'vision', before: '1' }],
      minutesTown: '300',
      prefecture_self: [{ id: 'forum', before: '2' }],
      remarks: '広げたい',
    })
  })
})
