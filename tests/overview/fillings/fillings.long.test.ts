import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { fill } from '../../../src/overview/fillings/actions.ts'
import { OFFICE } from '../../../src/overview/fillings/fillings.ts'
import { hitsOf } from '../../../src/overview/search-hits/store.ts'
import { personByEmail } from '../../../src/people/accounts/store.ts'
import { actorOfPerson } from '../../../src/people/sign-in/store.ts'
import type { Db, Tables } from '../../../src/platform/db/db.ts'
import { programmesOf } from '../../../src/programme/programmes/store.ts'
import { freshDb } from '../../support/db.ts'
import { town } from '../../support/town.ts'

const NO_FILTERS = { kind: null, year: null, region: null, scene: null, prefecture: null }

describe('a folder filled to be measured', function () {
  this.timeout(60_000)

  async function words(db: Db): Promise<string> {
    const hash = createHash('sha256')
    for (const [table, column] of [
      ['regions', 'theme'],
      ['meetingLines', 'text'],
      ['advice', 'text'],
      ['promises', 'learned'],
      ['revisions', 'bodyJson'],
    ] as [keyof Tables, never][]) {
      const rows = await db.selectFrom(table).select(['id', column]).orderBy('id').execute()
      hash.update(JSON.stringify(rows))
    }
    return hash.digest('hex')
  }

  it('is the same for the same seed, and another for another', async () => {
    const [one, same, other] = [await freshDb(), await freshDb(), await freshDb()]
    const filled = await fill(one, { regions: 20, seed: 1 })
    await fill(same, { regions: 20, seed: 1 })
    await fill(other, { regions: 20, seed: 2 })
    expect(filled.regions).to.equal(20)
    expect(filled.meetings).to.equal(160)
    expect(await words(same)).to.equal(await words(one))
    expect(await words(other)).to.not.equal(await words(one))
  })

  it('is one the secretariat can search, and refuses a folder somebody works in', async () => {
    const db = await freshDb()
    await fill(db, { regions: 12, seed: 1 })
    const now = new Date('2025-12-16T01:00:00Z')
    const person = await personByEmail(db, OFFICE.email)
    const actor = await actorOfPerson(db, person?.id ?? '', now)
    const programmes = await programmesOf(db, actor)
    expect(programmes).to.have.length(11)
    const asked = { words: ['退院'], filters: NO_FILTERS, after: 0 }
    const hits = await hitsOf(db, actor, { asked, programmes })
    expect(hits.rows).to.have.length(20)
    expect(hits.rows.map((hit) => hit.at.slice(0, 10))).to.deep.equal(
      hits.rows.map((hit) => hit.at.slice(0, 10)).sort((a, b) => b.localeCompare(a)),
    )
    const midori = await town(await freshDb())
    let said = ''
    await fill(midori.db, { regions: 1, seed: 1 }).catch((error: Error) => {
      said = error.message
    })
    expect(said).to.include('もう人が登録されています')
  })
})
