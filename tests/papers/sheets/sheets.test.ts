import { expect } from 'chai'
import { sheetForm } from '../../../src/papers/sheet-forms/sheet-forms.ts'
import { tidyBody } from '../../../src/papers/sheets/body.ts'
import { faultsOf } from '../../../src/papers/sheets/checks.ts'
import { bodyFromForm } from '../../../src/papers/sheets/forms.ts'
import { printOf } from '../../../src/papers/sheets/paper.ts'
import { filledCount } from '../../../src/papers/sheets/sheets.ts'
import { entryTemplate } from '../../../src/papers/templates/entry.ts'
import type { Body, Template } from '../../../src/papers/templates/templates.ts'

const tidy = (body: Body) => tidyBody(entryTemplate, body)
const faults = (body: Body, toSend = false) =>
  Object.fromEntries(faultsOf(entryTemplate, tidy(body), { toSend }).map(({ path, message }) => [path, message]))
const midori: Body = {
  reason: '退院の知らせが届かない',
  hopes: '病院との道をつくりたい',
  department: '福祉課 高齢者支援係',
  contactName: '青木葵',
  contactMail: 'aoi@town.midori.lg.jp',
}

describe('a sheet', () => {
  it('keeps what aoi typed, and reads what can be read for certain', () => {
    expect(
      tidy({
        consentOn: 'Ｒ７．８．３',
        contactTel: '０１２３ー４５ー６７８９',
        contactMail: ' ａｏｉ@town.midori.lg.jp ',
        supportKind: '特定の場面の課題を進める',
        manager: '○',
        scenes: ['入退院支援', 'daily', 'ない場面'],
        contactName: '　髙𠮷 葵　',
        reason: '　段落の始め\n\n終わり\n\n',
        members: [{ id: 'm1', name: 'かわの村', code: '９３２０２４' }, { id: 'm2' }],
        partners: [
          { id: 'nurses', state: 'これから' },
          { id: 'nobody', state: 'x' },
        ],
        rubbish: 'x',
      }),
    ).to.deep.equal({
      consentOn: '2025-08-03',
      contactTel: '0123-45-6789',
      contactMail: 'aoi@town.midori.lg.jp',
      supportKind: 'scene',
      manager: 'yes',
      scenes: ['daily', 'discharge'],
      contactName: '髙𠮷 葵',
      reason: '　段落の始め\n\n終わり',
      members: [{ id: 'm1', name: 'かわの村', code: '932024' }],
      partners: [{ id: 'nurses', state: 'not_yet' }],
    })
  })

  it('leaves tidy bodies alone', () => {
    const once = tidy({
      ...midori,
      consentOn: '令和7年8月3日',
      manager: 'いいえ',
      issues: [{ id: 'i1', text: '=1+1', weight: '3 高い' }],
    })
    expect(tidy(once)).to.deep.equal(once)
  })

  it('keeps the unreadable as typed and says what to do', () => {
    expect(tidy({ consentOn: '令和7年8月32日' })).to.deep.equal({ consentOn: '令和7年8月32日' })
    expect(
      faults({
        consentOn: '令和7年8月32日',
        contactMail: 'aoi',
        contactTel: 'なし',
        manager: '検討中',
        members: [{ id: 'm1', code: '932025' }],
      }),
    ).to.deep.equal({
      consentOn: '承諾の日付は、8月なら1日から31日までの日を入れてください',
      contactMail: 'メールアドレスは「name@example.lg.jp」のような形で入れてください',
      contactTel: '電話番号は市外局番から数字で入れてください（例：0123-45-6789）',
      manager: '課長級の参加は選択肢の中から選んでください',
      'members/m1/code': '市町村コードを確かめてください。6けたの最後の数字が合いません',
    })
    expect(faults({ consentOn: '5月（予定）' }).consentOn).to.include('年・月・日')
  })

  it('asks for what is needed when it is sent, never when it is saved', () => {
    expect(faults({})).to.deep.equal({})
    expect(faults({ reason: ' \n ' }, true)).to.deep.equal({
      reason: '応募の理由を書いてください',
      hopes: '抱える課題と希望する支援を書いてください',
      department: '担当部署を書いてください',
      contactName: '連絡先の担当者の氏名を書いてください',
      contactMail: '連絡先のメールアドレスを書いてください',
    })
    expect(faults(midori, true)).to.deep.equal({})
  })

  it('takes 50,000 characters as a draft and asks for fewer when sent', () => {
    const long = { ...midori, reason: '𠮷'.repeat(50_000) }
    expect(faults(long)).to.deep.equal({})
    expect(faults(long, true).reason).to.equal('応募理由は4,000字以内にしてください（いまは50,000字）')
    expect(faults({ reason: 'あ'.repeat(100_001) }).reason).to.include('100,000字以内')
    expect(faults({ ...midori, reason: '😀'.repeat(4_000) }, true)).to.deep.equal({})
  })

  it('survives values of the wrong shape', () => {
    const odd = {
      reason: ['a', 'b'],
      scenes: 'daily',
      members: 'x',
      issues: ['x', null],
      manager: [{ id: '1' }],
    } as unknown as Body
    expect(tidy(odd)).to.deep.equal({
      reason: 'b',
      scenes: ['daily'],
      members: [],
      issues: [],
      manager: '[object Object]',
    })
  })

  it('comes back from its form as it was', () => {
    const posted: Record<string, string | string[]> = {
      'has.reason': '1',
      'f.reason': '理由',
      'has.scenes': '1',
      'has.members': '1',
      'has.manager': '1',
    }
    expect(bodyFromForm(entryTemplate, posted)).to.deep.equal({ reason: '理由', scenes: [], members: [], manager: '' })
    expect(
      bodyFromForm(entryTemplate, {
        'f.scenes': 'daily',
        'f.members.m1.name': 'かわの村',
        'f.members.m1.contact': ['x', 'かわの'],
        'f.members.__proto__.name': 'x',
        'f.members.m 2.name': 'x',
        'f.members.m1.id': 'other',
        'f.a.b.c.d': 'x',
      }),
    ).to.deep.equal({
      scenes: ['daily'],
      members: [
        { id: 'm1', name: 'かわの村', contact: 'かわの' },
        { id: '__proto__', name: 'x' },
      ],
    })
  })

  it('draws a form that holds words, choices, rows, faults and questions', () => {
    const body = tidy({
      ...midori,
      consentOn: '2025-08-03',
      scenes: ['daily'],
      members: [{ id: 'm1', name: 'かわの村', code: '932025' }],
    })
    const form = sheetForm(entryTemplate, body, {
      faults: faultsOf(entryTemplate, body, { toSend: true }),
      questions: [{ id: 'E7', strength: 'ask', field: 'typicalCase', text: 'よくある事例を一つ書けますか' }],
      cells: { reason: 'エントリー!C7' },
      rowId: () => 'new1',
    })
    const fields = Object.fromEntries(
      form.sections.flatMap((section) => section.fields).map((field) => [field.key, field]),
    )
    expect(form.errors).to.deep.equal([
      {
        path: 'members/m1/code',
        name: 'f.members.m1.code',
        href: '#f-members-m1-code',
        message: '市町村コードを確かめてください。6けたの最後の数字が合いません',
      },
    ])
    expect(fields.reason).to.include({
      name: 'f.reason',
      control: 'textarea',
      value: '退院の知らせが届かない',
      needed: true,
      cell: 'エントリー!C7',
      marker: 'has.reason',
    })
    expect(fields.consentOn?.value).to.equal('令和7年8月3日')
    expect(fields.scenes?.options.filter((option) => option.checked).map((option) => option.label)).to.deep.equal([
      '日常の療養支援',
    ])
    expect(fields.manager?.options.map((option) => option.label)).to.deep.equal(['はい', 'いいえ'])
    expect(fields.members?.rows.map((row) => row.id)).to.deep.equal(['m1', 'new1'])
    expect(fields.members?.rows[0]?.controls[1]?.error).to.include('6けた')
    expect(fields.partners).to.include({ control: 'grid' })
    expect(fields.partners?.rows[0]?.controls[0]).to.include({ control: 'select', name: 'f.partners.doctors.state' })
    expect(fields.typicalCase?.questions.map((question) => question.id)).to.deep.equal(['E7'])
    expect(form.sections[4]).to.include({ hasError: true, firstWords: 'かわの村' })
    expect(form.filled).to.equal(8)
  })

  it('counts and prints every field, the empty ones too', () => {
    expect(filledCount(entryTemplate, midori)).to.deep.equal({ filled: 5, of: 27 })
    const [why, cases, relations] = printOf(
      entryTemplate,
      tidy({
        scenes: ['daily', 'dementia'],
        partners: [{ id: 'nurses', state: 'regular' }],
        issues: [{ id: 'a', text: 'x', weight: '2' }],
      }),
    )
    expect(cases?.fields[0]).to.include({ label: '取り組みたい場面', text: '日常の療養支援、認知症の対応' })
    expect(why?.fields[0]).to.include({ label: '応募理由', text: '' })
    expect(why?.fields[4]?.rows).to.deep.equal([{ label: '1', cells: ['x', '', '2 ふつう', ''] }])
    expect(relations?.fields[0]?.rows[4]).to.deep.equal({ label: '訪問看護', cells: ['定期的に話している', ''] })
  })

  it('prints numbers with commas and unit, days with their weekday', () => {
    const template: Template = {
      key: 't',
      version: 1,
      title: 't',
      sheetName: 't',
      sections: [
        {
          key: 's',
          title: 's',
          fields: [
            { key: 'population', kind: 'number', label: '人口', unit: '人' },
            { key: 'heldOn', kind: 'date', label: '日' },
            { key: 'end', kind: 'date', label: '終わり' },
            { key: 'none', kind: 'number', label: '件数', unit: '件' },
          ],
        },
      ],
    }
    const body = tidyBody(template, {
      population: '２７０，６８５人',
      heldOn: 'R7.10.22',
      end: '令和6年度末',
      none: '－',
    })
    expect(printOf(template, body)[0]?.fields.map((field) => field.text)).to.deep.equal([
      '270,685人',
      '令和7年10月22日（水）',
      '令和6年度末',
      '—',
    ])
    expect(faultsOf(template, body, { toSend: true })).to.deep.equal([])
  })
})
