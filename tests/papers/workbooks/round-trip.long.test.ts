import { expect } from 'chai'
import { tidyBody } from '../../../src/papers/sheets/body.ts'
import { entryTemplate } from '../../../src/papers/templates/entry.ts'
import type { Template } from '../../../src/papers/templates/templates.ts'
import { cellsOf } from '../../../src/papers/workbooks/workbooks.ts'
import { openWorkbook } from '../../../src/platform/office/office.ts'
import { beside, full, keysOf, problemOf, readBack, withoutBlanks, written } from './town.ts'

const everyKind: Template = {
  key: 'kinds',
  version: 3,
  title: 'すべての種類',
  sheetName: '種類',
  sections: [
    {
      key: 's',
      title: '区分',
      fields: [
        { key: 'population', kind: 'number', label: '人口', unit: '人' },
        { key: 'rate', kind: 'number', label: '高齢化率', unit: '%' },
        { key: 'none', kind: 'number', label: '件数' },
        { key: 'day', kind: 'date', label: '日付' },
        { key: 'vague', kind: 'date', label: '時期' },
        { key: 'office', kind: 'organisation', label: '団体' },
        {
          key: 'counts',
          kind: 'table',
          label: '実績',
          columns: [
            { key: 'n', kind: 'number', label: '数' },
            { key: 'on', kind: 'date', label: 'いつ' },
          ],
        },
      ],
    },
  ],
}

describe('the Excel twin', () => {
  it('an empty sheet says what it is, and reads back to nothing', async () => {
    const result = await readBack(await written({}))
    expect(result.body).to.deep.equal({})
    expect(result.faults).to.deep.equal([])
    expect(result.notes).to.deep.equal([])
    expect(result.defined).to.deep.equal({ template: 'entry', version: '1', region: 'midori' })
  })

  it('the full entry comes back word for word', async () => {
    expect(Object.keys(full)).to.have.members(keysOf(entryTemplate))
    expect(tidyBody(entryTemplate, full)).to.deep.equal(full)
    const result = await readBack(await written(full, { revision: '7' }))
    expect(result.faults).to.deep.equal([])
    expect(result.body).to.deep.equal(full)
    expect(result.defined.revision).to.equal('7')
  })

  it('every other kind comes back too', async () => {
    const body = tidyBody(everyKind, {
      population: '２７０，６８５人',
      rate: '19.2％',
      none: '—',
      day: 'R7.10.22',
      vague: '令和6年度末',
      office: 'org1',
      counts: [
        { id: 'r1', n: '1,200', on: '5月（予定）' },
        { id: 'r2', n: '0', on: '2025/4/1' },
      ],
    })
    expect(body).to.include({ population: '270685', rate: '19.2', day: '2025-10-22', vague: '令和6年度末' })
    const result = await readBack(await written(body, { template: everyKind, revision: '1' }), everyKind)
    expect(result.body).to.deep.equal(body)
    expect(result.faults).to.deep.equal([])
  })

  it('50,000 characters go on in the next rows and come back whole', async () => {
    const reason = `${'𠮷'.repeat(20_000)}\n${'あ'.repeat(9_999)}`
    const result = await readBack(await written({ ...full, reason }, { revision: '7' }))
    expect(result.body.reason === reason).to.equal(true)
    expect(withoutBlanks(result.body)).to.deep.equal({ ...full, reason })
  })

  it('sixty rows keep their ids and their order', async () => {
    const members = Array.from({ length: 60 }, (_, i) => ({ id: `row${i}`, name: `${i}番町` }))
    const result = await readBack(await written({ members }, { revision: '1' }))
    expect(result.body.members).to.deep.equal(members)
  })

  it('is made for people: print area, drop-downs, frozen head, text that stays text', async () => {
    const book = await openWorkbook(await written(full))
    const [sheet, info] = book.worksheets
    expect(book.worksheets.map(({ name, state }) => `${name} ${state}`)).to.deep.equal([
      'エントリー visible',
      '様式の情報 hidden',
    ])
    expect(sheet?.pageSetup).to.include({ paperSize: 9, fitToWidth: 1, printArea: 'A1:G88' })
    expect(sheet?.views[0]).to.include({ state: 'frozen', ySplit: 4 })
    expect(sheet?.getCell('A2').value).to.equal('みどり町（東浜県）')
    if (!sheet) throw new Error('no sheet')
    expect(beside(sheet, '抱える課題と希望する支援').value).to.equal('=1+1 と書いても文字のまま')
    expect(beside(sheet, '抱える課題と希望する支援').numFmt).to.equal('@')
    const list = String(
      (beside(sheet, '課長級の参加').dataValidation as { formulae?: unknown[] } | undefined)?.formulae?.[0],
    )
    expect(list).to.match(/^'様式の情報'!\$[A-Z]+\$1:\$[A-Z]+\$2$/)
    const column = /\$([A-Z]+)\$1/.exec(list)?.[1]
    expect([1, 2].map((row) => info?.getCell(`${column}${row}`).value)).to.deep.equal(['はい', 'いいえ'])
    expect(beside(sheet, '承諾の日付').value).to.equal('令和7年8月3日')
  })

  it('the form’s hints and the file agree about every place', async () => {
    const planned = cellsOf(entryTemplate, full)
    const { cells } = await readBack(await written(full))
    for (const [path, cell] of Object.entries(cells)) expect(planned[path], path).to.equal(cell)
    expect(planned.reason).to.equal('エントリー!C7')
    expect(planned['members/m1/code']).to.match(/^エントリー!D\d+$/)
  })

  it('another sheet’s file is named, another version is read as far as the labels go', async () => {
    expect(await problemOf(written({}, { template: everyKind }).then((bytes) => readBack(bytes)))).to.equal(
      'これは「別のシート」のファイルです。「エントリーシート」のファイルを選んでください',
    )
    const old = { ...entryTemplate, version: 9, sections: entryTemplate.sections.slice(0, 1) }
    const result = await readBack(await written({ reason: '理由' }, { template: old }))
    expect(result.body).to.deep.equal({ reason: '理由' })
    expect(result.notes).to.deep.equal([
      'このファイルは「エントリーシート」の第9版です。いまは第1版なので、項目名の合う欄だけを読みとりました',
    ])
    expect(result.faults[0]?.message).to.include('欄が見つかりません')
  })
})
