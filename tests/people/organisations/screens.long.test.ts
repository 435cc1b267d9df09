import { expect } from 'chai'
import { organisationOf } from '../../../src/people/organisations/store.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('the pages of organisations', () => {
  let all: Town
  beforeEach(async () => {
    all = await town(await freshDb())
  })

  it('lists 50 a page, with the filters in the address', async () => {
    const aoi = await (await browse(all, 'aoi')).open('/organisations?kind=municipality&prefecture=01')
    expect([aoi.status, aoi.heading]).to.deep.equal([200, '団体と連絡先'])
    expect(aoi.text).to.include('179件のうち 1–50')
    await aoi.follow('次へ')
    expect(aoi.url).to.equal('/organisations?kind=municipality&prefecture=01&page=2')
    expect(aoi.text).to.include('51–100')
    expect(aoi.links()).not.to.include('/figures')
  })

  it('finds by half-width kana, marks what is invented, and says so when nothing fits', async () => {
    const ken = await (await browse(all, 'ken')).open(`/organisations?q=${encodeURIComponent('ﾐﾄﾞﾘﾁｮｳ')}`)
    expect(
      ken.document.querySelectorAll('tbody tr').map((row) => row.textContent.replace(/\s+/g, ' ').trim()),
    ).to.deep.equal(['東浜県みどり町 見本 みどりちょう 913413 市区町村 東海北陸厚生局 18,420人・32.2％'])
    await ken.open('/organisations?q=%00%3Cscript%3E&page=-1&kind=x&prefecture=99999')
    expect([ken.status, ken.text.includes('この条件に合う団体はありません')]).to.deep.equal([200, true])
    await ken.open('/organisations?page=9999')
    expect([ken.status, ken.links().some((href) => href.includes('page=10000'))]).to.deep.equal([200, false])
  })

  it('lets the secretariat keep the contact book', async () => {
    const shun = await (await browse(all, 'shun')).open('/organisations/org-913413')
    expect(shun.heading).to.equal('東浜県みどり町')
    await shun.fill({
      section: '福祉課',
      mailbox: 'ｆｕｋｕｓｈｉ＠midori.example',
      telephone: '０１２−３４５−６７８９ 内線 12',
    })
    expect([shun.status, shun.url, shun.text.includes('東浜県みどり町の連絡先を保存しました')]).to.deep.equal([
      200,
      '/organisations/org-913413',
      true,
    ])
    expect(await organisationOf(all.db, 'org-913413')).to.include({
      section: '福祉課',
      mailbox: 'fukushi@midori.example',
      telephone: '012-345-6789 内線 12',
    })
  })

  it('keeps the words of a wrong form, and of one who came second', async () => {
    const shun = await (await browse(all, 'shun')).open('/organisations/org-913413')
    const seen = String(shun.values.seen)
    await shun.fill({
      section: '福祉課',
      mailbox: 'みどり町の福祉課',
      telephone: 'しらない',
      mailDomain: '<script>',
    })
    expect(shun.status).to.equal(422)
    expect(Object.keys(shun.errors)).to.deep.equal(['mailbox', 'telephone', 'mailDomain'])
    expect(shun.values.section).to.equal('福祉課')
    const mika = await (await browse(all, 'mika')).open('/organisations/org-913413')
    await mika.fill({ section: '健康課' })
    await shun.post('/organisations/org-913413', { section: '福祉課', seen })
    expect([shun.status, shun.values.section]).to.deep.equal([409, '福祉課'])
    expect(shun.text).to.include('ほかの人が先に').and.to.include('健康課')
    await shun.fill()
    expect((await organisationOf(all.db, 'org-913413'))?.section).to.equal('福祉課')
  })

  it('shows a town the book without a form, and refuses what was not offered', async () => {
    const aoi = await (await browse(all, 'aoi')).open('/organisations/org-910007')
    expect(aoi.document.querySelector('main form[method=post]')).to.equal(null)
    expect(aoi.text).to.include('直せるのは、事務局と管理者です').and.to.include('東浜保健所')
    expect((await aoi.post('/organisations/org-910007', { section: 'x' })).status).to.equal(403)
    expect((await aoi.open('/organisations/org-nobody')).status).to.equal(404)
    expect((await (await browse(all)).open('/organisations')).url).to.match(/^\/sign-in/)
  })

  it('asks the same number of questions for one row as for fifty', async () => {
    const aoi = await browse(all, 'aoi')
    await aoi.open('/organisations')
    const few = await countQueries(() => aoi.open('/organisations?q=みどり町'))
    const many = await countQueries(() => aoi.open('/organisations'))
    expect(many.queries).to.equal(few.queries)
  })
})
