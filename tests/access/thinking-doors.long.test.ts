import { expect } from 'chai'
import type { MountedRoute } from '../../src/access/doors.ts'
import type { Body } from '../../src/papers/templates/templates.ts'
import { paths } from '../../src/paths/paths.ts'
import { pauseRegion } from '../../src/programme/pauses/actions.ts'
import type { Region } from '../../src/programme/regions/regions.ts'
import { regionSeen } from '../../src/programme/regions/store.ts'
import { thinkingRoutes } from '../../src/thinking.ts'
import { kindNamed } from '../../src/tools/kinds/kinds.ts'
import { savePaper } from '../../src/tools/papers/actions.ts'
import { type Browser, browse } from '../support/browse.ts'
import { freshDb } from '../support/db.ts'
import { addressOf, type Places } from '../support/places.ts'
import { type PersonName, type Town, town } from '../support/town.ts'

const ID = 'region-midori'
const OTHER = 'region-suzukaze'

/** What a form of any of the tools may ask, all of it in order. */
const FIELDS = {
  ...{
    text: '一文',
    name: '名前',
    title: '題',
    label: '版の名',
    reason: '理由',
    note: '覚え書き',
    whom: '医師会',
    days: '7',
  },
  ...{
    most: '5',
    purpose: 'study',
    answer: 'keep',
    take: 'x',
    stance: 'same',
    profession: 'home_nurse',
    kind: 'record',
  },
  ...{ closesOn: '2025/11/4', mostAnswers: '50', round: 'before', value: '3', on: '2025-10-01', by: 'up', path: '' },
  ...{ goal: '目標', 'f.goal': '目標', pasted: '令和7年4月\t転んだ', to: 'initial', into: 'c1', heardOn: '2025/10/1' },
}

const regionOf = async (midori: Town, id: string, who: PersonName): Promise<Region> =>
  (await regionSeen(midori.db, await midori.actor(who), id)) as Region

async function write(midori: Town, at: { who: PersonName; id: string }, papers: Record<string, Body>): Promise<void> {
  for (const [ref, body] of Object.entries(papers)) {
    const [key = '', part] = ref.split('.')
    const kind = kindNamed(key)
    if (!kind) throw new Error(ref)
    const region = await regionOf(midori, at.id, at.who)
    await savePaper(await midori.ctx(at.who), region, kind, { part, edit: () => body })
  }
}

/** One of everything, written by a town for itself; its ids as addresses name them. */
async function furnished(midori: Town, at: { who: PersonName; id: string }): Promise<Places> {
  const [own, base] = [at.who, `/regions/${at.id}`]
  await write(midori, at, {
    [`journey.${own}j`]: { title: '弱る人', rows: [{ id: `${own}r`, at: '2025-04', event: '転んだ' }] },
    [`status_sheet.${own}s`]: { subject: '弱る人', goal: '家で暮らす' },
    partners: { partners: [{ id: `${own}p`, name: '医師会' }] },
    forum: { forums: [{ id: `${own}f`, kind: 'preparation', theme: '知らせ' }] },
    causes: {
      causes: [{ id: `${own}c`, text: '知らせが遅い' }],
      evidence: [{ id: `${own}e`, cause: `${own}c`, side: 'for', kind: 'record', text: '記録' }],
    },
    logic_model: {
      boxes: [{ id: `${own}b`, kind: 'activity', text: '知らせる紙を配る' }],
      indicators: [{ id: `${own}i`, box: `${own}b`, text: '配った数', type: 'process' }],
    },
  })
  const writer = await browse(midori, own)
  await writer.post(`${base}/papers/causes/comments`, { path: `causes/${own}c`, text: '聞いてみます' })
  await writer.open(`${base}/papers/logic_model/carries`)
  await writer.fill({}, '選んだものを写す')
  await writer.post(`${base}/logic-model/indicators/${own}i/values`, { on: '2025-10-01', value: '3', note: '' })
  await writer.open(`${base}/causes/${own}c/doors`)
  await writer.fill({ whom: '看護師' }, 'リンクを作る')
  await writer.post(`${base}/causes/${own}c/opinions`, { ...FIELDS, stance: 'same', way: 'meeting' })
  await writer.post(`${base}/questionnaires`, { title: '勉強会', purpose: 'study' })
  const idOf = async (
    table: 'comments' | 'carries' | 'indicatorValues' | 'opinionDoors' | 'opinions' | 'questionnaires',
  ) => (await midori.db.selectFrom(table).select('id').orderBy('id', 'desc').executeTakeFirst())?.id ?? 'none'
  const questionnaireId = await idOf('questionnaires')
  await writer.post(`${base}/questionnaires/${questionnaireId}/links`, { ...FIELDS })
  const link = await midori.db.selectFrom('questionnaireLinks').select('id').orderBy('id', 'desc').executeTakeFirst()
  return {
    ...{ part: `${own}j`, rowId: `${own}p`, partnerId: `${own}p`, causeId: `${own}c`, evidenceId: `${own}e` },
    ...{ boxId: `${own}b`, id: `${own}i`, questionnaireId, linkId: link?.id ?? 'none' },
    ...{ commentId: await idOf('comments'), carryId: await idOf('carries'), valueId: await idOf('indicatorValues') },
    ...{ doorId: await idOf('opinionDoors'), opinionId: await idOf('opinions') },
  }
}

const OF_REGIONS = thinkingRoutes.filter(({ path }) => path.startsWith('/regions/:regionId/'))
const POSTS = OF_REGIONS.filter(({ method }) => method === 'post')
const COUNTED = [
  ...['revisions', 'documents', 'comments', 'carries', 'opinions', 'opinionDoors', 'questionnaires', 'milestones'],
  ...['questionnaireLinks', 'indicatorValues', 'privacyAgreements', 'letters', 'drafts', 'paperRemovals'],
] as const

async function everything(midori: Town): Promise<string> {
  const rows = await Promise.all(
    COUNTED.map((table) =>
      midori.db
        .selectFrom(table as 'comments')
        .selectAll()
        .execute(),
    ),
  )
  return JSON.stringify(rows)
}

const refsOf = (route: MountedRoute, own: string): string[] =>
  route.path.includes(':ref')
    ? route.path.includes('/sheets/')
      ? [`status_sheet.${own}s`]
      : ['causes', 'logic_model', `status_sheet.${own}s`]
    : ['']

async function answerTo(visitor: Browser, route: MountedRoute, address: string): Promise<number> {
  await (route.method === 'get' ? visitor.open(address) : visitor.post(address, FIELDS))
  return visitor.status
}

describe('the doors of the thinking tools', function () {
  this.timeout(60_000)
  let midori: Town
  let own: Places
  beforeEach(async () => {
    midori = await town(await freshDb())
    own = { ...(await furnished(midori, { who: 'aoi', id: ID })), regionId: ID, number: '1', from: '0', to: '1' }
  })

  it('know nothing by ids of another region', async () => {
    const decision = await midori.db.selectFrom('decisions').selectAll().executeTakeFirstOrThrow()
    await midori.db
      .insertInto('decisions')
      .values({ ...decision, id: 'd2', regionId: OTHER })
      .execute()
    const foreign = await furnished(midori, { who: 'nagi', id: OTHER })
    expect(Object.entries(foreign).filter(([, id]) => id === 'none')).to.deep.equal([])
    const aoi = await browse(midori, 'aoi')
    const before = await everything(midori)
    const wrong: string[] = []
    for (const route of OF_REGIONS) {
      const keys = [...route.path.matchAll(/:(\w+)/g)].map((m) => m[1] ?? '').filter((key) => key in foreign)
      for (const key of keys) {
        if (!(key in own)) continue
        for (const ref of refsOf(route, 'aoi')) {
          const address = addressOf(route, { ...own, ref, [key]: foreign[key] ?? '' })
          if (!address) continue
          const status = await answerTo(aoi, route, address)
          // A value that is not this indicator's is as good as taken away.
          const gone = key === 'valueId' ? [404, 409, 410] : [404, 410]
          if (!gone.includes(status)) wrong.push(`${route.method} ${address} (${key}): ${status} ${aoi.notice}`)
        }
      }
    }
    expect(wrong.join('\n')).to.equal('')
    expect(await everything(midori)).to.equal(before)
  })

  async function refused(who: PersonName): Promise<string[]> {
    const visitor = await browse(midori, who)
    const before = await everything(midori)
    const wrong: string[] = []
    for (const route of POSTS)
      for (const ref of refsOf(route, 'aoi')) {
        const address = addressOf(route, { ...own, ref })
        if (!address) continue
        const status = await answerTo(visitor, route, address)
        if (![403, 404, 409].includes(status)) wrong.push(`${address}: ${status} ${visitor.notice}`)
        else if (status !== 404 && !/見本|休止|書け|この操作はできません/.test(visitor.text))
          wrong.push(`${address}: ${visitor.text}`)
        if ((await everything(midori)) !== before) return [...wrong, `${address} kept something`]
      }
    return wrong
  }

  it('are all shut while the region rests', async () => {
    await pauseRegion(await midori.ctx('mika'), await regionOf(midori, ID, 'mika'), { kind: 'pause', reason: '災害' })
    expect(await refused('aoi')).to.deep.equal([])
  })

  it('are all shut in a sample', async () => {
    await midori.db.updateTable('regions').set({ isSample: 1 }).where('id', '=', ID).execute()
    for (const who of ['aoi', 'mika', 'nagi'] as const) expect((await refused(who)).join('\n')).to.equal('')
  })

  it('let the prefecture change its own half of 効果検証 only, whatever the way', async () => {
    await write(midori, { who: 'aoi', id: ID }, { effect: { minutesTown: '120' } })
    const ren = await browse(midori, 'ren')
    const file = { field: 'file', name: 'effect.json', bytes: Buffer.from('{"minutesTown":"999"}') }
    await ren.upload(paths.paperUpload(ID, 'effect'), [file])
    expect([ren.status, ren.text]).to.satisfy(([s, t]: [number, string]) => s === 403 && t.includes('自分の側の欄'))
    await ren.post(paths.paperUndo(ID, 'effect', 1), {})
    expect(ren.status).to.equal(403)
    const own = Buffer.from('{"minutesTown":"120","minutesPrefecture":"30"}')
    await ren.upload(paths.paperUpload(ID, 'effect'), [{ ...file, bytes: own }])
    expect(ren.status).to.equal(200)
  })

  it('make nothing of an address that names no paper, nor of names every object has', async () => {
    const aoi = await browse(midori, 'aoi')
    for (const ref of ['causes.x', 'logic_model.nagi', '__proto__', 'constructor', 'causes.x.y', 'status_sheet.neu']) {
      await aoi.post(paths.paperComments(ID, ref), { text: 'ここに' })
      expect(aoi.status, ref).to.equal(404)
    }
    for (const path of [
      '__proto__',
      'constructor/prototype',
      'causes/__proto__/text',
      '////',
      '~1~0',
      'order:causes',
    ]) {
      await aoi.post(paths.paperComments(ID, 'causes'), { text: '場所が変', path })
      expect(aoi.status, path).to.equal(200)
    }
    const bytes = Buffer.from('{"__proto__":"x"}')
    await aoi.upload(paths.paperUpload(ID, 'causes'), [{ field: 'file', name: 'a.json', bytes }])
    expect([aoi.status, aoi.text]).to.satisfy(([s, t]: [number, string]) => s === 422 && t.includes('使えません'))
  })
})
