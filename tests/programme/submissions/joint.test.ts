import { expect } from 'chai'
import type { Body } from '../../../src/papers/templates/templates.ts'
import { paths } from '../../../src/paths/paths.ts'
import { saveEntry } from '../../../src/programme/entries/actions.ts'
import { programmeSeen } from '../../../src/programme/programmes/store.ts'
import { regionSeen } from '../../../src/programme/regions/store.ts'
import { standsOf } from '../../../src/programme/submissions/store.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type PersonName, type Town, town } from '../../support/town.ts'

const sheet: Body = {
  reason: '退院の知らせが届かないため',
  hopes: '連絡の道を考えてほしい',
  theme: '退院の知らせ',
  department: '福祉課',
  contactName: '担当',
  contactMail: 'kaigo@town.example',
}

async function at(t: Town, who: PersonName, regionId: string) {
  const actor = await t.actor(who)
  const region = await regionSeen(t.db, actor, regionId)
  const programme = await programmeSeen(t.db, actor, t.programmeId)
  if (!region || !programme) throw new Error('unseen')
  return { region, programme }
}

async function written(who: PersonName, which: 'suzukaze' | 'kitamori', more: Body) {
  const t = await town(await freshDb())
  const id = t.regions[which]
  await t.db.deleteFrom('submissions').where('regionId', '=', id).execute()
  await saveEntry(await t.ctx(who), await at(t, who, id), { base: 0, fields: { ...sheet, ...more } })
  const browser = await browse(t, who)
  await browser.open(paths.submission(id))
  return { t, id, browser }
}

const row = (id: string, name: string, code = '', more = {}) => ({ id, name, code, contact: '', ...more })

describe('handing in an entry of several', () => {
  it('stops at a municipality of another prefecture', async () => {
    const { browser } = await written('nagi', 'suzukaze', { members: [row('r1', 'ひばり村', '924628')] })
    expect(browser.text).to.contain('同じ都道府県の市町村どうしだけです')
    expect(browser.text).to.not.contain('提出する（事務局')
  })

  it('names the row whose municipality nobody knows', async () => {
    const { browser, id } = await written('nagi', 'suzukaze', { members: [row('r1', 'まぼろし町')] })
    expect(browser.text).to.contain('「まぼろし町」という市町村が見つかりません')
    expect(browser.links()).to.include(`${paths.entry(id)}#f-members-r1-name`)
  })

  it('makes members of those the sheet names, and calls the region after them', async () => {
    const { browser, t, id } = await written('nagi', 'suzukaze', { members: [row('r1', 'みなと町')] })
    await browser.fill({}, '提出する')
    const { region } = await at(t, 'nagi', id)
    expect(region.name).to.equal('南原県すずかぜ市・みなと町')
    expect(region.members.map((m) => m.role)).to.deep.equal(['applicant', 'joint'])
  })

  it('led by a prefecture needs cooperating municipalities, and their word', async () => {
    const cooperating = [
      row('c1', 'もりなか市', '922030', { agreed: 'yes' }),
      row('c2', 'そらの町', '', { agreed: 'yes' }),
    ]
    const { browser, t, id } = await written('hoku', 'kitamori', { cooperating })
    await browser.fill({}, '提出する（事務局と協力市町村に届きます）')
    expect(browser.notice).to.contain('提出しました')
    const { region, programme } = await at(t, 'mika', id)
    expect(region.cooperatingIds).to.have.length(2)
    expect((await standsOf(t.db, programme, [region], t.now)).get(id)?.state).to.equal('received')
    expect(region.name).to.equal('北森県')
  })

  it('led by a prefecture alone is asked for at least one', async () => {
    const { browser, t, id } = await written('hoku', 'kitamori', {})
    await t.db.deleteFrom('regionMembers').where('regionId', '=', id).where('role', '=', 'cooperating').execute()
    await browser.open(paths.submission(id))
    expect(browser.text).to.contain('協力市町村を一つ以上加えてください')
  })
})
