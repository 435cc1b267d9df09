import { expect } from 'chai'
import { letterStateOf } from '../../../src/people/letters/letters.ts'
import { markLetter, postLater } from '../../../src/platform/mail/outbox.ts'
import { postOne } from '../../../src/platform/mail/tick.ts'
import { browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'

const write = (here: Town, subject: string) => {
  const to = { email: 'aoi@midori.example', name: '青木 葵' }
  return postLater(here.db, { to, subject, body: '本文は秘密です', kind: 'test' }, here.now)
}

describe('the outbox page', () => {
  it('shows what waits, what went, what failed and what nobody knows, but no text of a letter', async () => {
    const here = await town(await freshDb())
    const early = new Date(here.now.getTime() - 3_600_000).toISOString()
    await write(here, '待つ手紙')
    await markLetter(here.db, await write(here, '行った手紙'), { claimedAt: early, sentAt: early })
    const refused = { failedAt: early, lastError: '宛先がありません' }
    await markLetter(here.db, await write(here, '断られた手紙'), refused)
    await markLetter(here.db, await write(here, '途中の手紙'), { claimedAt: early })
    const mika = await browse(here, 'mika')
    await mika.open('/letters')
    const states = mika.document.querySelectorAll('tbody .state').map((s) => s.textContent.trim())
    expect(states).to.deep.equal(['送れたか分かりません', '送れませんでした', '送りました', '待っています'])
    expect(mika.text).to.include('宛先がありません').and.to.not.include('本文は秘密です')
    await mika.open('/letters?state=failed')
    expect(mika.text).to.include('断られた手紙').and.to.not.include('待つ手紙')
  })

  it('sends a doubtful letter again only when a person says so', async () => {
    const here = await town(await freshDb())
    const early = new Date(here.now.getTime() - 3_600_000).toISOString()
    await markLetter(here.db, await write(here, '途中の手紙'), { claimedAt: early })
    const sent: string[] = []
    const send = async (letter: { subject: string }) => {
      sent.push(letter.subject)
      return 'sent' as const
    }
    expect(await postOne(here.db, send, here.now)).to.equal(false)
    const mika = await browse(here, 'mika')
    await mika.open('/letters?state=uncertain')
    await mika.fill({}, 'もう一度送る')
    expect(mika.notice).to.equal('もう一度送ります')
    await postOne(here.db, send, here.now)
    expect(sent).to.deep.equal(['途中の手紙'])
    const id = (await here.db.selectFrom('letters').select('id').executeTakeFirstOrThrow()).id
    await mika.post(`/letters/${id}/again`, {})
    expect(mika.status).to.equal(409)
  })

  it('is no page for a town, and the demonstration’s letters are not there outside it', async () => {
    const here = await town(await freshDb())
    const aoi = await browse(here, 'aoi')
    expect((await aoi.open('/letters')).status).to.equal(403)
    expect((await aoi.open('/dev/mail')).status).to.equal(404)
  })

  it('counts a letter just being sent as waiting', () => {
    const now = new Date('2025-10-21T05:03:00Z')
    const marks = { sentAt: null, failedAt: null, cancelledAt: null }
    expect(letterStateOf({ ...marks, claimedAt: '2025-10-21T05:02:00.000Z' }, now)).to.equal('waiting')
    expect(letterStateOf({ ...marks, claimedAt: '2025-10-21T04:50:00.000Z' }, now)).to.equal('uncertain')
  })
})
