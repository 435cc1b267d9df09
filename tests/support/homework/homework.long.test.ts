import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'
import { file, ID, ownFolder, pdf, png } from './files.ts'

const ASKED = {
  text: '課題整理シートの「なぜうまくいかないのか」',
  why: '支援1で、真因の候補を並べるため',
  due: '令和7年10月28日',
}

describe('a homework', () => {
  ownFolder()
  let midori: Town
  let who: Record<'mika' | 'ken' | 'aoi', Browser>
  const home = async (name: PersonName) => (await (await browse(midori, name)).open('/')).text
  beforeEach(async () => {
    midori = await town(await freshDb())
    who = { mika: await browse(midori, 'mika'), ken: await browse(midori, 'ken'), aoi: await browse(midori, 'aoi') }
  })

  async function ask(fields: Record<string, string> = {}): Promise<string> {
    await who.ken.open(paths.homeworkNew(ID))
    await who.ken.fill({ ...ASKED, ...fields }, '宿題を出す')
    expect(who.ken.status, who.ken.text).to.equal(200)
    return who.ken.url
  }

  it('is asked for with its reason and a tool file, handed in, returned with a marked file, put right and accepted', async () => {
    const { mika, ken, aoi } = who
    await mika.upload(paths.tools(midori.programmeId), [file('課題整理シート（第1版）.pdf', pdf('v1'))], {
      name: '課題整理シート',
      about: '立場ごとに書きます',
    })
    const toolId = /tools\/([0-9a-z]+)\/versions/.exec(mika.links().join(' '))?.[1] ?? ''
    const at = await ask({ tools: toolId })
    expect(await home('aoi'))
      .to.include('みどり町の宿題があります')
      .and.include('課題整理シート')
    await aoi.open(at)
    expect(aoi.text).to.include('真因の候補を並べるため').and.include('第1版').and.include('提出待ち')
    await aoi.open(aoi.links().find((href) => href.includes('/versions/1')) as string)
    expect(aoi.headers.get('content-disposition')).to.include(encodeURIComponent('課題整理シート'))

    await aoi.upload(at, [file('整理シート_みどり町𠮷.pdf', pdf('a')), file('病棟の掲示.png', png)], {
      text: '途中まで',
    })
    expect(aoi.text).to.include('第1版を提出しました').and.include('病棟の掲示.png').and.include('返事待ち')
    expect(await home('aoi')).to.not.include('みどり町の宿題')
    for (const name of ['ken', 'mika'] as const)
      expect(await home(name), name).to.include('みどり町の宿題が届いています')

    await ken.open(at)
    await ken.fill({ answer: 'returned' }, '返事をする')
    expect(ken.errors.answerText).to.equal('どこを、どう直すとよいかを書いてください')
    const note = { answer: 'returned', answerText: '本人と家族の不安が、まだ同じ文です' }
    await ken.upload(`${at}/answer`, [file('書きこみ.pdf', pdf('marked'))], note)
    expect(ken.text).to.include('直し待ち')
    expect(await home('aoi')).to.include('直してほしいことが届いています')

    await aoi.open(at)
    const sections = aoi.document.querySelectorAll('section.block h2').map((h) => h.textContent.trim())
    expect(sections[0]).to.equal('直してほしいこと')
    expect(aoi.document.querySelector('#notes')?.textContent).to.include('まだ同じ文です').and.include('書きこみ.pdf')
    await aoi.fill({ text: '本人と家族を分けました' }, '提出する')
    expect(aoi.text).to.include('第2版').and.include('第1版').and.include('整理シート_みどり町𠮷.pdf')

    await ken.open(at)
    await ken.fill({ answer: 'accepted', answerText: '次の回で使います' }, '返事をする')
    expect(ken.text).to.include('受けとりました').and.include('宿題（済み）')
    for (const name of ['aoi', 'ken', 'mika'] as const) expect(await home(name), name).to.not.include('みどり町の宿題')
    await aoi.open(paths.promises(ID))
    expect(aoi.text).to.include('済んだもの（実践）').and.include('R7.10.21（火）に済み')
    await aoi.open(paths.timeline(ID))
    expect(aoi.text).to.include('第1版：直して、もう一度お願いします').and.include('第2版：受けとりました')
    await aoi.open(paths.regionHistory(ID))
    expect(aoi.text).to.include('の第2版を提出しました').and.include('を受けとりました')
  })

  it('is a draft of its writer alone until it is handed in; a file can be taken out again', async () => {
    const { aoi, ken } = who
    const at = await ask()
    await aoi.upload(at, [file('下書き.png', png), file('まちがい.png', png)], { text: '書きかけ', draft: '1' })
    expect(aoi.text).to.include('まだ提出していません').and.include('下書き.png')
    expect(aoi.values.text).to.equal('書きかけ')
    const draft = aoi.links().find((href) => href.includes('/drafts/')) as string
    expect((await aoi.open(draft)).bytes.equals(png)).to.equal(true)
    for (const name of ['daichi', 'ken', 'mika', 'ren'] as const) {
      const other = await browse(midori, name)
      expect((await other.open(at)).text, name).to.not.include('下書き.png')
      expect((await other.open(paths.regionFiles(ID))).text, name).to.not.include('下書き.png')
      expect((await other.open(draft)).status, name).to.be.oneOf([403, 404])
    }
    await aoi.open(at)
    const drop = aoi.document.querySelectorAll('button[name=drop]').at(-1)?.getAttribute('value') as string
    await aoi.fill({ drop }, '下書きに置く')
    expect(aoi.text).to.include('下書き.png').and.not.include('まちがい.png')
    await aoi.fill({}, '提出する')
    await ken.open(at)
    expect(ken.text).to.include('下書き.png').and.include('書きかけ')
    expect((await ken.open(paths.regionFiles(ID))).text)
      .to.include('下書き.png')
      .and.not.include('まちがい.png')
  })

  it('is waived with a reason, and leaves every list', async () => {
    const { ken, aoi, mika } = who
    const at = await ask({ due: '令和7年10月20日' })
    await mika.open(paths.homeworkList(midori.programmeId))
    expect(mika.text)
      .to.match(/期限を過ぎたもの ?1件/)
      .and.include('1日超過')
      .and.include('東浜県みどり町')
    expect((await aoi.open(paths.homeworkList(midori.programmeId))).status).to.equal(403)
    const yui = await browse(midori, 'yui')
    expect((await yui.open(paths.homeworkList(midori.programmeId))).text).to.not.include('課題整理シート')
    await (await ken.open(at)).follow('しないことにする')
    await ken.fill({}, 'しないことにする')
    expect(ken.errors.reason).to.equal('しないことにした理由を書いてください')
    await ken.fill({ reason: '回の中で一緒に書けたため' }, 'しないことにする')
    expect(ken.text).to.include('見送り（回の中で一緒に書けたため）')
    expect(await home('aoi')).to.not.include('宿題があります')
    expect((await mika.open(paths.homeworkList(midori.programmeId))).text).to.not.include('課題整理シート')
    await aoi.open(at)
    expect(aoi.document.querySelectorAll('main form').length).to.equal(0)
    expect((await aoi.post(at, { text: '遅れました' })).status).to.equal(409)
  })

  it('may grow out of a promise: the same record, with its reason', async () => {
    const { ken, aoi } = who
    await ken.open(paths.promises(ID))
    await ken.fill({ text: '連絡先の一覧', owner: 'みどり町', due: '11月中' }, '約束を書く')
    await ken.follow('宿題にする')
    expect(ken.values).to.deep.include({ text: '連絡先の一覧', due: '11月中', ownerRole: 'municipality' })
    await ken.fill({ why: '次の回で病院と見せ合うため' }, '宿題を出す')
    expect((await midori.db.selectFrom('promises').selectAll().execute()).length).to.equal(1)
    await aoi.open(paths.promises(ID))
    expect(aoi.text).to.include('宿題・提出待ち').and.include('11月中')
    expect(aoi.links().some((href) => href.endsWith('/outcome'))).to.equal(false)
    expect((await aoi.open(paths.homeworkNew(ID))).status).to.equal(403)
  })

  it('that came by mail is filed by the secretariat, with its day and for whom', async () => {
    const at = await ask({ ownerRole: 'partner', owner: 'みどり医師会' })
    await who.mika.open(at)
    expect(who.mika.text).to.include('みどり医師会に代わって出します')
    await who.mika.fill({ text: 'メールで届いた一覧', arrivedOn: 'R7.10.17' }, '提出する')
    expect(who.mika.text).to.include('R7.10.17（金） 森野 美香（みどり医師会に代わって）')
    expect((await who.aoi.post(at, { text: 'x' })).status).to.be.oneOf([403, 409])
  })

  it('of the 保健所 is on saki’s list and on nobody else’s; of the 内輪 it is unseen outside', async () => {
    const at = await ask({ text: '圏域の退院調整率', ownerRole: 'hokenjo', owner: '東浜保健所' })
    for (const name of ['aoi', 'ren', 'sora'] as const) expect(await home(name), name).to.not.include('宿題があります')
    expect(await home('saki')).to.include('みどり町の宿題があります')
    const [saki, ren] = [await browse(midori, 'saki'), await browse(midori, 'ren')]
    expect((await ren.post(at, { text: '県から' })).status).to.equal(403)
    await saki.open(at)
    await saki.fill({ text: '62.4％（令和6年度）' }, '提出する')
    expect(saki.text).to.include('返事待ち')
    const inner = await ask({ text: '課長との話', circle: 'town' })
    for (const name of ['ren', 'saki', 'sora', 'haru'] as const) {
      const reader = await browse(midori, name)
      expect((await reader.open(inner)).status, name).to.equal(404)
      for (const path of [paths.promises(ID), paths.timeline(ID), paths.regionHistory(ID)])
        expect((await reader.open(path)).text, `${name} ${path}`).to.not.include('課長との話')
    }
  })
})
