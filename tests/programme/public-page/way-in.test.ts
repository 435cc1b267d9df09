import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('a town without an account at the front door', function () {
  this.timeout(20_000)
  let t: Town
  beforeEach(async () => {
    t = await town(await freshDb())
  })

  it('is shown from the sign-in to the one open call', async () => {
    const stranger = await browse(t)
    await stranger.open('/')
    await stranger.follow('募集のページ')
    expect(stranger.url).to.equal(paths.publicProgramme(t.programmeId))
    await stranger.follow('エントリーを始める')
    expect(stranger.heading).to.equal('エントリーを始める')
  })

  it('reads in one sentence that nothing is open', async () => {
    t.now = new Date('2025-11-01T09:00:00+09:00')
    const stranger = await browse(t)
    await stranger.open(paths.publicProgrammes)
    expect(stranger.text).to.contain('いま募集している事業はありません')
  })
})
