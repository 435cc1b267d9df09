import { expect } from 'chai'
import type { Db } from '../../src/platform/db/db.ts'
import { keep } from '../../src/platform/db/transaction.ts'
import { freshDb } from '../support/db.ts'

const peopleIn = async (db: Db) => (await db.selectFrom('onceKeys').select('key').execute()).map((row) => row.key)
const add = (db: Db, key: string) =>
  db.insertInto('onceKeys').values({ key, path: '/', usedAt: '', resultTo: null, resultNotice: null }).execute()

describe('a transaction', () => {
  let db: Db
  beforeEach(async () => {
    db = await freshDb()
  })

  it('keeps all or nothing, and runs what comes after only once it is committed', async () => {
    const seen: string[] = []
    await keep({ db }, async (trx, later) => {
      later(() => void seen.push('sent'))
      await add(trx, 'a')
      expect(seen).to.deep.equal([])
    })
    const broken = keep({ db }, async (trx, later) => {
      later(() => void seen.push('never'))
      await add(trx, 'b')
      throw new Error('in the middle')
    })
    expect(await broken.catch((e: Error) => e.message)).to.equal('in the middle')
    expect(seen).to.deep.equal(['sent'])
    expect(await peopleIn(db)).to.deep.equal(['a'])
  })

  it('refuses another handle inside instead of waiting for ever', async () => {
    const wrong = keep({ db }, () => add(db, 'c'))
    expect(await wrong.catch((e: Error) => e.message)).to.contain('own handle')
  })

  it('joins the one it is called in, with all that comes after', async () => {
    const seen: string[] = []
    await keep({ db }, async (outer) => {
      await keep({ db: outer }, async (inner, later) => {
        later(() => void seen.push('inner'))
        await add(inner, 'd')
      })
      expect(seen).to.deep.equal([])
    })
    expect(seen).to.deep.equal(['inner'])
  })
})
