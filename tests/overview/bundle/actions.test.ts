import { expect } from 'chai'
import { importBundle } from '../../../src/overview/bundle/actions.ts'
import { exportBundle } from '../../../src/overview/case-export/store.ts'
import { judge } from '../../../src/overview/case-format/checks.ts'
import { bundleOfRegion } from '../../../src/overview/case-records/store.ts'
import { addPromise, markPromise, promisesOfRegion } from '../../../src/support/promises/store.ts'
import { freshDb } from '../../support/db.ts'
import { NOW, type Town, town } from '../../support/town.ts'

const at = (day: string) => new Date(`${day}T01:00:00Z`)

/** An agreed one, a homework, a practice and one that was waived. */
async function lived(): Promise<Town> {
  const it = await town(await freshDb())
  const of = {
    regionId: it.regions.midori,
    meetingId: null,
    side: 'town',
    owner: 'みどり町',
    circle: 'region',
  } as const
  const open = { dueOn: null, dueText: '年度末', createdBy: '岡田 健' }
  await addPromise(
    it.db,
    { ...of, ...open, text: '橋渡し', side: 'support', ownerRole: 'prefecture' },
    at('2025-10-01'),
  )
  await addPromise(it.db, { ...of, ...open, text: '課題整理シート', homeworkWhy: '次の回で読む' }, at('2025-10-02'))
  const done = await addPromise(it.db, { ...of, ...open, text: '話を聞く' }, at('2025-10-03'))
  const learned = { withWhom: '看護師2人', learned: '連絡票は病棟で止まる', doneBy: '青木 葵', heldOn: '2025-10-20' }
  const touches = [{ label: '退院の知らせ', ref: 'hypotheses/h1' }]
  const doneAt = NOW.toISOString()
  await markPromise(it.db, done, { status: 'done', type: 'listen', doneAt, ...learned, touches, isEvidence: true })
  const waived = await addPromise(it.db, { ...of, ...open, text: '研修' }, at('2025-10-04'))
  await markPromise(it.db, waived, { waivedAt: doneAt, waivedBy: '森野 美香', waiveReason: '時期が合わない' })
  return it
}

describe('取組 in a bundle', () => {
  it('go out with whose they are, why they were asked for, and what was learned', async () => {
    const { db, regions } = await lived()
    const actions = (await exportBundle(db, regions.midori)).actions as Record<string, unknown>[]
    expect(actions.map(({ text }) => text)).to.deep.equal(['橋渡し', '課題整理シート', '話を聞く', '研修'])
    expect(actions[0]).to.deep.include({ ownerRole: 'prefecture', side: 'support', dueText: '年度末' })
    expect(actions[0]).to.not.have.any.keys('learned', 'homeworkWhy', 'touches', 'waivedAt')
    expect(actions[1]).to.deep.include({ homeworkWhy: '次の回で読む', status: 'todo' })
    expect(actions[2]).to.deep.include({ isEvidence: true, learned: '連絡票は病棟で止まる', withWhom: '看護師2人' })
    expect(actions[2]?.touches).to.deep.equal([{ label: '退院の知らせ', ref: 'hypotheses/h1' }])
    expect(actions[3]).to.deep.include({ waiveReason: '時期が合わない', status: 'todo' })
  })

  it('live on in another installation; rubbish in their places is kept and not believed', async () => {
    const { db, regions } = await lived()
    const { bundle } = judge(await exportBundle(db, regions.midori))
    if (!bundle) throw new Error('the export is no bundle')
    const odd = bundle.actions as Record<string, unknown>[]
    odd[0] = { ...odd[0], touches: [null, { label: 7 }, 'x'], ownerRole: 'king', isEvidence: 'yes' }
    const there = await town(await freshDb())
    const { regionId } = await importBundle(await there.ctx('mika'), bundle, { into: there.programmeId })
    expect(await bundleOfRegion(there.db, regionId)).to.deep.equal(bundle)
    const kept = await promisesOfRegion(there.db, regionId, ['region'])
    const of = (text: string) => kept.find((p) => p.text === text)
    expect(of('橋渡し')).to.deep.include({ touches: [], ownerRole: null, isEvidence: false })
    expect(of('課題整理シート')).to.deep.include({ homework: 'asked' })
    expect(of('研修')).to.deep.include({ waivedBy: '森野 美香' })
  })
})
