import { expect } from 'chai'
import { remindOfConsents } from '../../../src/overview/consent-reminders/actions.ts'
import { tellAll } from '../../../src/overview/tidings/actions.ts'
import { chooseNotices } from '../../../src/people/notices/actions.ts'
import { instantAt } from '../../../src/platform/time.ts'
import { addMeeting, updateMeeting } from '../../../src/support/meetings/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const ORIGIN = 'https://note.example'
const at = (day: string, time = '09:00') => new Date(instantAt(day, time))

describe('what is asked of somebody', () => {
  let here: Town
  beforeEach(async () => {
    here = await town(await freshDb())
  })

  const turn = (now: Date) => ({ db: here.db, now, origin: ORIGIN })
  const bodiesTo = async (who: PersonName) => {
    const rows = await here.db
      .selectFrom('letters')
      .select('body')
      .where('personId', '=', here.people[who])
      .where('kind', '=', 'morning')
      .execute()
    return rows.map((row) => row.body)
  }
  const meet = async (key: string, n: number, heldOn: string) => {
    const place = { programmeId: here.programmeId, regionId: here.regions.midori, stepId: `step-${key}`, stepKey: key }
    const id = await addMeeting(here.db, { ...place, number: n, label: '事前MTG①', kind: 'premeeting' }, here.now)
    await updateMeeting(here.db, id, { heldOn, mode: 'online' })
  }

  it('comes though no news are wanted: the three lines by the step’s offset, to the town only', async () => {
    await chooseNotices(await here.ctx('aoi'), 'none')
    await meet('pre1', 2, '2025-11-12')
    await tellAll(turn(at('2025-10-28')))
    expect(await bodiesTo('aoi')).to.deep.equal([])
    await tellAll(turn(at('2025-10-29')))
    const [body] = await bodiesTo('aoi')
    expect(body).to.include('ひとことを教えてください').and.to.include('令和7年11月5日（水）（あと7日）')
    expect(body).to.include(`${ORIGIN}/regions/region-midori/report`)
    expect((await bodiesTo('sora')).join()).to.not.include('ひとことを')
  })

  it('is the record to be fixed, for the secretariat', async () => {
    await meet('pre1', 2, '2025-10-20')
    await tellAll(turn(at('2025-10-21', '08:29')))
    expect(await bodiesTo('mika')).to.deep.equal([])
    await tellAll(turn(at('2025-10-21', '14:00')))
    expect((await bodiesTo('mika'))[0])
      .to.include('記録を確定してください')
      .and.to.include('令和7年10月27日')
  })

  it('is a consent: a mailbox that nobody is known at gets its link again, until it has answered', async () => {
    await here.db
      .updateTable('organisations')
      .set({ mailbox: 'renkei@nanbara.example' })
      .where('id', '=', 'org-940003')
      .execute()
    const letters = async () =>
      (
        await here.db.selectFrom('letters').select('body').where('toAddress', '=', 'renkei@nanbara.example').execute()
      ).map((row) => row.body)
    await remindOfConsents(turn(at('2025-10-30')))
    await remindOfConsents(turn(at('2025-10-31', '07:00')))
    expect(await letters()).to.deep.equal([])
    await remindOfConsents(turn(at('2025-10-31')))
    await remindOfConsents(turn(at('2025-10-31', '09:01')))
    expect(await letters()).to.have.length(1)
    const path = /https:\/\/note\.example(\/l\/consent\/[\w-]+)/.exec((await letters()).join())?.[1] ?? ''
    const office = await browse(here)
    await office.open(path)
    await office.fill({ answer: 'agreed', name: '南 一郎', section: '地域包括ケア課' })
    expect(office.notice).to.include('返事を送りました')
    await remindOfConsents(turn(at('2025-11-06')))
    expect(await letters()).to.have.length(1)
  })

  it('comes on the days that the year has set', async () => {
    const mika = await browse(here, 'mika')
    await mika.open(`/programmes/${here.programmeId}/settings`)
    expect(mika.values.remindDays).to.equal('7、1')
    await mika.fill({ remindDays: '30' }, '設定を保存する')
    expect(mika.errors.remindDays).to.include('0から14までの数字')
    await mika.fill({ remindDays: '３日前、1' }, '設定を保存する')
    await meet('pre1', 2, '2025-11-12')
    await tellAll(turn(at('2025-10-29')))
    expect((await bodiesTo('aoi')).join()).to.not.include('ひとことを')
    await tellAll(turn(at('2025-11-04')))
    expect((await bodiesTo('aoi')).join()).to.include('ひとことを教えてください')
  })
})
