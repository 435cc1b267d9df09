import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { addPromise } from '../../../src/support/promises/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const WORDS = '病院の人と一緒に、土曜の2件を見てください'

describe('the advice ledger', function () {
  this.timeout(20_000)
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
  })
  const sees = async (who: PersonName, words: string, path = paths.advice(ID)) =>
    (await (await browse(midori, who)).open(path)).text.includes(words)
  const advise = async (who: PersonName, fields: Record<string, string>, button = '助言を送る') => {
    const browser = await browse(midori, who)
    await browser.open(paths.advice(ID))
    return browser.fill({ text: WORDS, ...fields }, button)
  }
  const linkIn = async (kind: string) => {
    const rows = await midori.db.selectFrom('letters').select(['body', 'toAddress']).where('kind', '=', kind).execute()
    return rows.map(({ body, toAddress }) => ({ to: toAddress, path: /\/l\/advice\/[\w-]+/.exec(body)?.[0] ?? '' }))
  }

  it('keeps a draft to its author until it is sent', async () => {
    const ken = await advise('ken', {}, '下書きに残す')
    expect(ken.notice).to.include('あなただけに見えます')
    for (const who of ['mika', 'aoi', 'ren', 'sora', 'yui'] as const)
      for (const path of [paths.advice(ID), paths.region(ID), paths.regionHistory(ID), paths.regionHandover(ID)])
        expect(await sees(who, WORDS, path), who).to.equal(false)
    await ken.follow('続きを書く')
    await ken.fill({ text: `${WORDS}。町だけで決めないこと` }, '助言を送る')
    expect(await sees('aoi', '町だけで決めないこと')).to.equal(true)
    expect(await sees('aoi', '第2版')).to.equal(true)
  })

  it('typed by a note-taker asks its advisor, who says yes from the mail in one tap', async () => {
    const mika = await advise('mika', { advisor: midori.people.ken })
    expect(mika.text).to.include('本人の確かめ待ち').and.include('岡田 健')
    const [link, ...more] = await linkIn('advice_wording')
    expect(more).to.deep.equal([])
    expect(link?.to).to.equal('ken@banso.example')
    const stranger = await browse(midori)
    for (const _ of [1, 2]) expect((await stranger.open(link?.path ?? '')).heading).to.equal('この書き方でよいですか')
    expect(await sees('mika', '本人の確かめ待ち')).to.equal(true)
    await stranger.fill({}, 'この書き方でよい')
    expect(stranger.notice).to.include('この書き方に決まりました')
    expect(await sees('mika', '本人の確かめ待ち')).to.equal(false)
    expect(await sees('aoi', 'の書き方を確かめました', paths.regionHistory(ID))).to.equal(true)
  })

  it('what was noted in a meeting is asked about when its record is fixed, once', async () => {
    const mika = await browse(midori, 'mika')
    const record = { heldOn: '2025-10-20', mode: 'online', circle: 'region', situation: '話した' }
    const said = { 'advice.0.text': WORDS, 'advice.0.advisor': midori.people.ken, 'advice.0.circle': 'region' }
    await mika.open(paths.meetingRecord(ID, 1))
    await mika.fill({ ...record, ...said }, '記録する')
    expect(await linkIn('advice_wording')).to.deep.equal([])
    await mika.open(paths.meeting(ID, 1))
    await mika.fill({}, '記録を確定する')
    expect((await linkIn('advice_wording')).map((l) => l.to)).to.deep.equal(['ken@banso.example'])
    const ken = await browse(midori, 'ken')
    expect((await ken.open('/')).text).to.include('書きとめられたあなたの助言が1件あります')
    await ken.follow('書き方を確かめる')
    await ken.fill({}, 'この書き方でよい')
    expect((await ken.open('/')).text).to.not.include('書きとめられた')
  })

  it('or puts the words right, and the ones before stay in its history', async () => {
    await advise('mika', { advisor: midori.people.ken })
    const [link] = await linkIn('advice_wording')
    const stranger = await browse(midori)
    await stranger.open(link?.path ?? '')
    await stranger.fill({ text: '土曜の2件を、師長と見てください' }, '直して、この文にする')
    expect(stranger.notice).to.include('直した文に決まりました')
    expect(await sees('aoi', '土曜の2件を、師長と見てください')).to.equal(true)
    const ken = await browse(midori, 'ken')
    await ken.open(paths.advice(ID))
    await ken.follow('書き直す')
    expect(ken.text).to.include('第1版').and.include(WORDS)
  })

  it('a link is dead once its advisor has left, and nothing is asked about one’s own words', async () => {
    await advise('mika', { advisor: midori.people.ken })
    const [link] = await linkIn('advice_wording')
    const { ken } = midori.people
    await midori.db.updateTable('memberships').set({ toOn: '2025-10-20' }).where('personId', '=', ken).execute()
    const stranger = await browse(midori)
    expect((await stranger.open(link?.path ?? '')).status).to.equal(410)
    expect((await stranger.open(paths.adviceLink('nothing'))).status).to.equal(404)
  })

  it('the town thanks in one tap, says more later, and links what it changed', async () => {
    await advise('ken', {})
    const aoi = await browse(midori, 'aoi')
    const made = { side: 'town', owner: '青木', dueOn: null, dueText: null, circle: 'region', createdBy: null } as const
    await addPromise(midori.db, { ...made, regionId: ID, meetingId: null, text: '師長と会う' }, midori.now)
    await aoi.open(paths.advice(ID))
    await aoi.fill({}, 'ありがとう')
    expect(aoi.notice).to.include('「ありがとう」を返しました')
    await aoi.follow('返事を書く')
    const options = aoi.document.querySelectorAll('select[name=changed] option')
    const promise = options.find((o) => o.textContent.includes('師長と会う'))?.getAttribute('value') ?? ''
    await aoi.fill({ answer: 'partly', reason: '20日に会います', changed: promise }, '返事をする')
    expect(aoi.text).to.include('一部取り入れた').and.include('変わったもの：約束「師長と会う」')
    await aoi.follow('変わったものをつなぐ')
    await aoi.fill({}, 'つなぐ')
    expect(aoi.status).to.equal(422)
    expect(aoi.errors.changed).to.include('変わったものを選んでください')
  })

  it('is about a place in a sheet with the words that stood there', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.entry(ID))
    await aoi.fill({ 'f.reason': '退院の知らせが遅い' })
    const document = await midori.db.selectFrom('documents').select('id').executeTakeFirstOrThrow()
    const ken = await browse(midori, 'ken')
    await ken.open(`${paths.advice(ID)}?about=document:${document.id}:reason`)
    expect(ken.text).to.include('「エントリーシート 応募理由」について').and.include('退院の知らせが遅い')
    await ken.fill({ text: WORDS }, '助言を送る')
    expect(ken.text).to.include('エントリーシート 応募理由').and.include('「退院の知らせが遅い」')
  })

  it('never quotes what its reader may not open: the entry sheet and the town’s own promise', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.entry(ID))
    await aoi.fill({ 'f.reason': '退院の知らせが遅い' })
    const document = await midori.db.selectFrom('documents').select('id').executeTakeFirstOrThrow()
    const own = { side: 'town', owner: '', dueOn: null, dueText: null, circle: 'town', createdBy: null } as const
    const promise = { ...own, regionId: ID, meetingId: null, text: '人事を相談する' }
    const id = await addPromise(midori.db, promise, midori.now)
    const ken = await browse(midori, 'ken')
    for (const about of [`document:${document.id}:reason`, `promise:${id}`]) {
      await ken.open(`${paths.advice(ID)}?about=${about}`)
      await ken.fill({ text: WORDS }, '助言を送る')
    }
    await aoi.open(paths.advice(ID))
    await aoi.follow('返事を書く')
    await aoi.fill({ answer: 'taken', changed: `promise:${id}` }, '返事をする')
    for (const words of ['退院の知らせが遅い', '人事を相談する']) {
      expect(await sees('aoi', words), words).to.equal(true)
      for (const path of [paths.advice(ID), paths.region(ID), paths.regionHistory(ID)])
        expect(await sees('sora', words, path), `${words} ${path}`).to.equal(false)
    }
  })

  it('is narrowed by what waits', async () => {
    await advise('ken', {})
    const ken = await advise('ken', { text: 'もう一つ' })
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.advice(ID))
    await aoi.fill({}, 'ありがとう')
    await ken.open(`${paths.advice(ID)}?show=waiting`)
    expect(ken.text).to.include('2件のうち1件')
  })

  it('circles hold: the town’s own and the team’s reach neither partner nor prefecture, in any place', async () => {
    await advise('ken', { text: '内輪で話すこと', circle: 'town' })
    await advise('ken', { text: 'チームで話すこと', circle: 'team' })
    const places = [paths.advice(ID), paths.region(ID), paths.regionHistory(ID), paths.regionHandover(ID), '/']
    for (const who of ['sora', 'ren', 'saki'] as const)
      for (const path of places) {
        expect(await sees(who, '内輪で話すこと', path), `${who} ${path}`).to.equal(false)
        expect(await sees(who, 'チームで話すこと', path), `${who} ${path}`).to.equal(false)
      }
    expect(await sees('aoi', '内輪で話すこと')).to.equal(true)
    expect(await sees('aoi', 'チームで話すこと')).to.equal(false)
  })

  it('the team keeps notes of its own, which the town’s side cannot even open', async () => {
    const ken = await browse(midori, 'ken')
    await ken.open(paths.notes(ID))
    await ken.fill({ text: '課長の異動が近い' }, 'メモを残す')
    expect(ken.text).to.include('課長の異動が近い').and.include('岡田 健')
    expect(await sees('mika', '課長の異動が近い', paths.notes(ID))).to.equal(true)
    for (const who of ['aoi', 'ren', 'sora', 'saki', 'haru'] as const) {
      const reader = await browse(midori, who)
      expect((await reader.open(paths.notes(ID))).status, who).to.equal(403)
      expect(await sees(who, 'メモを書きました', paths.regionHistory(ID)), who).to.equal(false)
    }
    const mika = await browse(midori, 'mika')
    await mika.open(paths.notes(ID))
    expect(mika.text).to.not.include('このメモを消す')
    await ken.fill({}, 'このメモを消す')
    expect(ken.text).to.not.include('課長の異動が近い')
  })
})
