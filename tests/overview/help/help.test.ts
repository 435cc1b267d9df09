import { expect } from 'chai'
import { ROLES } from '../../../src/access/actor.ts'
import { readsAs } from '../../../src/overview/help/help.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('help', () => {
  let midori: Town
  before(async () => {
    midori = await town(await freshDb())
  })

  it('has a page for every role, five steps each, open to everybody', async () => {
    const stranger = await browse(midori)
    for (const role of Object.keys(ROLES)) {
      await stranger.open(`/help/${role}`)
      expect(stranger.status, role).to.equal(200)
      expect(stranger.document.querySelectorAll('.help-steps li'), role).to.have.length(5)
    }
    await stranger.open('/help/nobody')
    expect(stranger.status).to.equal(404)
  })

  it('asks the rule book who reads what', () => {
    expect(readsAs('partner')).to.include({ town: false, team: false, region: true })
    expect(readsAs('prefecture')).to.include({ town: false, team: false, region: true })
    expect(readsAs('advisor')).to.include({ town: true, team: true })
    expect(readsAs('observer')).to.include({ region: false, wg: true })
  })

  it('puts the own role first and names whom to ask', async () => {
    const sora = await browse(midori, 'sora')
    await sora.open('/help')
    expect(sora.document.querySelector('.help-roles li')?.textContent)
      .to.include('委託先・協力者')
      .and.include('あなたの役割')
    await sora.follow('事務局に相談する')
    expect(sora.text).to.include('jimukyoku@banso.example').and.include('00-0000-0000')
  })
})
