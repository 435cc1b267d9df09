import { expect } from 'chai'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const PAGE = '/regions/region-midori/filings'

describe('what was done by mail outside the tool', () => {
  let here: Town
  beforeEach(async () => {
    here = await town(await freshDb())
  })

  const file = async (fields: Record<string, string>) => {
    const mika = await browse(here, 'mika')
    await mika.open(PAGE)
    return mika.fill({ who: here.people.ken, saidOn: '令和7年10月15日', ...fields }, '元の日付と名前で記録する')
  }

  it('stands in the advice under its own day and name, and says that it was filed for them', async () => {
    const mika = await file({ text: 'まず1人の退院を追ってみましょう' })
    expect(mika.notice).to.equal('岡田 健さんの助言として記録しました')
    const aoi = await browse(here, 'aoi')
    await aoi.open('/regions/region-midori/advice')
    expect(aoi.text).to.include('まず1人の退院').and.to.include('岡田 健').and.to.include('R7.10.15（水）')
    expect(aoi.text).to.include('メールで受け取り、R7.10.21（火）に森野 美香さんが記録')
    await aoi.open('/regions/region-midori/history')
    expect(aoi.text).to.include('森野 美香さんが、R7.10.15（水）に岡田 健さんがメールで伝えた助言')
    expect(aoi.text).to.include('（岡田 健に代わって）')
  })

  it('can be a promise with a due day, and a line of a meeting that nobody had recorded', async () => {
    await file({ kind: 'promise', text: '退院の連絡先を調べる', who: here.people.aoi, due: '令和7年11月10日' })
    const [promise] = await here.db.selectFrom('promises').select(['createdAt', 'createdBy', 'dueOn']).execute()
    expect(promise?.createdBy).to.equal('青木 葵（メール、森野 美香が記録）')
    expect([promise?.createdAt.slice(0, 10), promise?.dueOn]).to.deep.equal(['2025-10-15', '2025-11-10'])
    await file({ kind: 'line', text: '課長も加わった', meeting: '1', way: 'telephone' })
    const [meeting] = await here.db.selectFrom('meetings').select(['heldOn', 'isRecorded']).execute()
    expect(meeting).to.deep.equal({ heldOn: '2025-10-15', isRecorded: 1 })
    const [line] = await here.db.selectFrom('meetingLines').select('personName').execute()
    expect(line?.personName).to.equal('岡田 健（電話、森野 美香が記録）')
    await here.db.updateTable('meetings').set({ fixedAt: here.now.toISOString() }).execute()
    expect((await file({ kind: 'line', text: 'もう一言', meeting: '1' })).status).to.equal(409)
  })

  it('asks who, when and which meeting, and keeps the words', async () => {
    const mika = await file({ text: '長い言葉', who: '', kind: 'line', saidOn: '令和7年12月1日' })
    expect(mika.status).to.equal(422)
    expect(mika.errors).to.have.property('saidOn', '伝えられた日は、きょうまでの日を入れてください')
    expect(mika.values.text).to.equal('長い言葉')
    const again = await file({ text: '長い言葉', who: '', kind: 'line' })
    expect(again.errors).to.include({ meeting: 'どの回の記録かを選んでください' })
  })

  it('is the secretariat’s deed, and its list keeps to the circles', async () => {
    await file({ text: '町の中だけのこと', circle: 'town' })
    const sora = await browse(here, 'sora')
    await sora.open(PAGE)
    expect(sora.text).to.not.include('町の中だけのこと').and.to.not.include('元の日付と名前で記録する')
    const ken = await browse(here, 'ken')
    await ken.post(PAGE, { text: 'x' })
    expect(ken.status).to.equal(403)
  })
})
