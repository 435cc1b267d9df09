import { expect } from 'chai'
import { renamed } from '../../../src/overview/holdings/holdings.ts'
import { letLeave } from '../../../src/overview/transfers/actions.ts'
import { linkOf, makeLink } from '../../../src/people/doors/store.ts'
import { instantAt } from '../../../src/platform/time.ts'
import type { Region } from '../../../src/programme/regions/regions.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { giveAdvice } from '../../../src/support/advice/actions.ts'
import { adviceOfRegion } from '../../../src/support/advice/store.ts'
import { makePromise } from '../../../src/support/promises/actions.ts'
import { promisesOfRegion } from '../../../src/support/promises/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('a hand-over of everything a person holds', () => {
  let here: Town
  let region: Region
  beforeEach(async () => {
    here = await town(await freshDb())
    region = (await regionSeen(here.db, await here.actor('mika'), here.regions.midori)) as Region
    const promise = {
      text: '退院の連絡先を調べる',
      side: 'town' as const,
      owner: 'みどり町 青木葵',
      dueOn: '2025-11-20',
    }
    await makePromise(await here.ctx('aoi'), region, { ...promise, dueText: null, circle: 'region' })
  })

  const owners = async () => (await promisesOfRegion(here.db, region.id, ['region'])).map((p) => p.owner)
  const linkFor = (who: 'aoi' | 'ken') => {
    const purpose = { regionId: region.id }
    const link = { kind: 'report' as const, email: `${who}@midori.example`, personId: here.people[who], purpose }
    return makeLink(here.db, link, here.now)
  }
  const seesRegion = async (who: 'aoi' | 'daichi' | 'ken' | 'yui') => {
    const browser = await browse(here, who)
    return (await browser.open('/regions/region-midori')).status
  }
  const give = async (from: string, to: string, fields: Record<string, string> = {}) => {
    const mika = await browse(here, 'mika')
    await mika.open(`/accounts/${from}/transfer`)
    await mika.fill({ to, ...fields }, '引き継ぐ内容を確かめる')
    return mika
  }

  it('shows what is held, previews it, moves roles and promises, ends the links and writes to both', async () => {
    const token = await linkFor('aoi')
    const { aoi, daichi } = here.people
    const mika = await browse(here, 'mika')
    await mika.open(`/accounts/${aoi}`)
    await mika.follow('引き継ぐ（異動）')
    expect(mika.text).to.include('市町村（みどり町）').and.to.include('退院の連絡先を調べる').and.to.include('1本')
    await mika.fill({ to: daichi }, '引き継ぐ内容を確かめる')
    expect(mika.heading).to.equal('青木 葵さんから大地 誠さんへ')
    expect(mika.text).to.include('「みどり町 青木葵」から「みどり町 大地 誠」')
    expect(await owners()).to.deep.equal(['みどり町 青木葵'])
    await mika.fill({}, 'この内容で引き継ぐ')
    expect(mika.notice).to.equal('令和7年10月21日（火）から大地 誠さんに引き継ぎました。ふたりにメールで知らせます')
    expect(await owners()).to.deep.equal(['みどり町 大地 誠'])
    expect(await linkOf(here.db, token, 'report', here.now)).to.equal(null)
    expect(await seesRegion('aoi')).to.equal(404)
    expect(await seesRegion('daichi')).to.equal(200)
    const letters = await here.db.selectFrom('letters').select(['personId', 'body']).execute()
    expect(letters.map((l) => l.personId)).to.deep.equal([aoi, daichi])
    expect(letters.map((l) => l.body).join()).to.not.include('退院の連絡先')
    await mika.open('/regions/region-midori/history')
    expect(mika.text).to.include('森野 美香さんが青木 葵さんの担当を、R7.10.21（火）から大地 誠さんに引き継ぎました')
  })

  it('can be taken back within a day, and not after it', async () => {
    const token = await linkFor('aoi')
    const { aoi, daichi } = here.people
    const mika = await give(aoi, daichi)
    await mika.fill({}, 'この内容で引き継ぐ')
    await mika.fill({}, '引き継ぎを取り消す')
    expect(mika.notice).to.include('取り消しました')
    expect(await owners()).to.deep.equal(['みどり町 青木葵'])
    expect(await seesRegion('aoi')).to.equal(200)
    expect(await linkOf(here.db, token, 'report', here.now)).to.not.equal(null)
    await give(aoi, daichi).then((again) => again.fill({}, 'この内容で引き継ぐ'))
    const [last] = await here.db.selectFrom('transfers').select('id').orderBy('id', 'desc').execute()
    here.now = new Date(here.now.getTime() + 25 * 3_600_000)
    const late = await browse(here, 'mika')
    await late.post(`/accounts/${aoi}/transfer/${last?.id}/undo`, {})
    expect(late.status).to.equal(409)
    expect(await owners()).to.deep.equal(['みどり町 大地 誠'])
  })

  it('to a day ahead leaves everything open until then; who leaves is gone on that day', async () => {
    const token = await linkFor('aoi')
    const { aoi, daichi } = here.people
    const mika = await give(aoi, daichi, { fromOn: '令和7年11月1日', leaves: '1' })
    expect(mika.text).to.include('令和7年11月1日（土）に「離れた人」になり')
    await mika.fill({}, 'この内容で引き継ぐ')
    expect(await seesRegion('aoi')).to.equal(200)
    const day = new Date(instantAt('2025-11-01', '00:05'))
    expect(await linkOf(here.db, token, 'report', day)).to.equal(null)
    await letLeave({ db: here.db, now: here.now })
    expect((await here.db.selectFrom('people').select('leftOn').where('id', '=', aoi).execute())[0]?.leftOn).to.equal(
      null,
    )
    await letLeave({ db: here.db, now: day })
    await letLeave({ db: here.db, now: day })
    const [gone] = await here.db.selectFrom('people').select('leftOn').where('id', '=', aoi).execute()
    expect(gone?.leftOn).to.equal('2025-11-01')
  })

  it('changes an advisor in mid-year: the new one reads up, the advice keeps the old name', async () => {
    await giveAdvice(await here.ctx('ken'), region, { text: 'まず1人の退院を追う', circle: 'town' })
    const mika = await give(here.people.ken, here.people.yui)
    expect(mika.text).to.include('書いた助言・記録・履歴は、書いた人の名前のまま残ります')
    await mika.fill({}, 'この内容で引き継ぐ')
    expect(await seesRegion('ken')).to.equal(404)
    const yui = await browse(here, 'yui')
    await yui.open('/regions/region-midori/advice')
    expect(yui.text).to.include('まず1人の退院を追う').and.to.include('岡田 健')
    expect((await adviceOfRegion(here.db, region.id, ['town'])).map((a) => a.advisorName)).to.deep.equal(['岡田 健'])
  })

  it('is refused to towns, to another house, on a day too far away', async () => {
    const aoi = await browse(here, 'aoi')
    expect((await aoi.open(`/accounts/${here.people.daichi}/transfer`)).status).to.equal(403)
    const mika = await give(here.people.aoi, here.people.nagi)
    expect(mika.status).to.equal(422)
    expect(mika.text).to.include('同じ組織の人から選んでください')
    const late = await give(here.people.aoi, here.people.daichi, { fromOn: '令和20年1月1日' })
    expect(late.errors).to.deep.equal({ fromOn: '60日前から1年先までの日を入れてください' })
  })

  it('finds a name however its space was typed', () => {
    expect(renamed('青木　葵・大地', '青木 葵', '大地 誠')).to.equal('大地 誠・大地')
    expect(renamed('青木葵（町）', '青木 葵', '水谷 結衣')).to.equal('水谷 結衣（町）')
  })
})
