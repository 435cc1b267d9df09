import { expect } from 'chai'
import type { Db } from '../../src/platform/db/db.ts'
import { claimOnce, settleOnce } from '../../src/platform/web/once.ts'
import type { Problem } from '../../src/platform/web/problem.ts'
import { freshDb } from '../support/db.ts'
import { NOW } from '../support/town.ts'

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
const press = (db: Db, now: Date, path = '/promises') =>
  claimOnce(db, 'key0000000000000', path, now).catch((error: unknown) => (error as Problem).message)

describe('a form sent twice', () => {
  it('answers the second time with the first result', async () => {
    const db = await freshDb()
    expect(await press(db, NOW)).to.equal(null)
    expect(await press(db, later(1))).to.contain('送っている途中です')
    await settleOnce(db, 'key0000000000000', { to: '/there', notice: '書きました' })
    expect(await press(db, later(2))).to.deep.equal({ to: '/there', notice: '書きました' })
    expect(await press(db, later(2), '/advice')).to.contain('古くなっています')
  })

  it('may be sent again once it was refused', async () => {
    const db = await freshDb()
    await press(db, NOW)
    await settleOnce(db, 'key0000000000000', null)
    expect(await press(db, later(1))).to.equal(null)
  })

  it('says so when the server went down in the middle, and does nothing by itself', async () => {
    const db = await freshDb()
    await press(db, NOW)
    expect(await press(db, later(61))).to.contain('入っているかを確かめ')
  })
})
