import { expect } from 'chai'
import { DESK_LIMIT } from '../../../src/overview/desk/desk.ts'
import { paths } from '../../../src/paths/paths.ts'
import { addAdvice } from '../../../src/support/advice/store.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { addPromise } from '../../../src/support/promises/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Demo, demonstration } from '../../support/demonstration.ts'
import { type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const DESK = paths.desk(ID, 3)

/** What stands on the desk to be read; spaces do not count. */
const lettersOn = (browser: Browser) =>
  [...(browser.document.querySelector('[data-desk]')?.textContent ?? '').replace(/\s+/g, '')].length

describe('the advisor’s desk', function () {
  this.timeout(60_000)
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
    const place = { programmeId: midori.programmeId, regionId: ID, stepId: 'step-pre1', stepKey: 'pre1' }
    const meeting = { ...place, number: 2, label: '事前MTG①', kind: 'premeeting' as const }
    const set = { heldOn: '2025-10-10', isRecorded: true }
    await updateMeeting(midori.db, await addMeeting(midori.db, meeting, midori.now), set)
  })

  it('tells what was said, what moved, what is open and what became of earlier advice', async () => {
    const [aoi, ken] = [await browse(midori, 'aoi'), await browse(midori, 'ken')]
    await ken.open(DESK)
    expect(ken.heading).to.equal('支援1の前に読む')
    expect(ken.text).to.include('まだ届いていません。手ごたえ・うまくいかなかったこと')
    await aoi.open(paths.report(ID, 'pre1'))
    await aoi.fill({ 'f.good': '知らせが6件届いた', 'f.stuck': '土曜の2件' }, '送る（')
    await aoi.open(paths.entry(ID))
    await aoi.fill({ 'f.reason': '知らせが遅い', 'f.theme': '退院' })
    const made = { side: 'town', owner: '青木', dueOn: null, dueText: null, circle: 'region', createdBy: null } as const
    await addPromise(midori.db, { ...made, regionId: ID, meetingId: null, text: '師長と会う' }, midori.now)
    await ken.open(paths.advice(ID))
    await ken.fill({ text: '1人に2回聞く' }, '助言を送る')
    await ken.open(DESK)
    for (const words of [
      ...['知らせが6件届いた', '土曜の2件', '前回（事前MTG①・10月10日（金））から'],
      ...[
        'エントリーシート：応募理由、',
        '1件が新しく決まりました',
        '師長と会う',
        '1人に2回聞く',
        '返事を待っています',
      ],
    ])
      expect(ken.text).to.include(words)
    await ken.fill({ text: '机から書いた助言' }, '助言を送る')
    expect(ken.notice).to.equal('助言を送りました')
    expect((await aoi.open(paths.advice(ID))).text).to.include('机から書いた助言')
  })

  it('is for advisors and secretariat; without words nothing is sent', async () => {
    for (const who of ['aoi', 'ren', 'sora', 'haru'] as const)
      expect((await (await browse(midori, who)).open(DESK)).status, who).to.equal(403)
    const mika = await browse(midori, 'mika')
    await mika.open(DESK)
    await mika.fill({ text: '' }, '助言を送る')
    expect(mika.status).to.equal(422)
    expect(mika.errors.text).to.equal('助言を書いてください')
    expect((await mika.open(paths.desk(ID, 99))).status).to.equal(404)
    expect((await mika.open(paths.meetingGuide(ID, 3))).heading).to.equal('支援1の進め方ガイド')
  })

  it('stays readable in five minutes however much there is', async () => {
    const long = 'とても長い文章がつづきます。'.repeat(60)
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.report(ID, 'pre1'))
    await aoi.fill({ 'f.good': long, 'f.stuck': long, 'f.next': long }, '送る（')
    const base = { regionId: ID, meetingId: null, circle: 'region' as const }
    for (let i = 0; i < 30; i++) {
      const side = i % 2 ? ('town' as const) : ('support' as const)
      const due = { owner: long.slice(0, 90), dueOn: null, dueText: long.slice(0, 90), createdBy: null }
      await addPromise(midori.db, { ...base, ...due, text: long, side }, midori.now)
      await addAdvice(midori.db, { ...base, text: long, advisorId: null, advisorName: '岡田 健' }, midori.now)
    }
    const ken = await browse(midori, 'ken')
    await ken.open(DESK)
    expect(ken.text).to.include('ほか12件').and.include('ほか27件')
    expect(lettersOn(ken)).to.be.at.most(DESK_LIMIT)
  })

  describe('of the demonstration', () => {
    let demo: Demo
    before(async () => {
      demo = await demonstration()
    })
    after(() => demo.close())

    it('stays under its limit for every meeting of every region', async () => {
      const mika = await demo.browse('mika')
      const regions = await demo.db.selectFrom('regions').select(['id', 'name']).execute()
      const read: Record<string, number> = {}
      for (const { id, name } of regions) {
        for (let n = 1; n <= 8; n++) {
          await mika.open(paths.desk(id, n))
          if (mika.status === 200) read[`${name} ${n}`] = lettersOn(mika)
        }
      }
      expect(Object.keys(read).length).to.be.at.least(20)
      for (const [desk, letters] of Object.entries(read)) expect(letters, desk).to.be.at.most(DESK_LIMIT)
    })
  })
})
