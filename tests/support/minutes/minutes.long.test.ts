import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { documentOf } from '../../../src/papers/documents/store.ts'
import { milestonesOf } from '../../../src/papers/revisions/store.ts'
import { paths } from '../../../src/paths/paths.ts'
import { filesIn } from '../../../src/platform/files/files.ts'
import { reportOwner } from '../../../src/support/reports/reports.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const live = paths.meetingLive(ID, 1)
const minutes = paths.meetingMinutes(ID, 1)

/** The words of a Word file, read by an independent unzipper. */
const wordsOf = (bytes: Buffer, part = 'word/document.xml'): Promise<string> =>
  new Promise((done, fail) =>
    fromBuffer(bytes, { lazyEntries: true }, (error: Error | null, zip?: ZipFile) => {
      if (error || !zip) return fail(error ?? new Error('no zip'))
      zip.on('error', fail)
      zip.on('end', () => fail(new Error(`no ${part}`)))
      zip.on('entry', (entry: Entry) => {
        if (entry.fileName !== part) return zip.readEntry()
        zip.openReadStream(entry, (fault, stream) => {
          if (fault || !stream) return fail(fault ?? new Error('no stream'))
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => done(Buffer.concat(chunks).toString('utf8')))
        })
      })
      zip.readEntry()
    }),
  )

async function held(): Promise<{ midori: Town; ken: Browser; mika: Browser; aoi: Browser }> {
  const midori = await town(await freshDb())
  const ken = await browse(midori, 'ken')
  const note = async (fields: Record<string, string>) => (await ken.open(live)).fill(fields, '書き足す')
  await note({ kind: 'decided', text: '病院から始める' })
  await note({ kind: 'advice', text: '課長を次は必ず', circle: 'team', advisor: midori.people.ken })
  await note({ kind: 'next', text: '一覧を渡す', ownerRole: 'hokenjo', due: '年内' })
  await ken.post(paths.meetingAttendance(ID, 1), { mark: `head:${midori.people.daichi}` })
  return { midori, ken, mika: await browse(midori, 'mika'), aoi: await browse(midori, 'aoi') }
}

const lettersTo = (midori: Town, name: 'aoi' | 'ken' | 'sora' | 'haru') =>
  midori.db
    .selectFrom('letters')
    .select(['subject', 'body'])
    .where('kind', '=', 'minutes')
    .where('personId', '=', midori.people[name])
    .orderBy('id')
    .execute()

describe('the minutes of a meeting', function () {
  this.timeout(30_000)

  it('mika fixes the record: frozen, documents marked, everybody gets what they may read', async () => {
    const { midori, ken, mika, aoi } = await held()
    await aoi.open(paths.report(ID, 'pre1'))
    await aoi.fill({ 'f.good': '会えた' }, '送る（')
    await mika.open(minutes)
    await mika.fill({}, '記録を確定して')
    expect(mika.status, mika.text).to.equal(200)
    expect(mika.notice).to.include('人にメールで送ります')
    await mika.open(minutes)
    expect(mika.text).to.include('第1版').and.include('◎大地 誠').and.include('保健所').and.include('年内')
    const [toAoi] = await lettersTo(midori, 'aoi')
    expect(toAoi?.subject).to.equal('【東浜県みどり町】オリエンテーションの記録')
    expect(toAoi?.body).to.include('病院から始める').and.include(minutes).and.not.include('課長を次は必ず')
    expect(toAoi?.body).to.include('一覧を渡す（保健所　年内）')
    expect((await lettersTo(midori, 'ken'))[0]?.body).to.include('課長を次は必ず')
    expect((await lettersTo(midori, 'sora'))[0]?.body).to.not.include('課長を次は必ず')
    expect(await lettersTo(midori, 'haru')).to.deep.equal([])
    const marked = await documentOf(midori.db, reportOwner(ID, 'pre1'))
    const marks = await milestonesOf(midori.db, marked?.id ?? '')
    expect(marks.map((mark) => mark.label)).to.deep.equal(['オリエンテーションの時点'])
    await ken.post(paths.meetingLines(ID, 1), { kind: 'decided', text: 'おそい', circle: 'region' })
    expect(ken.status).to.equal(409)
    expect(ken.text).to.include('確定しました')
    await mika.post(paths.meetingFix(ID, 1), {})
    expect(mika.status).to.equal(409)
    expect((await lettersTo(midori, 'aoi')).length).to.equal(1)
  })

  it('a later correction is a new version with a reason; the first one stays to be read', async () => {
    const { midori, ken, mika, aoi } = await held()
    await mika.open(minutes)
    await mika.fill({}, '記録を確定して')
    await mika.open(paths.meeting(ID, 1))
    await mika.follow('直す')
    await mika.fill({ text: '町立病院から始める' }, 'この文にする')
    expect(mika.status).to.equal(422)
    expect(mika.errors.reason).to.include('理由を書いてください')
    await mika.fill({ text: '町立病院から始める', reason: '病院名がぬけていた' }, 'この文にする')
    await aoi.open(minutes)
    expect(aoi.text).to.include('第2版').and.include('町立病院から始める').and.include('病院名がぬけていた')
    await aoi.open(`${minutes}?v=1`)
    expect(aoi.text).to.include('病院から始める').and.not.include('町立病院から始める')
    expect((await aoi.open(`${minutes}?v=9`)).status).to.equal(404)
    expect((await ken.open(paths.meeting(ID, 1))).links().some((href) => href.includes('/lines/'))).to.equal(false)
    await mika.open(minutes)
    await mika.fill({ reason: '' }, '新しい版にする')
    expect(mika.errors.reason).to.equal('直した理由を書いてください')
    await mika.fill({ reason: '期日を直した', mail: '1' }, '新しい版にする')
    expect(mika.text).to.include('第3版')
    const bodies = (await lettersTo(midori, 'aoi')).map((letter) => letter.body)
    expect(bodies.length).to.equal(2)
    expect(bodies[1]).to.include('理由：期日を直した')
  })

  it('as Word: only what its reader may read, in Japanese fonts', async () => {
    const { ken, aoi } = await held()
    await aoi.open(paths.meetingMinutesPaper(ID, 1))
    expect(aoi.headers.get('content-disposition')).to.include('attachment').and.include(encodeURIComponent('議事録'))
    const words = await wordsOf(aoi.bytes)
    expect(words).to.include('病院から始める').and.include('◎大地 誠').and.include('年内').and.include('確定前')
    expect(words).to.not.include('課長を次は必ず')
    expect(await wordsOf(aoi.bytes, 'word/styles.xml'))
      .to.include('游ゴシック')
      .and.include('BIZ UDPゴシック')
    expect(await wordsOf((await ken.open(paths.meetingMinutesPaper(ID, 1))).bytes)).to.include('課長を次は必ず')
  })
})

describe('the papers of a meeting', function () {
  this.timeout(30_000)
  before(() => filesIn(mkdtempSync(join(tmpdir(), 'banso-papers-'))))

  it('agenda, roster and numbered materials, as a page and as Word', async () => {
    const { midori, ken, aoi } = await held()
    const papers = paths.meetingPapers(ID, 1)
    await ken.open(papers)
    await ken.fill({ items: '1. 町の状況\n・意見交換' }, '議題を保存する')
    expect(ken.notice).to.equal('議題を保存しました')
    for (const name of ['概要.txt', '連絡票の案.txt']) {
      const files = [{ field: 'file', name, bytes: Buffer.from('みどり町') }]
      await ken.upload(paths.meetingMaterials(ID, 1), files, { circle: name === '概要.txt' ? 'team' : 'region' })
      expect(ken.status, ken.text).to.equal(200)
    }
    await aoi.open(paths.meetingPaper(ID, 1, 'agenda'))
    expect(aoi.text).to.include('町の状況').and.include('資料2 連絡票の案.txt').and.not.include('概要.txt')
    await aoi.open(paths.meetingPaper(ID, 1, 'roster'))
    expect(aoi.text).to.include('◎大地 誠').and.include('敬称略')
    expect(aoi.document.querySelector('table')?.textContent).to.not.include('青木 葵')
    for (const kind of ['agenda', 'roster', 'materials']) {
      await aoi.open(paths.meetingPaperFile(ID, 1, kind))
      expect(await wordsOf(aoi.bytes)).to.include('オリエンテーション')
    }
    expect((await aoi.open(paths.meetingPaper(ID, 1, 'nothing'))).status).to.equal(404)
    expect((await (await browse(midori, 'haru')).open(papers)).status).to.equal(403)
  })
})
