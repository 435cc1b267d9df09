import { expect } from 'chai'
import { type Body, rowsIn } from '../../../src/papers/templates/templates.ts'
import { paths } from '../../../src/paths/paths.ts'
import { fetchRegions } from '../../../src/programme/regions/store.ts'
import { regionsSeenBy } from '../../../src/programme/sight/store.ts'
import { kindNamed } from '../../../src/tools/kinds/kinds.ts'
import { savePaper } from '../../../src/tools/papers/actions.ts'
import { paperAt } from '../../../src/tools/papers/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const ID = 'region-midori'

async function at(midori: Town, who: PersonName = 'aoi') {
  const ctx = await midori.ctx(who)
  const [region] = await fetchRegions(midori.db, regionsSeenBy(midori.db, ctx.actor).where('regions.id', '=', ID))
  if (!region) throw new Error('みどり町 is not seen')
  return { ctx, region }
}

const kindOf = (key: string) => {
  const kind = kindNamed(key)
  if (!kind) throw new Error(key)
  return kind
}

async function write(midori: Town, ref: string, body: Body) {
  const { ctx, region } = await at(midori)
  const [key = '', part] = ref.split('.')
  await savePaper(ctx, region, kindOf(key), { part, edit: (before) => ({ ...before, ...body }) })
}

const bodyOf = async (midori: Town, key: string) => (await paperAt(await at(midori), kindOf(key))).head.body

async function take(midori: Town, ref: string) {
  const aoi = await browse(midori, 'aoi')
  await aoi.open(paths.paperCarries(ID, ref))
  const take = aoi.document.querySelectorAll('input[name=take]').map((one) => one.getAttribute('value') ?? '')
  await aoi.fill({ take }, '選んだものを写す')
  return aoi
}

describe('what was written once is not typed again', () => {
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
  })

  it('goes from a person to the sorting, to the hypothesis, to the model, to the closing', async () => {
    await write(midori, 'status_sheet.p1', { course: '退院のあと家で急に弱る', goal: '退院のあとも家で暮らしている' })
    await write(midori, 'issues', { issues: [{ id: 'i1', text: '退院の知らせが遅い', importance: '3' }] })
    await take(midori, 'issue_sorting')
    expect(await bodyOf(midori, 'issue_sorting')).to.include({
      goal: '退院のあとも家で暮らしている',
      now: '退院のあと家で急に弱る',
    })
    await write(midori, 'issue_sorting', { cause: '退院の日を、家の人もケアマネジャーも知らない' })
    await take(midori, 'causes')
    const causes = await bodyOf(midori, 'causes')
    expect(rowsIn(causes, 'causes')[0]?.text).to.equal('退院の日を、家の人もケアマネジャーも知らない')
    await take(midori, 'logic_model')
    const model = await bodyOf(midori, 'logic_model')
    expect(model.why).to.equal('退院の日を、家の人もケアマネジャーも知らない')
    await take(midori, 'closing')
    expect((await bodyOf(midori, 'closing')).before).to.deep.equal([
      { id: 'i1', text: '退院の知らせが遅い', issue: 'i1' },
    ])
  })

  it('says when the source has moved on, and never changes by itself', async () => {
    await write(midori, 'status_sheet.p1', { goal: '家で暮らしている' })
    await take(midori, 'issue_sorting')
    await write(midori, 'status_sheet.p1', { goal: '住み慣れた家で暮らしている' })
    expect((await bodyOf(midori, 'issue_sorting')).goal).to.equal('家で暮らしている')
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.paperCarries(ID, 'issue_sorting'))
    expect(aoi.text).to.include('元が変わりました').and.include('住み慣れた家で暮らしている')
    await aoi.fill({}, '新しい文にする')
    expect((await bodyOf(midori, 'issue_sorting')).goal).to.equal('住み慣れた家で暮らしている')
    await aoi.open(paths.paperCarries(ID, 'issue_sorting'))
    expect(aoi.text).to.not.include('元が変わりました')
  })

  it('keeps the words on 「このままにする」, with what was written around them', async () => {
    await write(midori, 'status_sheet.p1', { goal: '家で暮らしている' })
    await take(midori, 'issue_sorting')
    await write(midori, 'issue_sorting', { goal: '家で暮らしている。家族も休めている' })
    await write(midori, 'status_sheet.p1', { goal: '住み慣れた家で暮らしている' })
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.paperCarries(ID, 'issue_sorting'))
    await aoi.fill({}, 'このままにする')
    expect((await bodyOf(midori, 'issue_sorting')).goal).to.equal('家で暮らしている。家族も休めている')
    await write(midori, 'status_sheet.p1', { goal: '住み慣れた町で暮らしている' })
    await aoi.open(paths.paperCarries(ID, 'issue_sorting'))
    await aoi.fill({}, '新しい文にする')
    expect((await bodyOf(midori, 'issue_sorting')).goal).to.include('家族も休めている')
  })

  it('asks for something to be chosen, and offers nothing twice', async () => {
    await write(midori, 'issues', { issues: [{ id: 'i1', text: '退院の知らせが遅い' }] })
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.paperCarries(ID, 'closing'))
    await aoi.fill({ take: [] }, '選んだものを写す')
    expect([aoi.status, aoi.text.includes('写すものを選んでください')]).to.deep.equal([422, true])
    await take(midori, 'closing')
    await aoi.open(paths.paperCarries(ID, 'closing'))
    expect(aoi.text).to.include('新しく写せるものは、いまはありません')
  })

  it('is read by those who read the paper, and done by those who write it', async () => {
    await write(midori, 'issues', { issues: [{ id: 'i1', text: '退院の知らせが遅い' }] })
    const ken = await browse(midori, 'ken')
    expect((await ken.open(paths.paperCarries(ID, 'closing'))).html).to.not.include('選んだものを写す')
    expect((await ken.post(paths.paperCarries(ID, 'closing'), { take: 'x' })).status).to.equal(403)
  })
})
