import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { filesIn } from '../../../src/platform/files/files.ts'
import { seenIn } from '../../../src/platform/office/blocks.ts'
import { bytesOf, openWorkbook, putText, type Worksheet } from '../../../src/platform/office/office.ts'
import { editModel } from '../../../src/tools/box-edits/actions.ts'
import { addBox, editBox } from '../../../src/tools/logic-models/body.ts'
import { boxesOf } from '../../../src/tools/logic-models/logic-models.ts'
import { logicModelKind } from '../../../src/tools/model-words/model-words.ts'
import { paperAt } from '../../../src/tools/papers/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { midoriRegion } from '../../support/model-region.ts'
import { type Town, town } from '../../support/town.ts'

/** The file with one cell's words changed, as in Excel. */
async function reworded(bytes: Buffer, from: string, to: string): Promise<Buffer> {
  const book = await openWorkbook(bytes)
  for (const cells of seenIn(book.worksheets[0] as Worksheet).values())
    for (const { text, cell } of cells) if (text?.startsWith(from)) putText(cell, text.replace(from, to))
  return bytesOf(book)
}

const REGION = 'region-midori'
const HEAD = 'No.\t具体的な施策\t成果指標\t取り組みの方向性\t目指す姿'
const TABLE = [
  HEAD,
  '1\t退院前の話し合いに町が出向く\t出向いた回数（目標：12回）\t退院の支度がそろう\t家で暮らし続けている',
  '2\t連絡先の一覧を新しくする（※要相談：病院）\t配った病院の数\t\t',
  '3\t退院前の話し合いに町が出向く（再）\t\t夜も安心して過ごす\t',
].join('\n')

describe('ロジックモデルのExcel', function () {
  this.timeout(30_000)
  let midori: Town
  let aoi: Browser
  const bodyNow = async () => {
    const [ctx, region] = [await midori.ctx('aoi'), await midoriRegion(midori)]
    return (await paperAt({ ctx, region }, logicModelKind)).head.body
  }
  const paste = async (pasted: string) => {
    await aoi.open(paths.logicModelFiles(REGION))
    await aoi.fill({ pasted }, '表を足す')
  }
  before(() => filesIn(mkdtempSync(join(tmpdir(), 'banso-model-'))))
  beforeEach(async () => {
    midori = await town(await freshDb())
    aoi = await browse(midori, 'aoi')
  })

  it('gives out an .xlsx, merges it with what was written meanwhile, and asks about a true clash', async () => {
    await paste(TABLE)
    await aoi.open(paths.logicModelWorkbook(REGION))
    const bytes = aoi.bytes
    const [ctx, region] = [await midori.ctx('daichi'), await midoriRegion(midori)]
    await editModel(ctx, region, { edit: (body) => addBox(body, 'output', { text: '会議録が残る' }) })
    const send = (given: Buffer) =>
      aoi.upload(paths.logicModelWorkbook(REGION), [{ field: 'workbook', name: 'もどり.xlsx', bytes: given }])
    await send(bytes)
    expect(aoi.notice).to.equal('ファイルの内容は、いまの図と同じです')
    expect(boxesOf(await bodyNow()).map(({ text }) => text)).to.include('会議録が残る')

    const changed = await reworded(bytes, '退院前の話し合いに町が出向く', '退院前の話し合いに町と包括が出向く')
    await send(changed)
    expect(aoi.notice).to.include('ファイルを読みこみました')
    const texts = boxesOf(await bodyNow()).map(({ text }) => text)
    expect(texts).to.include('会議録が残る').and.include('退院前の話し合いに町と包括が出向く')

    const box = boxesOf(await bodyNow()).find(({ text }) => text.includes('町と包括'))
    await editModel(ctx, region, { edit: (body) => editBox(body, box?.id ?? '', { text: '課長が病院を訪ねる' }) })
    await send(await reworded(bytes, '退院前の話し合いに町が出向く', '保健師が病棟を訪ねる'))
    expect(aoi.heading).to.equal('同じところに、ほかの人も書いていました')
    expect(aoi.text).to.include('課長が病院を訪ねる').and.include('保健師が病棟を訪ねる')
    await aoi.fill({ 'clash.0.pick': 'own', 'clash.0.own': '課長と保健師が病棟を訪ねる' }, '選んだとおりに保存する')
    expect(boxesOf(await bodyNow()).map(({ text }) => text)).to.include('課長と保健師が病棟を訪ねる')
  })

  it('refuses a file of another region, and a file that is none', async () => {
    await paste(TABLE)
    await aoi.open(paths.logicModelWorkbook(REGION))
    const nagi = await browse(midori, 'nagi')
    await nagi.upload(paths.logicModelWorkbook('region-suzukaze'), [
      { field: 'workbook', name: 'みどり町.xlsx', bytes: aoi.bytes },
    ])
    expect([nagi.status, nagi.text]).to.satisfy(([status, text]: [number, string]) =>
      status === 422 ? text.includes('別の地域') : status === 403,
    )
    await aoi.upload(paths.logicModelWorkbook(REGION), [
      { field: 'workbook', name: '表.xlsx', bytes: Buffer.from('ただの文字') },
    ])
    expect(aoi.status).to.equal(422)
    await aoi.upload(paths.logicModelWorkbook(REGION), [])
    expect(aoi.text).to.include('Excelファイル（.xlsx）を選んでください')
  })
})
