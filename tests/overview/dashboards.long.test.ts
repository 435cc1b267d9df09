import { expect } from 'chai'
import { paths } from '../../src/paths/paths.ts'
import { countQueries } from '../../src/platform/db/db.ts'
import type { Answer } from '../../src/support/advice/advice.ts'
import { addAdvice, markAnswered } from '../../src/support/advice/store.ts'
import { addMeeting, updateMeeting } from '../../src/support/meetings/store.ts'
import { addPromise, markPromise, type NewPromise, type PromiseChanges } from '../../src/support/promises/store.ts'
import { addFates, fatesOf, setFates } from '../../src/tools/check-fates/store.ts'
import { browse } from '../support/browse.ts'
import { fileOf, numbersOf, twinOf } from '../support/charts.ts'
import { freshDb } from '../support/db.ts'
import { type Town, town } from '../support/town.ts'

const DASHBOARD = paths.dashboard('programme-2025')
const MIDORI = '東浜県みどり町'
const SUZUKAZE = '南原県すずかぜ市'

/** すずかぜ市 was selected too; its letters have gone. */
const select = ({ db, now }: Town) =>
  db
    .insertInto('decisions')
    .values({
      ...{ id: 'suzukaze-decision', regionId: 'region-suzukaze', selected: 1, reason: '', warningReason: '' },
      ...{ decidedAt: now.toISOString(), decidedBy: '森野 美香', reversesId: null, announcedAt: now.toISOString() },
    })
    .execute()

async function advise(
  { db, now }: Town,
  answer: Answer | null,
  rest: { circle?: 'team' | 'town'; isSent?: boolean } = {},
) {
  const given = { regionId: 'region-midori', meetingId: null, text: '病棟に一度行ってみませんか', advisorId: null }
  const id = await addAdvice(db, { ...given, advisorName: '岡田 健', circle: 'region', ...rest }, now)
  if (answer) await markAnswered(db, id, { answer, reason: '病棟の都合を聞きます', by: '青木 葵' }, now)
}

async function agree({ db, now }: Town, given: Partial<NewPromise>, set: PromiseChanges = {}) {
  const usual = {
    regionId: 'region-midori',
    meetingId: null,
    text: '看護部長に会う',
    side: 'town',
    owner: 'みどり町',
  } as const
  const when = { dueOn: null, dueText: null, circle: 'region', createdBy: '青木 葵' } as const
  await markPromise(db, await addPromise(db, { ...usual, ...when, ...given }, now), { heldOn: null, ...set })
}

const done = (heldOn: string, type: string): PromiseChanges => ({ status: 'done', heldOn, type })

async function meet({ db, now, programmeId }: Town, regionId: string, heldOn: string, fixedAt: string | null) {
  const place = { programmeId, regionId, stepId: 'step-pre1', stepKey: 'pre1', number: 2, label: '事前MTG①' }
  const id = await addMeeting(db, { ...place, kind: 'premeeting' }, now)
  await updateMeeting(db, id, { heldOn, fixedAt })
}

async function send({ db }: Town, regionId: string, saidOn: string, body: Record<string, string>) {
  await db
    .insertInto('documents')
    .values({
      ...{ id: `lines-${regionId}`, kind: 'three_lines', ownerKind: 'region_step', ownerId: `${regionId}/pre1` },
      ...{
        templateKey: null,
        templateVersion: null,
        headNumber: 1,
        circle: 'region',
        createdAt: `${saidOn}T01:00:00.000Z`,
      },
    })
    .execute()
  const said = { sentAt: `${saidOn}T01:00:00.000Z`, saidOn, personId: null, personName: '青木 葵', onBehalfOf: null }
  const row = {
    id: `sending-${regionId}`,
    documentId: `lines-${regionId}`,
    regionId,
    stepKey: 'pre1',
    revisionNumber: 1,
  }
  await db
    .insertInto('reportSendings')
    .values({ ...row, ...said, bodyJson: JSON.stringify(body), isAddition: 0 })
    .execute()
}

describe('年度の数字', function () {
  this.timeout(20_000)
  let midori: Town
  before(async () => {
    midori = await town(await freshDb())
    await select(midori)
  })

  it('counts advice and how the town answered, not the notes of the team nor drafts', async () => {
    for (const answer of ['taken', 'taken', 'partly', null] as const) await advise(midori, answer)
    await advise(midori, null, { circle: 'team' })
    await advise(midori, null, { isSent: false })
    const mika = await browse(midori, 'mika')
    await mika.open(DASHBOARD)
    const table = twinOf(mika, 'advice')
    expect(table[0]).to.deep.equal(['地域', '取り入れた', '一部取り入れた', '見送った', 'ありがとう', 'まだ', '合計'])
    expect(numbersOf(table, MIDORI)).to.deep.equal(['2', '1', '0', '0', '1', '4'])
    expect(numbersOf(table, SUZUKAZE)).to.deep.equal(['0', '0', '0', '0', '0', '0'])
    expect(mika.document.querySelector('figure#advice')?.text).to.include('n＝助言4件')
  })

  it('tells promises kept in time from late, open and waiting ones', async () => {
    await agree(midori, { dueOn: '2025-10-20' }, done('2025-10-20', 'visit'))
    await agree(midori, { dueOn: '2025-10-10' }, done('2025-10-15', 'listen'))
    await agree(midori, {}, done('2025-10-15', 'listen'))
    await agree(midori, { dueOn: '2025-10-20' })
    await agree(midori, { dueOn: '2025-10-21' })
    await agree(midori, { dueOn: '2025-10-01' }, { waivedAt: midori.now.toISOString(), waiveReason: '病院の都合' })
    await agree(midori, { circle: 'town', dueOn: '2025-10-01' })
    const mika = await browse(midori, 'mika')
    await mika.open(DASHBOARD)
    const kept = twinOf(mika, 'kept')
    expect(kept[0]?.slice(1, -1)).to.deep.equal([
      '期日どおり',
      '遅れて済み',
      '期日なしで済み',
      '期日を過ぎて未完',
      'これから',
    ])
    expect(numbersOf(kept, MIDORI)).to.deep.equal(['1', '1', '1', '1', '1', '5'])
    const practice = twinOf(mika, 'practice')
    expect(practice[0]?.slice(1, 5)).to.deep.equal(['調べる', '出向く', '話を聞く', '話し合う'])
    expect(numbersOf(practice, MIDORI)).to.deep.equal(['0', '1', '2', '0', '0', '0', '3'])
  })

  it('follows the three lines from meeting to meeting', async () => {
    await meet(midori, 'region-midori', '2025-10-15', '2025-10-16T00:00:00.000Z')
    await meet(midori, 'region-suzukaze', '2025-10-20', null)
    await send(midori, 'region-midori', '2025-10-10', { good: '看護部長と話せた', stuck: '', next: '病棟に行く' })
    await send(midori, 'region-suzukaze', '2025-10-21', { good: '手紙を出した', stuck: '返事がない', next: '電話する' })
    const mika = await browse(midori, 'mika')
    await mika.open(DASHBOARD)
    const lines = twinOf(mika, 'lines')
    expect(lines[0]).to.deep.equal(['回', '手ごたえ', 'うまくいかなかったこと', 'これから実施したいこと'])
    expect(lines[1], 'すずかぜ市 wrote a day after its meeting').to.deep.equal(['事前MTG①・支援1', '1', '0', '1'])
    expect(lines[2], 'still ahead').to.deep.equal(['事前MTG②・支援2', '—', '—', '—'])
    expect(twinOf(mika, 'ahead')[1]).to.deep.equal(['事前MTG①・支援1', '2', '2', '5', '-1'])
    expect(numbersOf(twinOf(mika, 'steps'), '事前MTG①')).to.deep.equal(['1', '1', '0', '0', '0', '0', '2'])
  })

  it('counts questions that were shown and what became of them', async () => {
    const question = { regionId: 'region-midori', checkId: 'K1', ref: 'causes', textHash: 'x', message: '', label: '' }
    await addFates(
      midori.db,
      ['a', 'b'].map((path) => ({ ...question, path })),
      midori.now,
    )
    const [first] = await fatesOf(midori.db, 'region-midori')
    await setFates(midori.db, [first?.id ?? ''], { fate: 'fixed' })
    const mika = await browse(midori, 'mika')
    await mika.open(DASHBOARD)
    expect(twinOf(mika, 'checks')[1]?.slice(1)).to.deep.equal(['1', '0', '0', '1', '2'])
  })

  it('gives every chart a picture, its numbers in words, a table and the same table as a file', async () => {
    const haru = await browse(midori, 'haru')
    await haru.open(DASHBOARD)
    const figures = haru.document.querySelectorAll('figure.chart')
    expect(figures.map(({ id }) => id)).to.deep.equal('steps quiet lines ahead advice kept practice checks'.split(' '))
    for (const figure of figures) {
      expect(figure.querySelector('svg[role=img] title')?.text, figure.id).to.equal(figure.querySelector('h2')?.text)
      await haru.open(DASHBOARD)
      const twin = twinOf(haru, figure.id)
      expect(await fileOf(haru, figure.id), figure.id).to.deep.equal(twin)
      expect(haru.headers.get('content-disposition')).to.include('.csv')
    }
  })

  it('shows numbers and never a word of what was written', async () => {
    for (const who of ['mika', 'haru', 'tomo'] as const) {
      const reader = await browse(midori, who)
      await reader.open(DASHBOARD)
      expect(reader.status).to.equal(200)
      for (const words of ['病棟', '看護部長', '手紙を出した', '病院の都合', '岡田'])
        expect(reader.html).not.to.include(words)
      expect(reader.html.includes(paths.matrix(midori.programmeId)), who).to.equal(who === 'mika')
    }
  })

  it('is closed to regions, their prefecture and advisors: they do not compare', async () => {
    for (const who of ['aoi', 'nagi', 'ren', 'saki', 'sora', 'ken', 'yui'] as const) {
      const other = await browse(midori, who)
      await other.open(DASHBOARD)
      expect(other.status, who).to.equal(403)
      await other.open(paths.dashboardFile(midori.programmeId, 'advice'))
      expect(other.status, who).to.equal(403)
    }
    const mika = await browse(midori, 'mika')
    await mika.open(paths.dashboardFile(midori.programmeId, 'nothing'))
    expect(mika.status).to.equal(404)
  })

  it('asks the database a bounded number of times', async () => {
    const mika = await browse(midori, 'mika')
    await mika.open(DASHBOARD)
    const { queries } = await countQueries(() => mika.open(DASHBOARD))
    expect(queries).to.be.at.most(18)
  })
})

describe('年度の数字 of a year without regions', () => {
  it('says so, with the way on', async () => {
    const midori = await town(await freshDb())
    await midori.db.deleteFrom('decisions').execute()
    const mika = await browse(midori, 'mika')
    await mika.open(DASHBOARD)
    expect(mika.text).to.include('支援する地域はまだありません。').and.include('エントリーの一覧へ')
    expect(mika.document.querySelectorAll('figure')).to.have.lengthOf(0)
  })
})
