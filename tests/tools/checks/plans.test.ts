import { expect } from 'chai'
import type { MeetingFact } from '../../../src/tools/checks/checks.ts'
import { asks, rows } from './asking.ts'

const meeting = (number: number, more: Partial<MeetingFact> = {}): MeetingFact => ({
  ...{ number, label: `支援${number}`, heldOn: `2025-1${number}-01` },
  ...more,
})
const of = (id: string, ...meetings: MeetingFact[]) => asks(id, {}, { meetings }).map(({ place }) => place.ref)

describe('P1, P2, P7: around the meetings', () => {
  it('P1 asks for the three lines where none came', () => {
    expect(of('P1', meeting(0, { hasLines: false }), meeting(1, { hasLines: true }), meeting(2))).to.deep.equal([
      'meeting.0',
    ])
  })
  it('P2 asks what was done between two meetings', () => {
    expect(of('P2', meeting(0), meeting(1, { practices: 0 }), meeting(2, { practices: 1 }))).to.deep.equal([
      'meeting.1',
    ])
    expect(of('P2', meeting(0, { practices: 0 }))).to.deep.equal([])
    expect(of('P2', meeting(0), { ...meeting(1, { practices: 0 }), heldOn: '2025-10-04' })).to.deep.equal([])
    expect(of('P2', meeting(0), meeting(1))).to.deep.equal([])
  })
  it('P7 asks after two silent meetings', () => {
    const silent = { prefectureSpoke: false }
    expect(of('P7', meeting(0, silent), meeting(1, silent))).to.deep.equal(['meeting.1'])
    expect(of('P7', meeting(0, silent), meeting(1, { prefectureSpoke: true }))).to.deep.equal([])
    expect(of('P7', meeting(0, silent))).to.deep.equal([])
    expect(of('P7', meeting(0, silent), meeting(1))).to.deep.equal([])
  })
})

describe('P3 to P6: plans', () => {
  const paths = (id: string, ref: string, body: Record<string, string | ReturnType<typeof rows>>) =>
    asks(id, { [ref]: body }).map(({ place }) => place.path)
  it('P3 asks what a 協議の場 is for, about what and with whom', () => {
    const whole = { function: '決める', theme: '退院の連絡', members: '病院、ケアマネ' }
    expect(paths('P3', 'forum', { forums: rows([whole, { ...whole, members: '' }]) })).to.deep.equal(['forums/r2'])
    expect(asks('P3', { forum: { forums: rows([{ theme: '看取り' }]) } })[0]?.message).to.include('「機能」「相手」')
  })
  it('P4 and P5 ask what it is for', () => {
    expect(paths('P4', 'survey_plan', { hypothesis: '' })).to.deep.equal(['hypothesis', 'use'])
    expect(paths('P4', 'survey_plan', { hypothesis: '遅いのでは', use: '医師会と' })).to.deep.equal([])
    expect(paths('P5', 'study_plan', { purpose: '電話が減る' })).to.deep.equal(['achieve'])
    expect(paths('P5', 'study_plan', { purpose: '困っている', achieve: '電話が減る' })).to.deep.equal([])
  })
  it('P6 comforts beside a big sheet', () => {
    expect(asks('P6', { status_sheet: {} }, { optionalBoxes: { status_sheet: 8 } })).to.have.length(1)
    expect(asks('P6', { issues: {} }, { optionalBoxes: { issues: 1 } })).to.deep.equal([])
  })
})
