import { expect } from 'chai'
import type { Body } from '../../../src/papers/templates/templates.ts'
import { paths } from '../../../src/paths/paths.ts'
import { saveEntry } from '../../../src/programme/entries/actions.ts'
import { programmeSeen } from '../../../src/programme/programmes/store.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { receivedRegions, standsOf, submissionsOf } from '../../../src/programme/submissions/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const aTown = async () => town(await freshDb())

const sheet: Body = {
  reason: '退院の知らせが届かず、家で困る人が続いたため',
  hopes: '病院との連絡の道を一緒に考えてほしい',
  theme: '退院の知らせを受けとる道をつくる',
  scenes: ['discharge'],
  typicalCase: '退院の翌日に家で動けず、相談が来る',
  department: '福祉課',
  contactName: '凪 さやか',
  contactMail: 'kaigo@suzukaze.example',
}

const at = async (t: Town, who: PersonName, regionId: string) => {
  const actor = await t.actor(who)
  const region = await regionSeen(t.db, actor, regionId)
  const programme = await programmeSeen(t.db, actor, t.programmeId)
  if (!region || !programme) throw new Error('unseen')
  return { region, programme, origin: 'http://town.example' }
}

async function write(t: Town, who: PersonName, regionId: string, fields: Body): Promise<void> {
  await saveEntry(await t.ctx(who), await at(t, who, regionId), { base: 0, fields })
}

const letters = (t: Town, kind: string) =>
  t.db.selectFrom('letters').select(['toAddress', 'body']).where('kind', '=', kind).orderBy('id').execute()

const stateOf = async (t: Town, regionId: string) => {
  const { region, programme } = await at(t, 'mika', regionId)
  return (await standsOf(t.db, programme, [region], t.now)).get(regionId)?.state
}

/** すずかぜ市 as it was before it handed anything in. */
async function undone(t: Town): Promise<string> {
  await t.db.deleteFrom('submissions').where('regionId', '=', t.regions.suzukaze).execute()
  return t.regions.suzukaze
}

describe('handing in an entry', () => {
  it('says what is missing and where, and offers no button', async () => {
    const t = await aTown()
    const id = await undone(t)
    await write(t, 'nagi', id, { theme: 'まちづくり' })
    const nagi = await browse(t, 'nagi')
    await nagi.open(paths.submission(id))
    expect(nagi.text).to.contain('応募の理由を書いてください')
    expect(nagi.links()).to.include(`${paths.entry(id)}#f-reason`)
    expect(nagi.text).to.not.contain('提出する（事務局')
    await nagi.post(paths.submission(id), { revision: '1' })
    expect(nagi.status).to.equal(422)
    expect(await submissionsOf(t.db, [id])).to.have.length(0)
  })

  it('goes in with its questions, tells everybody, and waits for the prefecture', async () => {
    const t = await aTown()
    const id = await undone(t)
    await write(t, 'nagi', id, sheet)
    const nagi = await browse(t, 'nagi')
    await nagi.open(paths.submission(id))
    expect(nagi.text).to.contain('最初の回に、課長級は出られますか')
    await nagi.fill({}, '提出する（事務局と県に届きます）')
    expect(nagi.notice).to.contain('提出しました')
    expect(await stateOf(t, id)).to.equal('awaiting_consent')
    const [submission] = await submissionsOf(t.db, [id])
    expect(submission?.questions.map((q) => q.outcome)).to.include('left')
    const told = (await letters(t, 'submitted')).map((l) => l.toAddress)
    expect(told).to.include.members(['nagi@midori.example', 'kaigo@suzukaze.example'])
    expect((await letters(t, 'submitted_office'))[0]?.toAddress).to.equal('jimukyoku@banso.example')
    const region = (await at(t, 'nagi', id)).region
    expect(region.theme).to.equal('退院の知らせを受けとる道をつくる')
    expect(region.scenes).to.deep.equal([{ code: 'discharge' }])
  })

  it('asks for a reason before a warning is gone past, and keeps it', async () => {
    const t = await aTown()
    const id = await undone(t)
    await write(t, 'nagi', id, { ...sheet, theme: '4場面全般の進め方' })
    const nagi = await browse(t, 'nagi')
    await nagi.open(paths.submission(id))
    await nagi.fill({}, '理由を書いて')
    expect(nagi.status).to.equal(422)
    expect(nagi.errors['reason.E6.theme']).to.equal('進める理由を書いてください')
    await nagi.fill({ 'reason.E6.theme': '四つの場面が一つの病院でつながっているため' }, '理由を書いて')
    const [submission] = await submissionsOf(t.db, [id])
    const e6 = submission?.questions.find((q) => q.id === 'E6')
    expect(e6).to.include({ outcome: 'reasoned', reason: '四つの場面が一つの病院でつながっているため' })
  })

  it('counts the consent written on the sheet', async () => {
    const t = await aTown()
    const id = await undone(t)
    await write(t, 'nagi', id, { ...sheet, consentOn: '2025-10-03', consentBy: '南原県 長寿課' })
    const nagi = await browse(t, 'nagi')
    await nagi.open(paths.submission(id))
    await nagi.fill({}, '提出する')
    expect(await stateOf(t, id)).to.equal('received')
    expect(await letters(t, 'consent_request')).to.have.length(0)
    const { programme } = await at(t, 'mika', id)
    const names = (await receivedRegions(t.db, await t.actor('mika'), programme)).map((r) => r.name)
    expect(names).to.include('南原県すずかぜ市')
  })

  it('can be handed in again until the deadline, then only when opened again', async () => {
    const t = await aTown()
    const id = await undone(t)
    await write(t, 'nagi', id, sheet)
    t.now = new Date('2025-10-31T23:59:00+09:00')
    const nagi = await browse(t, 'nagi')
    await nagi.open(paths.submission(id))
    await nagi.fill({}, '提出する')
    expect(nagi.notice).to.contain('提出しました')
    t.now = new Date('2025-11-01T00:00:01+09:00')
    await nagi.open(paths.submission(id))
    expect(nagi.text).to.contain('締切を過ぎたため')
    expect((await nagi.post(paths.submission(id), { revision: '1' })).status).to.equal(422)
    const mika = await browse(t, 'mika')
    await mika.open(paths.submission(id))
    await mika.fill({ untilOn: 'らいしゅう', reopenReason: '' }, 'もう一度開く')
    expect(Object.keys(mika.errors)).to.deep.equal(['untilOn', 'reopenReason'])
    await mika.fill({ untilOn: 'R7.11.5', reopenReason: '県の様式の直しのため' }, 'もう一度開く')
    expect(mika.notice).to.contain('もう一度提出できる')
    expect((await letters(t, 'reopened'))[0]?.body).to.contain('令和7年11月5日')
    await nagi.open(paths.submission(id))
    await nagi.fill({}, 'もう一度提出する')
    expect(nagi.notice).to.contain('提出しました')
  })

  it('is withdrawn with a reason, and the words stay', async () => {
    const t = await aTown()
    const id = await undone(t)
    await write(t, 'nagi', id, sheet)
    const nagi = await browse(t, 'nagi')
    await nagi.open(paths.submission(id))
    await nagi.fill({}, '提出する')
    await nagi.open(paths.submission(id))
    await nagi.fill({ withdrawReason: '' }, '取り下げる（')
    expect(nagi.errors).to.deep.equal({ withdrawReason: '取り下げる理由を書いてください' })
    await nagi.fill({ withdrawReason: '庁内の決裁が下りなかったため' }, '取り下げる（')
    expect(await stateOf(t, id)).to.equal('withdrawn')
    expect((await letters(t, 'withdrawn')).length).to.be.greaterThan(1)
    await nagi.open(paths.submission(id))
    await nagi.fill({}, '提出する')
    expect(await stateOf(t, id)).to.equal('awaiting_consent')
  })

  it('is nobody else’s, and rubbish gets a sentence', async () => {
    const t = await aTown()
    const aoi = await browse(t, 'aoi')
    expect((await aoi.open(paths.submission(t.regions.suzukaze))).status).to.equal(404)
    const ken = await browse(t, 'ken')
    expect((await ken.open(paths.submission(t.regions.midori))).status).to.equal(403)
    const nagi = await browse(t, 'nagi')
    const bad = { revision: ['x', '-1'], 'reason.E6.theme': '\u0000<script>', once: '!' }
    expect((await nagi.post(paths.submission(t.regions.suzukaze), bad)).status).to.equal(422)
    expect((await nagi.post(paths.withdrawal(t.regions.suzukaze), {})).status).to.equal(422)
  })
})
