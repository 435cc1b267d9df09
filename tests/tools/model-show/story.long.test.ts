import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const HOME = paths.logicModel(ID)

const FINAL = '住民が、退院のあとも住み慣れた家で暮らしている'
const INITIAL = '退院する人の家族が、相談先を知っている'
const ACT = '町の保健師が、入院先の病院を訪ねて退院の予定を聞く'

async function add(who: Browser, kind: string, text: string): Promise<string> {
  await who.open(HOME)
  await who.fill({ kind, text }, '箱を足す')
  return new URL(who.url, 'http://x').searchParams.get('box') ?? ''
}

async function linkTo(who: Browser, from: string, to: string) {
  await who.open(paths.logicModelBox(ID, from))
  return who.fill({ to: [to], kind: '', newText: '' }, 'つなぐ先を保存する')
}

describe('みどり町 builds its logic model', () => {
  let midori: Town
  let aoi: Browser
  const open = (who: PersonName, path = HOME) => browse(midori, who).then((b) => b.open(path))
  beforeEach(async () => {
    midori = await town(await freshDb())
    aoi = await browse(midori, 'aoi')
  })

  async function small() {
    const final = await add(aoi, 'final', FINAL)
    const initial = await add(aoi, 'initial', INITIAL)
    const act = await add(aoi, 'activity', ACT)
    await linkTo(aoi, initial, final)
    await linkTo(aoi, act, initial)
    return { final, initial, act }
  }

  it('from right to left, in the picture and in its twin', async () => {
    await small()
    await aoi.open(HOME)
    expect(aoi.document.querySelectorAll('.lm-pic svg a')).to.have.length(3)
    expect(aoi.document.querySelector('table.twin')?.textContent).to.include(FINAL).and.include(ACT)
    expect(aoi.text).to.include('アクティビティ（1、再掲を除く）')
  })

  it('refuses a link that runs backwards, in a circle or to a box that is gone, and keeps the words', async () => {
    const { final, act, initial } = await small()
    for (const [from, to, words] of [
      [final, act, 'つなぐと輪になります'],
      [initial, act, 'もうこの箱につながっています'],
      [act, 'nowhere', 'つなぐ先の箱は、もうありません'],
    ] as const) {
      await aoi.open(paths.logicModelBox(ID, from))
      await aoi.post(paths.logicModelBoxDeed(ID, from, 'links'), { to, once: `k${from}${to}` })
      expect([aoi.status, aoi.text.includes(words)], aoi.text.slice(0, 300)).to.deep.equal([422, true])
    }
    await aoi.open(paths.logicModelBox(ID, 'nowhere'))
    expect(aoi.status).to.equal(410)
  })

  it('two people on two boxes never meet; on one field both texts are shown', async () => {
    const { act, initial } = await small()
    const daichi = await open('daichi', paths.logicModelBox(ID, act))
    await aoi.open(paths.logicModelBox(ID, initial))
    await aoi.fill({ subject: '家族' }, 'この箱を保存する')
    await daichi.fill({ who: '町の保健師' }, 'この箱を保存する')
    expect(daichi.notice).to.include('ほかの人の書きこみと合わせました')
    expect((await open('ken')).text)
      .to.include('家族')
      .and.include('町の保健師')

    const [one, two] = [
      await open('aoi', paths.logicModelBox(ID, act)),
      await open('daichi', paths.logicModelBox(ID, act)),
    ]
    await one.fill({ when: '毎週火曜' }, 'この箱を保存する')
    await two.fill({ when: '月に2回', whom: '病院の相談員' }, 'この箱を保存する')
    expect(two.heading).to.equal('同じところに、ほかの人も書いていました')
    await two.fill({ 'clash.0.pick': 'own', 'clash.0.own': '毎週火曜、月に2回は訪ねる' }, '選んだとおりに保存する')
    expect(two.text).to.include('毎週火曜、月に2回は訪ねる').and.include('病院の相談員')
  })

  it('shows one activity again beside its second target and counts it once', async () => {
    const { act, initial } = await small()
    const other = await add(aoi, 'initial', '本人が、退院の日を前の週に知っている')
    await aoi.open(paths.logicModelBox(ID, act))
    await aoi.fill({ to: [initial, other], kind: '', newText: '' }, 'つなぐ先を保存する')
    await aoi.open(HOME)
    expect(aoi.text).to.include('アクティビティ1（ほかに再掲1）')
    expect(aoi.document.querySelector('.lm-pic')?.textContent).to.include('（再）')
  })

  it('says in sentences what changed since 支援2, and draws it', async () => {
    const { act } = await small()
    await aoi.open(HOME)
    await aoi.fill({ label: '支援2の時点' }, '名前をつける')
    await aoi.open(paths.logicModelBox(ID, act))
    await aoi.fill({ text: '町の保健師が、退院の1週間前に病院を訪ねて予定を聞く' }, 'この箱を保存する')
    await add(aoi, 'activity', '病院と知らせの様式をつくる')
    await aoi.open(HOME)
    const list = aoi.document.querySelectorAll('.diff-list li').map((li) => li.textContent.replace(/\s+/g, ' ').trim())
    expect(aoi.text).to.include('支援2の時点から変わったこと')
    expect(list).to.have.length(2)
    expect(list.join()).to.include('退院の1週間前に').and.include('病院と知らせの様式をつくる')
    expect(aoi.document.querySelector('.lm-pic')?.textContent).to.include('新しい').and.include('変更')
  })

  it('splits, merges, moves to another column and takes away, each said in a sentence', async () => {
    const { act } = await small()
    const deed = async (fields: Record<string, string>, button: string) => {
      await aoi.open(paths.logicModelBox(ID, act))
      await aoi.fill(fields, button)
      return aoi.notice
    }
    expect(await deed({ first: '病院を訪ねる', second: '退院の予定を聞く' }, '分ける')).to.equal(
      '箱1を二つに分けました',
    )
    await aoi.open(HOME)
    expect(aoi.text).to.include('アクティビティ2')
    await aoi.open(paths.logicModelBox(ID, act))
    const other = aoi.document.querySelector('select[name=other] option:last-child')?.getAttribute('value') ?? ''
    expect(await deed({ other, merged: ACT }, 'まとめる')).to.include('まとめました')
    expect(await deed({ kind: 'output' }, '移す')).to.include('アウトプットに移しました')
    expect(await deed({}, 'この箱を消す')).to.include('消しました')
  })

  it('takes 5,000 characters, refuses 5,001 and keeps them', async () => {
    const { act } = await small()
    await aoi.open(paths.logicModelBox(ID, act))
    await aoi.fill({ text: 'あ'.repeat(5_001) }, 'この箱を保存する')
    expect([aoi.status, aoi.values.text?.length]).to.deep.equal([422, 5_001])
    await aoi.fill({ text: 'あ'.repeat(5_000) }, 'この箱を保存する')
    expect((await aoi.open(HOME)).status).to.equal(200)
    expect((await aoi.open(paths.logicModelPrint(ID))).status).to.equal(200)
  })

  it('is read by those of the region; its deeds are the town’s and the secretariat’s', async () => {
    const { act } = await small()
    for (const who of ['ken', 'ren', 'sora', 'saki'] as const) {
      const reader = await open(who)
      expect([reader.status, reader.html.includes('箱を足す</button>')], who).to.deep.equal([200, false])
      expect((await reader.post(paths.logicModelBox(ID, act), { text: 'x' })).status, who).to.equal(403)
    }
    expect((await open('nagi')).status).to.equal(404)
    expect((await open('mika')).html).to.include('箱を足す</button>')
  })

  it('goes out as one A3 sheet and as a picture of its own', async () => {
    await small()
    await aoi.open(paths.logicModelPicture(ID))
    expect(aoi.contentType).to.include('image/svg+xml')
    expect(aoi.bytes.toString('utf8')).to.include('<style>').and.include('住み慣れた')
    expect((await aoi.open(paths.logicModelPrint(ID))).document.querySelector('.lm-a3 svg')).to.not.equal(null)
  })
})
