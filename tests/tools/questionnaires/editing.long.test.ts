import { expect } from 'chai'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { NOW, type Town, town } from '../../support/town.ts'
import { ANSWERS, handedOut, opened } from './story.ts'

describe('a questionnaire is written', () => {
  let midori: Town
  let aoi: Browser
  let list: string
  beforeEach(async () => {
    midori = await town(await freshDb(), new Date(NOW))
    aoi = await browse(midori, 'aoi')
    list = `/regions/${midori.regions.midori}/questionnaires`
    await aoi.open(list)
  })
  const make = (title: string, purpose: string, fields = {}) =>
    aoi.fill({ title, purpose, ...fields }, '作って問いを書く')
  const labels = () =>
    aoi.document.querySelectorAll('input[name$=".label"]').map((input) => input.getAttribute('value') ?? '')
  const keys = () => [aoi.values.key ?? []].flat()

  it('adds, rewords, moves, takes out and puts back questions without a script', async () => {
    await make('退院の困りごと', 'other')
    expect(labels()).to.deep.equal([])
    await aoi.fill({}, '問いを足す')
    await aoi.fill({}, '問いを足す')
    const [first = '', second = ''] = keys()
    await aoi.fill({
      ...{ [`q.${first}.label`]: '困った場面', [`q.${first}.options`]: '夜間\n休日\n\n夜間' },
      ...{ [`q.${second}.label`]: '回数', [`q.${second}.kind`]: 'number' },
    })
    expect(aoi.notice).to.equal('保存しました')
    expect(aoi.values[`q.${first}.options`]).to.equal('夜間\n休日')
    await aoi.fill({ do: `up:${second}` })
    expect(labels()).to.deep.equal(['回数', '困った場面'])
    await aoi.fill({ do: `out:${second}` })
    expect(labels()).to.deep.equal(['困った場面'])
    await aoi.fill({}, '「回数」を戻す')
    expect(labels()).to.deep.equal(['困った場面', '回数'])
  })

  it('answers 「お名前」 with a question, and is not handed out with it', async () => {
    await make('退院の困りごと', 'survey')
    const at = aoi.url.replace('/questions', '')
    const [key = ''] = keys()
    await aoi.fill({ [`q.${key}.kind`]: 'short', [`q.${key}.label`]: 'お名前' })
    expect(aoi.text).to.include('職種だけで足りませんか')
    await aoi.open(at)
    expect(aoi.text).to.include('問い1「お名前」は、名前や連絡先を聞いています').and.not.include('受付を始める まえ')
    await aoi.post(`${at}/links`, { round: 'once', closesOn: 'R7.11.4', mostAnswers: '500' })
    expect(aoi.status).to.equal(422)
    expect(await midori.db.selectFrom('questionnaireLinks').selectAll().execute()).to.have.length(0)
  })

  it('takes no sixteenth question, and keeps what was typed', async () => {
    await make('長いもの', 'other')
    const key = 'q0'
    await aoi.post(aoi.url, { ...aoi.values, key: Array.from({ length: 15 }, (_, i) => `q${i}`) })
    expect(keys()).to.have.length(15)
    await aoi.fill({ [`q.${key}.label`]: '書きかけ' }, '問いを足す')
    expect(aoi.status).to.equal(422)
    expect(aoi.text).to.include('問いは15までです')
    expect(labels()[0]).to.equal('書きかけ')
  })

  it('stays as it is once it is out: a copy can be changed', async () => {
    const { at, to } = await handedOut(midori)
    await aoi.open(`${at}/questions`)
    expect(aoi.text).to.include('受付中のため、問いは変えられません')
    const guest = await browse(midori)
    await guest.open(to)
    await guest.fill(ANSWERS, '答えを送る')
    await aoi.open(`${at}/questions`)
    expect(aoi.text).to.include('もう答えがあるため、問いは変えられません')
    await aoi.post(`${at}/questions`, { ...aoi.values, key: 'q1', 'q.q1.label': 'すり替え' })
    const kept = await midori.db.selectFrom('questionnaires').select('questionsJson').executeTakeFirstOrThrow()
    expect(kept.questionsJson).to.not.include('すり替え')
    await aoi.open(list)
    await make('2回目の勉強会', 'study', { from: at.split('/').at(-1) ?? '' })
    expect(labels()).to.have.length(4)
    expect(aoi.text).to.not.include('問いは変えられません')
  })

  it('loses nothing when two save at once', async () => {
    await make('二人で直す', 'survey')
    const mika = await browse(midori, 'mika')
    await mika.open(aoi.url)
    await mika.fill({ lead: '事務局の言葉' })
    await aoi.fill({ lead: '町の言葉' })
    expect(aoi.status).to.equal(409)
    expect(aoi.text).to.include('さんが先に保存しました')
    expect(aoi.values.lead).to.equal('町の言葉')
    await aoi.fill({})
    expect(aoi.notice).to.equal('保存しました')
  })

  it('has one open address a round, which can be prolonged, and is written down', async () => {
    const { at, to } = await handedOut(midori)
    await aoi.post(`${at}/links`, { round: 'before', closesOn: 'R7.11.4', mostAnswers: '500' })
    expect(aoi.status).to.equal(409)
    await aoi.open(at)
    const link = await midori.db.selectFrom('questionnaireLinks').select('id').executeTakeFirstOrThrow()
    const until = (closesOn: string) => ({ [`${link.id}.closesOn`]: closesOn, [`${link.id}.mostAnswers`]: '20' })
    await aoi.fill(until('R7.10.1'), '締め切りと数を変える')
    expect(aoi.errors[`${link.id}.closesOn`]).to.include('きょうか、きょうよりあと')
    await aoi.fill(until('R7.11.30'), '締め切りと数を変える')
    expect(aoi.text).to.include('令和7年11月30日').and.include('20件まで')
    expect(await opened(aoi, at, '後')).to.not.equal(to)
    await aoi.open(`/regions/${midori.regions.midori}/history`)
    expect(aoi.text).to.include('質問票「退院支援の勉強会（前）」の受付を始めました')
  })

  it('is read by the region and changed by the town and the office', async () => {
    const { at } = await handedOut(midori)
    const ren = await browse(midori, 'ren')
    await ren.open(at)
    expect(ren.status).to.equal(200)
    expect(ren.links().some((href) => href.endsWith('/questions'))).to.equal(false)
    await ren.open(`${at}/questions`)
    expect(ren.status).to.equal(403)
    await ren.open(`${at}/preview`)
    expect(ren.heading).to.equal('退院支援の勉強会')
  })
})
