import { expect } from 'chai'
import { sql } from 'kysely'
import { paths } from '../../src/paths/paths.ts'
import { browse } from '../support/browse.ts'
import { freshDb } from '../support/db.ts'
import { town } from '../support/town.ts'

describe('a disk that is full', () => {
  it('is told in words, keeps what was kept, and takes up again when there is room', async () => {
    const midori = await town(await freshDb())
    const aoi = await browse(midori, 'aoi')
    const address = paths.promises('region-midori')
    const write = (n: number) =>
      aoi.post(address, { text: `${n}番の約束。${'あ'.repeat(900)}`, ownerRole: 'municipality', circle: 'region' })
    await write(0)
    const { rows } = await sql<{ pageCount: number }>`pragma page_count`.execute(midori.db)
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.pageCount ?? 0)}`.execute(midori.db)
    let kept = 0
    while (kept < 50 && (await write(kept + 1)).status === 200) kept += 1
    expect([aoi.status, aoi.text.includes('保存する場所がいっぱいで')]).to.deep.equal([503, true])
    await aoi.open(address)
    expect(aoi.text)
      .to.contain(`${kept}番の約束`)
      .and.not.contain(`${kept + 1}番の約束`)
    await sql`pragma max_page_count = 100000`.execute(midori.db)
    expect((await write(kept + 1)).text).to.contain(`${kept + 1}番の約束`)
  })
})
