import { expect } from 'chai'
import { paths } from '../../src/paths/paths.ts'
import { countQueries } from '../../src/platform/db/db.ts'
import { browse } from '../support/browse.ts'
import { fileOf, numbersOf, twinOf } from '../support/charts.ts'
import { freshDb } from '../support/db.ts'
import { type Town, town } from '../support/town.ts'
import { keepYear, populate } from '../support/years.ts'

describe('年度をまたいだ数字', function () {
  this.timeout(20_000)
  let midori: Town

  describe('of the demonstration', () => {
    before(async () => {
      midori = await town(await freshDb())
    })

    it('leaves the map of Japan empty and shows the invented prefecture apart', async () => {
      const mika = await browse(midori, 'mika')
      await mika.open(paths.years)
      expect(numbersOf(twinOf(mika, 'invented'), '東浜県')).to.deep.equal(['1'])
      expect(twinOf(mika, 'map')).to.have.lengthOf(48)
      expect(
        twinOf(mika, 'map')
          .slice(1)
          .every(([, n]) => n === '0'),
      ).to.equal(true)
      expect(mika.text).to.include('実在の都道府県の地域は、まだありません').and.include('架空の県しかない')
      expect(numbersOf(twinOf(mika, 'scenes'), '入退院支援')).to.deep.equal(['1'])
      expect(numbersOf(twinOf(mika, 'sizes'), '1万〜3万人')).to.deep.equal(['1'])
    })
  })

  describe('of a real installation', () => {
    before(async () => {
      midori = await town(await freshDb())
      await populate(midori, '岐南町', 26_000)
      await populate(midori, '羽島市', 66_000)
      await keepYear(midori, { id: 'a', year: 2023, towns: ['岐南町', '羽島市'], scenes: ['daily', 'endoflife'] })
      await keepYear(midori, { id: 'b', year: 2024, towns: ['那覇市'], scenes: ['daily'] })
      await keepYear(midori, { id: 'c', year: 2024, towns: ['岐南町'] })
      await keepYear(midori, { id: 'd', year: 2024, towns: ['水戸市'], announced: false })
      await keepYear(midori, { id: 'e', year: 2024, towns: ['水戸市'], selected: false })
      await keepYear(midori, { id: 'f', year: 2023, towns: ['水戸市'], isSample: true })
      await keepYear(midori, { id: 'g', year: 2024, towns: ['水戸市'], owner: 'org-080004' })
    })

    it('counts what was selected and announced, by prefecture and year', async () => {
      const mika = await browse(midori, 'mika')
      await mika.open(paths.years)
      const map = twinOf(mika, 'map')
      expect(map[0]).to.deep.equal(['都道府県', '地域の数', 'R5', 'R6'])
      expect(numbersOf(map, '岐阜県')).to.deep.equal(['2', '1', '1'])
      expect(numbersOf(map, '沖縄県')).to.deep.equal(['1', '0', '1'])
      expect(numbersOf(map, '茨城県'), 'not announced, not selected, a sample, another one’s year').to.deep.equal([
        '0',
        '0',
        '0',
      ])
      expect(mika.html).not.to.include('東浜県').and.not.to.include('架空の県ごと')
      expect(numbersOf(twinOf(mika, 'years'), '令和6年度')).to.deep.equal(['2'])
    })

    it('adds up joint towns, names bureaus and 場面, and says what it does not know', async () => {
      const mika = await browse(midori, 'mika')
      await mika.open(paths.years)
      expect(numbersOf(twinOf(mika, 'sizes'), '5万〜10万人'), '26,000 + 66,000').to.deep.equal(['1'])
      expect(numbersOf(twinOf(mika, 'sizes'), '1万〜3万人')).to.deep.equal(['1'])
      expect(numbersOf(twinOf(mika, 'sizes'), '人口が分からない'), '那覇市').to.deep.equal(['1'])
      expect(numbersOf(twinOf(mika, 'bureaus'), '東海北陸厚生局')).to.deep.equal(['2'])
      expect(numbersOf(twinOf(mika, 'bureaus'), '九州厚生局')).to.deep.equal(['1'])
      expect(numbersOf(twinOf(mika, 'scenes'), '日常の療養支援')).to.deep.equal(['2'])
    })

    it('lists who never took part, whatever years are chosen', async () => {
      const mika = await browse(midori, 'mika')
      await mika.open(`${paths.years}?from=2023&to=2023`)
      expect(mika.text).to.include('まだ参加したことのない都道府県（45）').and.include('令和5年度に支援した1地域')
      expect(numbersOf(twinOf(mika, 'map'), '沖縄県')).to.deep.equal(['0'])
      const never = mika.document.querySelectorAll('.never-list li').map(({ text }) => text)
      expect(never).to.include('茨城県').and.not.include('沖縄県').and.not.include('岐阜県')
      await mika.open(paths.yearsFile('never', ''))
      expect(mika.bytes.toString('utf8')).to.include('"08",茨城県').and.not.include('沖縄県')
    })

    it('gives each chart as a file of the years chosen', async () => {
      const mika = await browse(midori, 'mika')
      for (const query of ['', '?from=2024&to=2024']) {
        await mika.open(paths.years + query)
        const ids = mika.document.querySelectorAll('figure.chart').map(({ id }) => id)
        expect(ids).to.deep.equal(['map', 'years', 'bureaus', 'sizes', 'scenes'])
        for (const id of ids) {
          await mika.open(paths.years + query)
          const twin = twinOf(mika, id)
          expect(await fileOf(mika, id), id).to.deep.equal(twin)
        }
      }
      await mika.open(paths.yearsFile('nothing', ''))
      expect(mika.status).to.equal(404)
    })

    it('bears years the wrong way round and years there are none of', async () => {
      const mika = await browse(midori, 'mika')
      await mika.open(`${paths.years}?from=2024&to=2023`)
      expect(mika.text).to.include('令和5年度から令和6年度まで')
      await mika.open(`${paths.years}?from=1999&to=abc`)
      expect(mika.text).to.include('令和5年度から令和6年度まで')
    })

    it('shows WG members and observers the years they follow, and others nothing', async () => {
      const haru = await browse(midori, 'haru')
      await haru.open(paths.years)
      expect(numbersOf(twinOf(haru, 'invented'), '東浜県'), 'her own year alone').to.deep.equal(['1'])
      for (const who of ['aoi', 'ren', 'ken', 'sora'] as const) {
        const other = await browse(midori, who)
        await other.open(paths.years)
        expect(other.status, who).to.equal(403)
        await other.open(paths.programmes)
        expect(other.html, who).not.to.include(`href="${paths.years}"`)
      }
    })

    it('is found from the lists of years and of regions', async () => {
      const mika = await browse(midori, 'mika')
      for (const list of [paths.programmes, paths.regions]) {
        await mika.open(list)
        expect(mika.links(), list).to.include(paths.years)
      }
    })

    it('asks the database a bounded number of times', async () => {
      const mika = await browse(midori, 'mika')
      await mika.open(paths.years)
      const { queries } = await countQueries(() => mika.open(paths.years))
      expect(queries).to.be.at.most(10)
    })
  })

  it('says so when nothing was decided yet', async () => {
    midori = await town(await freshDb())
    await midori.db.deleteFrom('decisions').execute()
    const mika = await browse(midori, 'mika')
    await mika.open(paths.years)
    expect(mika.text).to.include('支援した地域はまだありません。')
    expect(mika.document.querySelectorAll('figure')).to.have.lengthOf(0)
  })
})
