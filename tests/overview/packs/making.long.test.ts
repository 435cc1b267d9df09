import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { makePack, packRunner } from '../../../src/overview/pack-makings/actions.ts'
import { PART_KEYS, type PartKey } from '../../../src/overview/packs/packs.ts'
import { runTasks } from '../../../src/people/task-runs/actions.ts'
import type { MadeFile } from '../../../src/people/tasks/tasks.ts'
import { filesIn } from '../../../src/platform/files/files.ts'
import { programmeSeen } from '../../../src/programme/programmes/store.ts'
import type { Region } from '../../../src/programme/regions/regions.ts'
import { addAdvice } from '../../../src/support/advice/store.ts'
import { meetingsOfRegion, slotsOfYear } from '../../../src/support/meetings/store.ts'
import { addLines } from '../../../src/support/records/store.ts'
import { logicModelKind } from '../../../src/tools/model-words/model-words.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import {
  growTo,
  halfYear,
  papersOfRegion,
  putToWg,
  selectedRegions,
  writePaperOf,
  yearSteps,
} from '../../support/pack-year.ts'
import { bare, printed } from '../../support/printed.ts'
import { type Town, town } from '../../support/town.ts'
import { unzipped } from '../../support/unzipped.ts'

/** A4 on its side, in EMU. */
const PAGE = { w: 10692000, h: 7560000 }

describe('a pack for the WG', () => {
  let midori: Town
  let regions: Region[]

  before(async () => {
    filesIn(mkdtempSync(join(tmpdir(), 'banso-packs-')))
    midori = await town(await freshDb())
    await yearSteps(midori)
    await growTo(midori, 3)
    regions = await selectedRegions(midori)
    for (const [at, region] of regions.entries()) {
      await halfYear(midori, region)
      await papersOfRegion(midori, region, { seed: at + 1, boxes: 12 + at * 10 })
    }
    await inner()
    await putToWg(midori, regions.slice(0, 2))
  })

  /** 市町村の内輪 and 支援チーム: on no paper of the WG. */
  async function inner() {
    const [one] = regions
    const [meeting] = one ? await meetingsOfRegion(midori.db, one.id) : []
    if (!one || !meeting) throw new Error('no meeting')
    const lines = (['town', 'team'] as const).map((circle) => ({
      part: 'situation' as const,
      text: `${circle}だけの話`,
      circle,
    }))
    await addLines(midori.db, meeting.id, { lines, personId: null, personName: '' }, midori.now)
    const by = { regionId: one.id, meetingId: meeting.id, advisorId: midori.people.ken, advisorName: '岡田 健' }
    await addAdvice(midori.db, { ...by, circle: 'team', text: 'teamだけの助言' }, midori.now)
  }

  async function made(
    parts: readonly PartKey[],
    between: (doing: string) => Promise<void> = async () => {},
  ): Promise<Map<string, MadeFile>> {
    const ctx = await midori.ctx('mika')
    const programme = await programmeSeen(midori.db, ctx.actor, midori.programmeId)
    const slot = (await slotsOfYear(midori.db, midori.programmeId, midori.now)).find(({ label }) => label === 'WG③')
    if (!programme || !slot) throw new Error('no WG③')
    const progress = (_done: number, _outOf: number, doing: string) => between(doing)
    const files = await makePack({ ...ctx, progress }, { programme, slot, parts })
    return new Map(files.map((file) => [file.name, file]))
  }

  const bytesOf = (files: Map<string, MadeFile>, name: string) => files.get(name)?.bytes ?? Buffer.alloc(0)

  it('has a cover, numbered parts, and a last page of every revision used', async () => {
    const files = await made(PART_KEYS)
    expect([...files.keys()]).to.include.members([
      'WG③ 資料一式.pdf',
      'WG③ 資料一式.pptx',
      '資料9_支援経過（1枚）.pdf',
      '資料10_課題解決ストーリー（ロジックモデル）.pptx',
    ])
    const pdf = await printed(bytesOf(files, 'WG③ 資料一式.pdf'))
    expect(pdf).to.include({ title: 'WG③ 資料一式', language: 'ja-JP', isMarked: true })
    expect(pdf.pages[0]).to.include('資料の一覧').and.include('資料13意見対応表')
    const all = pdf.pages.join('')
    for (const { name } of regions) expect(all).to.include(bare(name))
    expect(all).to.include('資料9-1').and.include('資料10-2')
    const last = pdf.pages.at(-1) ?? ''
    expect(last).to.include('この資料のもとにした版').and.include('令和7年10月21日（火）14:03')
    expect(last).to.include('東浜県みどり町支援経過（1枚）1回目に出したもの').and.include('森野美香')
    expect(last).to.include('東浜県みどり町課題解決ストーリー（ロジックモデル）第1版')
    expect(pdf.roles).to.include.members(['H1', 'Table', 'Figure'])
  })

  it('holds nothing that was not put to the WG, and says so in its place', async () => {
    const files = await made(['boards', 'models', 'effect', 'plan', 'progress'])
    const pdf = await printed(bytesOf(files, 'WG③ 資料一式.pdf'))
    const all = pdf.pages.join('')
    expect(all).to.include('この地域の支援経過（1枚）は、まだWGに出していません')
    expect(all).to.include('この地域の課題解決ストーリー（ロジックモデル）は、まだWGに示していません')
    expect(all).to.not.match(/(?:town|team)だけの/)
    const slides = await wordsOf(bytesOf(files, 'WG③ 資料一式.pptx'))
    expect(slides).to.not.match(/(?:town|team)だけの/)
    expect(slides).to.include('まだWGに出していません')
  })

  it('is made from one moment: what is written meanwhile is in the next one', async () => {
    const [one] = regions
    if (!one) throw new Error('no region')
    const body = { boxes: [{ id: 'b1', kind: 'activity', text: 'あとから書いた箱' }], links: [], indicators: [] }
    let edited = false
    const files = await made(['models'], async (doing) => {
      if (edited || !doing.includes(one.name)) return
      edited = true
      await writePaperOf(midori, one, { kind: logicModelKind, body })
      await putToWg(midori, [one])
    })
    const first = (await printed(bytesOf(files, 'WG③ 資料一式.pdf'))).pages
    expect(edited).to.equal(true)
    expect(first.join('')).to.not.include('あとから書いた箱')
    expect(first.at(-1)).to.include('（ロジックモデル）第1版').and.not.include('第2版')
    const next = (await printed(bytesOf(await made(['models']), 'WG③ 資料一式.pdf'))).pages
    expect(next.join('')).to.include('あとから書いた箱')
    expect(next.at(-1)).to.include('第2版')
  })

  it('draws every shape of its slides inside the page, models as boxes and lines', async () => {
    const files = await made(PART_KEYS)
    const slides = await slidesOf(bytesOf(files, 'WG③ 資料一式.pptx'))
    const outside = slides.flatMap((xml, at) =>
      framesOf(xml)
        .filter(({ x, y, w, h }) => x < 0 || y < 0 || x + w > PAGE.w + 2000 || y + h > PAGE.h + 2000)
        .map((f) => `${at + 1}: ${JSON.stringify(f)}`),
    )
    expect(outside).to.deep.equal([])
    const model = slides.find((xml) => xml.includes('name="最終アウトカム 終')) ?? ''
    expect(model).to.include('prst="line"').and.include('name="アクティビティ 1"')
    expect(model).to.not.include('<p:pic>')
  })

  it('nothing chosen is a sentence, not an empty file', async () => {
    const said = await made([]).then(
      () => '',
      (error: Error) => error.message,
    )
    expect(said).to.include('入れるものを加えてから')
  })

  it('is handed out among the materials: a WG member reads it there, a town finds nothing', async () => {
    const mika = await browse(midori, 'mika')
    await mika.open(`/programmes/${midori.programmeId}/packs`)
    await mika.follow('委員会')
    const here = mika.url
    await mika.fill({}, 'この資料を作る')
    const task = mika.url.split('?')[0] ?? ''
    await mika.open(here)
    expect(mika.text).to.not.include('会の資料として置く')
    await runTasks({ db: midori.db, now: () => midori.now, runners: [packRunner] })
    await mika.open(here)
    await mika.fill({}, '会の資料として置く')
    expect(mika.notice).to.include('資料1として置きました')
    const haru = await browse(midori, 'haru')
    await haru.open(mika.url)
    await haru.follow('委員会 資料一式')
    expect((await printed(haru.bytes)).pages.join('')).to.include('進み具合（1枚）')
    const aoi = await browse(midori, 'aoi')
    for (const path of [task, haru.url, mika.url]) {
      await aoi.open(path)
      expect(aoi.status, path).to.equal(404)
    }
    expect((await haru.open(task)).status).to.equal(404)
  })
})

async function slidesOf(bytes: Buffer): Promise<string[]> {
  const files = await unzipped(bytes)
  const names = [...files.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  return names.map((name) => files.get(name)?.toString() ?? '')
}

const wordsOf = async (bytes: Buffer): Promise<string> =>
  (await slidesOf(bytes)).flatMap((xml) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text)).join('')

interface Frame {
  x: number
  y: number
  w: number
  h: number
}

const framesOf = (xml: string): Frame[] =>
  [...xml.matchAll(/<a:off x="(-?\d+)" y="(-?\d+)"\/>\s*<a:ext cx="(-?\d+)" cy="(-?\d+)"\/>/g)].map(
    ([, x, y, w, h]) => {
      return { x: Number(x), y: Number(y), w: Number(w), h: Number(h) }
    },
  )
