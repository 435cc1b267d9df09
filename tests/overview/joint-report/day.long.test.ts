import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { instantAt } from '../../../src/platform/time.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { browse } from '../../support/browse.ts'
import { clockAt, JOINT_DAY, jointTown } from '../../support/joint.ts'
import type { RegionName } from '../../support/regions.ts'
import type { Town } from '../../support/town.ts'

/** R5: no meeting of the year, but every region's own 最終報告会. */
async function finalTown(days: Partial<Record<RegionName, string>>): Promise<Town> {
  const all = await jointTown()
  await all.db.deleteFrom('meetings').where('kind', '=', 'joint-report').execute()
  const set = { key: 'final', label: '最終報告会', shortLabel: '最終', kind: 'final' }
  await all.db.updateTable('steps').set(set).where('key', '=', 'joint').execute()
  for (const [name, heldOn] of Object.entries(days)) {
    const regionId = all.regions[name as RegionName]
    const place = { programmeId: all.programmeId, regionId, stepId: 'step-joint', stepKey: 'final', number: 8 }
    const id = await addMeeting(all.db, { ...place, label: '最終報告会', kind: 'final' }, all.now)
    const startsAt = instantAt(heldOn, '09:30')
    await updateMeeting(all.db, id, { heldOn, startsAt, minutes: 90, url: `https://meet.example/${name}` })
  }
  return all
}

const pause = (all: Town) =>
  all.db
    .insertInto('pauses')
    .values({
      ...{ id: 'p1', regionId: all.regions.midori, kind: 'pause', reason: '担当の交代', fromAt: all.now.toISOString() },
      ...{ byName: '森野 美香', endedAt: null, endedBy: null },
    } as never)
    .execute()

describe('the day of the joint report meeting', function () {
  this.timeout(30_000)

  it('is the one the regions share where the year has none of its own', async () => {
    const all = await finalTown({ midori: '2026-03-05', suzukaze: '2026-03-05' })
    const aoi = await browse(all, 'aoi')
    await aoi.open(paths.jointReport(all.programmeId))
    expect(aoi.heading).to.equal('最終報告会')
    expect(aoi.text).to.include('令和8年3月5日（木） 9:30〜11:00').and.include('9:35〜10:00')
    expect(aoi.text, 'each region has its own room').not.to.include('会議をひらく')
    clockAt(all, '2026-03-05')
    const nagi = await browse(all, 'nagi')
    expect((await nagi.open(paths.jointRegion(all.programmeId, all.regions.midori))).status).to.equal(200)
  })

  it('is no day while the regions differ: nobody reads another one’s materials', async () => {
    const all = await finalTown({ midori: '2026-03-05', suzukaze: '2026-03-06' })
    clockAt(all, '2026-03-09')
    const nagi = await browse(all, 'nagi')
    await nagi.open(paths.jointReport(all.programmeId))
    expect(nagi.text).to.include('地域ごとの日がちがいます')
    expect((await nagi.open(paths.jointRegion(all.programmeId, all.regions.midori))).status).to.equal(404)
  })

  it('is no day while one region still has none: what it handed in is not open before it meets', async () => {
    const all = await finalTown({ midori: '2026-03-05' })
    clockAt(all, '2026-03-05')
    const aoi = await browse(all, 'aoi')
    await aoi.open(paths.jointReport(all.programmeId))
    expect(aoi.text).to.include('日はまだ決まっていません')
    expect((await aoi.open(paths.jointRegion(all.programmeId, all.regions.suzukaze))).status).to.equal(404)
  })

  it('comes near: the town and the secretariat are told what is missing, at home and on Mondays', async () => {
    const all = await jointTown()
    const homeOf = async (who: 'aoi' | 'mika' | 'ken') => (await (await browse(all, who)).open('/')).text
    expect(await homeOf('aoi')).not.to.include('の資料を出してください')
    clockAt(all, '2026-02-09')
    expect(await homeOf('aoi')).to.include('合同報告会（2月20日（金））の資料を出してください')
    expect(await homeOf('mika')).to.include('の資料が、2地域からまだ届いていません')
    expect(await homeOf('ken')).not.to.include('の資料を出してください')
    const mika = await browse(all, 'mika')
    await mika.open(paths.monday(all.programmeId))
    expect(mika.text).to.include('合同報告会の資料を待つ').and.include('南原県すずかぜ市')
    const nagi = await browse(all, 'nagi')
    await nagi.open(paths.jointQuestions(all.programmeId))
    await nagi.fill({ to: all.regions.midori, text: '何から始めましたか' }, '質問する')
    expect(await homeOf('aoi')).to.include('合同報告会の質問が1件届いています')
    clockAt(all, '2026-02-21')
    expect(await homeOf('aoi')).not.to.include('の資料を出してください')
  })

  it('leaves a resting region in peace: nothing is asked of it, and nothing can be handed in', async () => {
    const all = await jointTown()
    await pause(all)
    const mika = await browse(all, 'mika')
    await mika.open(paths.jointMaterials(all.programmeId))
    expect(mika.text).to.include('休止中').and.include('南原県すずかぜ市の担当の人')
    await mika.fill({}, 'お願いの手紙を送る')
    const letters = await all.db.selectFrom('letters').select('toName').where('kind', '=', 'joint_reminder').execute()
    expect(letters.map(({ toName }) => toName)).to.deep.equal(['凪 さやか'])
    const aoi = await browse(all, 'aoi')
    await aoi.open(paths.regionJoint(all.regions.midori))
    expect(aoi.status).to.equal(200)
    expect(aoi.html).not.to.include('この資料を出す')
    const file = { field: 'file', name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') }
    await aoi.upload(paths.jointHandIns(all.regions.midori), [file], {})
    expect([aoi.status, aoi.text.includes('休止中のため')]).to.deep.equal([403, true])
    await mika.open(paths.jointAgenda(all.programmeId))
    expect(mika.text).not.to.include('東浜県みどり町の報告')
  })

  it('is asked twice at once about the same minutes: the second reads the first before anything is saved', async () => {
    const all = await jointTown()
    const [mika, shun] = [await browse(all, 'mika'), await browse(all, 'shun')]
    const talk = `rows.r-${all.regions.midori}.talk`
    await mika.open(paths.jointAgenda(all.programmeId))
    await mika.fill({}, '次第を保存する')
    await shun.open(paths.jointAgenda(all.programmeId))
    await mika.fill({ [talk]: '20' }, '次第を保存する')
    await shun.fill({ [talk]: '12', startsAt: '12:30' }, '次第を保存する')
    expect(shun.status).to.equal(422)
    expect(shun.errors[talk]).to.include('森野 美香さんが、同じときに「20」と直しています')
    await shun.fill({}, '次第を保存する')
    expect(shun.notice).to.equal('次第を保存しました')
    expect([shun.values[talk], shun.values.startsAt]).to.deep.equal(['12', '12:30'])
    clockAt(all, JOINT_DAY)
  })
})
