import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { browse } from '../../support/browse.ts'
import { clockAt, JOINT_DAY, jointTown } from '../../support/joint.ts'

describe('the joint report meeting', function () {
  this.timeout(30_000)

  it('mika sets its agenda; the others read it', async () => {
    const all = await jointTown()
    const agenda = paths.jointAgenda(all.programmeId)
    const mika = await browse(all, 'mika')
    await mika.open(paths.jointReport(all.programmeId))
    expect(mika.text).to.include('まだ案です').and.include('13:05〜13:30')
    await mika.open(agenda)
    const row = `rows.r-${all.regions.midori}`
    await mika.fill({ [`${row}.talk`]: '２０分', [`${row}.questions`]: '0' }, '次第を保存する')
    expect(mika.notice).to.equal('次第を保存しました')
    expect(mika.text).to.include('13:05〜13:25')
    await mika.fill({ [`${row}.talk`]: '300', startsAt: '25時' }, '次第を保存する')
    expect([mika.status, mika.values[`${row}.talk`]]).to.deep.equal([422, '300'])
    expect(mika.errors).to.deep.equal({
      startsAt: '始まりの時刻を「13:00」か「午後1時」のように入れてください',
      [`${row}.talk`]: '分は、1から240までの数で入れてください',
    })
    await mika.open(agenda)
    await mika.fill({}, '↓')
    const aoi = await browse(all, 'aoi')
    await aoi.open(agenda)
    expect(aoi.text).to.include('青木').and.include('東浜県みどり町の報告')
    expect(aoi.html).not.to.include('次第を直す')
    expect((await aoi.post(agenda, { base: '1' })).status).to.equal(403)
    await mika.open(paths.jointAgendaFile(all.programmeId))
    expect(mika.headers.get('content-disposition')).to.include(encodeURIComponent('次第'))
  })

  it('asks, with one press, every region that has handed in nothing', async () => {
    const all = await jointTown()
    const mika = await browse(all, 'mika')
    await mika.open(paths.jointMaterials(all.programmeId))
    expect(mika.text).to.include('みどり町').and.include('まだお願いしていません')
    await mika.fill({}, 'お願いの手紙を送る')
    expect(mika.notice).to.equal('お願いの手紙を3通送ります')
    const letters = await all.db.selectFrom('letters').selectAll().where('kind', '=', 'joint_reminder').execute()
    expect(letters.map(({ toName }) => toName)).to.have.members(['青木 葵', '大地 誠', '凪 さやか'])
    expect(letters[0]?.body).to.include('/joint-report').and.include('2月20日（金）')
    expect(mika.text).to.include('お願い R7.10.21')
    expect((await (await browse(all, 'aoi')).open(paths.jointMaterials(all.programmeId))).status).to.equal(403)
  })

  it('keeps a hidden name to the secretariat: not on the page, not in a letter, not in the history', async () => {
    const all = await jointTown()
    const nagi = await browse(all, 'nagi')
    const page = paths.jointQuestions(all.programmeId)
    await nagi.open(page)
    expect(nagi.text).to.include('事務局だけが、だれの質問かを見られます')
    await nagi.fill({ to: all.regions.midori, text: '病院とはどう話を始めましたか', hidden: '1' }, '質問する')
    expect(nagi.text).to.include('あなた（名前は事務局だけに見えます）')
    const aoi = await browse(all, 'aoi')
    await aoi.open(paths.regionJoint(all.regions.midori))
    expect(aoi.text).to.include('病院とはどう話を始めましたか').and.include('名前は出していません')
    await aoi.open(paths.regionHistory(all.regions.midori))
    expect(aoi.text).to.include('参加者が合同報告会の質問')
    for (const who of ['aoi', 'ken', 'ren'] as const) {
      const reader = await browse(all, who)
      for (const path of [page, paths.regionJoint(all.regions.midori), paths.regionHistory(all.regions.midori)])
        expect((await reader.open(path)).html, `${who} ${path}`).not.to.include('凪')
    }
    expect((await (await browse(all, 'mika')).open(page)).text).to.include('凪 さやか')
    expect((await (await browse(all, 'mika')).open(paths.jointLive(all.programmeId))).text).not.to.include('凪')
    expect((await (await browse(all, 'haru')).open(page)).text).not.to.include('病院とはどう')
    const csv = await (await browse(all, 'mika')).open(`${page}/table.csv`)
    expect(csv.bytes.toString('utf8')).to.include('病院とはどう').and.not.include('凪')
    const letters = await all.db.selectFrom('letters').select('body').where('kind', '=', 'joint_question').execute()
    expect(letters).to.have.length(2)
    for (const { body } of letters) expect(body).to.include('病院とは').and.not.include('凪')
  })

  it('is answered by the region or on its behalf; from the day on all who take part read it', async () => {
    const all = await jointTown()
    const page = paths.jointQuestions(all.programmeId)
    const nagi = await browse(all, 'nagi')
    await nagi.open(page)
    await nagi.fill({ to: all.regions.midori, text: '何から始めましたか' }, '質問する')
    expect(nagi.html).not.to.include('答える<')
    await nagi.fill({ to: all.regions.midori, text: '佐藤花子さん（090-1234-5678）はその後どうですか' }, '質問する')
    expect([nagi.status, nagi.errors.text?.includes('もう一度押してください')]).to.deep.equal([422, true])
    await nagi.fill({ text: 'その方はその後どうですか' }, '質問する')
    expect(nagi.notice).to.equal('質問を送りました')
    const aoi = await browse(all, 'aoi')
    await (await aoi.open(paths.regionJoint(all.regions.midori))).follow('答える')
    await aoi.fill({ text: '' }, '答える')
    expect([aoi.status, aoi.errors.text]).to.deep.equal([422, '答えを書いてください'])
    await aoi.fill({ text: '1人の退院を追うことからです' }, '答える')
    expect(aoi.text).to.include('1人の退院を追うことからです').and.include('青木 葵（東浜県みどり町）')
    const mika = await browse(all, 'mika')
    await (await mika.open(page)).follow('答える')
    await mika.fill({ text: '資料の3枚目にもあります', behalf: all.regions.midori }, '答える')
    expect(mika.text).to.include('東浜県みどり町（森野 美香さんが代わって）')
    clockAt(all, JOINT_DAY, '13:10')
    for (const who of ['haru', 'tomo', 'yui', 'ken'] as const)
      expect((await (await browse(all, who)).open(page)).text, who).to.include('1人の退院を追うことからです')
    const tomo = await (await browse(all, 'tomo')).open(page)
    expect(tomo.text, 'observers read along').not.to.include('質問する')
    expect((await tomo.post(page, { to: 'all', text: 'なぜですか' })).status).to.equal(403)
    const wall = await (await browse(all, 'haru')).open(paths.jointLivePart(all.programmeId, 'wall'))
    expect(wall.text).to.include('いま').and.include('何から始めましたか')
    const hoku = await browse(all, 'hoku')
    for (const path of [page, paths.jointLive(all.programmeId), paths.jointLivePart(all.programmeId, 'wall')])
      expect((await hoku.open(path)).status, path).to.equal(404)
    const id = (await all.db.selectFrom('jointQuestions').select('id').executeTakeFirst())?.id ?? ''
    expect((await hoku.post(paths.jointAnswers(all.programmeId, id), { text: 'x' })).status).to.equal(404)
    expect(
      (await (await browse(all, 'nagi')).post(paths.jointAnswers(all.programmeId, id), { text: 'x' })).status,
    ).to.equal(403)
  })
})
