import { expect } from 'chai'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const LIST = '/regions/region-midori/observations'

describe('観察メモ', () => {
  let here: Town
  beforeEach(async () => {
    here = await town(await freshDb())
  })

  const write = async (who: PersonName, fields: Record<string, string>, n = 1) => {
    const person = await browse(here, who)
    await person.open(`${LIST}/${n}`)
    return person.fill(fields, 'メモを残す')
  }
  const readers = async (words: string) => {
    const found: string[] = []
    for (const who of Object.keys(here.people) as PersonName[]) {
      const person = await browse(here, who)
      const isThere = (await person.open('/prefecture-notes')).status === 200 && person.text.includes(words)
      if (isThere) found.push(who)
    }
    return found.join(' ')
  }

  it('is the prefecture’s own, gathered on one page; the secretariat reads only what was shared', async () => {
    const ren = await write('ren', { learned: '1人の退院から始めると話が進む', usable: 'ほかの町でも試す' })
    expect(ren.notice).to.equal('観察メモを残しました')
    expect(await readers('1人の退院から')).to.equal('ren')
    await write('saki', { learned: '保健所は場をつくれる' }, 0)
    expect(await readers('保健所は場を')).to.equal('ren saki')
    await write('ren', { readers: 'office' })
    expect(await readers('1人の退院から')).to.equal('mika shun ren')
    await write('saki', { readers: 'me' }, 0)
    expect(await readers('保健所は場を')).to.equal('saki')
    const gathered = await browse(here, 'ren')
    await gathered.open('/prefecture-notes')
    expect(gathered.text).to.include('東浜県みどり町').and.to.include('オリエンテーション')
    expect(gathered.text).to.include('自県で使えること')
  })

  it('is no page of the town, its advisor or another prefecture, and leaves no line in the history', async () => {
    await write('ren', { learned: '1人の退院から始めると話が進む' })
    for (const who of ['aoi', 'ken', 'mika', 'sora'] as const)
      expect((await (await browse(here, who)).open(LIST)).status, who).to.equal(403)
    expect((await (await browse(here, 'hoku')).open(LIST)).status).to.equal(404)
    expect(await here.db.selectFrom('happenings').select('kind').execute()).to.deep.equal([])
  })

  it('needs one of three, and opens on what was written', async () => {
    const ren = await write('ren', { learned: ' ', usable: '' })
    expect(ren.errors).to.deep.equal({ learned: 'どれか1つは書いてください' })
    await write('ren', { prefectureCan: '病院長に声をかける' })
    await ren.open(`${LIST}/1`)
    expect(ren.values.prefectureCan).to.equal('病院長に声をかける')
    expect((await ren.open(`${LIST}/99`)).status).to.equal(404)
  })
})
