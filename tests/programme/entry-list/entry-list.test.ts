import { expect } from 'chai'
import { openDocument } from '../../../src/papers/documents/actions.ts'
import { paths } from '../../../src/paths/paths.ts'
import { organisationOf } from '../../../src/people/organisations/store.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import { csvOf } from '../../../src/platform/office/csv.ts'
import { addRegion } from '../../../src/programme/beginnings/store.ts'
import { entryLines } from '../../../src/programme/entry-list/store.ts'
import { programmeSeen } from '../../../src/programme/programmes/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { town } from '../../support/town.ts'

const aTown = async () => town(await freshDb())

describe('the table of entries', () => {
  it('shows every entry with its state, in order of code, and filters by the address', async () => {
    const t = await aTown()
    const mika = await browse(t, 'mika')
    await mika.open(paths.programmeEntries(t.programmeId))
    const names = mika.document.querySelectorAll('tbody th').map((th) => th.textContent.trim().split(' ')[0])
    expect(names).to.deep.equal(['東浜県みどり町', '北森県', '南原県すずかぜ市'])
    expect(mika.text).to.contain('採択').and.to.contain('承諾待ち').and.to.contain('下書き')
    await mika.open(`${paths.programmeEntries(t.programmeId)}?group=waiting&q=すずかぜ`)
    expect(mika.document.querySelectorAll('tbody tr')).to.have.length(1)
    await mika.open(`${paths.programmeEntries(t.programmeId)}?group=__proto__&page=-7`)
    expect(mika.status).to.equal(200)
    expect(mika.document.querySelectorAll('tbody tr')).to.have.length(3)
  })

  it('asks for the consent again with one press', async () => {
    const t = await aTown()
    const mika = await browse(t, 'mika')
    await mika.open(paths.programmeEntries(t.programmeId))
    await mika.fill({}, '承諾をもう一度お願いする')
    expect(mika.status).to.equal(200)
    expect(mika.notice).to.match(/お願い|連絡先/)
  })

  it('goes out as Excel and CSV, where a formula is only words', async () => {
    const t = await aTown()
    await t.db
      .updateTable('regions')
      .set({ name: '=HYPERLINK("http://x")' })
      .where('id', '=', t.regions.midori)
      .execute()
    const mika = await browse(t, 'mika')
    await mika.open(paths.table(paths.programmeEntries(t.programmeId), 'xlsx'))
    expect(mika.bytes.subarray(0, 2).toString()).to.equal('PK')
    await mika.open(paths.table(paths.programmeEntries(t.programmeId), 'csv'))
    expect(mika.bytes.toString('utf8')).to.contain(`"'=HYPERLINK(""http://x"")"`)
    expect(csvOf({ columns: [{ label: 'a', width: 1 }], rows: [['-1'], [-1]] }).toString()).to.equal(
      "\uFEFFa\r\n'-1\r\n-1\r\n",
    )
  })

  it('takes six queries for three entries and for forty, and is the secretariat’s', async () => {
    const t = await aTown()
    const actor = await t.actor('mika')
    const programme = await programmeSeen(t.db, actor, t.programmeId)
    const organisation = await organisationOf(t.db, 'org-213021')
    if (!programme || !organisation) throw new Error('unseen')
    const lines = () => entryLines(t.db, actor, { programme, now: t.now })
    const owner = { kind: 'entry', ownerKind: 'region', circle: 'region' } as const
    await openDocument(t.db, { ...owner, ownerId: t.regions.midori }, t.now)
    const few = await countQueries(lines)
    for (let i = 0; i < 37; i++) {
      const given = { programmeId: t.programmeId, organisation, prefectureId: null, name: `町${i}`, createdBy: null }
      await openDocument(t.db, { ...owner, ownerId: await addRegion(t.db, given, t.now) }, t.now)
    }
    const many = await countQueries(lines)
    expect([few.queries, many.queries, many.result.length]).to.deep.equal([6, 6, 40])
    const aoi = await browse(t, 'aoi')
    expect((await aoi.open(paths.programmeEntries(t.programmeId))).status).to.equal(403)
  })
})
