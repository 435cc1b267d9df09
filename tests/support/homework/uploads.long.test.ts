import { connect } from 'node:net'
import { expect } from 'chai'
import { paths } from '../../../src/paths/paths.ts'
import { type Browser, browse } from '../../support/browse.ts'
import { freshDb } from '../../support/db.ts'
import { type Town, town } from '../../support/town.ts'
import { file, ID, ownFolder, pdf, png } from './files.ts'

describe('files of a homework', () => {
  ownFolder()
  let midori: Town
  let aoi: Browser
  let at: string
  beforeEach(async () => {
    midori = await town(await freshDb())
    const ken = await browse(midori, 'ken')
    await ken.open(paths.homeworkNew(ID))
    await ken.fill({ text: '聞きとりの記録', why: '次の回で読むため' }, '宿題を出す')
    at = ken.url
    aoi = await browse(midori, 'aoi')
  })

  it('that cannot be taken are named; what was typed and what arrived well stays', async () => {
    const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
    await aoi.upload(at, [file('記録.png', png), file('記録.pdf', exe)], { text: '二人に聞きました' })
    expect(aoi.status).to.equal(422)
    expect(aoi.errors.file).to.include('「記録.pdf」').and.include('ほかの1個は届いて、下書きにあります')
    expect(aoi.values.text).to.equal('二人に聞きました')
    expect(aoi.text).to.include('記録.png').and.include('まだ提出されていません')
    await aoi.open(at)
    await aoi.fill({}, '提出する')
    expect(aoi.text).to.include('第1版を提出しました').and.include('記録.png')
  })

  it('of every rubbish kind get a sentence in Japanese and never a fault', async () => {
    const rubbish: [string, Buffer][] = [
      ['空.pdf', Buffer.alloc(0)],
      ['こわれた.xlsx', Buffer.from('PK\u0003\u0004ただの文', 'utf8')],
      ['古い.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
      ['絵.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
      ['頁.html', Buffer.from('<script>alert(1)</script>')],
      ['頁.png', Buffer.from('<html><script>alert(1)</script></html>')],
      [`${'長'.repeat(120)}.pdf`, Buffer.from('MZ')],
    ]
    for (const [name, bytes] of rubbish) {
      await aoi.upload(at, [file(name, bytes)], { text: 'x' })
      expect(aoi.status, name).to.equal(422)
      expect(aoi.errors.file, name).to.match(/[ぁ-ん]/)
    }
    await aoi.upload(at, [file('大きい.pdf', Buffer.concat([pdf('a'), Buffer.alloc(21 * 1024 * 1024)]))], { text: 'x' })
    expect(aoi.status).to.equal(413)
    expect(aoi.text).to.include('ファイルは1つ20MBまでです')
    await aoi.upload(
      at,
      Array.from({ length: 11 }, (_, i) => file(`${i}.png`, png)),
      { text: 'x' },
    )
    expect(aoi.text).to.include('一度に送れるのは10個までです')
    await aoi.open(at)
    await aoi.fill({ text: '' }, '提出する')
    expect(aoi.errors.text).to.include('文を書くか、ファイルを選んでから')
  })

  it('cut off half-way say so, and nothing of them is kept', async () => {
    const boundary = 'xxCUTxx'
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="半分.pdf"\r\n\r\n`
    const answer = await raw(aoi, at, {
      type: `multipart/form-data; boundary=${boundary}`,
      body: `${head}%PDF-1.4 half`,
    })
    expect(answer).to.match(/^HTTP\/1\.1 422/)
    expect(answer).to.include('ファイルが途中までしか届きませんでした')
    await aoi.open(at)
    expect(aoi.text).to.not.include('半分.pdf')
    expect((await midori.db.selectFrom('files').selectAll().execute()).length).to.equal(0)
  })

  it('whose line breaks before the end leave nothing behind, and the next ones arrive', async () => {
    const { base, cookie } = aoi.connection
    const { hostname, port, host, origin } = new URL(base)
    const head = `POST ${at} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\n`
    const rest = 'Content-Type: multipart/form-data; boundary=xx\r\nContent-Length: 900000\r\n\r\n--xx\r\n'
    await new Promise<void>((done) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`${head}${rest}Content-Disposition: form-data; name="file"; filename="半分.pdf"\r\n\r\n%PDF`)
        setTimeout(() => socket.destroy(), 50)
      }).on('close', () => done())
    })
    await aoi.upload(at, [file('全部.pdf', pdf('a'))], { text: '' })
    expect(aoi.text).to.include('第1版を提出しました').and.include('全部.pdf').and.not.include('半分.pdf')
    expect((await midori.db.selectFrom('files').selectAll().execute()).length).to.equal(1)
  })

  it('sent by the script are followed by it, with the notice still to be read', async () => {
    const before = await aoi.upload(at, [file('a.png', png)], { text: 'x', draft: '1' })
    expect(before.text).to.include('下書きに置きました')
    const form = new URLSearchParams({ text: 'y', draft: '1' })
    await aoi.post(at, Object.fromEntries(form), { 'x-upload': '1' })
    expect(aoi.headers.get('x-go-to')).to.equal(at)
    expect((await aoi.open(at)).text).to.include('下書きに置きました')
  })

  it('are looked at only where that is safe: picture, PDF in a sandbox, text drawn by us', async () => {
    const csv = Buffer.from([0x96, 0xbc, 0x91, 0x4f, 0x2c, 0x31, 0x0a]) // 名前,1 in Shift_JIS
    const all = [
      file('掲示.png', png),
      file('表.csv', csv),
      file('写し.pdf', pdf('a')),
      file('頁.txt', Buffer.from('<b>太字</b>')),
    ]
    await aoi.upload(at, all, { text: '' })
    const ids = (await midori.db.selectFrom('files').selectAll().execute()).map(({ id, name }) => [name, id] as const)
    const id = (name: string) => ids.find(([n]) => n === name)?.[1] ?? ''
    await aoi.open(paths.regionFilePreview(ID, id('掲示.png')))
    expect(aoi.document.querySelector('img.preview')?.getAttribute('src')).to.equal(
      paths.regionFileInline(ID, id('掲示.png')),
    )
    await aoi.open(paths.regionFileInline(ID, id('掲示.png')))
    expect(aoi.headers.get('content-type')).to.equal('image/png')
    expect(aoi.headers.get('content-disposition')).to.match(/^inline/)
    await aoi.open(paths.regionFileInline(ID, id('写し.pdf')))
    expect(aoi.headers.get('content-security-policy')).to.equal("default-src 'none'; sandbox")
    expect((await aoi.open(paths.regionFilePreview(ID, id('表.csv')))).text).to.include('名前,1')
    await aoi.open(paths.regionFilePreview(ID, id('頁.txt')))
    expect(aoi.document.querySelector('main b')).to.equal(null)
    await aoi.open(paths.regionFileInline(ID, id('頁.txt')))
    expect(aoi.headers.get('content-disposition')).to.match(/^attachment/)
    const nagi = await browse(midori, 'nagi')
    for (const path of [paths.regionFilePreview, paths.regionFileInline])
      expect((await nagi.open(path(ID, id('掲示.png')))).status).to.equal(404)
  })
})

/** A request as a line that breaks sends it: the end of the form is missing. */
async function raw(browser: Browser, path: string, { type, body }: { type: string; body: string }): Promise<string> {
  const { base, cookie } = browser.connection
  const { hostname, port, host, origin } = new URL(base)
  const lines = [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${origin}`,
    `Cookie: ${cookie}`,
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('end', () => done(Buffer.concat(chunks).toString('utf8')))
    socket.on('error', fail)
  })
}
