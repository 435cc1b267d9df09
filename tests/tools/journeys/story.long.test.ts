import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { addCause } from '../../../src/tools/causes/actions.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const TABLE = [
  '時期\t出来事\t要介護度\t費用\t印',
  '令和4年5月\t通院\t要支援1\t\t',
  'R5.2\t転倒して入院\t\t120万円\t○',
  '2023/9\t退院\t要介護2\t９０，０００\t',
  '令和6年度末\t訪問リハビリ\t要介護1\t\t',
].join('\n')

describe('journeys of a region', () => {
  let midori: Town
  let id: string
  beforeEach(async () => {
    midori = await town(await freshDb())
    id = midori.regions.midori
  })

  async function written() {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.journeyNew(id))
    await aoi.fill({ 'f.title': '退院のあと急に弱った人', 'f.ageBand': '80early', pasted: TABLE }, '経過図を足す')
    return { aoi, part: new URL(aoi.url, 'http://x').pathname.split('/').at(-1) ?? '' }
  }

  it('begins empty and kindly; a table from Excel makes the first one', async () => {
    const aoi = await browse(midori, 'aoi')
    expect((await aoi.open(paths.journeys(id))).text).to.include('まだ経過図はありません')
    const { aoi: author } = await written()
    expect(author.notice).to.include('4行の経過図を足しました')
    expect(author.heading).to.equal('事例A 退院のあと急に弱った人')
    expect(author.document.querySelector('.journey-pic svg')?.textContent)
      .to.include('転倒して入院')
      .and.include('120万円')
  })

  it('keeps the pasted text and says what to put right, at its line', async () => {
    const { aoi, part } = await written()
    await aoi.open(paths.journeyPaste(id, part))
    const wrong = '時期\t出来事\t要介護度\n5月\t再転倒\t重い'
    await aoi.fill({ pasted: wrong }, '読みこむ')
    expect(aoi.status).to.equal(422)
    expect(aoi.values.pasted).to.equal(wrong)
    expect(aoi.text).to.include('2行目 要介護度「重い」が読めません').and.include('2行目 時期「5月」が読めません')
    await aoi.fill({ pasted: wrong.replace('5月', 'R7.5').replace('重い', '要介護3') }, '読みこむ')
    expect(aoi.notice).to.include('1行を読みこみました')
    expect((await aoi.open(paths.journeys(id))).text)
      .to.include('再転倒')
      .and.include('退院')
  })

  it('is written row by row without a script: more rows, moved, removed, sorted, saved', async () => {
    const { aoi } = await written()
    await aoi.fill({}, '行を増やす')
    expect(aoi.text).to.include('まだ保存していません')
    const spare =
      Object.keys(aoi.values)
        .filter((name) => /^f\.rows\.[a-z0-9]+\.event$/.test(name))
        .at(-1) ?? ''
    const row = spare.replace('event', '')
    await aoi.fill({ [spare]: '孫と花見', [`${row}at`]: '令和5年4月', [`${row}cost`]: '約3万円' }, '時期の順に並べる')
    await aoi.fill({}, '保存する')
    expect(aoi.notice).to.equal('保存しました（第2版）')
    const events = aoi.document.querySelectorAll('.journey-event input').map((input) => input.getAttribute('value'))
    expect(events.slice(0, 5)).to.deep.equal(['通院', '転倒して入院', '孫と花見', '退院', '訪問リハビリ'])
    expect(aoi.values[`${row}cost`]).to.equal('30,000')
    await aoi.fill({ [`${row}event`]: '', [`${row}at`]: '', [`${row}cost`]: '' }, '保存する')
    expect(aoi.document.querySelectorAll('[data-row-list] .journey-event input')).to.have.length(5)
  })

  it('keeps what can not be read and says so beside it', async () => {
    const { aoi } = await written()
    const at = Object.keys(aoi.values).find((name) => name.endsWith('.at')) ?? ''
    await aoi.fill({ [at]: '夏ごろ', [at.replace('.at', '.cost')]: 'たくさん' }, '保存する')
    expect(aoi.values[at]).to.equal('夏ごろ')
    expect(aoi.text).to.include('見直すところが2か所あります').and.include('「夏ごろ」は読めないので、図に出ません')
  })

  it('two at once lose nothing; a true clash shows both', async () => {
    const { aoi, part } = await written()
    const daichi = await browse(midori, 'daichi')
    await daichi.open(paths.journey(id, part))
    await aoi.fill({ 'f.note': 'よくある例' }, '保存する')
    await daichi.fill({ 'f.household': 'ひとり暮らし' }, '保存する')
    expect([daichi.values['f.note'], daichi.values['f.household']]).to.deep.equal(['よくある例', 'ひとり暮らし'])
    await aoi.fill({ 'f.household': '夫婦ふたり' }, '保存する')
    expect(aoi.text).to.include('ひとり暮らし').and.include('夫婦ふたり')
  })

  it('is counted across cases and becomes evidence with one tap', async () => {
    const ctx = await midori.ctx('aoi')
    const region = await regionSeen(ctx.db, ctx.actor, id)
    if (!region) throw new Error('no region')
    const cause = await addCause(ctx, region, { text: '退院の日が町に届かない', parent: '', issue: '' })
    const { aoi } = await written()
    await aoi.open(`${paths.journeys(id)}?word=転倒&months=8`)
    expect(aoi.text).to.include('「転倒」のあと8か月以内に要介護度が上がった 1/1例')
    await aoi.fill({}, 'この数字を仮説の材料にする')
    expect(aoi.status).to.equal(422)
    expect(aoi.text).to.include('どの仮説の材料にするかを選んでください').and.include('8か月以内')
    await aoi.fill({ cause }, 'この数字を仮説の材料にする')
    expect(aoi.url).to.include(paths.cause(id, cause))
    expect(aoi.text)
      .to.include('「転倒」のあと8か月以内に要介護度が上がった（1例のうち1例）')
      .and.include('経過図')
      .and.include('手計算')
  })

  it('goes out as SVG, PNG and paper', async () => {
    const { aoi, part } = await written()
    const svg = await aoi.open(`${paths.journeyPicture(id, 'svg')}?c.${part}=1&axis=relative`)
    expect(svg.contentType).to.include('image/svg+xml')
    expect(svg.bytes.toString()).to.include('きっかけ').and.include('退院のあと急に弱った人')
    const print = await aoi.open(`${paths.journeyPrint(id)}?c.${part}=1&paper=a3`)
    expect(print.document.querySelectorAll('.journey-a3 .journey-sheet svg')).to.have.length(1)
    expect(print.text).to.include('令和5年2月').and.include('1,200,000円')
  })

  it('is taken away and brought back', async () => {
    const { aoi, part } = await written()
    await aoi.fill({}, 'この経過図を消す')
    expect(aoi.text).to.include('まだ経過図はありません').and.include('消した経過図')
    expect((await aoi.post(paths.journey(id, part), { 'f.title': 'x' })).status).to.equal(409)
    await aoi.open(paths.journeys(id))
    await aoi.fill({}, '戻す')
    expect(aoi.heading).to.include('退院のあと急に弱った人')
  })

  it('advisors read and do not write; another town sees nothing', async () => {
    const { part } = await written()
    const ken = await browse(midori, 'ken')
    expect((await ken.open(paths.journey(id, part))).document.querySelector('textarea')).to.equal(null)
    expect(ken.text).to.include('転倒して入院').and.include('書けるのは')
    expect((await ken.post(paths.journey(id, part), {})).status).to.equal(403)
    const nagi = await browse(midori, 'nagi')
    for (const path of [paths.journeys(id), paths.journey(id, part), paths.journeyPicture(id, 'svg')])
      expect((await nagi.open(path)).status, path).to.equal(404)
    const aoi = await browse(midori, 'aoi')
    expect((await aoi.open(paths.journey(id, 'nothing'))).status).to.equal(404)
  })
})
