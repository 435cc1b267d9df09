import { expect } from 'chai'
import { type Body, type Row, rowsIn } from '../../../src/papers/templates/templates.ts'
import { paths } from '../../../src/paths/paths.ts'
import { openWorkbook } from '../../../src/platform/office/office.ts'
import { fetchRegions } from '../../../src/programme/regions/store.ts'
import { regionsSeenBy } from '../../../src/programme/sight/store.ts'
import { kindNamed } from '../../../src/tools/kinds/kinds.ts'
import { savePaper } from '../../../src/tools/papers/actions.ts'
import type { PaperKind } from '../../../src/tools/papers/papers.ts'
import { paperAt } from '../../../src/tools/papers/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const ID = 'region-midori'
const list = (...rows: Row[]): Row[] => rows
const BODIES: Record<'partners' | 'forum' | 'causes', Body> = {
  partners: {
    partners: list(
      {
        id: 'p1',
        name: 'みどり医師会',
        ask: '一例に\n出てほしい',
        stage: 'talked',
        moveNow: 'yes',
        rest: '{"src":["1")}',
      },
      { id: 'p2', name: '=1+1', worry: '𠮷野の🏥' },
    ),
  },
  forum: { forums: list({ id: 'f1', kind: 'preparation', theme: '退院の知らせ', times: '年2回' }) },
  causes: {
    causes: list({ id: 'c1', text: '知らせが遅い' }, { id: 'c2', text: '係が決まっていない', parent: 'c1' }),
    evidence: list({
      id: 'e1',
      cause: 'c1',
      side: 'for',
      kind: 'number',
      text: '前日までの知らせ',
      numerator: '3',
      denominator: '10',
    }),
  },
}

async function standing(midori: Town) {
  const ctx = await midori.ctx('aoi')
  const [region] = await fetchRegions(midori.db, regionsSeenBy(midori.db, ctx.actor).where('regions.id', '=', ID))
  if (!region) throw new Error('みどり町 is not seen')
  return { ctx, region }
}

async function send(aoi: Browser, ref: string, bytes: Buffer) {
  const to = paths.paperUpload(ID, ref)
  await aoi.open(to)
  return aoi.upload(to, [{ field: 'file', name: `${ref}.xlsx`, bytes }], { once: String(aoi.values.once) })
}

describe('a tool as a workbook', () => {
  let midori: Town
  beforeEach(async () => {
    midori = await town(await freshDb())
  })

  for (const [key, body] of Object.entries(BODIES))
    it(`${key} goes out and comes in again, the same to the last word`, async () => {
      const { ctx, region } = await standing(midori)
      const kind = kindNamed(key) as PaperKind
      await savePaper(ctx, region, kind, { edit: () => body })
      const aoi = await browse(midori, 'aoi')
      await aoi.open(paths.paperWorkbook(ID, key))
      await send(aoi, key, aoi.bytes)
      expect(aoi.notice).to.equal('読みこみました（第1版）')
      expect((await paperAt({ ctx, region }, kind)).head.body).to.deep.equal(body)
    })

  it('an edited cell is merged with what a colleague wrote meanwhile', async () => {
    const { ctx, region } = await standing(midori)
    const kind = kindNamed('partners') as PaperKind
    await savePaper(ctx, region, kind, { edit: () => BODIES.partners })
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.paperWorkbook(ID, 'partners'))
    const book = await openWorkbook(aoi.bytes)
    book.worksheets[0]?.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.value === 'みどり医師会') cell.value = 'みどり郡医師会'
      })
    })
    const bytes = Buffer.from(await book.xlsx.writeBuffer())
    await savePaper(ctx, region, kind, {
      edit: (body) => ({ partners: rowsIn(body, 'partners').map((row) => ({ ...row, talker: '課長' })) }),
    })
    await send(aoi, 'partners', bytes)
    expect(aoi.text).to.include('みどり郡医師会').and.include('課長')
  })

  it('a file of another region, and one that is no workbook, change nothing', async () => {
    const { ctx, region } = await standing(midori)
    const kind = kindNamed('forum') as PaperKind
    await savePaper(ctx, region, kindNamed('partners') as PaperKind, { edit: () => BODIES.partners })
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.paperWorkbook(ID, 'partners'))
    await send(aoi, 'forum', aoi.bytes)
    expect([aoi.status, Object.keys(aoi.errors)], aoi.text).to.deep.equal([422, ['file']])
    await send(aoi, 'forum', Buffer.from('これはExcelではありません'))
    expect(aoi.status).to.equal(422)
    expect((await paperAt({ ctx, region }, kind)).head.number).to.equal(0)
  })
})
