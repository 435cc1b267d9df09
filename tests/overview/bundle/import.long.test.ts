import { expect } from 'chai'
import { editsSince, importBundle } from '../../../src/overview/bundle/actions.ts'
import { bundleOfRegion } from '../../../src/overview/case-records/store.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'
import { bring, copyOf, rowCounts, sample } from './samples.ts'

const refusal = (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  )

describe('a bundle comes in', () => {
  it('puts every step, situation, advice and action of 岐南町 in its place', async () => {
    const db = await freshDb()
    const { regionId, number } = await bring(db, sample('r7-ginan'))
    const meetings = await db
      .selectFrom('meetings')
      .selectAll()
      .where('regionId', '=', regionId)
      .orderBy('number')
      .execute()
    expect(number).to.equal(1)
    expect(meetings.map((m) => m.label)).to.deep.equal(
      'オリエンテーション 事前MTG① 支援1 事前MTG② 支援2 事前MTG③ 支援3 合同報告会'.split(' '),
    )
    expect(meetings.every((m) => m.stepId !== null)).to.equal(true)
    expect(meetings.map((m) => Boolean(m.fixedAt))).to.deep.equal([true, true, true, true, true, true, true, false])
    const support2 = meetings[4]?.id ?? ''
    const lines = await db
      .selectFrom('meetingLines')
      .selectAll()
      .where('meetingId', '=', support2)
      .orderBy('position')
      .execute()
    expect(lines.map((l) => [l.part, l.text.slice(0, 12)])).to.deep.equal([
      ['situation', '研修・講演・広報のほかに'],
      ['situation', '医師会に説明するだけでな'],
      ['situation', '岐阜市と同じ医療圏なので'],
    ])
    const advice = await db.selectFrom('advice').selectAll().where('meetingId', '=', support2).execute()
    expect(advice).to.have.length(4)
    expect(advice.every((a) => JSON.parse(a.restJson).mapping === 'inferred')).to.equal(true)
    const promises = await db
      .selectFrom('promises')
      .selectAll()
      .where('regionId', '=', regionId)
      .orderBy('position')
      .execute()
    expect(promises.map((p) => [p.bundleKey, p.status, p.inferred, p.betweenFrom])).to.deep.equal([
      ['a1', 'done', 0, 'orientation'],
      ['a2', 'done', 0, 's1'],
      ['a3', 'done', 1, 'pre2'],
      ['a4', 'doing', 0, 's2'],
      ['a5', 'doing', 1, 's2'],
    ])
  })

  it('stands in a programme of its own, linked to the real organisations, read-only for all members', async () => {
    const it = await town(await freshDb())
    const { regionId } = await importBundle(await it.ctx('mika'), sample('r5-mito'))
    const region = await regionSeen(it.db, await it.actor('aoi'), regionId)
    expect(region).to.include({ isSample: true, isSelected: true, bureauCode: 'kanto-shinetsu', sortCode: '082015' })
    expect(region?.prefectureId).to.equal('org-080004')
    expect(region?.applicantIds).to.deep.equal(['org-082015'])
    const programme = await it.db
      .selectFrom('programmes')
      .selectAll()
      .where('id', '=', region?.programmeId ?? '')
      .executeTakeFirstOrThrow()
    expect(programme).to.include({ isSample: 1, fiscalYear: 2023, templateKey: 'R5', ownerId: 'org-banso' })
    expect(programme.name).to.equal('見本（令和5年度、R5の進め方）')
  })

  it('doubles nothing when it comes a second and a third time', async () => {
    const db = await freshDb()
    const first = await bring(db, sample('r7-ginan'))
    await bring(db, sample('r5-mito'))
    const before = await rowCounts(db)
    const again = await bring(db, sample('r7-ginan'))
    await bring(db, sample('r5-mito'))
    await bring(db, sample('r7-ginan'))
    expect(again).to.deep.equal({ ...first, again: true })
    const { happenings, ...rest } = await rowCounts(db)
    const { happenings: happened, ...same } = before
    expect(rest).to.deep.equal(same)
    expect(happenings).to.equal((happened ?? 0) + 3)
  })

  it('takes a newer state of a sample nobody has touched', async () => {
    const db = await freshDb()
    await bring(db, sample('r5-mito'))
    const newer = copyOf('r5-mito')
    newer.steps = (newer.steps as unknown[]).slice(0, 3)
    const { regionId } = await bring(db, newer)
    expect(await bundleOfRegion(db, regionId)).to.deep.equal(newer)
  })

  it('refuses to swallow what people wrote since, and says what differs', async () => {
    const db = await freshDb()
    const { regionId } = await bring(db, sample('r7-ginan'))
    await db.updateTable('regions').set({ focus: '窓口での受け答えから始める' }).where('id', '=', regionId).execute()
    await db.updateTable('promises').set({ status: 'done' }).where('bundleKey', '=', 'a5').execute()
    expect(await editsSince(db, regionId)).to.deep.equal([
      'theme.focus：「状態が落ちるとすぐデイサービス、という流れを変える」 → 「窓口での受け答えから始める」',
      'actions[4].status：「doing」 → 「done」',
    ])
    const before = await rowCounts(db)
    const said = await refusal(bring(db, sample('r7-ginan')))
    expect(said).to.match(/^No\.1 岐阜県岐南町は、取り込みのあとに人の手で変わっています。[\s\S]*actions\[4\]\.status/)
    expect(await rowCounts(db)).to.deep.equal(before)
  })
})

describe('a bundle comes into a year of ours', () => {
  const living = async (it: Town) => {
    const bundle = { ...sample('r7-ginan'), id: 'from-elsewhere' }
    return importBundle(await it.ctx('mika'), bundle, { into: it.programmeId })
  }

  it('becomes a region that people go on with', async () => {
    const it = await town(await freshDb())
    const { regionId, number } = await living(it)
    const region = await regionSeen(it.db, await it.actor('shun'), regionId)
    expect(region).to.include({ isSample: false, programmeId: it.programmeId, number: 4 })
    const meeting = await it.db
      .selectFrom('meetings')
      .select('stepId')
      .where('regionId', '=', regionId)
      .where('stepKey', '=', 's1')
      .executeTakeFirstOrThrow()
    expect(meeting.stepId).to.equal('step-s1')
    expect(number).to.equal(4)
  })

  it('is refused to those who do not run that year, and as a sample of itself', async () => {
    const it = await town(await freshDb())
    await living(it)
    const again = { ...sample('r7-ginan'), id: 'from-elsewhere' }
    expect(await refusal(importBundle(await it.ctx('mika'), again))).to.contain('見本にはできません')
    const other = { ...sample('r5-mito'), id: 'another' }
    expect(await refusal(importBundle(await it.ctx('nagi'), other, { into: it.programmeId }))).to.contain(
      'その事務局だけ',
    )
    expect(await refusal(importBundle(await it.ctx('nagi'), other))).to.equal('見本を取り込めるのは事務局の人です')
    expect(await refusal(importBundle(await it.ctx('mika'), other, { into: 'nowhere' }))).to.contain('見つかりません')
  })
})
