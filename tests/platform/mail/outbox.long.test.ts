import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Db } from '../../../src/platform/db/db.ts'
import { type Letter, letterFrom, type NewLetter, postLater } from '../../../src/platform/mail/outbox.ts'
import { senderOf } from '../../../src/platform/mail/smtp.ts'
import { postOne, startTick } from '../../../src/platform/mail/tick.ts'
import { freshDb } from '../../support/db.ts'
import { NOW } from '../../support/town.ts'

const TOKEN = 'A'.repeat(43)
const letter: NewLetter = {
  to: { email: 'aoi@midori.example', name: '青木 葵（𠮷野）' },
  subject: '【伴走ノート】みどり町のエントリーを受け取りました',
  body: `青木 葵 さま\n\n次のリンクを開いてください。\nhttp://127.0.0.1:3000/enter/${TOKEN}\n`,
  kind: 'test',
  attachments: [{ name: 'R7_みどり町.txt', mime: 'text/plain', base64: Buffer.from('添付').toString('base64') }],
}

const servers: SMTPServer[] = []
after(() => {
  for (const server of servers) server.close(() => {})
})

/** A real mail server on this machine. */
async function postOffice(options: SMTPServerOptions = {}): Promise<{ url: string; arrived: Email[] }> {
  const arrived: Email[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((email) => {
          arrived.push(email)
          done()
        })
      })
    },
    ...options,
  })
  server.on('error', () => {})
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, arrived }
}

const send = (smtpUrl: string | null, dataDir = '/nowhere') =>
  senderOf({ smtpUrl, mailFrom: '伴走ノート <note@banso.example>', dataDir })
const only = async (db: Db): Promise<Letter> =>
  letterFrom(await db.selectFrom('letters').selectAll().executeTakeFirstOrThrow())
const minutesLater = (n: number) => new Date(NOW.getTime() + n * 60_000)

describe('the outbox', () => {
  it('brings a Japanese letter with its attachment to a real mail server, and then forgets the key in it', async () => {
    const [db, office] = [await freshDb(), await postOffice()]
    await postLater(db, letter, NOW)
    const { messageId } = await only(db)
    expect(await postOne(db, send(office.url), NOW)).to.equal(true)
    expect(await postOne(db, send(office.url), NOW)).to.equal(false)
    const [mail] = office.arrived
    expect(office.arrived).to.have.length(1)
    expect(mail?.subject).to.equal(letter.subject)
    expect(mail?.to).to.deep.equal([{ name: letter.to.name, address: letter.to.email }])
    expect(mail?.from).to.deep.equal({ name: '伴走ノート', address: 'note@banso.example' })
    expect(mail?.text?.trim()).to.equal(letter.body.trim())
    expect(mail?.messageId).to.equal(messageId)
    expect(mail?.html).to.equal(undefined)
    expect(mail?.attachments[0]?.filename).to.equal('R7_みどり町.txt')
    const sent = await only(db)
    expect([sent.sentAt, sent.body.includes(TOKEN), sent.body.includes('/enter/…')]).to.deep.equal([
      NOW.toISOString(),
      false,
      true,
    ])
  })

  it('lets nothing typed become another header or reader', async () => {
    const [db, office] = [await freshDb(), await postOffice()]
    const subject = '件名\r\nBcc: thief@evil.example'
    await postLater(
      db,
      { ...letter, subject, to: { name: '葵\r\nX-Evil: 1, "x" <thief@evil.example>', email: letter.to.email } },
      NOW,
    )
    await postOne(db, send(office.url), NOW)
    const [mail] = office.arrived
    expect(mail?.to?.map((to) => to.address)).to.deep.equal([letter.to.email])
    expect(mail?.bcc).to.equal(undefined)
    expect(mail?.headers.map((h) => h.key)).to.not.include('x-evil')
    expect(mail?.subject).to.equal('件名 Bcc: thief@evil.example')
  })

  it('stops at once when the address is refused, and says so in Japanese', async () => {
    const db = await freshDb()
    const office = await postOffice({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no such user'), { responseCode: 550 })),
    })
    await postLater(db, letter, NOW)
    await postOne(db, send(office.url), NOW)
    const { failedAt, tries, lastError } = await only(db)
    expect([failedAt, tries]).to.deep.equal([NOW.toISOString(), 1])
    expect(lastError).to.equal('宛先のメールアドレスを、メールサーバーが受け付けませんでした（550）')
  })

  it('waits longer and longer while the mail server is away, and then goes', async () => {
    const db = await freshDb()
    await postLater(db, letter, NOW)
    const away = send('smtp://127.0.0.1:1')
    expect(await postOne(db, away, NOW)).to.equal(true)
    expect(await postOne(db, away, NOW)).to.equal(false)
    expect((await only(db)).lastError).to.equal('メールサーバーにつながりませんでした')
    expect((await only(db)).dueAt).to.equal(minutesLater(1).toISOString())
    await postOne(db, away, minutesLater(1))
    expect((await only(db)).dueAt).to.equal(minutesLater(6).toISOString())
    const office = await postOffice()
    await postOne(db, send(office.url), minutesLater(6))
    expect(office.arrived).to.have.length(1)
  })

  it('gives up after the last try', async () => {
    const db = await freshDb()
    await postLater(db, letter, NOW)
    for (let i = 0; i < 7; i++) await postOne(db, () => Promise.reject(new Error('away')), minutesLater(i * 1000))
    const { failedAt, tries } = await only(db)
    expect([failedAt !== null, tries]).to.deep.equal([true, 7])
  })

  it('never sends a letter again by itself that may have gone before a crash', async () => {
    const db = await freshDb()
    await postLater(db, letter, NOW)
    void postOne(db, () => new Promise(() => {}), NOW)
    await new Promise((wait) => setTimeout(wait, 20))
    expect((await only(db)).claimedAt).to.equal(NOW.toISOString())
    const stop = startTick(db, () => Promise.reject(new Error('must not be asked')), 5)
    await new Promise((wait) => setTimeout(wait, 30))
    await stop()
    const { sentAt, tries } = await only(db)
    expect([sentAt, tries]).to.deep.equal([null, 0])
  })

  it('keeps letters as files, readable by their owner only, where there is no mail server', async () => {
    const db = await freshDb()
    const folder = mkdtempSync(join(tmpdir(), 'banso-mail-'))
    const id = await postLater(db, letter, NOW)
    const stop = startTick(db, send(null, folder), 5)
    while ((await only(db)).sentAt === null) await new Promise((wait) => setTimeout(wait, 5))
    await stop()
    expect(readdirSync(join(folder, 'mail'))).to.deep.equal([`${id}.eml`])
    const file = join(folder, 'mail', `${id}.eml`)
    const mail = await PostalMime.parse(readFileSync(file))
    expect([mail.subject, statSync(file).mode & 0o777]).to.deep.equal([letter.subject, 0o600])
    expect((await only(db)).body).to.include(TOKEN)
  })
})
