import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { filesIn } from '../../../src/platform/files/files.ts'
import { browse } from '../browse.ts'
import { freshDb } from '../db.ts'
import { type Town, town } from '../town.ts'

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

describe('leaflets and what is said of their versions', () => {
  let midori: Town
  const leaflets = () => `/programmes/${midori.programmeId}/leaflets`
  const file = (name: string) => [{ field: 'file', name, bytes: pdf }]

  before(async () => {
    filesIn(mkdtempSync(join(tmpdir(), 'banso-leaflets-')))
    midori = await town(await freshDb())
  })

  /** The secretariat's first version; the page of its reviews. */
  async function first(): Promise<string> {
    const mika = await browse(midori, 'mika')
    await mika.upload(leaflets(), file('案1.pdf'), { name: '退院のリーフレット', about: '住民向け' })
    expect(mika.notice).to.include('第1版を置きました')
    return mika.url.split('?')[0] ?? ''
  }

  it('goes from version to comment to answer to the next version', async () => {
    const here = await first()
    const haru = await browse(midori, 'haru')
    await haru.open(leaflets())
    await haru.follow('退院のリーフレット')
    await haru.fill({ text: '' }, '意見を書く')
    expect(haru.status).to.equal(422)
    expect(haru.errors).to.deep.equal({ text: '意見を書いてください' })
    await haru.fill({ text: '字をもう少し大きく' }, '意見を書く')
    expect(haru.notice).to.include('第1版への意見')
    const mika = await browse(midori, 'mika')
    await mika.open(leaflets())
    expect(mika.text).to.include('1件（返事待ち1件）')
    await mika.open(here)
    await mika.fill({ answer: '' }, '返事を残す')
    expect(mika.errors).to.deep.equal({ answer: '返事を書いてください' })
    await mika.fill({ answer: '12ポイントにしました' }, '返事を残す')
    await mika.upload(here, file('案2.pdf'), { note: '字を大きく' })
    expect(mika.text).to.include('第2版への意見').and.include('字を大きく')
    await mika.fill({}, '済みにする')
    await haru.open(here)
    expect(haru.text).to.include('済み').and.include('12ポイントにしました').and.include('第1版')
    expect(haru.text).to.not.include('返事を残す')
  })

  it('is read by those who advise the year, and exists for nobody else', async () => {
    const here = await first()
    for (const who of ['ken', 'tomo', 'shun'] as const) {
      const reader = await browse(midori, who)
      expect((await reader.open(here)).status, who).to.equal(200)
      await reader.open(`${here}/versions/1`)
      expect(reader.bytes.equals(pdf), who).to.equal(true)
    }
    const tomo = await browse(midori, 'tomo')
    expect((await tomo.open(here)).text).to.not.include('意見を書く')
    await tomo.post(`${here}/comments`, { text: '読むだけの人' })
    expect(tomo.status).to.equal(403)
    for (const who of ['aoi', 'ren', 'sora', 'nagi'] as const) {
      const other = await browse(midori, who)
      for (const path of [leaflets(), here, `${here}/versions/1`]) {
        await other.open(path)
        expect(other.status, `${who} ${path}`).to.equal(403)
      }
    }
    const aoi = await browse(midori, 'aoi')
    await aoi.open(`/programmes/${midori.programmeId}/tools`)
    expect(aoi.text).to.not.include('退院のリーフレット')
  })

  it('an advisor of another year finds nothing', async () => {
    const here = await first()
    await midori.db
      .updateTable('memberships')
      .set({ regionId: null })
      .where('personId', '=', midori.people.yui)
      .execute()
    const yui = await browse(midori, 'yui')
    expect((await yui.open(here)).status).to.equal(404)
    expect((await yui.open(leaflets())).status).to.equal(404)
  })

  it('tools are commented on the same way, from their page', async () => {
    const mika = await browse(midori, 'mika')
    await mika.upload(`/programmes/${midori.programmeId}/tools`, file('様式.pdf'), { name: '聞き取り用紙', about: '' })
    const ken = await browse(midori, 'ken')
    await ken.open(`/programmes/${midori.programmeId}/tools`)
    await ken.follow('つの版')
    await ken.follow('版についての意見')
    await ken.fill({ text: '裏に余白を' }, '意見を書く')
    expect(ken.text).to.include('裏に余白を').and.include('返事待ち')
    const aoi = await browse(midori, 'aoi')
    await aoi.open(`/programmes/${midori.programmeId}/tools`)
    await aoi.follow('つの版')
    expect(aoi.text).to.not.include('版についての意見')
  })
})
