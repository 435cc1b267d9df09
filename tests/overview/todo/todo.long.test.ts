import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { postLater } from '../../../src/platform/mail/outbox.ts'
import { instantAt } from '../../../src/platform/time.ts'
import { addApplication } from '../../../src/programme/applications/store.ts'
import { addConsent } from '../../../src/programme/consents/store.ts'
import { addDecision } from '../../../src/programme/decisions/store.ts'
import { addStartingCriteria } from '../../../src/programme/scoring/store.ts'
import { addAdvice } from '../../../src/support/advice/store.ts'
import { addPromise } from '../../../src/support/promises/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const rowsOf = (browser: Browser) =>
  browser.document.querySelectorAll('.todo li').map((li) => li.textContent.replace(/\s+/g, ''))

const agreed = (regionId: string) =>
  ({
    regionId,
    organisationId: 'org-940003',
    kind: 'consent',
    answer: 'agreed',
    answeredOn: '2025-10-20',
    name: '南 洋子',
    section: '',
    note: '',
    way: 'recorded',
    personId: null,
    recordedBy: '森野 美香',
  }) as const

describe('what is next', () => {
  let midori: Town
  const at = (day: string) => Object.assign(midori, { now: new Date(instantAt(day, '10:00')) })
  const see = async (who: PersonName) => {
    const browser = await browse({ ...midori }, who)
    return rowsOf(await browser.open('/')).join('\n')
  }
  beforeEach(async () => {
    midori = await town(await freshDb())
  })

  it('asks who has begun an entry to finish it before the deadline, and says so kindly after it', async () => {
    expect(await see('hoku')).to.match(/あと10日.*北森県のエントリーシートを書きはじめてください/)
    at('2025-11-03')
    expect(await see('hoku')).to.match(/3日超過.*提出されないまま締切を過ぎました/)
    at('2025-12-01')
    expect(await see('hoku')).to.not.include('締切を過ぎました')
  })

  it('turns from consent to selection to letters as the facts come', async () => {
    at('2025-11-03')
    expect(await see('mika')).to.match(/あと4日.*すずかぜ市の応募に、都道府県の承諾がまだありません/)
    await addConsent(midori.db, agreed(midori.regions.suzukaze), midori.now)
    const open = await see('mika')
    expect(open).to.include('1件のエントリーが選定を待っています').and.not.include('承諾がまだありません')
    const decision = { regionId: midori.regions.suzukaze, selected: true, reason: '具体的', warningReason: '' }
    const by = { decidedAt: midori.now.toISOString(), decidedBy: '森野 美香', reversesId: null }
    await addDecision(midori.db, { ...decision, ...by })
    expect(await see('mika')).to.include('1地域への結果の手紙が、まだ送られていません')
    expect(await see('nagi')).to.not.include('結果')
    const set = { announcedAt: midori.now.toISOString() }
    await midori.db.updateTable('decisions').set(set).where('regionId', '=', midori.regions.suzukaze).execute()
    expect(await see('nagi')).to.include('すずかぜ市の選定の結果が届いています')
    expect(await see('mika')).to.match(/すずかぜ市のオリエンテーションの日にちを決めてください/)
  })

  it('asks a scorer until every criterion has a score', async () => {
    await addStartingCriteria(midori.db, midori.programmeId)
    expect(await see('haru')).to.include('1件のエントリーの採点をお願いします')
    expect(await see('tomo')).to.equal('')
    const criteria = await midori.db.selectFrom('criteria').select('id').execute()
    for (const { id } of criteria) {
      const score = { id: `s-${id}`, criterionId: id, regionId: midori.regions.suzukaze, points: 3, reason: '' }
      const by = { personId: midori.people.haru, personName: '春山 遥', scoredAt: midori.now.toISOString() }
      await midori.db
        .insertInto('scores')
        .values({ ...score, ...by })
        .execute()
    }
    expect(await see('haru')).to.equal('')
  })

  it('gives the secretariat applications to nod at, letters that did not arrive and quiet regions', async () => {
    const who = { organisationId: 'org-913421', email: 'a@example.com', name: '花田', section: '', isJoint: false }
    await addApplication(midori.db, { ...who, programmeId: midori.programmeId }, midori.now)
    const letter = { to: { email: 'x@midori.example', name: '青木 葵' }, subject: '結果', body: '', kind: 'result' }
    const id = await postLater(midori.db, { ...letter, programmeId: midori.programmeId }, midori.now)
    await midori.db.updateTable('letters').set({ failedAt: midori.now.toISOString() }).where('id', '=', id).execute()
    at('2025-11-05')
    const rows = await see('mika')
    expect(rows).to.include('はなぞの町からの申し込みを確かめてください').and.include('手紙が1通、届いていません')
    expect(rows).to.include('みどり町の動きが15日ありません')
    expect(await see('aoi')).to.not.include('申し込み')
  })

  it('asks the town, and only the town, to answer advice; a paused region asks nothing', async () => {
    const advice = { regionId: midori.regions.midori, meetingId: null, text: '聞いてみては', circle: 'region' } as const
    await addAdvice(midori.db, { ...advice, advisorId: null, advisorName: '岡田 健' }, midori.now)
    expect(await see('aoi')).to.include('返事を待っている助言が1件あります')
    for (const who of ['sora', 'ren', 'ken'] as const) expect(await see(who), who).to.not.include('助言')
    const pause = { id: 'p', regionId: midori.regions.midori, kind: 'pause', reason: '災害', byName: '森野 美香' }
    const open = { fromAt: midori.now.toISOString(), endedAt: null, endReason: null, endedBy: null }
    await midori.db
      .insertInto('pauses')
      .values({ ...pause, ...open })
      .execute()
    expect(await see('aoi')).to.equal('')
  })

  it('leads everybody somewhere that opens', async () => {
    await addStartingCriteria(midori.db, midori.programmeId)
    const at = { regionId: midori.regions.midori, meetingId: null, circle: 'region' as const }
    await addAdvice(midori.db, { ...at, text: '聞いてみては', advisorId: null, advisorName: '岡田 健' }, midori.now)
    for (const [side, owner] of [
      ['town', 'みどり町'],
      ['support', '東浜県'],
      ['support', 'アドバイザー'],
    ] as const) {
      const promise = { ...at, side, owner, text: 'たずねる', dueOn: '2025-10-20', dueText: null, createdBy: null }
      await addPromise(midori.db, promise, midori.now)
    }
    const who = { organisationId: 'org-913421', email: 'a@example.com', name: '花田', section: '', isJoint: false }
    await addApplication(midori.db, { ...who, programmeId: midori.programmeId }, midori.now)
    for (const name of Object.keys(midori.people) as PersonName[]) {
      const person = await browse(midori, name)
      await person.open(paths.home)
      const hrefs = new Set(
        person.document.querySelectorAll('.todo a, .soon a').map((a) => a.getAttribute('href') ?? ''),
      )
      for (const href of hrefs) expect((await person.open(href)).status, `${name} ${href}`).to.equal(200)
    }
  })
})
