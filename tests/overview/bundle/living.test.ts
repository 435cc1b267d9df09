import { expect } from 'chai'
import { importBundle } from '../../../src/overview/bundle/actions.ts'
import { exportBundle } from '../../../src/overview/case-export/store.ts'
import { judge } from '../../../src/overview/case-format/checks.ts'
import { bundleOfRegion } from '../../../src/overview/case-records/store.ts'
import { addAdvice, markAnswered } from '../../../src/support/advice/store.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { addPromise } from '../../../src/support/promises/store.ts'
import { addLines } from '../../../src/support/records/store.ts'
import { freshDb } from '../../support/db.ts'
import { NOW, type Town, town } from '../../support/town.ts'

/** みどり町 after its first meeting. */
async function lived(): Promise<Town> {
  const it = await town(await freshDb())
  const { db, programmeId, regions } = it
  const at = { programmeId, regionId: regions.midori, stepId: 'step-s1', stepKey: 's1', number: 3, label: '支援1' }
  const meetingId = await addMeeting(db, { ...at, kind: 'support' }, NOW)
  await updateMeeting(db, meetingId, { heldOn: '2025-10-20', mode: 'online', isRecorded: true, keywords: ['退院'] })
  const lines = [
    { part: 'situation', text: '退院の知らせが前日に届く', circle: 'region' },
    { part: 'decided', text: '病院の相談室を訪ねる', circle: 'region' },
    { part: 'situation', text: '課の中でまだ話せていない', circle: 'town' },
  ] as const
  await addLines(db, meetingId, { lines, personId: null, personName: '早瀬 俊' }, NOW)
  const advice = {
    regionId: regions.midori,
    meetingId,
    circle: 'region',
    advisorId: null,
    advisorName: '岡田 健',
  } as const
  const id = await addAdvice(db, { ...advice, text: '相談室に、困っている日を聞いてみる' }, NOW)
  await markAnswered(db, id, { answer: 'taken', reason: '来週行きます', by: '青木 葵' }, NOW)
  await addAdvice(db, { ...advice, meetingId: null, text: '電話でも構わない' }, NOW)
  const promise = { regionId: regions.midori, meetingId, side: 'town', owner: 'みどり町', circle: 'region' } as const
  await addPromise(
    db,
    {
      ...promise,
      text: '相談室を訪ねる',
      type: 'visit',
      dueOn: '2025-11-10',
      dueText: null,
      createdBy: null,
      betweenFrom: 's1',
    },
    NOW,
  )
  return it
}

describe('a region that grew up here goes out as a bundle', () => {
  it('with meetings, lines, advice and its answer, promises, and keys of its own for the rest', async () => {
    const { db, regions } = await lived()
    const bundle = await exportBundle(db, regions.midori)
    expect(judge(bundle)).to.deep.include({ faults: [] })
    expect(bundle).to.deep.include({
      format: 'banso-case/1',
      fiscalYear: 2025,
      processTemplate: 'R7',
      caseType: 'municipality',
    })
    expect(bundle.region).to.deep.equal({
      displayName: '東浜県みどり町',
      prefecture: { code: '91', name: '東浜県' },
      bureau: { code: 'tokai-hokuriku', name: '東海北陸厚生局' },
      members: [{ code: '91341', lgcode: '913413', name: 'みどり町', role: 'applicant' }],
      countsAs: 1,
    })
    const [step = {}] = bundle.steps as Record<string, unknown>[]
    expect(step).to.deep.include({
      seq: 3,
      key: 's1',
      heldOn: '2025-10-20',
      recorded: true,
      mode: 'online',
      keywords: ['退院'],
    })
    expect(step.situation).to.deep.equal([
      { text: '退院の知らせが前日に届く', inf: false, writtenBy: '早瀬 俊' },
      { text: '課の中でまだ話せていない', inf: false, circle: 'town', writtenBy: '早瀬 俊' },
    ])
    expect(step.lines).to.deep.equal([
      { text: '病院の相談室を訪ねる', part: 'decided', inf: false, writtenBy: '早瀬 俊' },
    ])
    expect((step.advice as object[])[0]).to.deep.include({
      answer: 'taken',
      answerReason: '来週行きます',
      answeredBy: '青木 葵',
    })
    expect((bundle.advice as object[])[0]).to.deep.include({ text: '電話でも構わない', givenBy: '岡田 健' })
    expect((bundle.actions as object[])[0]).to.deep.include({
      type: 'visit',
      between: ['s1', null],
      due: '2025-11-10',
      status: 'todo',
    })
    expect(Object.keys(bundle.course as object)).to.deep.equal(['submissions', 'decisions'])
  })

  it('and lives on in another installation, the same to the last word', async () => {
    const { db, regions } = await lived()
    const { bundle } = judge(await exportBundle(db, regions.midori))
    const there = await town(await freshDb())
    if (!bundle) throw new Error('the export is no bundle')
    const { regionId } = await importBundle(await there.ctx('mika'), bundle, { into: there.programmeId })
    expect(await bundleOfRegion(there.db, regionId)).to.deep.equal(bundle)
    const advice = await there.db
      .selectFrom('advice')
      .select(['answer', 'sentAt'])
      .where('regionId', '=', regionId)
      .execute()
    expect(advice.map((row) => row.answer)).to.deep.equal(['taken', null])
  })

  it('keeps the draft of an entry that was never handed in, and decisions nobody has heard of, at home', async () => {
    const it = await town(await freshDb())
    const bundle = await exportBundle(it.db, it.regions.kitamori)
    expect(bundle).to.not.have.property('documents')
    expect(bundle).to.not.have.property('course')
    expect(bundle.caseType).to.equal('prefecture-led')
    expect(judge(bundle).faults).to.deep.equal([])
  })
})
