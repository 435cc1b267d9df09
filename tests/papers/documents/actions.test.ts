import { expect } from 'chai'
import { openDocument, saveDocument, undoRevision } from '../../../src/papers/documents/actions.ts'
import type { Document } from '../../../src/papers/documents/documents.ts'
import { bodyAt, headOf, headsOf } from '../../../src/papers/documents/store.ts'
import { dropDrafts, keepDraft, openDraft } from '../../../src/papers/drafts/actions.ts'
import { draftsOf } from '../../../src/papers/drafts/store.ts'
import { changedSince } from '../../../src/papers/revisions/actions.ts'
import { revisionsOf } from '../../../src/papers/revisions/store.ts'
import type { Ctx } from '../../../src/platform/ctx.ts'
import { countQueries } from '../../../src/platform/db/db.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

describe('documents', () => {
  let midori: Town
  let sheet: Document
  let aoi: Ctx
  let daichi: Ctx

  beforeEach(async () => {
    midori = await town(await freshDb())
    const owner = { kind: 'entry', ownerKind: 'region', ownerId: midori.regions.midori }
    sheet = await openDocument(midori.db, { ...owner, circle: 'region' }, midori.now)
    aoi = await midori.ctx('aoi')
    daichi = await midori.ctx('daichi')
  })

  const save = (ctx: Ctx, base: number, fields: Record<string, string>) => saveDocument(ctx, sheet.id, { base, fields })

  it('is made once, whoever asks first', async () => {
    const owner = { kind: 'entry', ownerKind: 'region', ownerId: midori.regions.midori }
    const again = await openDocument(midori.db, { ...owner, circle: 'region' }, midori.now)
    expect(again.id).to.equal(sheet.id)
  })

  it('merges two colleagues who wrote in different places', async () => {
    await save(aoi, 0, { reason: '知らせが遅い' })
    const saved = await save(daichi, 0, { theme: '退院' })
    expect(saved).to.deep.include({ kind: 'saved', number: 2 })
    expect(saved.kind === 'saved' && saved.merged.map((c) => c.path)).to.deep.equal(['reason'])
    expect((await headOf(midori.db, sheet.id)).body).to.deep.equal({ reason: '知らせが遅い', theme: '退院' })
  })

  it('stores nothing on a clash, and everything once it is answered', async () => {
    await save(aoi, 0, { reason: '知らせが遅い' })
    const clash = await save(daichi, 0, { reason: '知らせが来ない', theme: '退院' })
    expect(clash).to.deep.include({ kind: 'clash', against: 1 })
    expect((await headOf(midori.db, sheet.id)).number).to.equal(1)
    await save(aoi, 1, { hopes: '一緒に考えたい' })
    const answers = new Map([['reason', { pick: 'own' as const, own: '知らせが遅く、来ないこともある' }]])
    const fields = { reason: '知らせが来ない', theme: '退院' }
    const saved = await saveDocument(daichi, sheet.id, { base: 0, fields, resolve: { against: 1, answers } })
    expect(saved.kind).to.equal('saved')
    expect((await headOf(midori.db, sheet.id)).body).to.deep.equal({
      reason: '知らせが遅く、来ないこともある',
      hopes: '一緒に考えたい',
      theme: '退院',
    })
  })

  it('asks again when the answered place was changed once more', async () => {
    await save(aoi, 0, { reason: '一' })
    await save(aoi, 1, { reason: '二' })
    const resolve = { against: 1, answers: new Map([['reason', { pick: 'own' as const, own: '一と三' }]]) }
    const saved = await saveDocument(daichi, sheet.id, { base: 0, fields: { reason: '三' }, resolve })
    expect(saved.kind === 'clash' && saved.clashes).to.deep.equal([
      { path: 'reason', base: null, theirs: '二', mine: '三' },
    ])
  })

  it('writes no revision when nothing is new', async () => {
    await save(aoi, 0, { reason: '知らせが遅い' })
    expect(await save(aoi, 0, { reason: '知らせが遅い', hopes: '' })).to.deep.include({ number: 1, changes: [] })
  })

  it('rebuilds any revision from the last whole body, in one query', async () => {
    for (let n = 0; n < 60; n++) await save(aoi, n, { reason: `第${n + 1}稿`, [`f${n % 3}`]: String(n) })
    const { result, queries } = await countQueries(() => bodyAt(midori.db, sheet.id, 57))
    expect(queries).to.equal(1)
    expect(result).to.deep.equal({ number: 57, body: { reason: '第57稿', f0: '54', f1: '55', f2: '56' } })
    const whole = await midori.db.selectFrom('revisions').select('number').where('bodyJson', 'is not', null).execute()
    expect(whole).to.deep.equal([{ number: 50 }])
    const heads = await countQueries(() => headsOf(midori.db, [sheet.id, 'none']))
    expect(heads.queries).to.equal(1)
    expect(heads.result.get(sheet.id)?.number).to.equal(60)
    expect(await changedSince(midori.db, sheet.id, 59)).to.have.length(2)
  })

  it('takes a revision back and keeps what was written after it', async () => {
    await save(aoi, 0, { reason: '知らせが遅い' })
    await save(aoi, 1, { reason: '消してしまった', theme: '退院' })
    await save(aoi, 2, { hopes: '一緒に' })
    await undoRevision(aoi, sheet.id, { number: 2 })
    expect((await headOf(midori.db, sheet.id)).body).to.deep.equal({ reason: '知らせが遅い', hopes: '一緒に' })
    const [last] = await revisionsOf(midori.db, sheet.id, { limit: 1 })
    expect(last).to.deep.include({ number: 4, source: 'undo', personName: '青木 葵' })
  })

  it('keeps a draft per tab, of the changed fields only, and no trace in the record', async () => {
    await save(aoi, 0, { reason: '知らせが遅い', theme: '退院' })
    const typed = { documentId: sheet.id, base: 1, fields: { reason: '知らせが来ない', theme: '退院' } }
    await keepDraft(aoi, { ...typed, tab: 'left' })
    await keepDraft(aoi, { ...typed, tab: 'right', fields: { hopes: '一緒に' } })
    const drafts = await draftsOf(midori.db, sheet.id, midori.people.aoi)
    expect(drafts.map((d) => [d.tab, d.fields])).to.have.deep.members([
      ['left', { reason: '知らせが来ない' }],
      ['right', { hopes: '一緒に' }],
    ])
    expect((await headOf(midori.db, sheet.id)).number).to.equal(1)
    await keepDraft(aoi, { ...typed, tab: 'left', fields: { reason: '知らせが遅い' } })
    expect(await draftsOf(midori.db, sheet.id, midori.people.aoi)).to.have.length(1)
    await dropDrafts(aoi, sheet.id)
    expect(await draftsOf(midori.db, sheet.id, midori.people.aoi)).to.have.length(0)
  })

  it('lays a draft over what a colleague saved in the meantime', async () => {
    await save(aoi, 0, { reason: '知らせが遅い' })
    await keepDraft(aoi, { documentId: sheet.id, tab: 'left', base: 1, fields: { hopes: '一緒に' } })
    await save(daichi, 1, { theme: '退院' })
    const [draft] = await draftsOf(midori.db, sheet.id, midori.people.aoi)
    if (!draft) throw new Error('no draft')
    const head = await headOf(midori.db, sheet.id)
    const open = await openDraft(midori.db, { id: sheet.id, head }, draft)
    expect(open).to.deep.include({ base: 2, body: { reason: '知らせが遅い', theme: '退院', hopes: '一緒に' } })
  })

  it('takes 100,000 characters in a field and refuses more with a sentence', async () => {
    await save(aoi, 0, { reason: '𠮷'.repeat(100_000) })
    const refused = await Promise.resolve()
      .then(() => save(aoi, 1, { reason: 'あ'.repeat(100_001) }))
      .catch((e: Error) => e.message)
    expect(refused).to.contain('100,000字まで')
  })
})
