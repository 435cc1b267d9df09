import { expect } from 'chai'
import { packRunner } from '../../../src/overview/pack-makings/actions.ts'
import { composePack } from '../../../src/overview/packs/actions.ts'
import { packOf } from '../../../src/overview/packs/store.ts'
import type { Task } from '../../../src/people/tasks/tasks.ts'
import { programmeSeen } from '../../../src/programme/programmes/store.ts'
import { slotsOfYear } from '../../../src/support/meetings/store.ts'
import { freshDb } from '../../support/db.ts'
import { yearSteps } from '../../support/pack-year.ts'
import { type Town, town } from '../../support/town.ts'

describe('a pack in several hands', () => {
  let midori: Town
  before(async () => {
    midori = await town(await freshDb())
    await yearSteps(midori)
  })
  const at = async () => {
    const mika = await midori.ctx('mika')
    const programme = await programmeSeen(midori.db, mika.actor, midori.programmeId)
    const [slot] = await slotsOfYear(midori.db, midori.programmeId, midori.now)
    if (!programme || !slot) throw new Error('no meeting')
    return { mika, programme, slot }
  }

  it('takes what two added from pages opened at the same time', async () => {
    const { mika, programme, slot } = await at()
    const opened = { programme, slot, parts: ['design'] as const }
    await composePack(mika, opened, { deed: 'add', key: 'tools' })
    await composePack(await midori.ctx('shun'), opened, { deed: 'add', key: 'opinions' })
    const kept = await packOf(midori.db, midori.programmeId, slot.number)
    expect(kept?.parts).to.deep.equal(['design', 'tools', 'opinions'])
  })

  it('is not made with the eyes of somebody who left the secretariat meanwhile', async () => {
    const { slot } = await at()
    const data = { number: slot.number, parts: ['design'] }
    const task = { programmeId: midori.programmeId, personName: '春山 遥', data } as unknown as Task
    const tools = { ...(await midori.ctx('haru')), progress: async () => undefined }
    const told = await packRunner.run(task, tools).then(
      () => 'made',
      (error: Error) => error.message,
    )
    expect(told).to.include('春山 遥さんは、いまは事務局ではありません')
  })
})
