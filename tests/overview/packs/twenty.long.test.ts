import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { makePack } from '../../../src/overview/pack-makings/actions.ts'
import { snapshotOf } from '../../../src/overview/pack-snapshots/store.ts'
import { PART_KEYS } from '../../../src/overview/packs/packs.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import { filesIn } from '../../../src/platform/files/files.ts'
import type { Programme } from '../../../src/programme/programmes/programmes.ts'
import { programmeSeen } from '../../../src/programme/programmes/store.ts'
import type { Slot } from '../../../src/support/meetings/meetings.ts'
import { slotsOfYear } from '../../../src/support/meetings/store.ts'
import { freshDb } from '../../support/db.ts'
import { growTo, halfYear, papersOfRegion, putToWg, selectedRegions, yearSteps } from '../../support/pack-year.ts'
import { printed } from '../../support/printed.ts'
import { type Town, town } from '../../support/town.ts'

async function yearOf(count: number): Promise<Town> {
  const midori = await town(await freshDb())
  await yearSteps(midori)
  await growTo(midori, count)
  const regions = await selectedRegions(midori)
  for (const [at, region] of regions.entries()) {
    await halfYear(midori, region)
    await papersOfRegion(midori, region, { seed: at + 1, boxes: 20 + (at % 4) * 12 })
  }
  await putToWg(midori, regions)
  return midori
}

async function thirdOf(midori: Town): Promise<{ programme: Programme; slot: Slot }> {
  const programme = await programmeSeen(midori.db, await midori.actor('mika'), midori.programmeId)
  const slot = (await slotsOfYear(midori.db, midori.programmeId, midori.now)).find(({ label }) => label === 'WG③')
  if (!programme || !slot) throw new Error('no WG③')
  return { programme, slot }
}

describe('a pack of twenty regions', function () {
  this.timeout(240_000)
  before(() => filesIn(mkdtempSync(join(tmpdir(), 'banso-twenty-'))))

  it('is made within a minute, every region in it, while others get their turn', async () => {
    const midori = await yearOf(20)
    const at = await thirdOf(midori)
    const blocks: number[] = []
    let last = performance.now()
    const beat = setInterval(() => {
      blocks.push(performance.now() - last)
      last = performance.now()
    }, 5)
    const progress = () => new Promise<void>((done) => setImmediate(done))
    const [began, work] = [performance.now(), process.cpuUsage()]
    const files = await makePack({ ...(await midori.ctx('mika')), progress }, { ...at, parts: PART_KEYS })
    const { user, system } = process.cpuUsage(work)
    const seconds = (performance.now() - began) / 1000
    clearInterval(beat)
    // On a machine that does other things too, its own work counts.
    expect(Math.min(seconds, (user + system) / 1_000_000), 'seconds').to.be.below(60)
    expect(Math.max(...blocks), 'longest wait of everybody else, ms').to.be.below(500)
    const { pages } = await printed(files[0]?.bytes ?? Buffer.alloc(0))
    expect(pages.filter((words) => /^資料9-\d+/.test(words) || /資料9-\d+$/.test(words))).to.have.length.at.least(20)
    const from = pages.findIndex((words) => words.includes('この資料のもとにした版'))
    expect(
      pages
        .slice(from)
        .join('')
        .match(/支援経過（1枚）1回目/g),
    ).to.have.length(20)
  })

  it('asks the database as often for twelve regions as for two', async () => {
    const counted = async (count: number) => {
      const midori = await yearOf(count)
      const { programme, slot } = await thirdOf(midori)
      const ctx = await midori.ctx('mika')
      return (await countQueries(() => snapshotOf(ctx, { programme, slot, parts: PART_KEYS }))).queries
    }
    expect(await counted(12)).to.equal(await counted(2))
  })
})
