import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { addMembership } from '../../../src/people/memberships/store.ts'
import { storeBytes } from '../../../src/platform/files/files.ts'
import { keepFile } from '../../../src/platform/files/store.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { addMaterialRow, addMaterialVersion } from '../../../src/support/year-materials/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'
import { ownFolder } from '../homework/files.ts'

const NUMBER = 31

describe('a meeting of the year that is over', () => {
  ownFolder()
  let all: Town
  let materialId: string
  const versionAt = (n: number) => `${paths.yearMaterial(all.programmeId, NUMBER, materialId)}/versions/${n}`

  before(async () => {
    all = await town(await freshDb())
    const { db, now, programmeId } = all
    const place = { programmeId, regionId: null, stepId: null, stepKey: null, number: NUMBER }
    const meetingId = await addMeeting(db, { ...place, label: 'WG①', kind: 'wg-meeting' }, now)
    await updateMeeting(db, meetingId, { heldOn: '2025-10-14' })
    const by = { createdBy: '森野 美香' }
    materialId = (await addMaterialRow(db, { meetingId, title: '案', ...by }, now)).id
    for (const words of ['まちがえた案', '正しい案']) {
      const bytes = Buffer.from(words)
      await storeBytes(bytes)
      const file = { name: `${words}.txt`, mime: 'text/plain', bytes, programmeId, circle: 'office', about: '' }
      await addMaterialVersion(db, { materialId, fileId: await keepFile(db, file, now), note: '', ...by }, now)
    }
  })

  it('gives its members what was put right, and not what stood there before', async () => {
    const haru = await browse(all, 'haru')
    expect((await haru.open(versionAt(2))).status).to.equal(200)
    expect((await haru.open(versionAt(1))).status).to.equal(410)
    expect(haru.text).to.include('第2版に差しかえられました')
    expect((await (await browse(all, 'mika')).open(versionAt(1))).status).to.equal(200)
  })

  it('is not read on by who left the WG since, whatever else they do', async () => {
    const { db, now, people, regions } = all
    const left = { toOn: '2025-10-15', endedBy: null }
    await db.updateTable('memberships').set(left).where('personId', '=', people.haru).execute()
    const { organisationId } = await db
      .selectFrom('memberships')
      .select('organisationId')
      .where('personId', '=', people.ken)
      .executeTakeFirstOrThrow()
    const advisor = { personId: people.haru, role: 'advisor' as const, organisationId, fromOn: '2025-10-16' }
    await addMembership(db, { ...advisor, regionId: regions.suzukaze }, now)
    const haru = await browse(all, 'haru')
    expect((await haru.open(paths.yearMeeting(all.programmeId, NUMBER))).status).to.equal(404)
    expect((await haru.open(versionAt(2))).status).to.equal(404)
  })
})
