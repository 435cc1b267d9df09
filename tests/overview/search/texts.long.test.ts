import { expect } from 'chai'
import { rebuildIndex, refreshIndex } from '../../../src/overview/search-index/actions.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { addLines } from '../../../src/support/records/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import type { RegionName } from '../../support/regions.ts'
import { type Town, town } from '../../support/town.ts'

const q = (words: string, more: Record<string, string> = {}) => `/search?${new URLSearchParams({ q: words, ...more })}`

describe('the page of a search', function () {
  this.timeout(30_000)
  let midori: Town
  let mika: Browser
  const hits = () => mika.document.querySelectorAll('.search-hits li')

  async function record(name: RegionName, heldOn: string, texts: readonly string[]): Promise<void> {
    const regionId = midori.regions[name]
    const at = { programmeId: midori.programmeId, regionId, stepId: null, stepKey: null }
    const number = 51 + (await midori.db.selectFrom('meetings').select('id').execute()).length
    const id = await addMeeting(midori.db, { ...at, number, label: '追加の回', kind: 'support' }, midori.now)
    await updateMeeting(midori.db, id, { heldOn, isRecorded: true })
    const lines = texts.map((text) => ({ part: 'situation' as const, circle: 'region' as const, text }))
    await addLines(midori.db, id, { lines, personId: null, personName: '早瀬 俊' }, midori.now)
  }

  before(async () => {
    midori = await town(await freshDb())
    await record('midori', '2025-10-20', [
      '退院の知らせが前日になる',
      'ＫＤＢの数字を見た',
      '<b>太字</b>の記録票',
      'ｶﾝﾌｧﾚﾝｽは月2回',
    ])
    await record('midori', '2025-10-01', ['連携室とケアマネジャーが退院の前に話す', '杖を使う人'])
    await record('suzukaze', '2025-10-10', [
      '退院した人に電話する',
      ...Array.from({ length: 44 }, (_, i) => `見守り${i}番`),
    ])
    await rebuildIndex(midori.db, midori.now)
    mika = await browse(midori, 'mika')
  })
  const found = async (words: string, more = {}) => {
    await mika.open(q(words, more))
    return hits().map((li) => li.querySelectorAll('p')[1]?.textContent.trim() ?? '')
  }

  it('finds two letters and one, any width and case, newest first, and marks them', async () => {
    expect(await found('退院')).to.deep.equal([
      '退院の知らせが前日になる',
      '退院した人に電話する',
      '連携室とケアマネジャーが退院の前に話す',
    ])
    expect(mika.document.querySelectorAll('.search-hits mark').map((mark) => mark.textContent)).to.deep.equal([
      ...Array(3).fill('退院'),
    ])
    for (const words of ['kdb', 'KDB', 'ｋｄｂ', 'Kd'])
      expect(await found(words), words).to.deep.equal(['ＫＤＢの数字を見た'])
    for (const words of ['カンファレンス', 'ｶﾝﾌｧ']) expect(await found(words), words).to.deep.equal(['ｶﾝﾌｧﾚﾝｽは月2回'])
    expect(await found('杖')).to.deep.equal(['杖を使う人'])
    expect(await found('退院の知')).to.have.length(1)
    expect(await found('退院に知')).to.deep.equal([])
  })

  it('wants all of several words; the place may hold one of them, but not all', async () => {
    expect(await found('退院　連携')).to.deep.equal(['連携室とケアマネジャーが退院の前に話す'])
    expect(await found('みどり町 退院')).to.have.length(2)
    expect(await found('退院 見守り')).to.deep.equal([])
    expect(await found('みどり町')).to.deep.equal([])
  })

  it('shows what was written as it was written', async () => {
    expect(await found('記録票')).to.deep.equal(['<b>太字</b>の記録票'])
    expect(mika.document.querySelector('.search-hits b')).to.equal(null)
  })

  it('narrows by region, year, scene, kind and prefecture, and says so when nothing is left', async () => {
    const { midori: own } = midori.regions
    expect(await found('退院', { region: own })).to.have.length(2)
    expect(await found('退院', { scene: 'discharge' })).to.have.length(2)
    expect(await found('退院', { prefecture: 'org-940003' })).to.deep.equal(['退院した人に電話する'])
    expect(await found('退院', { kind: 'record', year: '2025' })).to.have.length(3)
    for (const none of [{ year: '2024' }, { kind: 'advice' }, { region: 'nowhere' }, { scene: 'disaster' }]) {
      expect(await found('退院', none)).to.deep.equal([])
      expect(mika.text).to.include('見つかりませんでした')
      expect(mika.links()).to.include(q('退院'))
    }
    const odd: [string, string][] = [
      ['year', "2025' or 1"],
      ['kind', '__proto__'],
      ['scene', 'constructor'],
      ['after', '-1'],
    ]
    for (const [name, value] of odd) expect(await found('退院', { [name]: value }), name).to.have.length(3)
  })

  it('turns pages of twenty without counting, nothing twice', async () => {
    const all = new Set(await found('見守り'))
    expect(all.size).to.equal(20)
    for (const more of [20, 4]) {
      await mika.follow('ほかにもあります')
      const rows = hits().map((li) => li.querySelectorAll('p')[1]?.textContent.trim() ?? '')
      expect(rows).to.have.length(more)
      for (const row of rows) all.add(row)
    }
    expect(all.size).to.equal(44)
    expect(mika.text).to.not.include('ほかにもあります')
  })

  it('takes whatever is typed', async () => {
    const odd = [
      '"',
      '*',
      '"退院" OR "x"',
      'NEAR(退 院)',
      '%_',
      '\u0000',
      '😀',
      '退院😀',
      'あ'.repeat(200),
      '( AND',
      '-退院',
      'marks : x',
    ]
    for (const words of odd) {
      await mika.open(`/search?q=${encodeURIComponent(words)}`)
      expect(mika.status, words).to.equal(200)
    }
    expect(await found('退院😀')).to.have.length(3)
    expect(await found('"退院"')).to.have.length(3)
  })

  it('asks the database no more often the more there is', async () => {
    await found('見守り')
    const many = await countQueries(() => found('見守り'))
    expect(many.result).to.have.length(20)
    expect(many.queries).to.be.at.most(22)
    expect((await countQueries(() => found('見守り', { kind: 'record' }))).queries).to.be.below(many.queries)
  })

  it('is read again in the background, and rows that say the same stay as they are', async () => {
    const before = await midori.db.selectFrom('searchTexts').select('id').orderBy('id').execute()
    await midori.db.insertInto('changedPlaces').values({ kind: 'region', id: midori.regions.midori, at: 'x' }).execute()
    expect(await refreshIndex(midori)).to.equal(1)
    expect(await midori.db.selectFrom('searchTexts').select('id').orderBy('id').execute()).to.deep.equal(before)
    expect(await refreshIndex(midori)).to.equal(0)
  })
})
