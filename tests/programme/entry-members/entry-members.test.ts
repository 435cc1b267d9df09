import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const aTown = async () => town(await freshDb())

const members = (t: Town, regionId: string) =>
  t.db
    .selectFrom('regionMembers')
    .select(['id', 'name', 'role'])
    .where('regionId', '=', regionId)
    .orderBy('position')
    .execute()

/** はなぞの町 lies in みどり町's prefecture, ひばり村 does not. */
describe('who applies together', () => {
  it('is added by name within the prefecture, and the region is called after all', async () => {
    const t = await aTown()
    const aoi = await browse(t, 'aoi')
    await aoi.open(paths.entryMembers(t.regions.midori))
    await aoi.fill({ organisation: 'ひばり村' }, '加える')
    expect(aoi.status).to.equal(422)
    expect(aoi.errors.organisation).to.contain('北森県ひばり村は加えられません')
    await aoi.fill({ organisation: 'はなぞの町' }, '加える')
    expect(aoi.notice).to.equal('はなぞの町を加えました')
    expect((await members(t, t.regions.midori)).map((m) => m.role)).to.deep.equal(['applicant', 'joint'])
    const { name } = await t.db
      .selectFrom('regions')
      .select('name')
      .where('id', '=', t.regions.midori)
      .executeTakeFirstOrThrow()
    expect(name).to.equal('東浜県みどり町・はなぞの町')
    await aoi.fill({ organisation: '913421' }, '加える')
    expect(aoi.errors.organisation).to.contain('もう入っています')
    const joint = (await members(t, t.regions.midori))[1]
    await aoi.post(paths.entryMemberRemoval(t.regions.midori, joint?.id ?? ''), {})
    expect(await members(t, t.regions.midori)).to.have.length(1)
  })

  it('keeps the applicant, and stays closed after the deadline', async () => {
    const t = await aTown()
    const aoi = await browse(t, 'aoi')
    const [applicant] = await members(t, t.regions.midori)
    expect((await aoi.post(paths.entryMemberRemoval(t.regions.midori, applicant?.id ?? ''), {})).status).to.equal(409)
    t.now = new Date('2025-11-02T00:00:00+09:00')
    const late = await browse(t, 'aoi')
    expect((await late.post(paths.entryMembers(t.regions.midori), { organisation: 'はなぞの町' })).status).to.equal(409)
  })

  it('names cooperating municipalities where a prefecture leads', async () => {
    const t = await aTown()
    const hoku = await browse(t, 'hoku')
    await hoku.open(paths.entryMembers(t.regions.kitamori))
    await hoku.fill({ organisation: 'そらの町' }, '加える')
    expect((await members(t, t.regions.kitamori)).map((m) => m.role)).to.deep.equal([
      'applicant',
      'cooperating',
      'cooperating',
    ])
  })
})
