import { expect } from 'chai'
import { isBetween, isWorkday, reminderDay, workdayFrom } from '../../../src/overview/workdays/workdays.ts'
import { startClockwork } from '../../../src/platform/clockwork/clockwork.ts'
import { instantAt } from '../../../src/platform/time.ts'

describe('working days', () => {
  it('are not Saturdays, Sundays, national holidays, nor the days around New Year', () => {
    const days = ['2025-10-31', '2025-11-01', '2025-11-02', '2025-11-03', '2025-11-24', '2025-12-29', '2026-01-05']
    expect(days.filter(isWorkday)).to.deep.equal(['2025-10-31', '2026-01-05'])
    expect(workdayFrom('2025-12-27')).to.equal('2026-01-05')
  })

  it('move a reminder to the next morning on which offices work, but never past the due day', () => {
    expect(reminderDay('2025-11-10', 7)).to.equal('2025-11-04')
    expect(reminderDay('2025-11-09', 1)).to.equal('2025-11-07')
    expect(reminderDay('2026-01-04', 1)).to.equal('2025-12-26')
    expect(reminderDay('2025-11-07', 0)).to.equal('2025-11-07')
  })

  it('begin and end by the Tokyo clock', () => {
    const at = (time: string) => isBetween(new Date(instantAt('2025-11-04', time)), '8:30', '18:00')
    expect([at('08:29'), at('08:30'), at('17:59'), at('18:00')]).to.deep.equal([false, true, true, false])
  })
})

describe('the clockwork', () => {
  it('never lets two turns overlap, goes on after a fault, and stops when asked', async () => {
    let [turns, atWork, most] = [0, 0, 0]
    const stop = startClockwork(async () => {
      atWork += 1
      most = Math.max(most, atWork)
      await new Promise((done) => setTimeout(done, 5))
      atWork -= 1
      turns += 1
      if (turns === 1) throw new Error('once')
    }, 1)
    await new Promise((done) => setTimeout(done, 60))
    await stop()
    const after = turns
    await new Promise((done) => setTimeout(done, 20))
    expect([most, turns]).to.deep.equal([1, after])
    expect(turns).to.be.greaterThan(1)
  })
})
