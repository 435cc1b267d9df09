import { expect } from 'chai'
import { jointDeckRunner } from '../../../src/overview/joint-decks/actions.ts'
import { paths } from '../../../src/paths/paths.ts'
import { runTasks } from '../../../src/people/task-runs/actions.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { kindNamed } from '../../../src/tools/kinds/kinds.ts'
import { savePaper } from '../../../src/tools/papers/actions.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { clockAt, JOINT_DAY, jointTown } from '../../support/joint.ts'
import { bare, printed } from '../../support/printed.ts'
import type { Town } from '../../support/town.ts'
import { unzipped } from '../../support/unzipped.ts'

const SAID = '退院の知らせは月に2件だけ届いている'
const ADVICE = '電話で最初に何と言うかを決めましょう'
const CHANGED = '退院の知らせが、月に9件届くようになった'
const INNER = '課長の参加を次回たしかめる'
const LATER = '出したあとに書き足した言葉'

const change = (text: string) => ({ id: 'c1', text, answers: '', unchanged: '', quality: 'both' })

async function write(all: Town, text: string): Promise<void> {
  const ctx = await all.ctx('aoi')
  const region = await regionSeen(all.db, ctx.actor, all.regions.midori)
  const kind = kindNamed('closing')
  if (!region || !kind) throw new Error('no closing')
  await savePaper(ctx, region, kind, { edit: (body) => ({ ...body, changes: [change(text)] }) })
}

/** みどり町 with a record, of which one line is the town's own, and its まとめ; both handed in. */
async function given(): Promise<{ all: Town; aoi: Browser }> {
  const all = await jointTown()
  const ken = await browse(all, 'ken')
  await ken.open(paths.meetingRecord(all.regions.midori, 1))
  const record = {
    heldOn: '令和7年10月20日',
    mode: 'online',
    situation: SAID,
    circle: 'region',
    'advice.0.text': ADVICE,
  }
  await ken.fill(record, '記録する')
  await ken.open(paths.meetingRecord(all.regions.midori, 2))
  await ken.fill({ heldOn: '令和7年10月21日', mode: 'online', situation: INNER, circle: 'town' }, '記録する')
  await write(all, CHANGED)
  const aoi = await browse(all, 'aoi')
  for (const label of ['支援経過（1枚）を出す', 'まとめを出す']) {
    await aoi.open(paths.regionJoint(all.regions.midori))
    await aoi.fill({}, label)
    expect(aoi.notice, aoi.text).to.include('出しました')
  }
  return { all, aoi }
}

async function deckOf(all: Town, who: 'mika' | 'nagi') {
  const browser = await browse(all, who)
  await (await browser.open(paths.jointDeck(all.programmeId))).fill({}, 'PowerPointとPDFを作る')
  await runTasks({ db: all.db, now: () => all.now, runners: [jointDeckRunner] })
  await browser.open(browser.url)
  const files = browser.links().filter((href) => href.includes('/files/'))
  const [pptx, pdf] = [(await browser.open(files[0] ?? '')).bytes, (await browser.open(files[1] ?? '')).bytes]
  const slides = [...(await unzipped(pptx))].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  const shown = slides.map(([, xml]) => [...xml.toString().matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((m) => m[1]).join(''))
  return { slides: shown.join('\n'), pdf: (await printed(pdf)).pages.join('') }
}

describe('one deck of all regions', function () {
  this.timeout(120_000)

  it('holds cover, agenda, board and まとめ as they were handed in, and nothing of narrower circles', async () => {
    const { all, aoi } = await given()
    await write(all, LATER)
    const { slides, pdf } = await deckOf(all, 'mika')
    for (const words of ['合同報告会', '13:05〜13:30', SAID, ADVICE, CHANGED, 'すずかぜ市', '資料は、まだ出ていません'])
      for (const [form, text] of Object.entries({ slides: bare(slides), pdf }))
        expect(text, form).to.include(bare(words))
    for (const words of [INNER, LATER]) expect(`${slides}${pdf}`).not.to.include(words)
    clockAt(all, JOINT_DAY)
    const nagi = await browse(all, 'nagi')
    await nagi.open(paths.jointRegion(all.programmeId, all.regions.midori))
    expect(nagi.text).to.include(SAID).and.include(CHANGED).and.not.include(INNER)
    expect(nagi.text).not.to.include(LATER)
    for (const href of nagi.links().filter((one) => one.includes('/files/'))) {
      const paper = (await printed((await nagi.open(href)).bytes)).pages.join('')
      expect(paper.includes(bare(SAID)) || paper.includes(bare(CHANGED))).to.equal(true)
      expect(paper).not.to.include(bare(INNER))
    }
    await aoi.open('/')
  })

  it('is the secretariat’s before the day, and everybody’s who takes part from then on', async () => {
    const { all } = await given()
    const page = paths.jointDeck(all.programmeId)
    for (const who of ['aoi', 'nagi', 'haru', 'ken'] as const)
      expect((await (await browse(all, who)).open(page)).status, who).to.equal(404)
    clockAt(all, JOINT_DAY)
    expect((await deckOf(all, 'nagi')).slides).to.include(SAID)
    expect((await (await browse(all, 'hoku')).open(page)).status).to.equal(404)
  })

  it('waits for a second person where words may tell who somebody is', async () => {
    const { all, aoi } = await given()
    await write(all, '佐藤花子さん（82歳、090-1234-5678）が家に帰れた')
    await aoi.open(paths.regionJoint(all.regions.midori))
    await aoi.fill({}, 'まとめを差しかえる')
    expect(aoi.url).to.include('/privacy/')
    expect(aoi.notice).to.include('もう一人が確かめたあと')
    clockAt(all, JOINT_DAY)
    const nagi = await browse(all, 'nagi')
    await nagi.open(paths.jointRegion(all.programmeId, all.regions.midori))
    expect(nagi.text).to.include(CHANGED).and.not.include('佐藤')
  })
})
