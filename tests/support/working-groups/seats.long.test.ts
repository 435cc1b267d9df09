import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { membersOf, seatsOf } from '../../../src/support/bodies/store.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { type WgTown, wgTown } from '../../support/working-group.ts'

const DAY = '2025-10-21'

describe('a WG and who sits in it', function () {
  this.timeout(20_000)
  let midori: WgTown
  let mika: Browser
  const seatNew = () => paths.seatNew(midori.programmeId, midori.wgId)
  beforeEach(async () => {
    midori = await wgTown()
    mika = await browse(midori, 'mika')
  })

  async function seatHaru(): Promise<void> {
    await mika.open(seatNew())
    const haru = { person: midori.people.haru, name: '春山 遥', kana: 'はるやま はるか', affiliation: '南原大学' }
    await mika.fill({ ...haru, title: '教授', isChair: '1', fromOn: '令和7年4月1日' }, '委員に加える')
  }

  it('mika makes a body; the same name twice is told', async () => {
    await mika.open(paths.groups(midori.programmeId))
    await mika.fill({ kind: 'wg', name: '評価部会' }, 'つくる')
    expect(mika.heading).to.equal('評価部会')
    await mika.open(paths.groups(midori.programmeId))
    await mika.fill({ kind: 'wg', name: '' }, 'つくる')
    expect([mika.status, mika.errors.name]).to.deep.equal([422, '名前を書いてください。例：連携支援WG'])
    await mika.fill({ name: '評価部会' }, 'つくる')
    expect(mika.status).to.equal(409)
  })

  it('seats haru with the role he has, ◎ in front of the name', async () => {
    await seatHaru()
    expect(mika.text).to.include('◎春山 遥').and.include('南原大学')
    const [seat] = await membersOf(midori.db, [midori.wgId], DAY)
    expect(seat?.personId).to.equal(midori.people.haru)
    const roles = await midori.db.selectFrom('memberships').selectAll().where('role', '=', 'wg_member').execute()
    expect(roles.map((one) => one.id)).to.deep.equal([seat?.membershipId])
    await mika.open(seatNew())
    expect(mika.document.querySelector('#f-person')).to.equal(null)
    await mika.fill({ email: 'haru@banso.example', name: '春山 遥', fromOn: 'R7.4.1' }, '委員に加える')
    expect([mika.status, mika.text.includes('もう「連携支援WG」の委員です')]).to.deep.equal([409, true])
  })

  it('invites somebody new by letter, and keeps somebody by name only', async () => {
    await mika.open(seatNew())
    await mika.fill(
      { name: '秋田 みのり', email: 'minori@wg.example', fromOn: 'R7.10.1', toOn: 'R8.3.31' },
      '委員に加える',
    )
    await mika.open(seatNew())
    await mika.fill({ name: '冬木 健', affiliation: '白嶺県医師会', fromOn: 'R7.4.1' }, '委員に加える')
    expect(mika.text).to.include('名前だけ')
    const letters = await midori.db.selectFrom('letters').select(['toAddress', 'kind']).execute()
    expect(letters).to.deep.equal([{ toAddress: 'minori@wg.example', kind: 'invitation' }])
    const role = await midori.db.selectFrom('memberships').selectAll().where('toOn', '=', '2026-03-31').execute()
    expect(role.map((one) => [one.role, one.programmeId])).to.deep.equal([['wg_member', midori.programmeId]])
  })

  it('refuses a term that runs backwards and a missing name, and keeps the words', async () => {
    await mika.open(seatNew())
    await mika.fill({ name: '', affiliation: '東浜大学', fromOn: 'R7.10.1', toOn: 'R7.4.1' }, '委員に加える')
    expect(mika.status).to.equal(422)
    expect(mika.errors).to.deep.equal({
      name: '氏名を書いてください',
      toOn: '「いつまで」は、「いつから」よりあとの日にしてください',
    })
    await mika.fill({ name: '秋田 みのり' }, '委員に加える')
    expect(Object.keys(mika.errors)).to.deep.equal(['toOn'])
    expect(mika.values.affiliation).to.equal('東浜大学')
    await mika.fill({ toOn: '', email: 'どこか' }, '委員に加える')
    expect(mika.errors.email).to.include('メールアドレスの形になっていません')
  })

  it('warns of a second chair, and lets it stand when it is meant', async () => {
    await seatHaru()
    await mika.open(seatNew())
    await mika.fill({ name: '秋田 みのり', isChair: '1', fromOn: 'R7.4.1' }, '委員に加える')
    expect([mika.status, mika.errors.sure]).to.deep.equal([
      422,
      '座長がもう1人います（春山 遥）。2人のままでよければ印をつけて、もう一度押してください',
    ])
    await mika.fill({ sure: '1' }, '委員に加える')
    expect(mika.text).to.include('◎春山 遥').and.include('◎秋田 みのり')
  })

  it('haru leaves in mid-year: the seat ends, the role with it, the name stays', async () => {
    await seatHaru()
    await mika.follow('春山 遥')
    await mika.fill({ toOn: 'R7.3.31' }, 'この日で終える')
    expect([mika.status, mika.errors.toOn]).to.deep.equal([
      422,
      '「いつまで」は、「いつから」よりあとの日にしてください',
    ])
    await mika.fill({ toOn: 'R7.9.30', endReason: '異動のため' }, 'この日で終える')
    expect(mika.text).to.include('これまでの委員').and.include('異動のため')
    const tomo = await browse(midori, 'tomo')
    for (const end of ['', '/table.csv']) {
      await tomo.open(paths.group(midori.programmeId, midori.wgId) + end)
      expect(tomo.bytes.toString('utf8'), end).to.include('春山 遥').and.not.include('異動のため')
    }
    expect(await membersOf(midori.db, [midori.wgId], DAY)).to.deep.equal([])
    expect((await membersOf(midori.db, [midori.wgId], '2025-08-01')).map((s) => s.name)).to.deep.equal(['春山 遥'])
    const haru = await browse(midori, 'haru')
    await haru.open(paths.reviews(midori.programmeId, await midori.n('wg2')))
    expect(haru.status).to.be.oneOf([403, 404])
  })

  it('keeps the role of who sits in another body too, and ends a seat whose role ended elsewhere', async () => {
    await seatHaru()
    await mika.open(paths.seatNew(midori.programmeId, midori.committeeId))
    await mika.fill({ person: midori.people.haru, name: '春山 遥', fromOn: 'R7.4.1' }, '委員に加える')
    await mika.follow('春山 遥')
    await mika.fill({ toOn: 'R7.10.20' }, 'この日で終える')
    expect((await midori.actor('haru')).memberships).to.have.length(1)
    await midori.db.updateTable('memberships').set({ toOn: '2025-10-10' }).where('role', '=', 'wg_member').execute()
    const [seat] = await seatsOf(midori.db, [midori.wgId])
    expect(seat?.toOn).to.equal('2025-10-10')
  })

  it('is read by members and observers, and not there for anybody else', async () => {
    await seatHaru()
    for (const name of ['haru', 'tomo'] as const) {
      const reader = await browse(midori, name)
      await reader.open(paths.group(midori.programmeId, midori.wgId))
      expect(reader.text, name).to.include('◎春山 遥')
      expect(
        reader.links().some((href) => href.includes('/seats/')),
        name,
      ).to.equal(false)
      expect((await reader.post(seatNew(), { name: 'x', fromOn: 'R7.4.1' })).status, name).to.equal(403)
    }
    for (const name of ['aoi', 'ren', 'ken', 'sora'] as const) {
      const other = await browse(midori, name)
      expect((await other.open(paths.group(midori.programmeId, midori.wgId))).status, name).to.equal(403)
    }
  })

  it('a committee’s member is not of the WG’s meetings', async () => {
    await seatHaru()
    await mika.open(paths.seatNew(midori.programmeId, midori.committeeId))
    await mika.fill({ name: '秋田 みのり', email: 'tomo@banso.example', fromOn: 'R7.4.1' }, '委員に加える')
    const haru = await browse(midori, 'haru')
    expect((await haru.open(paths.yearMeeting(midori.programmeId, await midori.n('wg2')))).status).to.equal(200)
    expect((await haru.open(paths.yearMeeting(midori.programmeId, await midori.n('committee')))).status).to.equal(404)
  })

  it('prints its 名簿 for a day, and hands it on as a list', async () => {
    await seatHaru()
    await mika.open(`${paths.groupRoster(midori.programmeId, midori.wgId)}?on=R7.5.1`)
    expect(mika.text).to.include('◎春山 遥').and.include('敬称略').and.include('令和7年5月1日')
    await mika.open(`${paths.group(midori.programmeId, midori.wgId)}/table.csv`)
    expect(mika.bytes.toString('utf8')).to.include('春山 遥').and.include('南原大学')
  })
})
