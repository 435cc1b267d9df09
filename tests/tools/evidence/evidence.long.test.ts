import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { plant } from '../../support/causes/causes.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const GIVEN = { kind: 'number', text: '前の日までに連絡があった人を数えた', numerator: '１８人', denominator: '48' }

describe('evidence of a true cause', function () {
  this.timeout(20_000)
  let midori: Town
  let id: string
  let cause: string
  beforeEach(async () => {
    midori = await town(await freshDb())
    id = midori.regions.midori
    cause = await plant(midori)
  })

  it('reads numbers kindly, works the share out and shows n', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.cause(id, cause))
    await aoi.follow('裏づけになるものを足す')
    await aoi.fill(
      {
        ...GIVEN,
        comparedWith: 'national',
        comparison: '３０．１％',
        source: 'discharge',
        method: '手計算',
        period: '令和6年度',
      },
      '保存する',
    )
    expect(aoi.notice).to.include('37.5%、n＝48')
    expect(aoi.text).to.include('37.5%（18/48、n＝48）・全国 30.1%')
    expect(aoi.text).to.include('数字・入退院の連絡の記録・手計算・令和6年度')
    await aoi.open(paths.causes(id))
    expect(aoi.text).to.include('裏づけ 1・合わないもの 0・意見 0')
  })

  it('says what is wrong with the numbers and keeps all words', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.causeEvidence(id, cause, 'against'))
    expect(aoi.heading).to.equal('合わないものを足す')
    await aoi.fill({ ...GIVEN, numerator: '50' }, '保存する')
    expect(aoi.status).to.equal(422)
    expect(aoi.errors.numerator).to.include('分子が分母より大きく')
    expect(aoi.values.text).to.equal(GIVEN.text)
    await aoi.fill({ numerator: '5', denominator: '0' }, '保存する')
    expect(aoi.errors.denominator).to.include('1以上')
    await aoi.fill({ numerator: 'たくさん', denominator: '' }, '保存する')
    expect(aoi.errors.numerator).to.include('数で書いてください')
    await aoi.fill({ numerator: '', denominator: '', comparison: '12', comparedWith: '' }, '保存する')
    expect(aoi.errors.comparedWith).to.include('何と比べた')
  })

  it('is changed by itself, taken out, and the story tells so', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.causeEvidence(id, cause, 'for'))
    await aoi.fill(GIVEN, '保存する')
    await aoi.follow('直す')
    expect(aoi.values).to.include({ numerator: '18', denominator: '48' })
    await aoi.fill({ side: 'against', numerator: '20' }, '保存する')
    expect(aoi.text).to.include('41.7%（20/48、n＝48）')
    await aoi.follow('直す')
    await aoi.fill({}, 'この材料を消す')
    expect(aoi.text).to.include('裏づけを足しました').and.include('合わない材料を消しました')
    const other = await plant(midori, '別の仮説')
    await aoi.open(paths.cause(id, other))
    expect(aoi.text).to.not.include('消しました')
  })

  it('of a cause that is not there is 404, as is that of another cause', async () => {
    const aoi = await browse(midori, 'aoi')
    await aoi.open(paths.causeEvidence(id, 'nowhere'))
    expect(aoi.status).to.equal(404)
    await aoi.open(paths.causeEvidenceItem(id, cause, 'nowhere'))
    expect(aoi.status).to.equal(404)
  })
})
