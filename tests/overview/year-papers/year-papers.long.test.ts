import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { slotsOfYear } from '../../../src/support/meetings/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { town } from '../../support/town.ts'

describe('the papers of the year’s own meetings', function () {
  this.timeout(30_000)

  it('agenda and roster of a WG meeting, for those who take part', async () => {
    const midori = await town(await freshDb())
    const lists = { sheetsJson: '[]', offsetsJson: '{}', guideJson: '{}', asksReport: 0 }
    const step = { id: 'step-wg1', programmeId: midori.programmeId, position: 90, key: 'wg1', level: 'programme' }
    const row = { ...step, ...lists, label: '第1回WG', shortLabel: 'WG1', kind: 'wg-meeting' }
    await midori.db.insertInto('steps').values(row).execute()
    const slot = (await slotsOfYear(midori.db, midori.programmeId, midori.now)).find((one) => one.stepKey === 'wg1')
    const n = slot?.number ?? 0
    const mika = await browse(midori, 'mika')
    await mika.open(paths.yearMeeting(midori.programmeId, n))
    await mika.follow('次第')
    expect(mika.text).to.include('第1回WG').and.include('議題')
    await mika.open(paths.yearPaper(midori.programmeId, n, 'roster'))
    expect(mika.text).to.include('春山 遥').and.include('敬称略')
    await mika.open(paths.yearPaperFile(midori.programmeId, n, 'roster'))
    expect(mika.headers.get('content-disposition')).to.include(encodeURIComponent('参加者名簿'))
    const sora = await browse(midori, 'sora')
    expect((await sora.open(paths.yearPaper(midori.programmeId, n, 'roster'))).status).to.equal(404)
  })
})
