import { expect } from 'chai'
import { yearRecordFor } from '../../../src/overview/year-records/store.ts'
import { programmeSeen } from '../../../src/programme/programmes/store.ts'
import { keepHandIn } from '../../../src/support/homework/actions.ts'
import { addPromise, promisesOfRegion } from '../../../src/support/promises/store.ts'
import { freshDb } from '../../support/db.ts'
import { midoriRegion } from '../../support/model-region.ts'
import { town } from '../../support/town.ts'
import { ID, ownFolder, pdf } from './files.ts'

describe('a file taken out of a draft again', () => {
  ownFolder()

  it('was seen by nobody, and stands in no copy of the year', async () => {
    const midori = await town(await freshDb())
    const { db, now } = midori
    const region = await midoriRegion(midori)
    const agreed = { regionId: ID, meetingId: null, side: 'town' as const, owner: '青木', createdBy: null }
    await addPromise(db, { ...agreed, text: '聞きとり', dueOn: null, dueText: null, circle: 'region' }, now)
    const [promise] = await promisesOfRegion(db, ID, ['region'])
    if (!promise) throw new Error('no promise')
    const aoi = await midori.ctx('aoi')
    const upload = { field: 'file', name: 'まちがえた名簿.pdf', type: 'application/pdf', bytes: pdf('a') }
    await keepHandIn(aoi, region, promise, { text: '', files: [upload] })
    const file = await db.selectFrom('files').selectAll().executeTakeFirstOrThrow()
    await keepHandIn(aoi, region, promise, { text: '', files: [], drop: file.id })
    const mika = await midori.ctx('mika')
    const programme = await programmeSeen(db, mika.actor, midori.programmeId)
    if (!programme) throw new Error('no programme')
    expect((await yearRecordFor(mika, programme)).files.map(({ name }) => name)).to.deep.equal([])
  })
})
