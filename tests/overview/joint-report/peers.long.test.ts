import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { clockAt, JOINT_DAY, jointTown } from '../../support/joint.ts'
import type { PersonName, Town } from '../../support/town.ts'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
const slides = { field: 'file', name: 'みどり町の報告.pdf', bytes: PDF }

async function handedIn(): Promise<{ all: Town; home: string; region: string; file: string }> {
  const all = await jointTown()
  const region = all.regions.midori
  const aoi = await browse(all, 'aoi')
  await aoi.open(paths.regionJoint(region))
  expect(aoi.text).to.include('参加地域にも').and.include('2月20日（金）')
  await aoi.upload(paths.jointHandIns(region), [slides], { note: '10枚です' })
  expect(aoi.notice).to.include('合同報告会の日から、ほかの参加地域の人も読みます')
  const file = aoi.links().find((href) => href.includes('/files/')) ?? ''
  return { all, home: paths.jointReport(all.programmeId), region, file }
}

const statusOf = async (all: Town, who: PersonName | undefined, path: string): Promise<number> =>
  (await (await browse(all, who)).open(path)).status

describe('what a region hands in for the joint report meeting', function () {
  this.timeout(30_000)
  it('is read before the day by its own people, its advisor and the secretariat alone', async () => {
    const { all, region, file } = await handedIn()
    const page = paths.jointRegion(all.programmeId, region)
    for (const who of ['aoi', 'daichi', 'ren', 'saki', 'sora', 'ken', 'mika'] as const) {
      expect(await statusOf(all, who, page), who).to.equal(200)
      expect(await statusOf(all, who, file), who).to.equal(200)
    }
    for (const who of ['nagi', 'yui', 'haru', 'tomo', 'hoku'] as const) {
      expect(await statusOf(all, who, page), who).to.equal(404)
      expect(await statusOf(all, who, file), who).to.equal(404)
    }
  })

  it('is read from the day on by all who take part, and by nobody else', async () => {
    const { all, home, region, file } = await handedIn()
    clockAt(all, JOINT_DAY, '0:01'.padStart(5, '0'))
    const page = paths.jointRegion(all.programmeId, region)
    for (const who of ['nagi', 'yui', 'haru', 'tomo'] as const) {
      expect(await statusOf(all, who, home), who).to.equal(200)
      expect(await statusOf(all, who, page), who).to.equal(200)
      expect(await statusOf(all, who, file), who).to.equal(200)
    }
    expect(await statusOf(all, 'hoku', home)).to.equal(404)
    expect(await statusOf(all, 'hoku', page)).to.equal(404)
    expect((await (await browse(all)).open(page)).url).to.include('/sign-in')
  })

  it('opens nothing else of that region', async () => {
    const { all, region } = await handedIn()
    clockAt(all, JOINT_DAY)
    const nagi = await browse(all, 'nagi')
    await nagi.open(paths.jointRegion(all.programmeId, region))
    expect(nagi.text).to.include('みどり町の報告.pdf').and.include('10枚です')
    expect(nagi.text).not.to.include('退院の知らせを受けとる道をつくる')
    expect(
      nagi.links().filter((href) => href.includes(`/regions/${region}`) && !href.includes('joint-report')),
    ).to.deep.equal([])
    for (const path of [
      paths.region(region),
      paths.regionJoint(region),
      paths.regionFiles(region),
      paths.board(region),
    ])
      expect(await statusOf(all, 'nagi', path), path).to.equal(404)
  })

  it('keeps what was handed in before, for the own people only', async () => {
    const { all, region, file } = await handedIn()
    const aoi = await browse(all, 'aoi')
    await aoi.open(paths.regionJoint(region))
    const again = { field: 'file', name: 'みどり町の報告（直し）.pdf', bytes: Buffer.concat([PDF, Buffer.from('\n')]) }
    const series =
      aoi.document.querySelector('select[name=replaces] option:not([value=""])')?.getAttribute('value') ?? ''
    await aoi.upload(paths.jointHandIns(region), [again], { replaces: series, note: '' })
    expect(aoi.text).to.include('みどり町の報告（直し）.pdf').and.include('第2版').and.include('前の版（1）')
    clockAt(all, JOINT_DAY)
    const nagi = await browse(all, 'nagi')
    await nagi.open(paths.jointRegion(all.programmeId, region))
    expect(nagi.text).to.include('みどり町の報告（直し）.pdf').and.not.include('前の版')
    expect((await nagi.open(file)).status).to.equal(404)
    expect(await statusOf(all, 'aoi', file)).to.equal(200)
  })

  it('can be taken back until the day, and after the meeting still be handed in', async () => {
    const { all, region } = await handedIn()
    const aoi = await browse(all, 'aoi')
    await aoi.open(paths.regionJoint(region))
    await aoi.fill({}, '取り下げる')
    expect(aoi.notice).to.include('取り下げました')
    clockAt(all, '2026-02-24')
    const later = await browse(all, 'aoi')
    await later.open(paths.regionJoint(region))
    expect(later.text).to.include('合同報告会は終わりましたが、いまからでも出せます')
    await later.upload(paths.jointHandIns(region), [slides], { note: '' })
    expect(later.status).to.equal(200)
    expect(later.html).not.to.include('取り下げる<')
    expect(await statusOf(all, 'nagi', paths.jointRegion(all.programmeId, region))).to.equal(200)
  })

  it('refuses in words what is no material, and what a resting region or another town would hand in', async () => {
    const { all, region } = await handedIn()
    const aoi = await browse(all, 'aoi')
    await aoi.upload(paths.jointHandIns(region), [], { note: '' })
    expect([aoi.status, aoi.errors.file]).to.deep.equal([422, '出すファイルを選んでください'])
    await aoi.upload(paths.jointHandIns(region), [{ ...slides, name: 'x.exe', bytes: Buffer.from('MZ\0') }], {
      note: 'のこる',
    })
    expect([aoi.status, aoi.values.note]).to.deep.equal([422, 'のこる'])
    expect(aoi.errors.file).to.include('受けとれる形式ではありません')
    const big = Buffer.concat([PDF, Buffer.alloc(21 * 1024 * 1024)])
    await aoi.upload(paths.jointHandIns(region), [{ ...slides, bytes: big }], { note: '' })
    expect(aoi.status).to.be.oneOf([413, 422])
    const nagi = await browse(all, 'nagi')
    expect((await nagi.upload(paths.jointHandIns(region), [slides], {})).status).to.equal(404)
    const ken = await browse(all, 'ken')
    expect((await ken.upload(paths.jointHandIns(region), [slides], {})).status).to.equal(403)
  })
})
