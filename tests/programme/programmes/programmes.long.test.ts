import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { filesIn } from '../../../src/platform/files/files.ts'
import { createProgramme } from '../../../src/programme/programmes/actions.ts'
import { programmesOf, stepsOf } from '../../../src/programme/programmes/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { town } from '../../support/town.ts'

const aTown = async () => town(await freshDb())

describe('a year’s programme', () => {
  it('is made from the R7 template, with its steps and their guides', async () => {
    const t = await aTown()
    const id = await createProgramme(await t.ctx('mika'), { name: '令和8年度 支援事業', fiscalYear: 2026, from: 'R7' })
    const steps = await stepsOf(t.db, [id])
    expect(steps.filter((s) => s.level === 'region').map((s) => s.key)).to.deep.equal([
      'orientation',
      'pre1',
      's1',
      'pre2',
      's2',
      'pre3',
      's3',
      'joint',
    ])
    expect(steps.filter((s) => s.level === 'programme').map((s) => s.key)).to.deep.equal([
      'wg1',
      'team-orientation',
      'wg2',
      'wg3',
    ])
    expect(steps.filter((s) => s.asksReport).map((s) => s.key)).to.deep.equal(['pre1', 'pre2', 'pre3'])
    for (const step of steps) expect(step.guide.aim, step.key).to.not.equal(undefined)
  })

  it('is made by the secretariat over the web, from R5, beside the one that runs', async () => {
    const t = await aTown()
    const mika = await browse(t, 'mika')
    await mika.open(paths.newProgramme)
    await mika.fill({ name: '', fiscalYear: 'らいねん', from: '' })
    expect(mika.status).to.equal(422)
    expect(Object.keys(mika.errors)).to.include.members(['name', 'fiscalYear'])
    expect(mika.values.fiscalYear).to.equal('らいねん')
    await mika.fill({ name: '令和５年度 見なおし', fiscalYear: '令和５年度', from: 'R5' })
    expect(mika.heading).to.equal('設定')
    const made = (await programmesOf(t.db, await t.actor('mika'))).find((p) => p.name === '令和５年度 見なおし')
    expect(made?.fiscalYear).to.equal(2023)
    const steps = await stepsOf(t.db, [made?.id ?? ''])
    expect(steps.filter((s) => s.level === 'region').map((s) => s.key)).to.deep.equal([
      'plan1',
      'plan2',
      'mid1',
      'mid2',
      'final',
    ])
  })

  it('copies an earlier one with what the secretariat reworded', async () => {
    const t = await aTown()
    const mika = await browse(t, 'mika')
    await mika.open(paths.letterText(t.programmeId, 'submitted'))
    await mika.fill({ subject: '受けとりました', body: '{地域名}様、{だれか}ありがとうございます' }, '文を保存する')
    expect(mika.errors.body).to.contain('{地域名}')
    await mika.fill({ subject: '受けとりました', body: '{地域名}様、ありがとうございます' }, '文を保存する')
    const id = await createProgramme(await t.ctx('mika'), { name: '次の年', fiscalYear: 2026, from: t.programmeId })
    const copy = (await programmesOf(t.db, await t.actor('mika'))).find((p) => p.id === id)
    expect(copy?.texts['submitted.subject']).to.equal('受けとりました')
    expect(copy?.publishedAt).to.equal(null)
    expect((await stepsOf(t.db, [id])).map((s) => s.key)).to.include('s3')
  })

  it('takes dates as people type them, and says which day does not exist', async () => {
    const t = await aTown()
    const mika = await browse(t, 'mika')
    await mika.open(paths.programmeSettings(t.programmeId))
    await mika.fill({ entryClosesOn: '令和7年9月31日', capacity: 'たくさん' }, '設定を保存する')
    expect(mika.status).to.equal(422)
    expect(mika.errors).to.deep.equal({
      entryClosesOn: '9月なら1日から30日までの日を入れてください',
      capacity: '募集数は1から50までの数字で入れてください',
    })
    await mika.fill({ entryClosesOn: 'Ｒ７．８．２２', capacity: '５' }, '設定を保存する')
    expect(mika.notice).to.equal('設定を保存しました')
    expect(mika.values.entryClosesOn).to.equal('令和7年8月22日（金）')
    await mika.fill({ entryOpensOn: 'R7.9.1' }, '設定を保存する')
    expect(mika.errors).to.deep.equal({ entryClosesOn: '締切は募集開始よりあとの日にしてください' })
  })

  it('keeps the steps of a region that has met, and lets unused ones go', async () => {
    const t = await aTown()
    const mika = await browse(t, 'mika')
    await mika.open(paths.programmeSteps(t.programmeId))
    await mika.fill({ label: 'フォローアップ', kind: 'postmeeting' }, '最後に足す')
    expect(mika.text).to.contain('フォローアップ')
    const added = (await stepsOf(t.db, [t.programmeId])).at(-1)
    expect(added?.label).to.equal('フォローアップ')
    await mika.post(paths.programmeStepPlace(t.programmeId, added?.id ?? ''), { to: 'up' })
    expect((await stepsOf(t.db, [t.programmeId])).at(-1)?.key).to.equal('joint')
    await mika.post(paths.programmeStepRemoval(t.programmeId, added?.id ?? ''), {})
    expect((await stepsOf(t.db, [t.programmeId])).map((s) => s.label)).to.not.include('フォローアップ')
    await mika.open(paths.programmeStep(t.programmeId, 'step-pre1'))
    await mika.fill({ stumbles: '黙ってしまう → 待つ', questions: '・なぜですか' }, '保存する')
    const pre1 = (await stepsOf(t.db, [t.programmeId])).find((s) => s.key === 'pre1')
    expect(pre1?.guide.stumbles).to.deep.equal([{ stumble: '黙ってしまう', answer: '待つ' }])
    expect(pre1?.guide.questions).to.deep.equal(['なぜですか'])
  })

  it('keeps the guideline file and refuses what is none', async () => {
    const t = await aTown()
    filesIn(mkdtempSync(join(tmpdir(), 'banso-files-')))
    const mika = await browse(t, 'mika')
    await mika.open(paths.programmeSettings(t.programmeId))
    await mika.upload(paths.programmeGuideline(t.programmeId), [
      { field: 'guideline', name: '要項.pdf', bytes: Buffer.from('MZ exe') },
    ])
    expect(mika.status).to.equal(422)
    expect(mika.errors.guideline).to.be.a('string')
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
    await mika.upload(paths.programmeGuideline(t.programmeId), [
      { field: 'guideline', name: '募集要項.pdf', bytes: pdf },
    ])
    expect(mika.text).to.contain('募集要項.pdf')
  })

  it('is edited by nobody else', async () => {
    const t = await aTown()
    const aoi = await browse(t, 'aoi')
    expect((await aoi.open(paths.programmes)).status).to.equal(200)
    expect((await aoi.open(paths.programme(t.programmeId))).status).to.equal(200)
    expect(aoi.links()).to.not.include(paths.programmeSettings(t.programmeId))
    expect((await aoi.open(paths.programmeSettings(t.programmeId))).status).to.equal(403)
    expect((await aoi.post(paths.programmePublication(t.programmeId), { publish: '0' })).status).to.equal(403)
    expect((await aoi.open(paths.programme('no-such'))).status).to.equal(404)
  })
})
