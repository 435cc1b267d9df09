import { expect } from 'chai'
import { parse } from 'node-html-parser'
import { yearArchiveRunner } from '../../../src/overview/year-archives/actions.ts'
import { paths } from '../../../src/paths/paths.ts'
import { runTasks } from '../../../src/people/task-runs/actions.ts'
import { type Demo, demonstration } from '../../support/demonstration.ts'
import { unzipped } from '../../support/unzipped.ts'

describe('the copy of a whole year', function () {
  this.timeout(300_000)
  let demo: Demo
  let files: Map<string, Buffer>

  before(async () => {
    demo = await demonstration()
  })
  after(() => demo.close())

  it('is the secretariat’s to ask for, and waits in its own list', async () => {
    const page = paths.yearArchive(demo.years.main)
    for (const who of ['aoi', 'ken', 'haru'] as const)
      expect((await (await demo.browse(who)).open(page)).status, who).to.equal(403)
    const mika = await demo.browse('mika')
    await mika.open(page)
    await mika.fill({}, '控えを作る')
    expect(mika.text).to.contain('順番を待っています')
    expect(await runTasks({ db: demo.db, now: () => demo.now, runners: [yearArchiveRunner] })).to.equal(1)
    await mika.open(mika.url)
    expect(mika.text).to.contain('できました')
    await mika.open(mika.links().find((href) => href.includes('/files/')) ?? '')
    expect(mika.headers.get('content-type')).to.equal('application/zip')
    files = await unzipped(mika.bytes)
  })

  it('holds every region that handed in, the lists and the settings', async () => {
    const names = [...files.keys()]
    const regions = await demo.db
      .selectFrom('regions as r')
      .select('r.name')
      .where('r.programmeId', '=', demo.years.main)
      .where('r.id', 'in', (eb) => eb.selectFrom('submissions').select('regionId'))
      .execute()
    expect(regions.length).to.be.greaterThan(3)
    for (const { name } of regions)
      expect(
        names.some((path) => path.startsWith('地域/') && path.includes(name) && path.endsWith('/index.html')),
        name,
      ).to.equal(true)
    expect(names).to.include.members([
      'index.html',
      '一覧/地域.csv',
      '一覧/エントリー.csv',
      '設定/設定.json',
      '設定/手紙の文.csv',
      '年度報告書/年度報告書.docx',
    ])
    expect(names.filter((path) => /^設定\/様式_.*\.xlsx$/.test(path)).length).to.be.greaterThan(5)
    const settings = JSON.parse(files.get('設定/設定.json')?.toString('utf8') ?? '{}')
    expect(settings).to.include.keys('steps', 'criteria', 'letters', 'wordLists', 'sheets')
    expect(new Set(names.map((path) => path.toLowerCase())).size).to.equal(names.length)
  })

  it('every page in it leads only to what is in it', () => {
    for (const [path, bytes] of files) {
      if (!path.endsWith('index.html')) continue
      const folder = path.slice(0, -'index.html'.length)
      const page = parse(bytes.toString('utf8'))
      for (const one of page.querySelectorAll('[href], [src]')) {
        const target = one.getAttribute('href') ?? one.getAttribute('src') ?? ''
        if (!target.startsWith('#'))
          expect(files.has(`${folder}${decodeURIComponent(target)}`), `${path} → ${target}`).to.equal(true)
      }
    }
  })

  it('that it was taken stands in each region’s history, for the secretariat', async () => {
    const mika = await demo.browse('mika')
    await mika.open(paths.regionHistory(demo.region('みどり町')))
    expect(mika.text).to.contain('記録の控え（事務局用')
    const aoi = await demo.browse('aoi')
    await aoi.open(paths.regionHistory(demo.region('みどり町')))
    expect(aoi.text).to.not.contain('記録の控え')
  })
})
