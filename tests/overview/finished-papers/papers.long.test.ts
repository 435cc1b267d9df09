import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { bodyOf, circleOfPaper, SECRETS, supported, writes } from '../../support/closing.ts'
import { freshDb } from '../../support/db.ts'
import { bare, printed } from '../../support/printed.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'
import { unzipped } from '../../support/unzipped.ts'

const ID = 'region-midori'
const KEYS = ['closing', 'effect', 'outline', 'profile', 'roadmap'] as const

describe('できあがりの書類', () => {
  let midori: Town
  const wordsIn = async (who: PersonName, key: string, ending: 'docx' | 'pdf'): Promise<string> => {
    const { bytes } = await (await browse(midori, who)).open(paths.finishedPaper(ID, key, ending))
    if (ending === 'pdf') return (await printed(bytes)).pages.join('')
    const xml = [...(await unzipped(bytes))].flatMap(([path, file]) => (/^word\/.*\.xml$/.test(path) ? [file] : []))
    return bare(xml.join('').replace(/<[^>]+>/g, ''))
  }
  beforeEach(async () => {
    midori = await town(await freshDb())
    await supported(midori)
    const aoi = await (await browse(midori, 'aoi')).open(paths.sheet(ID, 'closing'))
    await aoi.fill({}, '記録から下書きを入れる')
    await writes(midori, 'aoi', 'forum', {
      forums: [{ id: 'f1', kind: 'practitioners', theme: '内輪の準備会', when: '令和8年4月' }],
    })
  })

  it('are listed with what they lack, and made as Word and PDF with the same words', async () => {
    const aoi = await (await browse(midori, 'aoi')).open(paths.finishedPapers(ID))
    expect(aoi.text)
      .to.include('まだそろっていないところ')
      .and.include('支援の概要')
      .and.include('まだ書かれていません')
    for (const key of KEYS) {
      const [docx, pdf] = [await wordsIn('aoi', key, 'docx'), await wordsIn('aoi', key, 'pdf')]
      expect(docx.length, key).to.be.greaterThan(60)
      expect(pdf, key).to.include('東浜県みどり町')
    }
    for (const ending of ['docx', 'pdf'] as const) {
      const words = await wordsIn('aoi', 'closing', ending)
      for (const text of [
        '退院の知らせが届かない',
        '退院の知らせが6件届いた',
        'どの課題への変化か、まだ選ばれていません',
        'カードを配る',
      ])
        expect(words, ending).to.include(text)
    }
  })

  it('are tagged, titled and in Japanese', async () => {
    const { bytes } = await (await browse(midori, 'aoi')).open(paths.finishedPaper(ID, 'outline', 'pdf'))
    const { title, language, isMarked, pages, roles } = await printed(bytes)
    expect([title, language, isMarked, pages.length]).to.deep.equal(['東浜県みどり町 支援の概要', 'ja-JP', true, 1])
    expect(roles).to.include.members(['H1', 'TD'])
  })

  it('hold nothing of narrower circles, whoever takes them', async () => {
    for (const who of ['aoi', 'mika', 'ren'] as const)
      for (const key of KEYS) {
        const words = await wordsIn(who, key, 'docx')
        for (const secret of SECRETS) expect(words, `${who} ${key}`).to.not.include(secret)
      }
    expect(await wordsIn('ren', 'roadmap', 'docx')).to.not.include('内輪の準備会')
    expect(await wordsIn('aoi', 'roadmap', 'docx'))
      .to.include('内輪の準備会')
      .and.include('庁内用')
  })

  it('are not there for those who may not read the sheet', async () => {
    await circleOfPaper(midori, 'closing', 'town')
    const ren = await (await browse(midori, 'ren')).open(paths.finishedPapers(ID))
    expect([ren.status, ren.links().some((href) => href.endsWith('/closing.docx'))]).to.deep.equal([200, false])
    expect((await ren.open(paths.finishedPaper(ID, 'closing', 'docx'))).status).to.equal(404)
    expect(await wordsIn('ren', 'roadmap', 'docx'), 'what the まとめ plans').to.not.include('カードを配る')
    expect(await wordsIn('aoi', 'closing', 'docx')).to.include('カードを配る')
    expect((await bodyOf(midori, 'closing')).next).to.have.length(2)
    for (const [who, status] of [
      ['haru', 403],
      ['nagi', 404],
    ] as const)
      expect((await (await browse(midori, who)).open(paths.finishedPapers(ID))).status, who).to.equal(status)
    expect((await ren.open(paths.finishedPaper(ID, 'nothing', 'docx'))).status).to.equal(404)
  })
})
