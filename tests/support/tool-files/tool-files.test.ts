import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { town } from '../../support/town.ts'
import { file, ownFolder, pdf } from '../homework/files.ts'

describe('the tool files of a year', () => {
  ownFolder()

  it('keep every version with its day and its hand; members take them home, only the secretariat renews them', async () => {
    const midori = await town(await freshDb())
    const [mika, aoi] = [await browse(midori, 'mika'), await browse(midori, 'aoi')]
    const list = paths.tools(midori.programmeId)
    await mika.upload(list, [], { name: '状態シート', about: '' })
    expect(mika.errors.file).to.equal('ファイルを選んでください')
    await mika.upload(list, [file('状態シート.pdf', pdf('1'))], { name: '', about: '' })
    expect(mika.errors.name).to.equal('ツールの名前を書いてください')
    await mika.upload(list, [file('状態シート.pdf', pdf('1'))], { name: '状態シート', about: '一人の人について' })
    await mika.follow('1つの版')
    const tool = mika.url
    await mika.upload(tool, [file('状態シート改.pdf', pdf('2'))], { note: '欄を2つ減らしました' })
    expect(mika.text)
      .to.include('第2版にしました')
      .and.include('欄を2つ減らしました')
      .and.include('R7.10.21（火） 森野 美香')

    await aoi.open(list)
    expect(aoi.text).to.include('状態シート').and.include('第2版')
    expect(aoi.document.querySelectorAll('main form').length).to.equal(0)
    for (const [number, bytes] of [
      ['1', pdf('1')],
      ['2', pdf('2')],
    ] as const)
      expect((await aoi.open(`${tool}/versions/${number}`)).bytes.equals(bytes), number).to.equal(true)
    expect((await aoi.open(`${tool}/versions/3`)).status).to.equal(404)
    expect((await aoi.upload(tool, [file('x.pdf', pdf('x'))])).status).to.equal(403)

    await mika.open(tool)
    await mika.fill({}, 'もう使わない')
    expect(mika.text).to.include('使わないことにしました').and.include('第1版')
    await aoi.open(list)
    expect(aoi.text).to.include('もう使わないもの')
    expect((await mika.upload(tool, [file('x.pdf', pdf('x'))])).status).to.equal(409)
  })
})
