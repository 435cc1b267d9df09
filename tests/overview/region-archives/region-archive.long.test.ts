import { expect } from 'chai'
import { parse } from 'node-html-parser'
import { importBundle } from '../../../src/overview/bundle/actions.ts'
import { readBundle } from '../../../src/overview/case-format/checks.ts'
import { paths } from '../../../src/paths/paths.ts'
import type { Db } from '../../../src/platform/db/db.ts'
import { openWorkbook } from '../../../src/platform/office/office.ts'
import { addNote } from '../../../src/support/notes/store.ts'
import { addComment } from '../../../src/tools/comments/store.ts'
import { freshDb } from '../../support/db.ts'
import { type Demo, demonstration } from '../../support/demonstration.ts'
import { town } from '../../support/town.ts'
import { unzipped } from '../../support/unzipped.ts'

const NOTE = '町にはまだ言わない覚え書き'

describe('the copy of a region’s record', function () {
  this.timeout(120_000)
  let demo: Demo
  let midori: string
  const copies = new Map<string, Map<string, Buffer>>()

  async function copyFor(who: 'mika' | 'aoi', reader: string): Promise<Map<string, Buffer>> {
    const known = copies.get(reader)
    if (known) return known
    const browser = await demo.browse(who)
    await browser.open(paths.regionArchiveZip(midori, reader))
    expect(browser.status).to.equal(200)
    const files = await unzipped(browser.bytes)
    copies.set(reader, files)
    return files
  }
  /** Little stands in it: its copy is quickly made. */
  const quiet = () => demo.region('すずかぜ市')
  const textOf = (files: Map<string, Buffer>, path: string) => (files.get(path) ?? Buffer.alloc(0)).toString('utf8')

  before(async () => {
    demo = await demonstration()
    midori = demo.region('みどり町')
    const by = { personId: null, personName: '岡田 健' }
    await addNote(demo.db, { regionId: midori, text: NOTE, ...by }, demo.now)
    const ofMidori = demo.db.selectFrom('documents').selectAll().where('ownerId', '=', midori)
    const { id: documentId } = await ofMidori.where('kind', '=', 'logic_model').executeTakeFirstOrThrow()
    const comment = { id: 'comment-1', documentId, path: 'goal', quote: '', place: '目標', text: 'よい言葉です' }
    await addComment(demo.db, { ...comment, ...by, createdAt: demo.now.toISOString(), endedAt: null, endedBy: null })
  })
  after(() => demo.close())

  it('tells on its page what is inside and who reads it', async () => {
    const mika = await demo.browse('mika')
    await mika.open(paths.regionArchive(midori))
    expect(mika.text).to.contain('事務局用（全部）を受け取る').and.to.contain('市町村用')
    const aoi = await demo.browse('aoi')
    await aoi.open(paths.regionArchive(midori))
    expect(aoi.text).to.not.contain('事務局用')
    expect(aoi.text).to.contain('入らないもの：事務局だけ、支援チーム')
    expect((await aoi.open(paths.regionArchiveZip(midori, 'office'))).status).to.equal(403)
    for (const who of ['ken', 'ren', 'sora'] as const)
      expect((await (await demo.browse(who)).open(paths.regionArchive(midori))).status).to.equal(403)
  })

  it('holds lists, papers, pictures and files under names every system takes', async () => {
    const files = await copyFor('mika', 'office')
    const names = [...files.keys()]
    expect(names).to.include.members([
      'index.html',
      '記録一式.json',
      '一覧/助言.csv',
      '一覧/約束・宿題・実践.csv',
      '支援経過/支援経過.pdf',
      '支援経過/支援経過.pptx',
    ])
    expect(names).to.include.members([
      '図/ロジックモデル.svg',
      '図/ロジックモデル.png',
      'シートと道具/課題解決ストーリー（ロジックモデル）.xlsx',
    ])
    expect(names.filter((name) => name.startsWith('ファイル/')).length).to.be.greaterThan(0)
    for (const name of names) {
      expect(name).to.not.match(/[\\:*?"<>|]/)
      for (const part of name.split('/')) expect([...part].length, name).to.be.at.most(90)
    }
    expect(names).to.not.include('欠けているもの.txt')
    for (const [name, bytes] of files)
      if (name.endsWith('.xlsx')) expect(await openWorkbook(bytes), name).to.be.an('object')
    expect(files.get('図/ロジックモデル.png')?.subarray(1, 4).toString()).to.equal('PNG')
  })

  it('its first page reads by itself, and every link leads into the copy', async () => {
    for (const reader of ['office', 'town']) {
      const files = await copyFor(reader === 'office' ? 'mika' : 'aoi', reader)
      const html = textOf(files, 'index.html')
      const page = parse(html)
      expect(page.querySelectorAll('script, link, iframe')).to.deep.equal([])
      expect(html.replace(/www\.w3\.org/g, '')).to.not.match(/https?:\/\//)
      const targets = page
        .querySelectorAll('[href], [src]')
        .map((e) => e.getAttribute('href') ?? e.getAttribute('src') ?? '')
      expect(targets.length).to.be.greaterThan(20)
      for (const target of targets) {
        if (target.startsWith('#')) expect(page.querySelector(target), target).to.not.equal(null)
        else expect([...files.keys()], target).to.include(decodeURIComponent(target))
      }
    }
    const page = parse(textOf(await copyFor('mika', 'office'), 'index.html')).textContent
    const advice = await demo.db
      .selectFrom('advice')
      .select('text')
      .where('regionId', '=', midori)
      .where('sentAt', 'is not', null)
      .execute()
    const promises = await demo.db.selectFrom('promises').select('text').where('regionId', '=', midori).execute()
    for (const { text } of [...advice, ...promises]) expect(page).to.contain(text)
  })

  it('the town’s copy holds nothing of the team’s circle, whoever makes it', async () => {
    const read = (circle: string) =>
      Promise.all([
        demo.db
          .selectFrom('advice')
          .select('text')
          .where('regionId', '=', midori)
          .where('circle', '=', circle)
          .execute(),
        demo.db
          .selectFrom('meetingLines')
          .innerJoin('meetings', 'meetings.id', 'meetingLines.meetingId')
          .select('meetingLines.text')
          .where('meetings.regionId', '=', midori)
          .where('meetingLines.circle', '=', circle)
          .execute(),
      ])
    const hidden = (await read('team')).flat().map(({ text }) => text)
    expect(hidden.length).to.be.greaterThan(0)
    const office = await copyFor('mika', 'office')
    const town = await copyFor('aoi', 'town')
    const all = (files: Map<string, Buffer>) =>
      [...files]
        .filter(([name]) => /\.(html|json|csv|svg|txt)$/.test(name))
        .map(([, bytes]) => bytes.toString('utf8'))
        .join('\n')
    for (const words of hidden) {
      expect(all(office)).to.contain(words.split('\n')[0])
      expect(all(town)).to.not.contain(words.split('\n')[0])
    }
    const mika = await demo.browse('mika')
    await mika.open(paths.regionArchiveZip(midori, 'town'))
    const made = await unzipped(mika.bytes)
    for (const words of hidden) expect(all(made)).to.not.contain(words.split('\n')[0])
    expect([...made.keys()]).to.deep.equal([...town.keys()])
    expect(all(town)).to.contain('よい言葉です').and.to.not.contain(NOTE)
    expect(all(office)).to.contain('よい言葉です').and.to.contain(NOTE)
  })

  it('its bundle is taken in again elsewhere, with every advice and promise', async () => {
    const json = (await copyFor('mika', 'office')).get('記録一式.json') ?? Buffer.alloc(0)
    const { bundle, faults } = readBundle(json)
    expect(faults).to.deep.equal([])
    if (!bundle) throw new Error('no bundle')
    const other = await town(await freshDb())
    const { regionId } = await importBundle(await other.ctx('mika'), bundle)
    const count = async (db: Db, id: string, table: 'advice' | 'promises') =>
      (await db.selectFrom(table).select('id').where('regionId', '=', id).execute()).length
    for (const table of ['advice', 'promises'] as const)
      expect(await count(other.db, regionId, table), table).to.equal(await count(demo.db, midori, table))
  })

  it('that it was taken stands in the history, each copy for its own readers', async () => {
    const mika = await demo.browse('mika')
    await mika.open(paths.regionHistory(midori))
    expect(mika.text).to.contain('記録の控え（事務局用（全部）')
    const aoi = await demo.browse('aoi')
    await aoi.open(paths.regionHistory(midori))
    expect(aoi.text).to.contain('記録の控え（市町村用').and.to.not.contain('事務局用')
  })

  it('names that no system takes, long ones and equal ones are told apart', async () => {
    const ids = [1, 2, 3].map((n) => `file-strange-${n}`)
    const [row] = await demo.db.selectFrom('files').selectAll().where('regionId', '=', midori).limit(1).execute()
    if (!row) throw new Error('no file')
    const names = ['議事/録: 案?*.txt', '議事/録: 案?*.txt', `${'長い名前'.repeat(60)}.txt`]
    for (const [at, id] of ids.entries())
      await demo.db
        .insertInto('files')
        .values({ ...row, id, regionId: quiet(), name: names[at] ?? '', circle: 'region', deletedAt: null })
        .execute()
    const nagi = await demo.browse('nagi')
    await nagi.open(paths.regionArchiveZip(quiet(), 'town'))
    const own = [...(await unzipped(nagi.bytes)).keys()].filter((name) => name.startsWith('ファイル/'))
    expect(own).to.include.members(['ファイル/議事／録_ 案__.txt', 'ファイル/議事／録_ 案__ (2).txt'])
    for (const name of own) expect([...name].length).to.be.at.most(100)
  })

  it('a file that is gone from the disk is told, not a fault', async () => {
    await demo.db
      .updateTable('files')
      .set({ sha256: '0'.repeat(64) })
      .where('id', '=', 'file-strange-1')
      .execute()
    const nagi = await demo.browse('nagi')
    await nagi.open(paths.regionArchiveZip(quiet(), 'town'))
    expect(nagi.status).to.equal(200)
    const files = await unzipped(nagi.bytes)
    expect(textOf(files, '欠けているもの.txt')).to.contain('議事/録: 案?*.txt')
    expect(textOf(files, 'index.html')).to.contain('この控えに入れられなかったもの')
  })
})
