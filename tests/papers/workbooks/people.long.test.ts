import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { entryTemplate } from '../../../src/papers/templates/entry.ts'
import { type Row, SCENES } from '../../../src/papers/templates/templates.ts'
import { bytesOf, newWorkbook, openWorkbook } from '../../../src/platform/office/office.ts'
import { beside, edited, full, mark, problemOf, readBack, written } from './town.ts'

const scene = (key: string) => SCENES.findIndex((option) => option.key === key)

describe('a sheet as people fill it in', () => {
  it('reads full width, wareki, real dates, numbers, ticks of every shape', async () => {
    const bytes = await edited(await written({}), (sheet) => {
      beside(sheet, '応募理由').value = { richText: [{ text: '退院の' }, { text: '知らせ', font: { bold: true } }] }
      beside(sheet, '支援の種類').value = '特定の場面の課題を進める　'
      const scenes = beside(sheet, '取り組みたい場面')
      sheet.getCell(Number(scenes.row) + scene('daily'), 3).value = '✓'
      sheet.getCell(Number(scenes.row) + scene('discharge'), 3).value = '◯'
      sheet.getCell(Number(scenes.row) + scene('endoflife'), 3).value = 1
      sheet.getCell(Number(scenes.row) + scene('disaster'), 3).value = '×'
      beside(sheet, '課長級の参加').value = '○'
      beside(sheet, '医療職の参加').value = true
      beside(sheet, '保健所の関与').value = '無'
      beside(sheet, '承諾の日付').value = new Date(Date.UTC(2025, 7, 3))
      beside(sheet, '電話番号').value = 123456789
      beside(sheet, 'メールアドレス').value = {
        text: 'ａｏｉ@town.midori.lg.jp',
        hyperlink: 'mailto:aoi@town.midori.lg.jp',
      }
      beside(sheet, '担当者の氏名').value = { formula: 'A1&"葵"', result: '青木葵' }
      sheet.getCell(Number(beside(sheet, '共同応募の市町村').row) + 2, 3).value = 'かわの村'
      sheet.getCell(Number(beside(sheet, '共同応募の市町村').row) + 2, 4).value = 932027
      sheet.getCell(Number(beside(sheet, '地域関係者との連携状況').row) + 5, 3).value = 'これから'
    })
    const { body, faults } = await readBack(bytes)
    expect(faults).to.deep.equal([])
    const members = body.members as Row[]
    expect({ ...body, members: members.map(({ name, code }) => ({ name, code })) }).to.deep.equal({
      reason: '退院の知らせ',
      supportKind: 'scene',
      scenes: ['daily', 'discharge', 'endoflife'],
      manager: 'yes',
      medicalStaff: 'yes',
      healthCenter: 'no',
      consentOn: '2025-08-03',
      contactTel: '0123456789',
      contactMail: 'aoi@town.midori.lg.jp',
      contactName: '青木葵',
      members: [{ name: 'かわの村', code: '932027' }],
      partners: [{ id: 'nurses', state: 'not_yet' }],
    })
    expect((await readBack(bytes)).body.members, 'the same ids when read again').to.deep.equal(members)
  })

  it('finds fields by their label in renamed sheets, with rows moved and other sheets around', async () => {
    const bytes = await edited(await written(full, { revision: '7' }), (sheet) => {
      sheet.name = 'みどり町提出用'
      sheet.spliceRows(5, 0, [], ['', 'メモ', '課長に確認済み'])
      sheet.workbook.addWorksheet('課内メモ').getCell('B2').value = '応募理由'
    })
    const { body, faults, cells } = await readBack(bytes)
    expect(faults).to.deep.equal([])
    expect(body).to.deep.equal(full)
    expect(cells.reason).to.equal('みどり町提出用!C9')
  })

  it('an emptied cell counts only in a file that was downloaded filled', async () => {
    const empty = (sheet: Parameters<typeof beside>[0]) => {
      beside(sheet, '支援で取り上げたいテーマ').value = null
    }
    expect((await readBack(await edited(await written(full, { revision: '7' }), empty))).body.theme).to.equal('')
    expect((await readBack(await edited(await written(full), empty))).body).to.not.have.property('theme')
  })

  it('names each fault by its cell and keeps every good field', async () => {
    const bytes = await edited(await written(full, { revision: '7' }), (sheet) => {
      beside(sheet, '承諾の日付').value = '令和7年8月32日'
      beside(sheet, '支援の種類').value = 'ぜんぶ'
      beside(sheet, '担当部署').value = { formula: '1/0', result: { error: '#DIV/0!' } }
      sheet.getCell(Number(beside(sheet, '取り組みたい場面').row), 3).value = 'たぶん'
      sheet.getCell(Number(beside(sheet, '共同応募の市町村').row) + 1, 4).value = '932028'
      sheet.getCell(Number(beside(sheet, '課長級の参加').row), 2).value = '部長の参加'
    })
    const { body, faults } = await readBack(bytes)
    expect(faults.map(({ cell, path, message, typed }) => [cell, path, message, typed])).to.deep.equal([
      ['エントリー!C9', 'supportKind', '支援の種類は選択肢の中から選んでください', 'ぜんぶ'],
      [
        'エントリー!C18',
        'scenes',
        '取り組みたい場面の「日常の療養支援」は、当てはまるなら○、そうでなければ空欄にしてください',
        'たぶん',
      ],
      ['エントリー!C52', 'department', '担当部署は、数式の結果を読みとれません。値を直接入れてください', ''],
      [
        'エントリー!A1',
        'manager',
        '「課長級の参加」の欄が見つかりません。項目名を元に戻すか、画面で書いてください',
        '',
      ],
      ['エントリー!D69', 'members/m1/code', '市町村コードを確かめてください。6けたの最後の数字が合いません', '932028'],
      ['エントリー!C82', 'consentOn', '承諾の日付は、8月なら1日から31日までの日を入れてください', '令和7年8月32日'],
    ])
    const { supportKind: _s, scenes: _c, department: _d, manager: _m, consentOn: _o, ...good } = full
    expect(body).to.deep.equal({ ...good, members: [{ id: 'm1', name: 'かわの村', contact: '山田' }] })
  })

  it('gives the uploaded workbook back with yellow cells, comments and a list', async () => {
    const bytes = await edited(await written(full, { revision: '7' }), (sheet) => {
      beside(sheet, '承諾の日付').value = '令和7年8月32日'
      sheet.getCell('J3').value = '課内のメモ'
    })
    const { faults } = await readBack(bytes)
    const missing = {
      cell: 'エントリー!C83',
      path: 'consentBy',
      message: '承諾した県の担当者を書いてください',
      typed: '',
    }
    const marked = await mark({
      bytes,
      faults: [...faults, missing, { ...missing, cell: 'ない!C1' }, { ...missing, cell: '' }],
    })
    const book = await openWorkbook(await mark({ bytes: marked, faults: [...faults, missing] }))
    const sheet = book.getWorksheet('エントリー')
    expect(book.worksheets.map(({ name }) => name)).to.deep.equal(['エントリー', '様式の情報', '確認してください'])
    expect(JSON.stringify(sheet?.getCell('C82').fill)).to.include('FFFFF2A8')
    expect(sheet?.getCell('C82').value).to.equal('令和7年8月32日')
    expect(JSON.stringify(sheet?.getCell('C82').note)).to.include('8月なら1日から31日まで')
    expect(JSON.stringify(sheet?.getCell('C83').note)).to.include('担当者を書いてください')
    expect(JSON.stringify(sheet?.getCell('C81').fill ?? '')).to.not.include('FFFFF2A8')
    expect(sheet?.getCell('J3').value).to.equal('課内のメモ')
    expect(book.getWorksheet('確認してください')?.getRow(5).values).to.deep.equal([
      undefined,
      'エントリー!C82',
      '承諾の日付',
      '令和7年8月32日',
      '承諾の日付は、8月なら1日から31日までの日を入れてください',
    ])
    expect(book.getWorksheet('確認してください')?.getCell('B6').value).to.equal('承諾した県の担当者')
    expect((await readBack(marked)).faults).to.deep.equal(faults)
  })

  it('refuses a workbook that is not the sheet', async () => {
    const other = newWorkbook()
    other.addWorksheet('家計簿').getCell('A1').value = '食費'
    expect(await problemOf(bytesOf(other).then((bytes) => readBack(bytes)))).to.include(
      '「エントリーシート」の項目が見つかりません',
    )
  })

  it('reads a file that LibreOffice saved as well as our own', async () => {
    const { body, faults, defined } = await readBack(
      readFileSync(new URL('./fixtures/libreoffice.xlsx', import.meta.url)),
    )
    expect(faults).to.deep.equal([])
    expect(defined).to.deep.equal({
      template: 'entry',
      version: String(entryTemplate.version),
      region: 'midori',
      revision: '7',
    })
    expect(body).to.deep.equal(full)
  })
})
