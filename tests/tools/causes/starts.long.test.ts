import { expect } from 'chai'
import { openDocument, saveDocument } from '../../../src/papers/documents/actions.ts'
import type { Body } from '../../../src/papers/templates/templates.ts'
import { paths } from '../../../src/paths/paths.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { addPromise, markPromise } from '../../../src/support/promises/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('where a true cause begins', function () {
  this.timeout(20_000)
  let midori: Town
  let id: string
  beforeEach(async () => {
    midori = await town(await freshDb())
    id = midori.regions.midori
  })

  async function paper(kind: string, fields: Body) {
    const ctx = await midori.ctx('aoi')
    const owner = { kind, ownerKind: 'region', ownerId: id }
    const document = await openDocument(midori.db, { ...owner, circle: 'region' }, midori.now)
    await saveDocument(ctx, document.id, { base: document.headNumber, fields })
  }

  async function practised(): Promise<void> {
    const given = { meetingId: null, dueOn: null, dueText: null, circle: 'region' as const, createdBy: '青木 葵' }
    const row = { ...given, regionId: id, text: '病棟に出向く', side: 'town' as const, owner: 'みどり町' }
    const promise = await addPromise(midori.db, row, midori.now)
    await markPromise(midori.db, promise, {
      status: 'done',
      learned: '主治医の一言で退院の日が決まる',
      isEvidence: true,
    })
  }

  it('offers the words of sheets, issues and practices, and keeps where they came from', async () => {
    await paper('issue_sorting', { cause: '退院の日が前の日まで決まらない' })
    await paper('issues', { issues: [{ id: 'i1', text: '退院のあと急に弱る' }] })
    await practised()
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.causes(id))
    const offered = aoi.document.querySelectorAll('[name=start]').map((one) => one.getAttribute('value')?.split('/')[0])
    expect(offered).to.deep.equal(['issue_sorting', 'issues', 'practice'])
    await aoi.fill({ start: '' }, '真因の仮説にする')
    expect(aoi.status).to.equal(422)
    await aoi.fill({ start: 'issues/i1' }, '真因の仮説にする')
    expect(aoi.heading).to.equal('退院のあと急に弱る')
    expect(aoi.text).to.match(/結びつく課題\s*退院のあと急に弱る/)
    expect(aoi.links()).to.include(paths.sheet(id, 'issues'))
    await aoi.open(paths.causes(id))
    expect(aoi.document.querySelectorAll('[name=start]')).to.have.length(2)
    await aoi.post(paths.causeStarts(id), { start: 'issues/i1' })
    expect(aoi.status).to.equal(422)
    expect(aoi.text).to.include('もう仮説になっているか')
  })

  it('says that the words it came from were changed since', async () => {
    await paper('issue_sorting', { cause: '退院の日が前の日まで決まらない' })
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.causes(id))
    await aoi.fill({ start: 'issue_sorting/cause' }, '真因の仮説にする')
    expect(aoi.text).to.include('課題整理シート（真因）から写した文です').and.not.include('元が変わりました')
    await paper('issue_sorting', { cause: '退院の日を決める人が決まっていない' })
    await aoi.open(aoi.url)
    expect(aoi.text).to.include('元が変わりました')
    await aoi.fill({ answer: 'update' }, '新しい文にする')
    await aoi.open(paths.causes(id))
    expect(aoi.text).to.include('退院の日を決める人が決まっていない')
  })

  it('shows the practices that touched it', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.causes(id))
    await aoi.fill({ text: '家の人が知らない' }, '仮説を立てる')
    await aoi.follow('家の人が知らない')
    const page = aoi.url
    await aoi.open(paths.practiceNew(id))
    const ref = `causes/${page.split('/').at(-1)}`
    await aoi.fill({
      text: '家の人に聞いた',
      type: 'listen',
      heldOn: 'R7.10.20',
      touches: ref,
      ownerRole: 'municipality',
    })
    await aoi.open(page)
    expect(aoi.text).to.include('この仮説にふれた取組').and.include('家の人に聞いた')
  })

  it('says which meeting a turn came after', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.causes(id))
    await aoi.fill({ text: '家の人が知らない' }, '仮説を立てる')
    const place = { regionId: id, programmeId: midori.programmeId, stepId: null, stepKey: null }
    const held = await addMeeting(midori.db, { ...place, number: 51, label: '支援1', kind: 'support' }, midori.now)
    await updateMeeting(midori.db, held, { heldOn: '2025-10-22' })
    midori.now = new Date('2025-10-24T03:00:00Z')
    const twin = await browse(midori, 'daichi')
    await twin.open(paths.causes(id))
    await twin.follow('家の人が知らない')
    await twin.fill({ text: '家の人もケアマネジャーも知らない' }, '保存する')
    expect(twin.text).to.include('大地 誠さん・支援1のあと')
    expect(twin.text).to.include('「家の人が知らない」を「家の人もケアマネジャーも知らない」に言いかえました')
  })

  it('is found under its region paper: sentences of any two versions, undo', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.causes(id))
    await aoi.fill({ text: '家の人が知らない' }, '仮説を立てる')
    await aoi.follow('家の人が知らない')
    await aoi.fill({ text: '家の人もケアマネジャーも知らない' }, '保存する')
    await aoi.open(paths.paperComparison(id, 'causes', { from: 1, to: 2 }))
    expect(aoi.text).to.include('「家の人が知らない」を「家の人もケアマネジャーも知らない」に言いかえました')
    await aoi.post(paths.paperUndo(id, 'causes', 2), {})
    await aoi.open(paths.causes(id))
    expect(aoi.text).to.include('家の人が知らない')
  })
})
