import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { createProgramme } from '../../../src/programme/programmes/actions.ts'
import { papersOfRegion } from '../../../src/tools/papers/store.ts'
import { templateFor, yearSheets } from '../../../src/tools/sheet-templates/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('the forms of a year’s sheets', () => {
  let midori: Town
  let mika: Browser
  let aoi: Browser
  let to: string
  let sheet: string
  beforeEach(async () => {
    midori = await town(await freshDb())
    mika = await browse(midori, 'mika')
    aoi = await browse(midori, 'aoi')
    to = paths.sheetTemplate(midori.programmeId, 'status_sheet')
    sheet = paths.sheet(midori.regions.midori, 'status_sheet')
  })
  const fieldTo = (key: string) => paths.sheetTemplateField(midori.programmeId, 'status_sheet', key)
  const labels = (who: Browser) =>
    who.document.querySelectorAll('.form-main .label').map((l) => l.textContent.replace(/※.*/, '').trim())
  const bodies = async () => (await papersOfRegion(midori.db, midori.regions.midori)).map(({ head }) => head.body)

  it('are the secretariat’s: reworded, moved, extended, retired, and nobody’s sheet changes by that', async () => {
    await aoi.open(sheet)
    await aoi.fill({ 'f.subject': '退院のあと弱る人', 'f.wishes': '家に帰りたい' }, '保存する')
    await mika.open(paths.sheetTemplates(midori.programmeId))
    await mika.follow('状態シート')
    await mika.follow('想定する典型的な人')
    await mika.fill({ 'f.label': '思いうかべる人のこと', 'f.hint': '月に何度も出会う人を' }, '欄を直す')
    expect(mika.notice).to.equal('欄を直しました')
    await mika.post(`${to}/deeds`, { deed: 'field.goal.up' })
    await mika.post(`${to}/deeds`, { deed: 'field.wishes.retire' })
    await mika.open(to)
    expect(mika.text).to.include('直しかけ').and.include('外した欄')
    await aoi.open(sheet)
    expect(labels(aoi)).to.include('想定する典型的な人').and.include('本人の要望')
    await mika.fill({ note: '本人の声は経過図で聞く' }, 'この様式を使いはじめる')
    expect(mika.notice).to.include('第2版を使いはじめました')
    await aoi.open(sheet)
    expect(labels(aoi)).to.include('想定する典型的な人')
    expect(aoi.text).to.include('新しい様式があります')
    const daichi = await browse(midori, 'daichi')
    await daichi.post(paths.sheetNew(midori.regions.midori), { kind: 'status_sheet' })
    expect(labels(daichi)).to.include('思いうかべる人のこと').and.not.include('本人の要望')
    await aoi.fill({}, '新しい様式にする')
    expect(labels(aoi)).to.include('思いうかべる人のこと')
    expect(aoi.text).to.include('前の様式の欄').and.include('家に帰りたい')
    await aoi.fill({ 'f.goal': '夏祭りに行く' }, '保存する')
    expect(await bodies()).to.deep.include({
      subject: '退院のあと弱る人',
      wishes: '家に帰りたい',
      goal: '夏祭りに行く',
    })
    await aoi.open(paths.paperRevisions(midori.regions.midori, 'status_sheet'))
    expect(aoi.text).to.include('本人の要望（前の様式の欄）')
  })

  it('gain fields of every kind, with choices reworded and retired by keys that stay', async () => {
    await mika.open(paths.sheetTemplateSection(midori.programmeId, 'status_sheet', 'person'))
    await mika.fill({ label: '住まい', kind: 'choice' }, 'この区分の最後に足す')
    const field = mika.url
    const key = field.split('/').at(-1) ?? ''
    await mika.fill({ 'f.options.o1.label': '一人暮らし', 'f.options.x1.label': '夫婦二人' }, '欄を直す')
    await mika.open(to)
    await mika.fill({}, 'この様式を使いはじめる')
    await aoi.open(sheet)
    await aoi.fill({ [`f.${key}`]: 'o1' }, '保存する')
    await mika.open(field)
    await mika.post(field, { 'f.label': '住まい', 'has.options': '1', 'f.options.x1.label': '夫婦' })
    await mika.open(to)
    await mika.fill({}, 'この様式を使いはじめる')
    const template = await templateFor(midori.db, midori.programmeId, 'status_sheet')
    expect(template?.version).to.equal(3)
    const options = template?.sections[0]?.fields.at(-1)?.options
    expect(options).to.deep.equal([
      { key: 'x1', label: '夫婦' },
      { key: 'o1', label: '一人暮らし', retired: true },
    ])
    await aoi.open(sheet)
    await aoi.fill({}, '新しい様式にする')
    expect(aoi.values[`f.${key}`]).to.equal('o1')
    expect((await templateFor(midori.db, midori.programmeId, 'status_sheet', 1))?.version).to.equal(1)
  })

  it('say where a fault lies, and keep what was typed', async () => {
    await mika.open(fieldTo('goal'))
    await mika.fill({ 'f.label': '', 'f.hint': 'どうなっていたらよいか' }, '欄を直す')
    expect(mika.status).to.equal(422)
    expect(mika.errors).to.deep.equal({ 'f.label': '項目名を書いてください' })
    expect(mika.values['f.hint']).to.equal('どうなっていたらよいか')
    await mika.fill({ 'f.label': '本人の要望' }, '欄を直す')
    expect(mika.errors['f.label']).to.include('「本人の要望」という名前が二度あります')
    await mika.open(to)
    await mika.fill({ section: '' }, '最後に区分を足す')
    expect(mika.errors).to.deep.equal({ section: '区分の名前を書いてください' })
    await mika.fill({ section: 'あとで考えること' }, '最後に区分を足す')
    await mika.fill({}, 'この様式を使いはじめる')
    expect(mika.status).to.equal(422)
    expect(mika.text).to.include('区分「あとで考えること」に、項目を一つ以上置いてください')
    await mika.fill({}, '直しかけを捨てる')
    expect(mika.text).to.not.include('直しかけ　')
    await mika.open(paths.sheetTemplate(midori.programmeId, 'nothing'))
    expect(mika.status).to.equal(404)
    await aoi.open(to)
    expect(aoi.status).to.equal(403)
  })

  it('may be a sheet of one’s own, copied from another, and sheets a year does not use are not offered', async () => {
    await mika.open(paths.sheetTemplates(midori.programmeId))
    await mika.fill({ title: '災害時の備え', from: 'survey_plan' }, '下書きを作る')
    const own = mika.url.split('/').at(-1) ?? ''
    expect(own).to.match(/^own_[0-9a-z]{16}$/)
    await mika.follow('確かめたい仮説')
    await mika.fill({ 'f.label': '心配なこと' }, '欄を直す')
    await aoi.open(paths.sheets(midori.regions.midori))
    expect(aoi.text).to.not.include('災害時の備え')
    await mika.open(paths.sheetTemplate(midori.programmeId, own))
    await mika.fill({}, 'この様式を使いはじめる')
    await aoi.open(paths.sheets(midori.regions.midori))
    await aoi.follow('災害時の備え')
    await aoi.fill({ 'f.hypothesis': '停電のとき、呼吸器の人に連絡が届かない' }, '保存する')
    expect(aoi.notice).to.include('第1版')
    await aoi.open(paths.paperRevisions(midori.regions.midori, own))
    expect(aoi.text).to.include('心配なこと')
    await mika.post(paths.sheetTemplateUses(midori.programmeId), { key: 'effect', used: 'no' })
    await aoi.open(paths.sheets(midori.regions.midori))
    expect(aoi.text).to.include('調査計画').and.not.include('効果検証')
  })
  it('go along to the next year', async () => {
    await mika.open(fieldTo('goal'))
    await mika.fill({ 'f.label': 'めざすところ' }, '欄を直す')
    await mika.open(to)
    await mika.fill({}, 'この様式を使いはじめる')
    await mika.post(paths.sheetTemplateUses(midori.programmeId), { key: 'effect', used: 'no' })
    const ctx = await midori.ctx('mika')
    const next = await createProgramme(ctx, { name: '令和8年度 支援事業', fiscalYear: 2026, from: 'R7' })
    await mika.open(paths.sheetTemplates(next))
    await mika.fill({ year: midori.programmeId }, '写して使いはじめる')
    expect(mika.notice).to.include('1枚の様式')
    expect((await templateFor(midori.db, next, 'status_sheet'))?.sections[1]?.fields[1]?.label).to.equal('めざすところ')
    expect((await yearSheets(midori.db, next)).find(({ template }) => template.key === 'effect')?.isUsed).to.equal(
      false,
    )
    await mika.fill({ year: midori.programmeId }, '写して使いはじめる')
    expect(mika.notice).to.include('0枚の様式')
  })
})
