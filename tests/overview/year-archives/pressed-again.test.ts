import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { clockAt, JOINT_DAY, jointTown } from '../../support/joint.ts'
import type { PersonName, Town } from '../../support/town.ts'

describe('what takes long to make, pressed again', () => {
  let all: Town
  const tasks = async () => (await all.db.selectFrom('tasks').select('id').execute()).length
  const press = async (who: PersonName, page: string) => {
    const visitor = await browse(all, who)
    await visitor.open(page)
    await visitor.post(page, visitor.values)
    return visitor.url
  }

  before(async () => {
    all = await jointTown()
    clockAt(all, JOINT_DAY)
  })

  it('leads to the copy of the year that is being made, whoever asked for it', async () => {
    const first = await press('mika', paths.yearArchive(all.programmeId))
    expect(await press('shun', paths.yearArchive(all.programmeId))).to.equal(first)
    expect(await tasks()).to.equal(1)
  })

  it('leads each participant to the own deck', async () => {
    const first = await press('aoi', paths.jointDeck(all.programmeId))
    expect(await press('aoi', paths.jointDeck(all.programmeId))).to.equal(first)
    expect(await press('nagi', paths.jointDeck(all.programmeId))).not.to.equal(first)
    expect(await tasks()).to.equal(3)
  })
})
