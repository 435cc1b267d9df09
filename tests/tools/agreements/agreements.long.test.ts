import { expect } from 'chai'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { type AskedAgreement, askAgreement, askOpen } from '../../../src/tools/agreements/actions.ts'
import { gateOf, waitingAgreements } from '../../../src/tools/agreements/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const TEXT = '森本キヨさん（82歳）は「家に帰りたい」と話した。'

describe('見せる前の確かめ', () => {
  let here: Town
  beforeEach(async () => {
    here = await town(await freshDb())
  })

  const gate = (text = TEXT) => gateOf(here.db, { regionId: here.regions.midori, subject: 'causes/c1', text })
  async function ask(who: PersonName, more: Partial<AskedAgreement> = {}) {
    const ctx = await here.ctx(who)
    const region = await regionSeen(here.db, ctx.actor, here.regions.midori)
    if (!region) throw new Error('region')
    const origin = 'http://localhost'
    const href = '/regions/region-midori/history'
    return askAgreement(ctx, region, { subject: 'causes/c1', title: '仮説の一文', href, text: TEXT, origin, ...more })
  }
  const lettersTo = async (who: PersonName) =>
    (
      await here.db
        .selectFrom('letters')
        .select(['subject', 'body'])
        .where('personId', '=', here.people[who])
        .where('kind', '=', 'privacy')
        .execute()
    ).map(({ subject, body }) => `${subject}\n${body}`)
  const pageOf = (id: string) => `/regions/region-midori/privacy/${id}`

  it('stands open where nothing tells who somebody is, and shut elsewhere until somebody is asked', async () => {
    expect((await gate('65歳以上の患者さんは多い。')).state).to.equal('clear')
    expect((await gate()).state).to.equal('asks')
    expect((await gate()).found.map((one) => one.kind)).to.deep.equal(['name', 'age', 'quote'])
    await ask('aoi')
    expect((await gate()).state).to.equal('waiting')
  })

  it('asks another of the municipality or the secretariat, without the text in the letter', async () => {
    const id = await ask('aoi', { note: '明日の会議で見せたい' })
    for (const who of ['daichi', 'mika', 'shun'] as const) {
      const [letter = '', ...more] = await lettersTo(who)
      expect(letter, who).to.include('見せる前に確かめてください').and.to.include('明日の会議で見せたい')
      expect(letter, who).to.include(pageOf(id)).and.to.not.include('森本')
      expect(more).to.deep.equal([])
    }
    for (const who of ['aoi', 'ren', 'sora', 'ken'] as const) expect(await lettersTo(who), who).to.deep.equal([])
  })

  it('shows the second person the marked words and another wording, and opens with their word', async () => {
    const id = await ask('aoi')
    const daichi = await browse(here, 'daichi')
    await daichi.open(pageOf(id))
    expect(daichi.heading).to.equal('仮説の一文を見せる前に')
    expect(daichi.document.querySelectorAll('mark').map((mark) => mark.text)).to.deep.equal([
      '（名前）森本キヨ',
      '（年齢）82歳',
      '（話した言葉）「家に帰りたい」',
    ])
    expect(daichi.text).to.include('Aさん（80代）は（話したことの要約）と話した。')
    await daichi.fill({}, 'このまま見せてよい')
    expect(daichi.notice).to.equal('確かめました。頼んだ人に知らせます')
    expect(daichi.text).to.include('に確かめました。この文のまま見せられます')
    expect((await gate()).state).to.equal('agreed')
    expect((await lettersTo('aoi'))[0]).to.include('仮説の一文を見せてよいことになりました')
    await daichi.open('/regions/region-midori/history')
    expect(daichi.text).to.include('「仮説の一文」の文を確かめました')
  })

  it('ends when the text changes, and holds for line ends alone', async () => {
    const id = await ask('aoi', { text: `${TEXT}\n次の行` })
    const daichi = await browse(here, 'daichi')
    await daichi.open(pageOf(id))
    await daichi.fill({}, 'このまま見せてよい')
    expect((await gate(`${TEXT}\r\n次の行\r\n`)).state).to.equal('agreed')
    expect((await gate(`${TEXT}\n別の行`)).state).to.equal('asks')
    const other = await gateOf(here.db, {
      regionId: here.regions.midori,
      subject: 'causes/c2',
      text: `${TEXT}\n次の行`,
    })
    expect(other.state).to.equal('asks')
  })

  it('is never the word of who asked or wrote', async () => {
    const id = await ask('aoi', { writers: [here.people.daichi] })
    for (const [who, why] of [
      ['aoi', '頼んだ人のほかの'],
      ['daichi', '書いた人のほかの'],
    ] as const) {
      const one = await browse(here, who)
      await one.open(pageOf(id))
      expect(one.text, who).to.include(why).and.to.not.include('このまま見せてよい')
      await one.post(pageOf(id), { answer: 'agree' })
      expect(one.status, who).to.equal(403)
    }
    expect((await gate()).state).to.equal('waiting')
    expect(await lettersTo('daichi')).to.deep.equal([])
  })

  it('goes back with a reason, and may be asked again', async () => {
    const id = await ask('aoi')
    const mika = await browse(here, 'mika')
    await mika.open(pageOf(id))
    await mika.fill({ reason: '' }, '差し戻す')
    expect(mika.status).to.equal(422)
    expect(mika.errors.reason).to.equal('差し戻すときは、理由を書いてください')
    await mika.fill({ reason: '話した言葉をまとめてください' }, '差し戻す')
    expect(mika.text).to.include('差し戻しました。理由：話した言葉をまとめてください')
    expect((await lettersTo('aoi'))[0]).to.include('理由：話した言葉をまとめてください')
    const back = await gate()
    expect([back.state, back.agreement?.returnReason]).to.deep.equal(['asks', '話した言葉をまとめてください'])
    await ask('aoi')
    expect((await gate()).state).to.equal('waiting')
  })

  it('waits once: the same wording is one question, a new wording takes the old one’s place', async () => {
    const [first, again] = [await ask('aoi'), await ask('daichi')]
    expect(again).to.equal(first)
    const next = await ask('aoi', { text: `${TEXT}娘も同じ。` })
    expect((await waitingAgreements(here.db, [here.regions.midori])).map((one) => one.id)).to.deep.equal([next])
    const daichi = await browse(here, 'daichi')
    await daichi.open(pageOf(first))
    expect(daichi.text).to.include('そのあと書きかえられました').and.to.not.include('このまま見せてよい')
    await daichi.post(pageOf(first), { answer: 'agree' })
    expect(daichi.status).to.equal(409)
    await daichi.open('/regions/region-midori/privacy')
    await daichi.follow('仮説の一文')
    expect(daichi.url).to.include(next)
  })

  it('shuts the way of whoever does not ask, in words', async () => {
    const asked = { regionId: here.regions.midori, subject: 'causes/c1', text: TEXT }
    const refusal = await askOpen(here.db, asked).catch((error: Error) => error.message)
    expect(refusal).to.include('「森本キヨ」').and.to.include('もう一人に確かめてもらってから')
    await askOpen(here.db, { ...asked, text: '80代の人が多い。' })
  })

  it('is unseen by the prefecture, the partner and other towns', async () => {
    const id = await ask('aoi')
    for (const who of ['ren', 'sora', 'ken', 'nagi'] as const) {
      const one = await browse(here, who)
      await one.open(pageOf(id))
      expect([403, 404], who).to.include(one.status)
      expect(one.text, who).to.not.include('森本')
    }
  })
})
