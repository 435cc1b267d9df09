import { expect } from 'chai'
import { instantAt } from '../../../src/platform/time.ts'
import type { Step } from '../../../src/programme/programmes/programmes.ts'
import { type CalendarEvent, feedFile, invitationFile } from '../../../src/support/calendars/calendars.ts'
import { overlaps } from '../../../src/support/dates/dates.ts'
import { deadlinesOf } from '../../../src/support/deadlines/deadlines.ts'
import { dayOff } from '../../../src/support/holidays/holidays.ts'
import { spanWords } from '../../../src/support/occasions/occasions.ts'
import { NOW } from '../town.ts'
import { readCalendar } from './asking.ts'

const event = (set: Partial<CalendarEvent>): CalendarEvent => ({
  meetingId: 'm1',
  sequence: 2,
  title: '東浜県みどり町 支援1、「退院」; 打ち合わせ',
  description: '形：オンライン\n詳しくは：https://note.example/',
  heldOn: '2025-11-02',
  startsAt: null,
  minutes: null,
  place: '',
  href: 'https://note.example/regions/1/meetings/3',
  isCancelled: false,
  ...set,
})
const ken = {
  name: '岡田 健',
  email: 'ken@banso.example',
  isOptional: false,
  organizer: { name: '事務局', email: 'a@b.example' },
}
const read = (set: Partial<CalendarEvent>) => readCalendar(invitationFile(event(set), ken, NOW)).events[0]

describe('calendar files', () => {
  it('keep their instant wherever they are read, also when clocks change there', () => {
    // 2 November 2025, 9:00 UTC: clocks in the United States fall back at that very hour.
    const at = read({ startsAt: instantAt('2025-11-02', '17:30'), minutes: 90 })
    expect([at?.start, at?.end, at?.zone]).to.deep.equal([
      '2025-11-02T08:30:00.000Z',
      '2025-11-02T10:00:00.000Z',
      'UTC',
    ])
  })

  it('go across midnight, and stay one day without a time', () => {
    const late = read({ startsAt: instantAt('2025-11-02', '23:30'), minutes: 90 })
    expect([late?.start, late?.end]).to.deep.equal(['2025-11-02T14:30:00.000Z', '2025-11-02T16:00:00.000Z'])
    expect(read({})?.start).to.equal('2025-11-02')
    const early = read({ startsAt: instantAt('2025-11-02', '00:30'), minutes: 30 })
    expect(early?.start).to.equal('2025-11-01T15:30:00.000Z')
  })

  it('carry commas, semicolons and line ends unharmed', () => {
    expect(read({})?.summary).to.equal('東浜県みどり町 支援1、「退院」; 打ち合わせ')
    const feed = readCalendar(feedFile('伴走ノート', [event({}), event({ meetingId: 'm2', isCancelled: true })], NOW))
    expect([feed.method, feed.events.map((e) => e.status)]).to.deep.equal(['PUBLISH', ['CONFIRMED', 'CANCELLED']])
    expect(feed.events.flatMap((e) => e.attendees)).to.deep.equal([])
  })
})

describe('days', () => {
  it('off: weekends, national holidays with their substitutes, the turn of the year', () => {
    const days = [
      '2025-11-01',
      '2025-11-02',
      '2025-11-03',
      '2025-11-04',
      '2025-11-24',
      '2025-12-29',
      '2026-01-01',
      '2026-01-02',
      '2026-05-06',
    ]
    expect(days.map(dayOff)).to.deep.equal([
      '土曜日',
      '日曜日',
      '文化の日',
      null,
      '勤労感謝の日 振替休日',
      '年末年始',
      '元日',
      '年末年始',
      'こどもの日 振替休日',
    ])
  })

  it('due around a meeting follow from its day by the step’s offsets', () => {
    const step = { offsets: { report: -5, papers: -2, record: 14 }, asksReport: true } as unknown as Step
    const days = { reportDueOn: '2025-10-30', papersDueOn: '2025-11-02', recordDueOn: '2025-11-18' }
    expect(deadlinesOf(step, '2025-11-04')).to.deep.equal(days)
    expect(deadlinesOf(null, '2026-03-01').recordDueOn).to.equal('2026-03-08')
    expect(deadlinesOf({ offsets: {}, asksReport: false }, '2025-11-04').reportDueOn).to.equal(null)
    expect(deadlinesOf(step, null).papersDueOn).to.equal(null)
  })

  it('overlap across midnight, and on a day without a time', () => {
    const slot = { heldOn: '2025-11-06', startsAt: instantAt('2025-11-06', '00:30'), minutes: 60 }
    const late = { heldOn: '2025-11-05', startsAt: instantAt('2025-11-05', '23:30'), minutes: 90 }
    expect(overlaps(late, slot)).to.equal(true)
    expect(overlaps({ ...late, minutes: 60 }, slot)).to.equal(false)
    expect(overlaps({ heldOn: '2025-11-06', startsAt: null, minutes: null }, slot)).to.equal(true)
    expect(spanWords(late)).to.equal('令和7年11月5日（水） 23:30〜翌1:00')
  })
})
