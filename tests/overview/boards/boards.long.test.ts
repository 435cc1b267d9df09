import { expect } from 'chai'
import { boardsOf } from '../../../src/overview/boards/store.ts'
import { paths } from '../../../src/paths/paths.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import { fetchRegions } from '../../../src/programme/regions/store.ts'
import { regionsSeenBy } from '../../../src/programme/sight/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const board = paths.board(ID)
const lines = paths.boardLines(ID)
const releases = paths.boardReleases(ID)

const record = {
  ...{ heldOn: '令和7年10月20日', mode: 'online', circle: 'region', keywords: '退院、連絡票' },
  ...{ situation: '退院の知らせは月に2件だけ届いている\n病院の窓口は3つ', decided: '病院一つから始める' },
  note: '課長の参加を次回たしかめる',
  ...{ 'advice.0.text': '電話で最初に何と言うかを決めましょう', 'advice.0.circle': 'region' },
  ...{ 'advice.1.text': '課長さんには別に話しましょう', 'advice.1.circle': 'town' },
  ...{ 'promises.0.text': '4人のケアマネジャーに話を聞く', 'promises.0.owner': '町の担当', 'promises.0.due': '12月中' },
}
const inner = {
  ...record,
  circle: 'town',
  situation: '課長が交代するかもしれない',
  decided: '',
  note: '',
  keywords: '',
}
const NEVER = ['課長の参加を次回たしかめる', '課長さんには別に話しましょう', '課長が交代するかもしれない']

async function recorded(): Promise<{ midori: Town; mika: Browser }> {
  const midori = await town(await freshDb())
  const mika = await browse(midori, 'mika')
  for (const form of [record, { ...inner, 'advice.0.text': '', 'advice.1.text': '', 'promises.0.text': '' }]) {
    await mika.open(paths.meetingRecord(ID, 1))
    await mika.fill(form, '記録する')
  }
  return { midori, mika }
}

/** The id of the line that says this, as the page of choices has it. */
const idOf = (page: Browser, words: string): string => {
  const row = page.document.querySelectorAll('.board-lines li').find((li) => li.text.includes(words))
  return row?.querySelector('[name=known]')?.getAttribute('value') ?? ''
}
const shownIn = (page: Browser) => page.document.querySelectorAll('.a4 .b-text').map((one) => one.text)

describe('支援経過（1枚）', () => {
  it('says what 地域の全員 may read, in the place of each meeting, and what is missing', async () => {
    const { midori } = await recorded()
    for (const name of ['aoi', 'ken', 'ren', 'sora'] as const) {
      const reader = await browse(midori, name)
      await reader.open(board)
      expect(reader.status, name).to.equal(200)
      expect(reader.heading).to.equal('東浜県みどり町')
      expect(shownIn(reader)).to.deep.equal([
        ...['退院の知らせは月に2件だけ届いている', '病院の窓口は3つ', '病院一つから始める'],
        ...['電話で最初に何と言うかを決めましょう', '4人のケアマネジャーに話を聞く（町の担当）'],
      ])
      expect(reader.text)
        .to.include('記録確定前')
        .and.include('キーワード：退院、連絡票')
        .and.include('これから行います')
      for (const words of NEVER) expect(reader.text, name).to.not.include(words)
      expect(reader.links()).to.not.include(lines)
    }
    const nagi = await browse(midori, 'nagi')
    for (const path of [board, paths.boardPdf(ID), lines, releases]) {
      await nagi.open(path)
      expect(nagi.status, path).to.equal(404)
    }
  })

  it('is found by WG members once it was put to them, and by the others in the record itself', async () => {
    const { midori, mika } = await recorded()
    const hits = async (name: 'haru' | 'tomo' | 'aoi', words: string) => {
      const reader = await browse(midori, name)
      await reader.open(`/search?q=${encodeURIComponent(words)}`)
      return reader.document.querySelectorAll('main a[href*="/regions/"]').map((a) => a.getAttribute('href') ?? '')
    }
    expect(await hits('haru', '窓口')).to.deep.equal([])
    await mika.open(releases)
    await mika.post(releases, { circle: 'wg', deed: 'show' })
    expect(await hits('haru', '窓口')).to.deep.equal([board])
    expect(await hits('tomo', '窓口')).to.deep.equal([board])
    expect(await hits('haru', '課長')).to.deep.equal([])
    expect((await hits('aoi', '窓口')).filter((href) => href === board)).to.deep.equal([])
    await mika.post(releases, { circle: 'wg', deed: 'back' })
    expect(await hits('haru', '窓口')).to.deep.equal([])
  })

  it('is read by WG members as it was put to them, and not as it is now', async () => {
    const { midori, mika } = await recorded()
    const haru = await browse(midori, 'haru')
    await haru.open(board)
    expect(haru.text).to.include('この地域の1枚は、まだ示されていません').and.not.include('病院の窓口は3つ')
    for (const path of [paths.boardPdf(ID), paths.boardPptx(ID)]) {
      await haru.open(path)
      expect(haru.status, path).to.equal(404)
    }
    await mika.open(releases)
    await mika.post(releases, { circle: 'wg', deed: 'show' })
    await mika.open(paths.meetingRecord(ID, 1))
    await mika.fill({ ...inner, circle: 'region', situation: 'あとで分かったこと' }, '記録する')
    for (const name of ['haru', 'tomo'] as const) {
      const reader = await browse(midori, name)
      await reader.open(board)
      expect(reader.text, name).to.include('病院の窓口は3つ').and.include('R7.10.21（火）に示されたとき')
      for (const words of [...NEVER, 'あとで分かったこと', 'のせる行を選ぶ']) expect(reader.text).to.not.include(words)
      await reader.open(`${board}?shown=now`)
      expect(reader.text).to.not.include('あとで分かったこと')
    }
    await mika.open(board)
    expect(mika.text).to.include('あとで分かったこと').and.include('そのあとに増えた行が3あります')
    await mika.open(releases)
    expect(mika.text).to.include('あとから増えた行（3）').and.include('あとで分かったこと')
    await mika.open(`${board}?shown=wg`)
    expect(mika.text).to.not.include('あとで分かったこと')
    await mika.post(releases, { circle: 'wg', deed: 'back' })
    await haru.open(board)
    expect(haru.text).to.include('まだ示されていません')
    await mika.open(releases)
    expect(mika.text).to.include('WGにも：森野 美香さんが取り下げました')
    expect(mika.text).to.include('WGにも：森野 美香さんが示しました')
  })

  it('lets the secretariat alone choose its lines and their order; the record stays as it is', async () => {
    const { midori, mika } = await recorded()
    for (const name of ['aoi', 'ken', 'ren'] as const) {
      const other = await browse(midori, name)
      await other.open(lines)
      expect(other.status, name).to.equal(403)
    }
    await mika.open(lines)
    expect(mika.text).to.include('5行のうち5行をのせています')
    const [two, three] = [idOf(mika, '月に2件だけ'), idOf(mika, '窓口は3つ')]
    await mika.post(lines, { known: [two, three], was: [two, three], shown: [two, three], move: `up:${three}` })
    await mika.open(board)
    expect(shownIn(mika).slice(0, 2)).to.deep.equal(['病院の窓口は3つ', '退院の知らせは月に2件だけ届いている'])
    await mika.post(lines, { known: [two, three], was: [two, three], shown: [two], move: '' })
    expect(mika.notice).to.include('記録そのものは変わっていません')
    await mika.open(board)
    expect(shownIn(mika)[0]).to.equal('退院の知らせは月に2件だけ届いている')
    expect(mika.text).to.not.include('病院の窓口は3つ')
    await mika.open(paths.meeting(ID, 1))
    expect(mika.text).to.include('病院の窓口は3つ')
    // Somebody with an older page does not undo it: only what was ticked otherwise than shown counts.
    await mika.post(lines, { known: [two], was: [two], shown: [two], move: '' })
    await mika.open(board)
    expect(mika.text).to.not.include('病院の窓口は3つ')
    await mika.post(lines, {
      known: ['advice:nobody', '../x'],
      was: ['advice:nobody'],
      shown: [],
      move: 'up:line:nobody',
    })
    expect(mika.status).to.equal(200)
    expect(await midori.db.selectFrom('boardChoices').select('lineId').execute()).to.have.length(2)
  })

  it('keeps a short wording beside the original and says when the original has changed', async () => {
    const { midori, mika } = await recorded()
    await mika.open(lines)
    const id = idOf(mika, '月に2件だけ')
    const words = paths.boardLine(ID, id)
    await mika.open(words)
    await mika.fill({ short: 'あ'.repeat(201) }, '保存する')
    expect(mika.status).to.equal(422)
    expect(mika.errors.short).to.include('200字以内')
    expect(mika.values.short).to.equal('あ'.repeat(201))
    await mika.fill({ short: '知らせは月2件\u0000だけ' }, '保存する')
    expect(mika.text).to.include('知らせは月2件だけ').and.include('元の文：退院の知らせは月に2件だけ届いている')
    await mika.open(board)
    expect(shownIn(mika)[0]).to.equal('知らせは月2件だけ')
    await midori.db
      .updateTable('meetingLines')
      .set({ text: '退院の知らせは月に3件届いている' })
      .where('id', '=', id.slice(5))
      .execute()
    await mika.open(lines)
    expect(mika.text).to.include('元が変わりました').and.include('元が変わった行1')
    await mika.open(words)
    expect(mika.text).to.include('短くしたときの元の文：退院の知らせは月に2件だけ届いている')
    await mika.fill({ short: '' }, '保存する')
    await mika.open(board)
    expect(shownIn(mika)[0]).to.equal('退院の知らせは月に3件届いている')
    await mika.open(paths.boardLine(ID, 'line:nobody'))
    expect(mika.status).to.equal(404)
  })

  it('asks the same few questions of the database for one region and for many', async () => {
    const { midori } = await recorded()
    const ctx = await midori.ctx('mika')
    const regions = await fetchRegions(midori.db, regionsSeenBy(midori.db, ctx.actor))
    const of = async (n: number) => (await countQueries(() => boardsOf(ctx, regions.slice(0, n)))).queries
    expect([await of(1), await of(3)]).to.deep.equal([12, 12])
  })

  it('is closed where nothing may be written', async () => {
    const { midori, mika } = await recorded()
    await mika.open(paths.regionPause(ID))
    await midori.db.updateTable('regions').set({ isSample: 1 }).where('id', '=', ID).execute()
    for (const path of [lines, releases]) {
      await mika.open(path)
      expect(mika.status, path).to.equal(403)
    }
    await mika.post(releases, { circle: 'wg', deed: 'show' })
    expect(mika.status).to.equal(403)
    await mika.open(board)
    expect(mika.links()).to.not.include(lines)
    expect(mika.text).to.include('報告書にもとづく見本')
  })
})
