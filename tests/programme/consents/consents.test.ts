import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { programmeSeen } from '../../../src/programme/programmes/store.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { standsOf } from '../../../src/programme/submissions/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

async function stateOf(t: Town, regionId: string) {
  const actor = await t.actor('mika')
  const region = await regionSeen(t.db, actor, regionId)
  const programme = await programmeSeen(t.db, actor, t.programmeId)
  if (!region || !programme) throw new Error('unseen')
  return (await standsOf(t.db, programme, [region], t.now)).get(regionId)?.state
}

/** すずかぜ市's prefecture has no account: it is written to at the mailbox of the contact book. */
async function asked() {
  const t = await town(await freshDb())
  await t.db
    .updateTable('organisations')
    .set({ mailbox: 'kaigo@pref-94.example' })
    .where('id', '=', 'org-940003')
    .execute()
  const mika = await browse(t, 'mika')
  await mika.open(paths.programmeEntries(t.programmeId))
  await mika.post(paths.consentReminder(t.regions.suzukaze), {})
  const letter = await t.db
    .selectFrom('letters')
    .select('body')
    .where('toAddress', '=', 'kaigo@pref-94.example')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return { t, mika, link: /\/l\/\w+\/[\w-]+/.exec(letter.body)?.[0] ?? '' }
}

describe('the prefecture’s consent', () => {
  it('is given by link without signing in; looking uses nothing up; the latest counts, all are kept', async () => {
    const { t, link } = await asked()
    const id = t.regions.suzukaze
    const office = await browse(t)
    await office.open(link)
    await office.open(link)
    expect(office.text).to.contain('南原県すずかぜ市')
    await office.fill({ answer: 'wants_talk', name: '南 太郎', section: '長寿課', note: '' })
    expect(office.status).to.equal(422)
    expect(office.values.name).to.equal('南 太郎')
    await office.fill({ answer: 'wants_talk', name: '南 太郎', section: '長寿課', note: '時期を相談したい' })
    expect(await stateOf(t, id)).to.equal('wants_talk')
    await office.open(link)
    await office.fill({ answer: 'agreed', name: '南 太郎', section: '長寿課', note: '' })
    expect(await stateOf(t, id)).to.equal('received')
    const kept = await t.db
      .selectFrom('consents')
      .select(['answer', 'way'])
      .where('regionId', '=', id)
      .orderBy('id')
      .execute()
    expect(kept.map((c) => `${c.answer} ${c.way}`)).to.deep.equal(['wants_talk link', 'agreed link'])
    const told = await t.db.selectFrom('letters').select('toAddress').where('kind', '=', 'consent_answered').execute()
    expect(told.map((l) => l.toAddress)).to.include('nagi@midori.example')
  })

  it('is recorded on behalf with a date and a name', async () => {
    const { t, mika } = await asked()
    await mika.open(paths.entryConsent(t.regions.suzukaze))
    const given = { answer: 'agreed', name: '南 太郎', section: '長寿課', note: '電話で' }
    await mika.post(paths.consentRecord(t.regions.suzukaze), {
      ...given,
      organisationId: 'org-940003',
      answeredOn: '令和7年10月33日',
    })
    expect(mika.status).to.equal(422)
    await mika.post(paths.consentRecord(t.regions.suzukaze), {
      ...given,
      organisationId: 'org-940003',
      answeredOn: 'R7.10.20',
    })
    expect(await stateOf(t, t.regions.suzukaze)).to.equal('received')
  })

  it('opens with the letter’s link only', async () => {
    const { t } = await asked()
    const stranger = await browse(t)
    expect((await stranger.open('/l/consent/nothing')).status).to.equal(404)
    const aoi = await browse(t, 'aoi')
    expect((await aoi.open(paths.entryConsent(t.regions.suzukaze))).status).to.equal(404)
  })
})
