import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const begun = async (): Promise<Town> => town(await freshDb())

describe('the list of regions', () => {
  it('shows each person only their own, found by name, kana and code', async () => {
    const midori = await begun()
    const mika = await browse(midori, 'mika')
    for (const q of ['みどり', 'ミドリ', '9134', '東浜']) {
      await mika.open(`${paths.regions}?q=${encodeURIComponent(q)}`)
      expect(mika.text, q).to.include('東浜県みどり町').and.not.include('すずかぜ')
    }
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.regions)
    expect(aoi.text).to.include('みどり町').and.not.include('すずかぜ市').and.not.include('北森県')
  })

  it('says kindly that nothing was found', async () => {
    const mika = await browse(await begun(), 'mika')
    await mika.open(`${paths.regions}?q=${encodeURIComponent('%_100')}`)
    expect(mika.text).to.include('見つかりませんでした')
  })
})

describe('theme and pause', () => {
  it('mika words the theme anew; aoi cannot', async () => {
    const midori = await begun()
    const mika = await browse(midori, 'mika')
    await mika.open(paths.regionEdit(ID))
    await mika.fill({ theme: '病院一つから', focus: '退院の2週間あとまで', scenes: ['discharge', 'daily'] }, '保存する')
    expect(mika.text).to.include('病院一つから').and.include('日常の療養支援')
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.regionEdit(ID))
    expect(aoi.status).to.equal(403)
  })

  it('a paused region is read-only until it goes on, and says why', async () => {
    const midori = await begun()
    const mika = await browse(midori, 'mika')
    await mika.open(paths.regionPause(ID))
    await mika.fill({ kind: 'pause' }, '読むだけにする')
    expect(mika.errors).to.deep.equal({ reason: '理由を書いてください' })
    await mika.fill({ kind: 'pause', reason: '担当者の交代のため' }, '読むだけにする')
    expect(mika.text).to.include('休止中')
    const ken = await browse(midori, 'ken')
    await ken.open(paths.region(ID))
    expect(ken.text).to.include('休止中のため')
    expect(ken.links()).to.not.include(paths.meetingRecord(ID, 1))
    await ken.post(paths.promises(ID), { text: 'x', side: 'town', circle: 'region' })
    expect(ken.status).to.equal(403)
    await mika.open(paths.regionPause(ID))
    await mika.fill({ reason: '新しい担当者が決まったため' }, '支援を再開する')
    expect(mika.text).to.include('支援中')
    await mika.open(paths.regionHistory(ID))
    expect(mika.text).to.include('支援を休止にしました（理由：担当者の交代のため）').and.include('支援を再開しました')
  })
})

describe('the team', () => {
  it('mika finds yui by kana and adds her with a term; ken sees where she also serves', async () => {
    const midori = await begun()
    const mika = await browse(midori, 'mika')
    await mika.open(`${paths.regionMemberNew(ID)}?q=${encodeURIComponent('みずたに')}`)
    await mika.fill({ role: 'advisor', fromOn: 'R7.10.1', toOn: 'R8.3.31' }, 'メンバーに加える')
    expect(mika.status, mika.text).to.equal(200)
    const ken = await browse(midori, 'ken')
    await ken.open(paths.regionMembers(ID))
    expect(ken.text).to.include('水谷 結衣').and.include('R8.3.31（火）まで').and.include('南原県すずかぜ市も担当')
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.regionMembers(ID))
    expect(aoi.text).to.include('水谷 結衣').and.not.include('すずかぜ市')
    const yui = await browse(midori, 'yui')
    await yui.open(paths.region(ID))
    expect(yui.status).to.equal(200)
  })

  it('ends a term and keeps it among the past ones', async () => {
    const midori = await begun()
    const mika = await browse(midori, 'mika')
    await mika.open(paths.regionMembers(ID))
    await mika.open(mika.links().find((href) => href.endsWith('/end')) as string)
    await mika.fill({ toOn: '2025/10/20' }, '担当を終える')
    expect(mika.text).to.include('これまでの担当')
  })

  it('tells the partner who reads what', async () => {
    const sora = await browse(await begun(), 'sora')
    await sora.open(paths.regionCircles(ID))
    expect(sora.text).to.include('市町村の内輪').and.include('あなたは読めません').and.include('青木 葵')
  })
})
