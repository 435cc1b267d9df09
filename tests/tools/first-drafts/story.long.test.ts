import { expect } from 'chai'
import { rowsIn } from '../../../src/papers/templates/templates.ts'
import { paths } from '../../../src/paths/paths.ts'
import { shareCarried } from '../../../src/tools/carried-shares/store.ts'
import { browse } from '../../support/browse.ts'
import { bodyOf, SECRETS, supported, writes } from '../../support/closing.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const BUTTON = '記録から下書きを入れる'
const ID = 'region-midori'

describe('a まとめ that is begun from the record', () => {
  let midori: Town
  const home = paths.sheet(ID, 'closing')
  const texts = async (list: string) => rowsIn(await bodyOf(midori, 'closing'), list).map(({ text }) => text)
  const press = async (who: PersonName = 'aoi') => (await (await browse(midori, who)).open(home)).fill({}, BUTTON)
  beforeEach(async () => {
    midori = await town(await freshDb())
    await supported(midori)
  })

  it('is written by one press, in one version, in the words of the record', async () => {
    const aoi = await press()
    expect([aoi.status, aoi.notice.includes('下書きを入れました')]).to.deep.equal([200, true])
    expect(await texts('before')).to.deep.equal(['退院の知らせが届かない', '訪問看護が呼ばれない'])
    expect(await texts('changes')).to.deep.equal([
      ...[
        '訪問看護のことも話せた',
        '退院の知らせが6件届いた',
        '家族からの電話が先だった',
        '数えたら土曜に多いと分かった',
      ],
    ])
    expect(rowsIn(await bodyOf(midori, 'closing'), 'next')).to.deep.equal([
      { id: 'b2', text: '電話を一つにする', dueText: '令和8年度', owner: '青木' },
      {
        id: rowsIn(await bodyOf(midori, 'closing'), 'next')[1]?.id,
        text: 'カードを配る',
        due: '2025-11-10',
        owner: '青木',
      },
    ])
    const versions = await midori.db
      .selectFrom('revisions as r')
      .innerJoin('documents as d', 'd.id', 'r.documentId')
      .select('r.number')
      .where('d.kind', '=', 'closing')
      .execute()
    expect(versions).to.have.length(1)
    const { share } = await shareCarried(midori.db, ID)
    expect(share).to.deep.equal({ texts: 8, ways: { carried: 8, reworded: 0, written: 0 } })
  })

  it('says which issue each change answers, or asks', async () => {
    const aoi = await press()
    const answers = new Map(rowsIn(await bodyOf(midori, 'closing'), 'changes').map((row) => [row.text, row.answers]))
    expect(answers.get('退院の知らせが6件届いた')).to.equal('i1')
    expect(answers.get('訪問看護のことも話せた')).to.equal('i2')
    expect(answers.get('家族からの電話が先だった'), 'by the cause it touched').to.equal('i1')
    expect(answers.get('数えたら土曜に多いと分かった')).to.equal(undefined)
    expect(aoi.text).to.include('どの課題への変化ですか').and.include('数えたら土曜に多いと分かった')
  })

  it('brings nothing of 支援チーム or 市町村の内輪 to those who read the paper', async () => {
    await press('mika')
    const all = JSON.stringify(await bodyOf(midori, 'closing'))
    for (const secret of SECRETS) expect(all).to.not.include(secret)
    const aoi = await (await browse(midori, 'aoi')).open(paths.paperCarries(ID, 'closing'))
    for (const secret of SECRETS) expect(aoi.text).to.not.include(secret)
  })

  it('keeps what people wrote; a second press, and two at once, add nothing', async () => {
    await writes(midori, 'aoi', 'closing', {
      before: [{ id: 'own', text: '退院の知らせが届かない。' }],
      changes: [{ id: 'mine', text: '町の言葉で書いた変化', answers: 'own', unchanged: 'yes' }],
    })
    const [aoi, daichi] = [await browse(midori, 'aoi'), await browse(midori, 'daichi')]
    await aoi.open(home)
    await daichi.open(home)
    await aoi.fill({}, BUTTON)
    const once = await bodyOf(midori, 'closing')
    await daichi.fill({}, BUTTON)
    expect(daichi.notice).to.include('新しく入れられるものは')
    expect(await bodyOf(midori, 'closing')).to.deep.equal(once)
    expect(await texts('before')).to.deep.equal(['退院の知らせが届かない。', '訪問看護が呼ばれない'])
    expect(rowsIn(once, 'changes')[0]).to.deep.include({ id: 'mine', unchanged: 'yes', answers: 'own' })
    expect((await aoi.open(home)).html).to.not.include(BUTTON)
  })

  it('a line that was taken out does not come back', async () => {
    await press()
    const kept = rowsIn(await bodyOf(midori, 'closing'), 'changes').filter(({ text }) => !text?.includes('土曜'))
    await writes(midori, 'aoi', 'closing', { changes: kept })
    const aoi = await browse(midori, 'aoi')
    await aoi.post(paths.firstDraft(ID, 'closing'), {})
    expect((await texts('changes')).join()).to.not.include('土曜')
  })

  it('joins what somebody types meanwhile', async () => {
    const aoi = await (await browse(midori, 'aoi')).open(home)
    await press('daichi')
    await aoi.fill({ 'f.next.n0.text': '来年も会う', 'f.next.n0.dueText': '未定' }, '保存する')
    const next = await texts('next')
    expect(next).to.include.members(['電話を一つにする', '来年も会う'])
    expect(await texts('before')).to.have.length(2)
  })

  it('tells when its source has moved on', async () => {
    await press()
    await midori.db
      .updateTable('meetingLines')
      .set({ text: '退院の知らせが7件届いた' })
      .where('text', 'like', '%6件届いた')
      .execute()
    const aoi = await (await browse(midori, 'aoi')).open(paths.paperCarries(ID, 'closing'))
    expect(aoi.text).to.include('元が変わりました').and.include('7件届いた')
    await aoi.fill({}, '新しい文にする')
    expect(await texts('changes')).to.include('退院の知らせが7件届いた')
  })

  it('is pressed by the town and for it; others read, another town finds nothing', async () => {
    const to = paths.firstDraft(ID, 'closing')
    for (const who of ['ken', 'ren', 'sora'] as const) {
      const reader = await (await browse(midori, who)).open(home)
      expect([who, reader.status, reader.html.includes(BUTTON)]).to.deep.equal([who, 200, false])
      expect((await reader.post(to, {})).status, who).to.equal(403)
    }
    expect((await (await browse(midori, 'nagi')).post(to, {})).status).to.equal(404)
    expect((await (await browse(midori, 'aoi')).post(paths.firstDraft(ID, 'issues'), {})).status).to.equal(404)
    expect((await press('mika')).text).to.include('東浜県みどり町に代わって')
  })

  it('is offered at home and on the overview once the last step before the end is fixed', async () => {
    expect((await (await browse(midori, 'aoi')).open('/')).text).to.not.include('まとめを書きはじめられます')
    const later = await town(await freshDb())
    await supported(later, 's3')
    const aoi = await (await browse(later, 'aoi')).open('/')
    expect(aoi.text).to.include('のまとめを書きはじめられます')
    await aoi.open(paths.region(ID))
    await aoi.fill({}, BUTTON)
    expect([aoi.url, aoi.heading]).to.deep.equal([home, 'まとめ'])
    expect((await aoi.open('/')).text).to.not.include('まとめを書きはじめられます')
    expect((await (await browse(later, 'ken')).open(paths.region(ID))).html).to.not.include(BUTTON)
  })
})
