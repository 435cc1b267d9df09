import { expect } from 'chai'
import type { Body, Row } from '../../../src/papers/templates/templates.ts'
import { paths } from '../../../src/paths/paths.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import { pauseRegion } from '../../../src/programme/pauses/actions.ts'
import { logicModelKind } from '../../../src/tools/model-words/model-words.ts'
import { savePaper } from '../../../src/tools/papers/actions.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { midoriRegion } from '../../support/model-region.ts'
import { modelFor } from '../../support/models.ts'
import { type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const HOME = paths.logicModel(ID)

describe('the logic model at its limits', () => {
  let midori: Town
  const seed = async (body: Body) =>
    savePaper(await midori.ctx('aoi'), await midoriRegion(midori), logicModelKind, { edit: () => body })
  beforeEach(async () => {
    midori = await town(await freshDb())
  })

  it('asks the database as often for 60 boxes as for 5', async () => {
    const aoi = await browse(midori, 'aoi')
    const counted: number[] = []
    for (const boxes of [5, 60]) {
      await seed(modelFor(3, { boxes, links: boxes + 20 }))
      await aoi.open(HOME)
      counted.push((await countQueries(() => aoi.open(`${HOME}?box=b1`))).queries)
      expect(aoi.status).to.equal(200)
    }
    expect(counted[1]).to.equal(counted[0])
    expect(counted[1]).to.be.at.most(40)
  })

  it('says what can’t be added at the field, and keeps the words', async () => {
    await seed({ boxes: [{ id: 'f', kind: 'final', text: '住民が、家で暮らしている' }] })
    const aoi = await browse(midori, 'aoi')
    await aoi.open(HOME)
    await aoi.fill({ kind: 'activity', text: '' }, '箱を足す')
    expect([aoi.status, aoi.errors.text]).to.deep.equal([422, '箱の文を書いてください'])
    await aoi.fill({ kind: 'activity', text: 'あ'.repeat(5_001) }, '箱を足す')
    expect([aoi.status, aoi.values.kind, aoi.values.text?.length]).to.deep.equal([422, 'activity', 5_001])
    expect(aoi.errors.text).to.include('5,000字以内').and.include('5,001字')
    await aoi.open(HOME)
    await aoi.fill({ why: 'い'.repeat(5_001) }, '直したところを保存する')
    expect([aoi.status, aoi.values.why?.length, aoi.errors.why?.includes('5,000字')]).to.deep.equal([422, 5_001, true])
  })

  it('shows 500 boxes, and refuses more than 600 with words that say what to do', async () => {
    const rows: Row[] = Array.from({ length: 600 }, (_, n) => ({
      id: `b${n}`,
      kind: 'activity',
      text: `取組${n}をする`,
    }))
    await seed({ boxes: rows.slice(0, 500) })
    const aoi = await browse(midori, 'aoi')
    expect((await aoi.open(HOME)).status).to.equal(200)
    await seed({ boxes: rows })
    await aoi.open(HOME)
    await aoi.fill({ kind: 'activity', text: 'もう一つ' }, '箱を足す')
    expect([aoi.status, aoi.values.text]).to.deep.equal([422, 'もう一つ'])
    expect(aoi.errors.text).to.include('600まで')
  })

  it('is read and not written while the region is paused, and says why', async () => {
    await seed(modelFor(5, { boxes: 8 }))
    await pauseRegion(await midori.ctx('mika'), await midoriRegion(midori), { kind: 'pause', reason: '担当者の交代' })
    const aoi = await browse(midori, 'aoi')
    await aoi.open(`${HOME}?box=b1`)
    expect(aoi.status).to.equal(200)
    expect(aoi.document.querySelectorAll('main form')).to.have.length(0)
    expect(aoi.text).to.include('休止')
    expect(aoi.text).to.not.include('箱を直す')
    expect((await aoi.post(paths.logicModelBoxes(ID), { kind: 'final', text: 'x' })).status).to.equal(403)
  })

  it('asks whether an imported box is the same as another, and makes one of two', async () => {
    const act = { kind: 'activity', text: '病院を訪ねる' }
    const boxes = [
      { id: 'i1', kind: 'initial', text: '家族が相談先を知っている' },
      { id: 'i2', kind: 'initial', text: '病院が退院の日を知らせている' },
      { ...act, id: 'a1' },
      { ...act, id: 'a2', uncertainOriginal: 'a1' },
    ]
    const links = [
      { id: 'l1', from: 'a1', to: 'i1' },
      { id: 'l2', from: 'a2', to: 'i2' },
    ]
    await seed({ boxes, links })
    const aoi = await browse(midori, 'aoi')
    await aoi.open(HOME)
    expect(aoi.text).to.include('アクティビティ2')
    await aoi.fill({}, '同じ取組（再掲にする）')
    await aoi.open(HOME)
    expect(aoi.text).to.include('アクティビティ1（ほかに再掲1）').and.not.include('と同じ取組ですか')
  })
})
