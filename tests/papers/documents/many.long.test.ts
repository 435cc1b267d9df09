import { expect } from 'chai'
import { sql } from 'kysely'
import { diffOf } from '../../../src/papers/documents/body.ts'
import { addDocument, bodyAt } from '../../../src/papers/documents/store.ts'
import { addRevision, revisionsOf } from '../../../src/papers/revisions/store.ts'
import { type Body, rowsIn } from '../../../src/papers/templates/templates.ts'
import { keep } from '../../../src/platform/db/transaction.ts'
import { freshDb } from '../../support/db.ts'
import { NOW } from '../../support/town.ts'

const COUNT = 10_000
const by = { personId: null, personName: '青木 葵', onBehalfOf: null, source: 'form' as const, fileId: null, note: '' }

const model = (): Body => ({
  goal: '住み慣れた町で暮らし続けている',
  boxes: Array.from({ length: 60 }, (_, n) => ({
    ...{
      id: `b${n}`,
      kind: 'activity',
      text: `打ち手${n}を窓口で最初に伝える`,
      who: '町の相談窓口',
      whom: '相談に来た人',
    },
  })),
})

describe('ten thousand revisions of one model', () => {
  it('stay quick to read and small to keep', async function () {
    this.timeout(60_000)
    const db = await freshDb()
    const about = { kind: 'logic_model', ownerKind: 'region', ownerId: 'r', templateKey: null, templateVersion: null }
    await addDocument(db, { ...about, id: 'd', headNumber: 0, circle: 'region', createdAt: NOW.toISOString() })
    let body = model()
    await keep({ db }, async (trx) => {
      await addRevision(trx, { ...by, documentId: 'd', number: 1, body, changes: diffOf({}, body) }, NOW)
      for (let number = 2; number <= COUNT; number++) {
        const boxes = rowsIn(body, 'boxes').map((box, n) =>
          n === number % 60 ? { ...box, text: `打ち手${number}` } : box,
        )
        const next = { ...body, boxes }
        await addRevision(trx, { ...by, documentId: 'd', number, body: next, changes: diffOf(body, next) }, NOW)
        body = next
      }
    })
    const began = performance.now()
    for (let n = 0; n < 20; n++) expect((await bodyAt(db, 'd', COUNT - n * 7)).number).to.equal(COUNT - n * 7)
    expect((performance.now() - began) / 20, 'ms for one body').to.be.below(30)
    expect((await bodyAt(db, 'd')).body).to.deep.equal(body)
    const page = performance.now()
    await revisionsOf(db, 'd', { limit: 50, offset: 5_000 })
    expect(performance.now() - page, 'ms for a page of the list').to.be.below(100)
    const size = await sql<{
      bytes: number
    }>`select sum(length(changes_json) + coalesce(length(body_json), 0)) as bytes from revisions`.execute(db)
    expect(Number(size.rows[0]?.bytes) / 1e6, 'MB').to.be.below(8)
  })
})
