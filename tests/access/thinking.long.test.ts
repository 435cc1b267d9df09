import { expect } from 'chai'
import { allRoutes } from '../../src/app.ts'
import { heardLately, movedFor } from '../../src/overview/tidings/store.ts'
import type { Body } from '../../src/papers/templates/templates.ts'
import { paths } from '../../src/paths/paths.ts'
import { kindNamed } from '../../src/tools/kinds/kinds.ts'
import { savePaper } from '../../src/tools/papers/actions.ts'
import { browse } from '../support/browse.ts'
import { freshDb } from '../support/db.ts'
import { midoriRegion } from '../support/model-region.ts'
import { addressOf, type Places } from '../support/places.ts'
import { type PersonName, type Town, town } from '../support/town.ts'

const ID = 'region-midori'
const OUTSIDE: PersonName[] = ['sora', 'ren', 'saki', 'haru', 'tomo', 'nagi', 'yui']
const SECRET = '内輪だけの言葉'
const PARTNER = {
  id: 'p1',
  name: `${SECRET}の会`,
  benefit: `${SECRET}の利点`,
  worry: `${SECRET}の気がかり`,
  moveNow: 'yes',
}
const FORUM = { id: 'f1', kind: 'preparation', theme: `${SECRET}の議題`, members: `${SECRET}の人`, when: '令和8年1月' }

async function write(midori: Town, key: string, body: Body): Promise<string> {
  const kind = kindNamed(key)
  if (!kind) throw new Error(key)
  await savePaper(await midori.ctx('aoi'), await midoriRegion(midori), kind, { edit: (was) => ({ ...was, ...body }) })
  const row = await midori.db.selectFrom('documents').select('id').where('kind', '=', key).executeTakeFirstOrThrow()
  return row.id
}

/** aoi writes her 関係者表 and 協議の場, comments and answers; ken advises on a partner, for everybody to read. */
async function inwardPapers(midori: Town): Promise<void> {
  const partners = await write(midori, 'partners', { partners: [PARTNER] })
  await write(midori, 'forum', { forums: [FORUM] })
  await write(midori, 'logic_model', {
    goal: '家で暮らし続ける',
    boxes: [{ id: 'b1', kind: 'activity', text: '研修を行う' }],
  })
  const aoi = await browse(midori, 'aoi')
  await aoi.post(paths.paperComments(ID, 'partners'), { path: 'partners/p1/worry', text: `${SECRET}のコメント` })
  expect(aoi.text).to.include(`${SECRET}のコメント`)
  const ken = await browse(midori, 'ken')
  await ken.open(`${paths.advice(ID)}?about=${encodeURIComponent(`document:${partners}:partners/p1/worry`)}`)
  await ken.fill({ text: '先に会いに行ってはどうでしょう', circle: 'region' }, '助言')
  expect(ken.status, ken.text).to.equal(200)
  const advice = await midori.db.selectFrom('advice').select(['id', 'aboutJson']).executeTakeFirstOrThrow()
  expect(advice.aboutJson).to.include(SECRET)
  await aoi.post(`${paths.advice(ID)}/${advice.id}/answer`, { answer: 'adopt', changed: `document:${partners}` })
  await aoi.open(paths.insights(ID))
  expect(aoi.text).to.include(SECRET)
}

/** What a curious reader puts into the addresses of みどり町. */
const PLACES: Places = {
  ...{ regionId: ID, programmeId: 'programme-2025', rowId: 'p1', partnerId: 'p1', boxId: 'b1', key: 'profile' },
  ...{ from: '0', to: '1', number: '1', n: '1', role: 'secretariat', organisationId: 'org-913413' },
}

describe('what is thought in 市町村の内輪', function () {
  this.timeout(60_000)
  let midori: Town
  before(async () => {
    midori = await town(await freshDb())
    await inwardPapers(midori)
  })

  for (const who of OUTSIDE)
    it(`is on no page, list, letter or file of ${who}`, async () => {
      const reader = await browse(midori, who)
      const found: string[] = []
      for (const route of allRoutes(false).filter((one) => one.method === 'get'))
        for (const ref of route.path.includes(':ref') ? ['partners', 'forum', 'logic_model', 'causes'] : ['']) {
          const address = addressOf(route, { ...PLACES, ref })
          if (!address) continue
          await reader.open(address)
          if (reader.status >= 500) found.push(`${address}: ${reader.status}`)
          if (reader.bytes.includes(SECRET)) found.push(address)
        }
      for (const search of ['/search?q=', `${paths.advice(ID)}?q=`]) {
        await reader.open(search + encodeURIComponent(SECRET))
        if (reader.document.querySelector('main')?.textContent.includes(`${SECRET}の`)) found.push(search)
      }
      const turn = { db: midori.db, now: midori.now, origin: 'http://x' }
      const moved = await movedFor(turn, midori.people[who], await heardLately(midori.db, midori.now))
      if (JSON.stringify(moved).includes(SECRET)) found.push(`letter: ${JSON.stringify(moved)}`)
      expect(found).to.deep.equal([])
    })
})
