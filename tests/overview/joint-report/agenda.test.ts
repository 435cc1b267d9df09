import { expect } from 'chai'
import { merged, pressed } from '../../../src/overview/joint-agendas/body.ts'
import {
  agendaCautions,
  durationWords,
  lineWords,
  proposed,
  timed,
  totalOf,
} from '../../../src/overview/joint-agendas/joint-agendas.ts'

const regions = ['みどり町', 'すずかぜ市', 'ひばり村', 'みなと町'].map((name, i) => ({
  id: `r${i}`,
  name,
  pause: null,
}))
const agenda = proposed(regions, '13:00')
const typedAs = (body: typeof agenda) => ({
  ...{ startsAt: body.startsAt, dueOn: body.dueOn },
  rows: new Map(body.rows.map((row) => [row.id, row])),
})

describe('the agenda of the joint report meeting', () => {
  it('proposes every region in its order with a break in the middle', () => {
    expect(timed(agenda).map(lineWords)).to.deep.equal([
      '13:00〜13:05　開会・進め方',
      '13:05〜13:30　みどり町の報告（発表15分・質疑10分）',
      '13:30〜13:55　すずかぜ市の報告（発表15分・質疑10分）',
      '13:55〜14:05　休憩',
      '14:05〜14:30　ひばり村の報告（発表15分・質疑10分）',
      '14:30〜14:55　みなと町の報告（発表15分・質疑10分）',
      '14:55〜15:15　全体のふり返り',
      '15:15〜15:20　閉会',
    ])
    expect(durationWords(totalOf(agenda))).to.equal('2時間20分')
  })

  it('goes past midnight in words', () => {
    const late = timed({ ...agenda, startsAt: '23:50' })
    expect(late.map(({ from }) => from).slice(0, 3)).to.deep.equal(['23:50', '23:55', '翌0:20'])
  })

  it('moves, takes out and brings back rows; the times follow', () => {
    const up = pressed(agenda, 'up r-r1', regions)
    expect(up?.said).to.equal('「すずかぜ市」を上へ動かしました')
    expect(timed(up?.body ?? agenda).map(({ row }) => row.label)[1]).to.equal('すずかぜ市')
    const out = pressed(agenda, 'out r-r1', regions)?.body ?? agenda
    expect(totalOf(out)).to.equal(totalOf(agenda) - 25)
    const back = pressed(out, 'report r1', regions)?.body ?? out
    expect(back.rows.map(({ label }) => label).slice(4, 7)).to.deep.equal(['みなと町', 'すずかぜ市', '全体のふり返り'])
    expect(pressed(back, 'report r1', regions)).to.equal(null)
    expect(pressed(agenda, 'up i-open', regions)?.said).to.include('もう端にあります')
    expect(pressed(agenda, 'up nowhere', regions)).to.equal(null)
  })

  it('says what does not fit', () => {
    const at = { startsAt: '14:00', minutes: 120, leftOut: [{ id: 'x', name: 'はなぞの町' }], resting: ['みなと町'] }
    expect(agendaCautions(agenda, at)).to.deep.equal([
      '会議の時間（2時間）を20分こえています。分を減らすか、日程を直してください',
      '日程では14:00に始まります。次第は13:00からです',
      '次第にまだ入っていない地域：はなぞの町',
      '休止中・中止の地域が次第に入っています：みなと町',
    ])
  })

  it('of two people who save at once takes what each changed, and asks where both changed the same', () => {
    const set = (id: string, talk: number) => ({
      ...agenda,
      rows: agenda.rows.map((row) => (row.id === id ? { ...row, talk } : row)),
    })
    const mine = merged(agenda, set('r-r0', 20), typedAs(set('r-r1', 12)))
    expect(mine.clashes).to.deep.equal([])
    expect(mine.body.rows.slice(1, 3).map(({ talk }) => talk)).to.deep.equal([20, 12])
    const both = merged(agenda, set('r-r0', 20), typedAs(set('r-r0', 12)))
    expect(both.clashes).to.deep.equal([{ name: 'rows.r-r0.talk', theirs: '20' }])
  })
})
