import { expect } from 'chai'
import {
  addDays,
  agoWords,
  clock,
  dayOf,
  daysBetween,
  dueWords,
  eraFiscalYear,
  eraShort,
  eraYear,
  fiscalYearOf,
  instantAt,
  isDay,
  isLate,
  monthDay,
  wareki,
  warekiShort,
} from '../../src/platform/time.ts'

describe('time in Tokyo', () => {
  it('knows the day of an instant wherever the server stands', () => {
    expect(dayOf('2025-10-21T14:59:59Z')).to.equal('2025-10-21')
    expect(dayOf('2025-10-21T15:00:00Z')).to.equal('2025-10-22')
    expect(clock('2025-10-21T15:03:00Z')).to.equal('0:03')
    expect(instantAt('2025-10-22', '00:03')).to.equal('2025-10-21T15:03:00.000Z')
  })

  it('writes days in the Japanese calendar', () => {
    expect(wareki('2025-10-22')).to.equal('令和7年10月22日（水）')
    expect(warekiShort('2025-10-22')).to.equal('R7.10.22（水）')
    expect(monthDay('2025-12-12')).to.equal('12月12日（金）')
    expect(wareki('2019-05-01')).to.equal('令和元年5月1日（水）')
  })

  it('knows the fiscal year from April to March', () => {
    expect(fiscalYearOf('2026-03-31')).to.equal(2025)
    expect(fiscalYearOf('2026-04-01')).to.equal(2026)
    expect(eraFiscalYear(2025)).to.equal('令和7年度')
    expect(eraYear(2025)).to.equal('令和7年度（2025年度）')
    expect(eraShort(2025)).to.equal('R7')
  })

  it('is late from midnight after the due day', () => {
    expect(isLate('2025-10-21', '2025-10-21T14:59:59Z')).to.equal(false)
    expect(isLate('2025-10-21', '2025-10-21T15:00:00Z')).to.equal(true)
  })

  it('says how far away a day is', () => {
    const now = new Date('2025-12-10T03:00:00Z')
    expect(dueWords('2025-12-05', now)).to.equal('5日超過')
    expect(dueWords('2025-12-10', now)).to.equal('きょう')
    expect(dueWords('2025-12-11', now)).to.equal('あす')
    expect(dueWords('2025-12-17', now)).to.equal('あと7日')
    expect(agoWords('2025-12-09T03:00:00Z', now)).to.equal('きのう')
  })

  it('counts days over the end of a month and a leap day', () => {
    expect(addDays('2024-02-28', 2)).to.equal('2024-03-01')
    expect(daysBetween('2025-12-31', '2026-01-01')).to.equal(1)
    expect(isDay('2025-02-29')).to.equal(false)
    expect(isDay('2024-02-29')).to.equal(true)
  })
})
