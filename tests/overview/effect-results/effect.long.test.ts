import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { fileOf, twinOf } from '../../support/charts.ts'
import { circleOfPaper, supported, writes } from '../../support/closing.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const PAGE = paths.effectResults(ID)

describe('効果検証の結果', () => {
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
    await supported(midori)
  })

  it('says what is missing before anybody has answered', async () => {
    const aoi = await (await browse(midori, 'aoi')).open(PAGE)
    expect([aoi.status, aoi.heading]).to.deep.equal([200, '東浜県みどり町 効果検証の結果'])
    for (const words of ['市町村の自己評価が、まだありません', '都道府県の自己評価が、まだありません', 'n＝0'])
      expect(aoi.text).to.include(words)
    expect(aoi.text).to.include('記録のある回は3回、時間の分かる3回を合わせて270分')
  })

  it('shows both sides before and after, and the same in a table and a file', async () => {
    const both = (before: string, after?: string) => ({ before, ...(after && { after }) })
    await writes(midori, 'aoi', 'effect', {
      self: [
        { id: 'vision', ...both('2', '4') },
        { id: 'forum', ...both('1', '1') },
        { id: 'multi', ...both('3') },
      ],
      minutesTown: '1260',
      remarks: '電話をかけあえるようになった',
    })
    await writes(midori, 'ren', 'effect', {
      prefecture_self: [{ id: 'vision', ...both('3', '2') }],
      minutesPrefecture: '90',
    })
    const aoi = await (await browse(midori, 'aoi')).open(PAGE)
    const rows = twinOf(aoi, 'answers')
    expect(rows[0]).to.deep.equal(['項目', '答えた側', '支援の前', '支援の後', '変化'])
    expect(rows).to.deep.include(['目指す姿の共有', '市町村', '2', '4', '2 → 4'])
    expect(rows).to.deep.include(['協議の場', '市町村', '1', '1', '1のまま'])
    expect(rows).to.deep.include(['多機関との連携', '市町村', '3', '—', '前3・後は未回答'])
    expect(rows).to.deep.include(['目指す姿の共有', '都道府県', '3', '2', '3 → 2'])
    expect(aoi.text).to.include('n＝2者（市町村・都道府県）')
    expect(aoi.text).to.include('前と後の両方に答えた3項目のうち、上がった1、変わらなかった1、下がった1')
    expect(twinOf(aoi, 'minutes')).to.deep.include(['市町村', '1260']).and.deep.include(['事務局', '—'])
    expect(aoi.text).to.include('合わせて1,350分').and.include('電話をかけあえるようになった')
    const file = await fileOf(aoi, 'answers')
    expect(file).to.deep.include(['協議の場', '市町村', '1', '1', '1のまま'])
  })

  it('follows the indicators of the model from where they began', async () => {
    const indicators = [{ id: 'n1', box: 'b1', text: '3日以内に知った割合', baseline: '0%', target: '80%' }]
    await writes(midori, 'aoi', 'logic_model', { indicators })
    const aoi = await (await browse(midori, 'aoi')).open(PAGE)
    expect(aoi.text).to.include('まだ測っていない指標が1個あります').and.include('まだ測っていません')
    await aoi.post(paths.indicatorValues(ID, 'n1'), { on: '令和7年10月20日', value: '75%', note: '' })
    await aoi.open(PAGE)
    expect(twinOf(aoi, 'i-n1').map((row) => row.at(-1))).to.deep.equal(['値', '0%', '75%', '80%'])
  })

  it('offers the minutes of the meetings to whoever fills in what it cost, until they have', async () => {
    const hint = '時間の分かる3回を合わせて270分です'
    expect((await (await browse(midori, 'aoi')).open(paths.sheet(ID, 'effect'))).text).to.include(hint)
    expect((await (await browse(midori, 'ren')).open(paths.sheet(ID, 'effect'))).text).to.include(hint)
    await writes(midori, 'mika', 'effect', { minutesTown: '300', minutesPrefecture: '90' })
    expect((await (await browse(midori, 'aoi')).open(paths.sheet(ID, 'effect'))).text).to.not.include(hint)
  })

  it('is read by those who read the sheet', async () => {
    for (const who of ['ken', 'ren', 'saki', 'sora', 'mika'] as const)
      expect((await (await browse(midori, who)).open(PAGE)).status, who).to.equal(200)
    expect((await (await browse(midori, 'haru')).open(PAGE)).status).to.equal(403)
    expect((await (await browse(midori, 'nagi')).open(PAGE)).status).to.equal(404)
    await writes(midori, 'aoi', 'effect', { remarks: '内輪のこと' })
    await circleOfPaper(midori, 'effect', 'town')
    for (const path of [PAGE, paths.effectTable(ID, 'answers')])
      expect((await (await browse(midori, 'ren')).open(path)).status, path).to.equal(404)
  })
})
