import { expect } from 'chai'
import { fetchRegions } from '../../../src/programme/regions/store.ts'
import { regionsSeenBy } from '../../../src/programme/sight/store.ts'
import { addValue, removeValue, restoreValue } from '../../../src/tools/indicator-values/actions.ts'
import {
  type Measured,
  nextTime,
  numberIn,
  timeOf,
  valueRows,
} from '../../../src/tools/indicator-values/indicator-values.ts'
import { indicatorPicture, scaleOf } from '../../../src/tools/indicator-values/picture.ts'
import { valuesOf } from '../../../src/tools/indicator-values/store.ts'
import { freshDb } from '../../support/db.ts'
import { town } from '../../support/town.ts'

const indicator = { id: 'n1', text: 'つないだ人数', baseline: '3', target: '30人', period: '', nextOn: '2026-03-31' }
const measured = (measuredOn: string, value: string, id = measuredOn): Measured => ({
  id,
  regionId: 'r',
  indicatorId: 'n1',
  measuredOn,
  value,
  note: '',
  personId: null,
  personName: '青木 葵',
  createdAt: '2025-10-21T05:03:00Z',
})

describe('an indicator over time', () => {
  it('keeps every value with who and when; one taken away can come back', async () => {
    const midori = await town(await freshDb())
    const aoi = await midori.ctx('aoi')
    const region = (await fetchRegions(midori.db, regionsSeenBy(midori.db, aoi.actor))).find(
      ({ id }) => id === midori.regions.midori,
    )
    if (!region) throw new Error('no region')
    const place = { region, indicator, circle: 'region' as const }
    const id = await addValue(aoi, place, { on: '2025-10-15', value: '12人', note: '窓口の記録から' })
    await addValue(aoi, place, { on: '令和7年度末', value: '20', note: '' })
    expect(
      (await valuesOf(midori.db, region.id)).map(({ value, personName }) => `${value} ${personName}`),
    ).to.deep.equal(['12人 青木 葵', '20 青木 葵'])
    await removeValue(aoi, place, id)
    expect(await valuesOf(midori.db, region.id)).to.have.length(1)
    expect(await removeValue(aoi, place, id).catch((error: Error) => error.message)).to.include('先に消しました')
    await restoreValue(aoi, place, id)
    expect(await valuesOf(midori.db, region.id)).to.have.length(2)
  })

  it('draws a line with its target and the day it is measured next', () => {
    const drawn = indicatorPicture(indicator, [
      measured('2025-10-15', '12人'),
      measured('2025-04-30', '3人'),
      measured('いつか', '少し'),
    ])
    expect(drawn?.svg)
      .to.include('目標 30人')
      .and.include('次に測る日')
      .and.include('iv-line')
      .and.not.match(/NaN|undefined|style=/)
    expect(drawn?.left).to.equal(1)
    expect(indicatorPicture(indicator, [])).to.equal(null)
    expect(indicatorPicture({ ...indicator, target: '増やす' }, [measured('2025-10-15', '12')])).to.equal(null)
    expect(indicatorPicture(indicator, [measured('2025-10-15', '<b>12')])).to.equal(null)
  })

  it('has round steps', () => {
    expect(scaleOf([3, 12, 30])).to.deep.equal({ low: 0, high: 30, steps: [0, 10, 20, 30] })
    expect(scaleOf([88.2, 91.5]).steps[0]).to.be.at.least(80)
    expect(scaleOf([5])).to.deep.equal({ low: 0, high: 6, steps: [0, 2, 4, 6] })
    expect(scaleOf([-3, 4]).low).to.be.at.most(-3)
  })

  it('reads numbers and times as people write them', () => {
    expect(['12.5％', '１２人', '約20', '—', '1,200件/年'].map(numberIn)).to.deep.equal([12.5, 12, null, null, 1200])
    expect(timeOf('2025-04-01')).to.equal(2025 * 12 + 3)
    expect([timeOf('令和7年度末'), timeOf('いつか')]).to.deep.equal([2026 * 12 + 2, null])
  })

  it('has a table twin in words, newest first', () => {
    const rows = valueRows(indicator, [measured('2025-04-30', '3人'), measured('2025-10-15', '30人')])
    expect(rows.map(({ when, value, toTarget }) => [when, value, toTarget])).to.deep.equal([
      ['R7.10.15（水）', '30人', '目標どおり'],
      ['R7.4.30（水）', '3人', '目標との差 27'],
    ])
  })

  it('says when the next day has passed, unless it was measured since', () => {
    const late = new Date('2026-04-02T00:00:00Z')
    expect(nextTime(indicator, [measured('2025-10-15', '1')], late)).to.deep.equal({
      text: '令和8年3月31日（火）',
      isLate: true,
    })
    expect(nextTime(indicator, [measured('2026-04-01', '1')], late)?.isLate).to.equal(false)
    expect(nextTime({ nextOn: '令和8年の春' }, [], late)).to.deep.equal({ text: '令和8年の春', isLate: false })
  })
})
