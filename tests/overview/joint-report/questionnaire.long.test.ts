import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { clockAt, JOINT_DAY, jointTown } from '../../support/joint.ts'

describe('the questionnaire of the joint report meeting', function () {
  this.timeout(60_000)

  it('is made and opened by the secretariat, answered without an account, and read as numbers by all who take part', async () => {
    const all = await jointTown()
    const home = paths.jointQuestionnaire(all.programmeId)
    const mika = await browse(all, 'mika')
    await (await mika.open(home)).fill({}, 'アンケートを作る')
    expect(mika.heading).to.equal('問いを直す')
    await mika.fill({ 'q.q1.label': 'ほかの地域から、持ち帰れることがありましたか' }, '保存する')
    expect(mika.notice).to.equal('保存しました')
    await mika.open(home)
    await mika.fill({ closesOn: '2025/1/1' }, '受付を始める')
    expect([mika.status, mika.errors.closesOn]).to.deep.equal([
      422,
      '締め切りは、きょうか、きょうよりあとの日にしてください',
    ])
    await mika.fill({ closesOn: '2026/2/27' }, '受付を始める')
    const address = new URL(mika.document.querySelector('#joint-link')?.textContent ?? '').pathname
    expect((await (await browse(all, 'aoi')).open(home)).status).to.equal(404)
    clockAt(all, JOINT_DAY, '15:30')
    const stranger = await browse(all)
    const answers = ['town', 'town', 'town', 'town', 'town', 'advisor', 'wg']
    for (const [i, who] of answers.entries()) {
      await stranger.open(address)
      expect(stranger.text).to.include('お願いしている会').and.include('立場と日付だけ')
      const words: Record<string, string> = i === 0 ? { 'f.q5': '山田太郎さん（080-1234-5678）の話がよかった' } : {}
      await stranger.fill({ 'f.profession': who, 'f.q1': i < 5 ? '5' : '4', ...words }, '答えを送る')
      expect(stranger.heading, stranger.text).to.equal('答えを受けとりました')
    }
    const aoi = await browse(all, 'aoi')
    await aoi.open(home)
    expect(aoi.text).to.include('答え7件').and.include('5人（71.4%）').and.include('アドバイザー・WG委員（まとめて）')
    expect(aoi.text).not.to.include('080-1234').and.not.include('アンケートを作る')
    expect(aoi.text).to.include('一部を伏せています')
    expect((await aoi.open(paths.jointQuestionnaireTexts(all.programmeId))).status).to.equal(403)
    expect((await (await browse(all, 'hoku')).open(home)).status).to.equal(404)
    const shun = await browse(all, 'shun')
    await shun.open(paths.jointQuestionnaireTexts(all.programmeId))
    expect(shun.text).to.include('事務局だけが開けます').and.include('山田太郎')
    await shun.fill({ verdict: 'out' })
    expect(shun.notice).to.equal('確かめたことを残しました')
    await shun.open(paths.jointQuestionnaireTable(all.programmeId, 'csv'))
    expect(shun.bytes.toString('utf8')).to.include('ほかの地域から').and.not.include('山田')
  })
})
