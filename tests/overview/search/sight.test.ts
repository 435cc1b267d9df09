import { expect } from 'chai'
import { circlesReadBy } from '../../../src/access/circles.ts'
import { may } from '../../../src/access/may.ts'
import { hitsOf } from '../../../src/overview/search-hits/store.ts'
import { TEXT_KINDS } from '../../../src/overview/search-index/search-index.ts'
import { programmesOf } from '../../../src/programme/programmes/store.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'
import { EVERY, REGIONS, write } from './written.ts'

const NO_FILTERS = { kind: null, year: null, region: null, scene: null, prefecture: null }

describe('what a search may find', () => {
  let midori: Town
  before(async () => {
    midori = await town(await freshDb())
    await write(midori)
  })

  async function found(who: PersonName, word = '連携'): Promise<string[]> {
    const actor = await midori.actor(who)
    const asked = { words: [word], filters: NO_FILTERS, after: 0 }
    const hits = await hitsOf(midori.db, actor, { asked, programmes: await programmesOf(midori.db, actor) })
    return hits.rows.map((hit) => hit.text).sort()
  }

  /** By the rules themselves, one text after the other. */
  async function readable(who: PersonName): Promise<string[]> {
    const actor = await midori.actor(who)
    const all: string[] = []
    for (const name of REGIONS) {
      const region = await regionSeen(midori.db, actor, midori.regions[name])
      if (!region) continue
      const circles = circlesReadBy(actor, region)
      all.push(...EVERY.filter((c) => circles.includes(c)).map((c) => `${name}の連携は${c}で`))
      if (may(actor, 'entry.view', region)) all.push(`${name}の連携は応募で`)
    }
    return all.sort()
  }

  it('is for everybody exactly what the rules let them read: all of it, and nothing else', async () => {
    for (const who of Object.keys(midori.people) as PersonName[])
      expect(await found(who), who).to.deep.equal(await readable(who))
  })

  it('keeps regions, circles and entries apart, person by person', async () => {
    const of = async (who: PersonName) => (await found(who)).map((text) => text.replace(/の連携は|で$/g, ' ').trim())
    const open = ['midori joint', 'midori region', 'midori wg']
    expect(await of('aoi')).to.deep.equal([...open, 'midori town', 'midori 応募'].sort())
    expect(await of('sora')).to.deep.equal(open)
    expect(await of('saki')).to.deep.equal([...open, 'midori 応募'])
    expect(await of('haru')).to.deep.equal(['midori joint', 'midori wg'])
    expect(await of('tomo')).to.deep.equal(['midori joint', 'midori wg'])
    expect(await of('ken'))
      .to.include('midori team')
      .and.not.include('suzukaze region')
    expect(await of('hoku'))
      .to.include('kitamori 応募')
      .and.not.include('kitamori office')
    expect((await of('mika')).filter((text) => text.includes('応募'))).to.deep.equal(['midori 応募', 'suzukaze 応募'])
  })

  it('gives nothing at all to who holds no membership', async () => {
    const actor = { personId: 'x', name: '', memberships: [], isAdministrator: true }
    const asked = { words: ['連携'], filters: NO_FILTERS, after: 0 }
    const hits = await hitsOf(midori.db, actor, { asked, programmes: await programmesOf(midori.db, actor) })
    expect(hits).to.deep.equal({ rows: [], next: null })
  })

  it('has a word for each kind of text in use', async () => {
    const rows = await midori.db.selectFrom('searchTexts').select('kind').distinct().execute()
    for (const { kind } of rows) expect(TEXT_KINDS, kind).to.have.property(kind)
  })
})
