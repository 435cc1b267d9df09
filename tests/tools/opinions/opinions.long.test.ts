import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { opinionsCount } from '../../../src/tools/opinions/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { plant, say, TEXT } from '../../support/causes/causes.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const HEARD = { stance: 'same', text: '毎回そうです', profession: 'care_manager', way: 'phone', heardOn: 'R7.10.20' }

describe('opinions on a true cause', function () {
  this.timeout(20_000)
  let midori: Town
  let id: string
  let cause: string
  let aoi: Browser
  beforeEach(async () => {
    midori = await town(await freshDb())
    id = midori.regions.midori
    cause = await plant(midori)
    aoi = await browse(midori, 'aoi')
  })

  async function heard(given: Record<string, string> = {}) {
    await aoi.open(paths.causeOpinions(id, cause))
    await aoi.fill({ ...HEARD, ...given }, '書きとめる')
  }
  const chip = () => aoi.document.querySelector('h1 + .row .chip')?.textContent.trim()

  it('take a hypothesis on its way: heard, then backed', async () => {
    await aoi.open(paths.cause(id, cause))
    expect(chip()).to.equal('仮説')
    await heard()
    expect(chip()).to.equal('意見をもらった')
    await aoi.open(paths.causeEvidence(id, cause, 'against'))
    await aoi.fill({ kind: 'hearing', text: '届いていたという人もいる' }, '保存する')
    expect(chip()).to.equal('意見をもらった')
    await aoi.open(paths.causeEvidence(id, cause, 'for'))
    await aoi.fill({ kind: 'record', text: '窓口の電話の記録' }, '保存する')
    expect(chip()).to.equal('裏づけあり')
  })

  it('are counted by 職種, written down by the town', async () => {
    await heard()
    await heard({ stance: 'differs', profession: 'home_nurse', text: '' })
    await heard({ stance: 'differs', profession: 'home_nurse', text: '' })
    const cells = (row: { querySelectorAll(s: string): { textContent: string }[] }) =>
      row.querySelectorAll('th, td').map((cell) => cell.textContent)
    expect(aoi.document.querySelectorAll('.opinion-table tbody tr').map(cells)).to.deep.equal([
      ['訪問看護師', '0', '2', '0', '2'],
      ['ケアマネジャー', '1', '0', '0', '1'],
      ['合計', '1', '2', '0', '3'],
    ])
    expect(aoi.text).to.include('ケアマネジャー・電話で聞いた・R7.10.20（月）・青木 葵さんが記録')
    expect((await opinionsCount(midori.db, id)).byCause.get(cause)).to.equal(3)
    await aoi.open(paths.regionHistory(id))
    expect(aoi.text).to.include('訪問看護師の意見「違う」を書きとめました')
  })

  it('ask for what is missing and for a day that has been', async () => {
    await heard({ stance: '', heardOn: '令和8年4月1日' })
    expect(aoi.status).to.equal(422)
    expect(Object.keys(aoi.errors)).to.deep.equal(['heardOn'])
    expect(aoi.text).to.include('「同じ」「違う」「分からない」のどれかを選んでください')
    expect(aoi.values.text).to.equal('毎回そうです')
  })

  it('set aside stay readable and count no more', async () => {
    await heard()
    await aoi.fill({ reason: '同じ人が二度答えた' }, '数えない')
    expect(aoi.text).to.include('数えません（同じ人が二度答えた）')
    expect(chip()).to.equal('仮説')
    expect((await opinionsCount(midori.db, id)).all).to.equal(0)
  })

  it('keep the wording they were said to', async () => {
    await heard()
    await say(midori, cause, '退院の日が、病棟の外に伝わらない')
    await aoi.open(paths.cause(id, cause))
    expect(aoi.text).to.include(`そのときの文：「${TEXT}」`)
    expect(aoi.text).to.include(`「${TEXT}」を「退院の日が、病棟の外に伝わらない」に言いかえました`)
  })

  it('are not written down by those who only read', async () => {
    const sora = await browse(midori, 'sora')
    await sora.open(paths.causeOpinions(id, cause))
    expect(sora.status).to.equal(403)
  })
})
