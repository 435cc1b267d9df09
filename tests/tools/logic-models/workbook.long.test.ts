import { expect } from 'chai'
import { pruned } from '../../../src/papers/documents/body.ts'
import type { Body } from '../../../src/papers/templates/templates.ts'
import { bytesOf, newWorkbook, openWorkbook } from '../../../src/platform/office/office.ts'
import { countsOf } from '../../../src/tools/box-names/box-names.ts'
import { boxesOf, indicatorsOf, linksOf } from '../../../src/tools/logic-models/logic-models.ts'
import { measureIn } from '../../../src/tools/model-rows/model-rows.ts'
import type { ModelToWrite } from '../../../src/tools/model-workbooks/model-workbooks.ts'
import { readModelWorkbook, writeModelWorkbook } from '../../../src/tools/model-workbooks/workbook.ts'
import { modelFor } from '../../support/models.ts'

const toWrite = (body: Body): ModelToWrite => ({ body, heading: 'みどり町', region: 'region-midori', revision: 7 })
const HEADS = ['No.', '具体的な施策', '成果指標', '取り組みの方向性', '目指す姿']
const problemOf = (deed: Promise<unknown>): Promise<string> =>
  deed.then(
    () => '',
    (error: Error) => error.message,
  )

/** A table as a town would type it: rows from the third line, cells merged as asked. */
async function typed(
  rows: readonly (readonly string[])[],
  more: { heads?: string[]; merges?: string[]; second?: boolean } = {},
) {
  const book = newWorkbook()
  for (const name of more.second ? ['表', '北地区'] : ['表']) {
    const sheet = book.addWorksheet(name)
    sheet.getCell(1, 1).value = '施策の一覧（案）'
    for (const [r, row] of [more.heads ?? HEADS, ...rows].entries())
      for (const [c, text] of row.entries()) if (text) sheet.getCell(r + 2, c + 1).value = text
    for (const range of more.merges ?? []) sheet.mergeCells(range)
  }
  return bytesOf(book)
}
const textsOf = (body: Body) => boxesOf(body).map(({ kind, text }) => `${kind} ${text}`)

describe('the workbook of a logic model', () => {
  it('comes back as what was written, whatever stands in it', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const body = modelFor(seed, { boxes: seed * 18, wild: seed % 3 === 0 })
      const read = await readModelWorkbook(await writeModelWorkbook(toWrite(body)), {})
      expect(read, `seed ${seed}`).to.deep.include({ faults: [], region: 'region-midori', revision: 7 })
      expect(pruned(read.body), `seed ${seed}`).to.deep.equal(pruned(body))
    }
    const hard: Body = {
      goal: '=1+1',
      note: `改行\r\nと\u0007制御と𠮷と\ud800半分と_x000D_ ${'長い文。'.repeat(9_000)}`,
      boxes: [
        { id: 'a/1', kind: 'activity', text: '「’”=SUM(A1)\t', rest: '{"inf":true,"src":["000:1"],"x":null}' },
        { id: 'f', kind: 'final', text: '' },
      ],
      links: [{ id: 'l', from: 'a/1', to: 'f' }],
      reprints: [{ id: 'r', box: 'a/1', seq: '12', direction: '方向' }],
    }
    const read = await readModelWorkbook(await writeModelWorkbook(toWrite(hard)), {})
    expect(read.body).to.deep.equal(hard)
    expect((await readModelWorkbook(await writeModelWorkbook(toWrite({})), { goal: 'x' })).body).to.deep.equal({})
  })

  it('takes what was reworded and added in our own table, and loses nothing that the table does not show', async () => {
    const body: Body = {
      boxes: [
        { id: 'a1', kind: 'activity', text: '病院に出向く', who: '保健師' },
        { id: 'm1', kind: 'intermediate', text: '選べている' },
        { id: 'f1', kind: 'final', text: '家で暮らしている' },
      ],
      links: [
        { id: 'l1', from: 'a1', to: 'm1' },
        { id: 'l2', from: 'm1', to: 'f1' },
      ],
    }
    const book = await openWorkbook(await writeModelWorkbook(toWrite(body)))
    const sheet = book.getWorksheet('ロジックモデル')
    if (!sheet) throw new Error('no sheet')
    sheet.getCell('B5').value = '病院の連携室に出向く（※要相談：町立病院）'
    sheet.getCell('B6').value = '家族の集まりで話す'
    sheet.getCell('D6').value = '選べている'
    // A copied line, with the hidden numbers of the first.
    for (const column of ['F', 'G', 'H']) sheet.getCell(`${column}7`).value = sheet.getCell(`${column}5`).value
    sheet.getCell('B7').value = '薬局で話す'
    const read = await readModelWorkbook(await bytesOf(book), {})
    expect(read.faults).to.deep.equal([])
    expect(boxesOf(read.body)[0]).to.include({
      id: 'a1',
      text: '病院の連携室に出向く',
      consultWith: '町立病院',
      who: '保健師',
    })
    expect(textsOf(read.body).slice(3)).to.deep.equal(['activity 家族の集まりで話す', 'activity 薬局で話す'])
    expect(linksOf(read.body).filter(({ to }) => to === 'm1')).to.have.length(3)
  })

  it('reads a town’s own table: merged cells, （再）, ※要相談, indicators on lines of their own', async () => {
    const bytes = await typed(
      [
        [
          '1',
          '入院先の病院に出向く（※要相談：入院先の病院）',
          '出向いた回数（目標：12回）\n・会えた人の数',
          '退院後を自分で選べている',
          '家で暮らせている',
        ],
        ['2', '窓口で見通しを伝える', '伝えた人の数'],
        ['3', '入院先の病院に出向く（再）', '', '家族も休めている'],
        ['4', '研修を開く　※要相談', '', '', '人が育っている'],
      ],
      { merges: ['D3:D4', 'E3:E5'] },
    )
    const { body, faults, notes } = await readModelWorkbook(bytes, {})
    expect(faults).to.deep.equal([])
    expect(countsOf(body)).to.deep.include({ distinct: 3, reprints: 1 })
    expect(textsOf(body).sort()).to.deep.equal([
      'activity 入院先の病院に出向く',
      'activity 研修を開く',
      'activity 窓口で見通しを伝える',
      'final 人が育っている',
      'final 家で暮らせている',
      'intermediate 家族も休めている',
      'intermediate 退院後を自分で選べている',
    ])
    expect(indicatorsOf(body).map(({ text, target }) => [text, target])).to.deep.equal([
      ['出向いた回数', '12回'],
      ['会えた人の数', ''],
      ['伝えた人の数', ''],
    ])
    expect(boxesOf(body).find(({ text }) => text === '研修を開く')?.consultWith).to.equal('相談先は未定')
    expect(notes.join()).to.include('（再）の行が1つ')
    // The same file once more adds nothing.
    expect((await readModelWorkbook(bytes, body)).body).to.deep.equal(body)
  })

  it('adds to the model that is there, and keeps it', async () => {
    const there: Body = { goal: '目標', boxes: [{ id: 'f', kind: 'final', text: '家で暮らせている' }] }
    const { body } = await readModelWorkbook(await typed([['1', '出向く', '', '', '家で暮らせている']]), there)
    expect([body.goal, textsOf(body)]).to.deep.equal(['目標', ['final 家で暮らせている', 'activity 出向く']])
    expect(linksOf(body)).to.have.length(1)
  })

  it('says by cell or in a sentence what can’t be taken', async () => {
    const lost = await readModelWorkbook(
      await typed([
        ['1', '', '回数'],
        ['2', '（再）', ''],
      ]),
      {},
    )
    expect(lost.faults.map(({ cell }) => cell)).to.deep.equal(['表!C3', '表!B4'])
    const narrow = await readModelWorkbook(
      await typed([['1', '出向く', '回数']], { heads: ['No', '取組', '指標'] }),
      {},
    )
    expect(narrow.notes.join()).to.include('「目指す姿」の列がありません')
    expect(await problemOf(readModelWorkbook(await typed([['a', 'b']], { heads: ['日付', '名前'] }), {}))).to.include(
      '見出しのある表が見つかりません',
    )
    const two = await typed([['1', '出向く', '回数', '', '']], { second: true })
    expect(await problemOf(readModelWorkbook(two, {}))).to.include(
      'ロジックモデルの表が二つあります（シート「表」の3行目から',
    )
    const again = await typed([['1', '出向く', '回数'], HEADS, ['2', '話す', '回数']])
    expect(textsOf((await readModelWorkbook(again, {})).body)).to.deep.equal(['activity 出向く', 'activity 話す'])
    const twoInOne = await typed([['1', '出向く', '回数'], HEADS, ['1', '話す', '回数']])
    expect(await problemOf(readModelWorkbook(twoInOne, {}))).to.include('二つあります')
  })

  it('takes 500 boxes and refuses more in a sentence', async () => {
    const rows = (n: number) =>
      Array.from({ length: n }, (_, i) => [String(i + 1), `家に出向く その${i + 1}`, '', '', ''])
    const read = await readModelWorkbook(await typed(rows(500)), {})
    expect(boxesOf(read.body)).to.have.length(500)
    expect(await problemOf(readModelWorkbook(await typed(rows(601)), {}))).to.include('600まで')
  })

  it('reads the marks of a measure', () => {
    expect(measureIn('話す（再掲）※要相談：医師会')).to.deep.equal({
      text: '話す',
      isAgain: true,
      consultWith: '医師会',
    })
    expect(measureIn('再び訪ねる')).to.deep.equal({ text: '再び訪ねる', isAgain: false, consultWith: '' })
  })
})
