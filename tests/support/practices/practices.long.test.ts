import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { addPromise } from '../../../src/support/promises/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'
import { file, ID, ownFolder, png } from '../homework/files.ts'

const CAUSES = JSON.stringify([{ id: 'h1', text: '退院の知らせが町に届く道がない' }, { note: 'unreadable' }])

describe('a practice', () => {
  ownFolder()
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
    await midori.db.insertInto('keptParts').values({ regionId: ID, key: 'hypotheses', json: CAUSES }).execute()
  })

  it('is two taps from home: the promise’s row, one form', async () => {
    const promise = {
      regionId: ID,
      meetingId: null,
      side: 'town' as const,
      owner: 'みどり町',
      circle: 'region' as const,
    }
    const due = { dueOn: '2025-10-24', dueText: null, createdBy: '岡田 健' }
    await addPromise(midori.db, { ...promise, ...due, text: '病棟の退院支援に話を聞く' }, midori.now)
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.home)
    await aoi.follow('済んだことを書く')
    await aoi.fill({ heldOn: '令和7年10月30日', type: 'listen' }, '済みにする')
    expect(aoi.errors.heldOn).to.equal('行った日は、きょうまでの日を入れてください')
    const given = { heldOn: 'R7.10.20', withWhom: '病棟の看護師2人', learned: '連絡票は病棟で止まる' }
    await aoi.fill({ ...given, touches: 'hypotheses/h1', isEvidence: '1' }, '済みにする')
    expect(aoi.text).to.include('R7.10.20（月）に済み').and.include('連絡票は病棟で止まる').and.include('根拠')
    await aoi.follow('病棟の退院支援に話を聞く')
    expect(aoi.text).to.include('話を聞く').and.include('病棟の看護師2人').and.include('退院の知らせが町に届く道がない')
  })

  it('that nobody had agreed on is entered the same way, with a file, and written on later', async () => {
    const aoi = await browse(midori, 'aoi')
    await (await aoi.open(paths.home)).follow('したことを書く')
    await aoi.fill({}, '実践を書く')
    expect(aoi.errors.text).to.equal('したことを書いてください')
    expect(aoi.text).to.include('何をしたか')
    const done = { text: '窓口の記録を10件読み返す', type: 'research', heldOn: '2025/10/18', circle: 'region' }
    await aoi.upload(paths.practiceNew(ID), [file('集計𠮷.png', png)], {
      ...done,
      ownerRole: 'municipality',
      touchWords: '連絡票の様式',
    })
    expect(aoi.status, aoi.text).to.equal(200)
    expect(aoi.text).to.include('令和7年10月18日').and.include('集計𠮷.png').and.include('連絡票の様式')
    await aoi.follow('書き足す')
    expect(aoi.values.touchWords).to.equal('連絡票の様式')
    await aoi.fill({ learned: '7件は家族からの電話が先だった' }, '書き足す')
    expect(aoi.text).to.include('7件は家族からの電話が先だった').and.include('窓口の記録を10件読み返す')
    const saki = await browse(midori, 'saki')
    await saki.open(paths.timeline(ID))
    expect(saki.text).to.include('実践').and.include('窓口の記録を10件読み返す').and.include('調べる')
    await saki.follow('窓口の記録を10件読み返す')
    expect(saki.links().some((href) => href.endsWith('/more'))).to.equal(false)
  })

  it('of the partner is written by sora, who may not call the town’s promise done', async () => {
    const own = {
      regionId: ID,
      meetingId: null,
      circle: 'region' as const,
      dueOn: null,
      dueText: null,
      createdBy: null,
    }
    const theirs = { ...own, side: 'town' as const, text: '様式の案', owner: '', ownerRole: 'municipality' as const }
    const townId = await addPromise(midori.db, theirs, midori.now)
    const soraId = await addPromise(midori.db, { ...theirs, text: '会報で知らせる', ownerRole: 'partner' }, midori.now)
    const sora = await browse(midori, 'sora')
    await sora.open(paths.promises(ID))
    expect(sora.links()).to.include(paths.promiseOutcome(ID, soraId)).and.not.include(paths.promiseOutcome(ID, townId))
    expect((await sora.open(paths.promiseOutcome(ID, townId))).status).to.equal(403)
    await sora.open(paths.promiseOutcome(ID, soraId))
    await sora.fill({ type: 'write' }, '済みにする')
    expect(sora.text).to.include('会報で知らせる').and.include('R7.10.21（火）に済み')
    for (const name of ['haru', 'tomo'] as const)
      expect((await (await browse(midori, name)).open(paths.practiceNew(ID))).status, name).to.equal(403)
  })

  it('asked of the prefecture is ren’s, and on ren’s home', async () => {
    const ken = await browse(midori, 'ken')
    await ken.open(paths.promises(ID))
    const asked = { text: '病院協会への橋渡し', ownerRole: 'prefecture', owner: '東浜県', due: '令和7年10月30日' }
    await ken.fill(asked, '約束を書く')
    expect(ken.text).to.include('支援する側が行うこと').and.include('病院協会への橋渡し')
    for (const [name, mine] of [
      ['ren', true],
      ['saki', false],
      ['aoi', false],
    ] as const) {
      const text = (await (await browse(midori, name)).open('/')).text
      expect(text.includes('みどり町の約束があります'), name).to.equal(mine)
    }
  })
})
