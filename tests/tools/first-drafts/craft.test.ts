import { expect } from 'chai'
import type { Body, Row } from '../../../src/papers/templates/templates.ts'
import type { Advice } from '../../../src/support/advice/advice.ts'
import type { Slot } from '../../../src/support/meetings/meetings.ts'
import type { Agreed } from '../../../src/support/promises/promises.ts'
import { shareOf, toldElsewhere } from '../../../src/tools/carried-shares/carried-shares.ts'
import type { Carry } from '../../../src/tools/carries/carries.ts'
import { speaksOfChange } from '../../../src/tools/change-words/change-words.ts'
import { issuesFrom, tieOf, untied } from '../../../src/tools/closing-ties/closing-ties.ts'
import { reaches } from '../../../src/tools/first-drafts/first-drafts.ts'
import { RECORD_RULES } from '../../../src/tools/record-rules/record-rules.ts'
import { recordBodies } from '../../../src/tools/record-sources/body.ts'
import type { RecordRows } from '../../../src/tools/record-sources/record-sources.ts'

const before = [
  { id: 'i1', text: '町外の病院から、退院の知らせが届かないことがある' },
  { id: 'i2', text: '病院の相談員が、町の連絡先を知らない' },
  { id: 'i3', text: '退院前の話し合いに、訪問看護が呼ばれない' },
]
const causes = { causes: [{ id: 'c1', text: '役場の中で受ける係が決まっていない', issue: 'i2' }] }
const issues = issuesFrom(before, causes)
const none = { refs: [], words: '' }

describe('which issue a change answers', () => {
  it('is told by the words they share', () => {
    expect(tieOf('3週間で入院の知らせが6件届いた', none, issues)).to.equal('i1')
    expect(tieOf('相談員5人に会えた', none, issues)).to.equal('i2')
    expect(tieOf('訪問看護の所長が話し合いに加わった', none, issues)).to.equal('i3')
  })

  it('is told by what was touched, whatever the words are', () => {
    expect(tieOf('電話番号を一つにした', { refs: ['causes/c1'], words: '' }, issues)).to.equal('i2')
    expect(tieOf('電話番号を一つにした', { refs: ['causes/zz'], words: 'みんなで話す' }, issues)).to.equal('')
  })

  it('is asked where it can not be told: better a question than a wrong tie', () => {
    expect(tieOf('病院と退院のことを話せた', none, issues)).to.equal('')
    expect(tieOf('みんなの気持ちが前向きになった', none, issues)).to.equal('')
    const changes: Row[] = [
      { id: 'x', text: '届いた', answers: 'i1' },
      { id: 'y', text: '話せた' },
      { id: 'z', text: '' },
    ]
    expect(untied({ before, changes }).map(({ id }) => id)).to.deep.equal(['y'])
    expect(untied({ before, changes: [{ id: 'x', text: '届いた', answers: 'gone' }] })).to.have.length(1)
  })
})

describe('lines that tell of a change', () => {
  for (const text of [
    '4場面の目指す姿の案ができた',
    'ベッドが間に合わなかった例は0件だった。',
    '介護側から始めた日常療養の取組を、県の全体会で広げる道も見えた',
    '最初にやるべきことが見えた',
  ])
    it(`「${text}」`, () => expect(speaksOfChange(text)).to.equal(true))

  for (const text of [
    '担当者で集まり、目的の共有と今の取組の整理をする予定',
    '無料で勧めてきた手前、使わないでほしいとは言えない',
    '研修・講演・広報のほかに手立てが思いつかず、効き目に自信が持てない',
    'サービスを卒業していけることを、新規相談のときに伝える手順が要る',
  ])
    it(`not 「${text}」`, () => expect(speaksOfChange(text)).to.equal(false))
})

const slot = (id: string, kind: Slot['kind'], label: string) =>
  ({ kind, label, meeting: { id, isRecorded: true } }) as unknown as Slot
const told = (meetingId: string, part: 'situation' | 'decided', text: string) =>
  ({ id: `${meetingId}-${part}`, meetingId, part, text }) as RecordRows['lines'][number]
const rows: RecordRows = {
  slots: [
    slot('m1', 'orientation', 'オリエンテーション'),
    slot('m2', 'support', '支援1'),
    slot('m3', 'support', '支援2'),
  ],
  lines: [
    told('m1', 'decided', '退院だけを扱う'),
    told('m2', 'situation', '窓口を知っていたのは1人だった'),
    told('m3', 'situation', '知らせが11件届いた'),
  ],
  advice: [
    { id: 'a1', text: '数えましょう', answer: 'taken', answerReason: '毎週数えます', sentAt: 'x', meetingId: 'm2' },
    {
      id: 'a2',
      text: '見合わせては',
      answer: 'declined',
      answerReason: 'もう始めました',
      sentAt: 'x',
      meetingId: 'm2',
    },
  ] as unknown as Advice[],
  promises: [
    { id: 'p1', text: '記録を読む', learned: '家族からの電話が先だった', status: 'done', side: 'town', touches: [] },
    { id: 'p2', text: '案内する', learned: '', status: 'todo', side: 'support', touches: [], waivedAt: null },
  ] as unknown as Agreed[],
  values: [
    { indicatorId: 'n1', measuredOn: '2025-12-12', value: '75%', createdAt: '2025-12-12T00:00:00Z', id: 'v1' },
    { indicatorId: 'n2', measuredOn: '2025-12-12', value: '3件', createdAt: '2025-12-12T00:00:00Z', id: 'v2' },
  ] as unknown as RecordRows['values'],
  model: {
    indicators: [
      { id: 'n1', text: '知った人の割合', baseline: '0%', target: '80%' },
      { id: 'n2', text: '間に合わなかった件数', baseline: '3件' },
      { id: 'n3', text: 'まだ測っていない', baseline: '1' },
    ],
  },
  ...{ issues: {}, causes: {}, closing: {} },
}

describe('what the record gives to a first draft', () => {
  const bodies = recordBodies(rows)
  const picked = (from: string, toPath: string) =>
    RECORD_RULES.filter((r) => r.from === from && r.to === 'closing' && r.toPath === toPath).flatMap((r) =>
      r.pick(bodies[from as keyof typeof bodies]),
    )

  it('keeps the words as they were recorded, from the meetings after the first one of work', () => {
    expect(picked('records', 'changes').map(({ text, isSpare }) => [text, isSpare ?? false])).to.deep.equal([
      ['知らせが11件届いた', false],
    ])
    expect(picked('practices', 'changes').map(({ text }) => text)).to.deep.equal(['家族からの電話が先だった'])
    expect(picked('practices', 'next').map(({ text, isSpare }) => [text, isSpare])).to.deep.equal([['案内する', true]])
  })

  it('tells of advice that was taken, never of what was declined', () => {
    expect(picked('advice', 'changes').map(({ text }) => text)).to.deep.equal(['毎週数えます'])
  })

  it('says where an indicator began and stands, and that it did not change', () => {
    expect(picked('measures', 'changes').map(({ text, row }) => [text, row?.unchanged ?? ''])).to.deep.equal([
      ['知った人の割合：0% → 75%（R7.12.12（金）。目標 80%）', ''],
      ['間に合わなかった件数：3件のまま（R7.12.12（金））', 'yes'],
    ])
  })

  it('lets nothing come to more readers by a press', () => {
    expect([reaches('region', 'region'), reaches('wg', 'region')]).to.deep.equal([true, true])
    expect(['office', 'town', 'team'].map((circle) => reaches(circle as 'town', 'region'))).to.not.include(true)
    expect([reaches('town', 'town'), reaches('team', 'town'), reaches('region', 'wg')]).to.deep.equal([
      true,
      false,
      false,
    ])
  })
})

describe('the share that was carried', () => {
  const carry = (toPath: string, copiedText: string) => ({ toPath, copiedText }) as Carry
  const closing: Body = {
    before: [{ id: 'b1', text: '知らせが届かない' }],
    changes: [
      { id: 'c1', text: '三週間で入院の知らせが、六件届いた' },
      { id: 'c2', text: 'まったく違うことを書いた' },
      { id: 'c3', text: '窓口の電話番号を一つにした', rest: '{"src":["000:12"]}' },
    ],
    next: [{ id: 'n1', text: '隣の町にも広げる' }],
  }
  const carries = [
    carry('before/b1/text', '知らせが届かない'),
    carry('changes/c1/text', '3週間で入院の知らせが6件届いた'),
    carry('changes/c2/text', '入院の知らせが6件届いた'),
  ]

  it('does not count a link whose words are gone', () => {
    expect(shareOf(closing, carries)).to.deep.equal({ texts: 5, ways: { carried: 1, reworded: 1, written: 3 } })
  })

  it('finds what the record tells in the same place of the report, or in the same words', () => {
    const recorded = [
      { text: '電話は係で受ける', place: '支援1', rest: '{"src":["000:10-14"]}' },
      { text: '隣の町にもカードを広げる話が出た', place: '支援2', rest: '' },
    ]
    expect(toldElsewhere(closing, carries, recorded).map(({ text, place }) => [text, place])).to.deep.equal([
      ['まったく違うことを書いた', ''],
      ['窓口の電話番号を一つにした', '支援1'],
      ['隣の町にも広げる', ''],
    ])
  })
})
