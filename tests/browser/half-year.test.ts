import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths/paths.ts'
import type { PersonName } from '../support/town.ts'
import { type HalfYear, halfYear, press, words, write } from './half-year-stage.ts'

const ID = 'region-midori'
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const [S1, S2, S3] = [3, 5, 7]

/** What was said in each circle, and who of the six may read it (the circles' table). */
const SAID = {
  region: '病院の相談員と月に一度会うことにした',
  town: '課の中では、まだ担当が決まっていない',
  team: '課長の迷いには、次の回まで触れない',
} as const
const READS: Partial<Record<PersonName, (keyof typeof SAID)[]>> = {
  mika: ['region', 'town', 'team'],
  yui: ['region', 'town', 'team'],
  aoi: ['region', 'town'],
  ren: ['region'],
  sora: ['region'],
  ken: [],
  nagi: [],
}

describe('half a year of みどり町, six people', function () {
  this.timeout(60_000)
  let play: HalfYear
  before(async () => {
    play = await halfYear()
  })
  after(() => play?.close())

  async function linkTo(kind: 'poll' | 'report', to: string): Promise<string> {
    const all = (await play.letters(to)).map((letter) => letter.body).join('\n')
    return new RegExp(`/l/${kind}/[\\w-]+`).exec(all)?.[0] ?? `no ${kind} link to ${to}`
  }
  async function open(who: PersonName, path: string): Promise<Page> {
    const page = await play.at(who)
    await page.goto(path)
    return page
  }

  it('October: dates are asked by link, answered without signing in, and fixed', async () => {
    const mika = await open('mika', paths.dates(paths.meeting(ID, S1)))
    await write(mika, { 'slots.0.on': '2025/11/5', 'slots.0.time': '14:00' })
    await write(mika, { 'slots.1.on': '2025/11/6', 'slots.1.time': '10:00' })
    await press(mika, '候補日を出す')
    expect(await words(mika)).to.contain('まだ答えていない人')
    for (const [to, first] of [
      ['ken@banso.example', 'no'],
      ['aoi@midori.example', 'yes'],
      ['ren@banso.example', 'maybe'],
    ] as const) {
      const page = await play.stranger(PHONE)
      await page.goto(await linkTo('poll', to))
      await page.locator(`fieldset >> nth=0 >> input[value=${first}]`).check()
      await page.locator('fieldset >> nth=1 >> input[value=yes]').check()
      await press(page, '返事を送る')
      expect(await words(page), to).to.contain('返事は届いています')
      await page.context().close()
    }
    await mika.reload()
    expect(await words(mika)).to.contain('おすすめ：令和7年11月6日（木）')
    await press(mika, 'この日に決める')
    expect(await words(mika)).to.contain('令和7年11月6日（木） 10:00')
    const told = (await play.letters('ren@banso.example')).map((letter) => letter.subject)
    expect(told.at(-1)).to.contain('日程が決まりました')
  })

  it('the three lines come from a telephone, saved as they are typed', async () => {
    const mika = await open('mika', paths.reports(ID))
    await press(mika, 'お願いを送る')
    const phone = await play.stranger(PHONE)
    await phone.goto(await linkTo('report', 'aoi@midori.example'))
    expect(await phone.locator('textarea').count()).to.equal(3)
    await phone.locator('textarea').first().fill('相談員に初めて会えた')
    await phone.getByText('保存しました').first().waitFor()
    await phone.reload()
    expect(await phone.locator('textarea').first().inputValue()).to.equal('相談員に初めて会えた')
    await press(phone, '送る（')
    await phone.getByText('送りました').first().waitFor()
    const ken = await open('ken', `${paths.meeting(ID, S1)}/desk`)
    expect(await words(ken)).to.contain('相談員に初めて会えた')
  })

  it('November: what is noted in the meeting comes to the open page of another, in its circle', async () => {
    play.itIs('2025-11-06', '10:05')
    const ken = await open('ken', paths.meetingLive(ID, S1))
    const aoi = await open('aoi', paths.meetingLive(ID, S1))
    await aoi.evaluate('window.stayed = true')
    await note(ken, '決まったこと', SAID.region, 'region')
    await aoi.locator('[data-part=log]').getByText(SAID.region).first().waitFor({ timeout: 3000 })
    await note(ken, '状況', SAID.town, 'town')
    await aoi.locator('[data-part=log]').getByText(SAID.town).first().waitFor({ timeout: 3000 })
    expect(await aoi.evaluate('window.stayed')).to.equal(true)
    await note(ken, '助言', SAID.team, 'team')
    await ken.locator('[data-part=log]').getByText(SAID.team).first().waitFor()
    expect(await words(aoi)).to.not.contain(SAID.team)
    await ken.locator('[data-part=people] button', { hasText: '◎：大地 誠' }).click()
    await aoi.locator('[data-part=people]').getByText('◎大地 誠').first().waitFor()
  })

  async function note(page: Page, kind: string, text: string, circle: string): Promise<void> {
    await page.locator('.kinds').getByLabel(kind, { exact: true }).check()
    await page.locator('[name=text]').fill(text)
    await page.locator('.note-form [name=circle]').selectOption(circle)
    await press(page, '書き足す')
    await page.locator('[data-part=log]').getByText(text).first().waitFor()
  }

  it('the record is fixed; each gets by mail what they may read', async () => {
    const mika = await open('mika', paths.meetingMinutes(ID, S1))
    await press(mika, '記録を確定して、議事録を送る')
    expect(await words(mika)).to.contain('確定')
    for (const [who, to] of [
      ['aoi', 'aoi@midori.example'],
      ['ren', 'ren@banso.example'],
      ['sora', 'sora@banso.example'],
    ] as const) {
      const bodies = (await play.letters(to)).filter(({ subject }) => subject.includes('記録')).map(({ body }) => body)
      expect(bodies, to).to.have.length(1)
      const read = Object.entries(SAID).filter(([, text]) => bodies[0]?.includes(text))
      expect(
        read.map(([circle]) => circle),
        who,
      ).to.deep.equal(READS[who])
    }
  })

  it('a homework is returned once and then accepted', async () => {
    const ken = await open('ken', paths.homeworkNew(ID))
    await write(ken, { text: '病院への連絡先の一覧', why: '支援2で見せ合うため', due: '令和7年11月28日' })
    await press(ken, '宿題を出す')
    await ken.waitForURL(/homework\/(?!new)/)
    const at = new URL(ken.url()).pathname
    await handIn('途中までの一覧')
    await answer('returned', '夜間の番号がまだありません')
    const aoi = await open('aoi', at)
    expect((await aoi.locator('section.block h2').first().textContent())?.trim()).to.equal('直してほしいこと')
    await handIn('夜間も入れました')
    await answer('accepted', '次の回で使います')
    await aoi.goto(at)
    expect(await words(aoi))
      .to.contain('夜間の番号がまだありません')
      .and.contain('次の回で使います')

    async function handIn(text: string): Promise<void> {
      const page = await open('aoi', at)
      await write(page, { text })
      await press(page, '提出する（')
      await page.locator('article').getByText(text).first().waitFor()
    }
    async function answer(value: string, text: string): Promise<void> {
      await ken.goto(at)
      await ken.locator(`[name=answer][value=${value}]`).check()
      await write(ken, { answerText: text })
      await press(ken, '返事をする')
      await ken.getByText(text).first().waitFor()
    }
  })

  it('December: the second meeting is put off, the advisor changes, and it is held on its new day', async () => {
    play.itIs('2025-12-01', '09:00')
    const mika = await open('mika', paths.scheduleOf(paths.meeting(ID, S2)))
    await write(mika, { heldOn: '2025/12/10', time: '14:00', minutes: '90' })
    await press(mika, '予定を決める')
    await mika.goto(paths.endingOf(paths.meeting(ID, S2)))
    await mika.locator('[name=kind][value=postponed]').check()
    await write(mika, { reason: '大雪のため' })
    await press(mika, '延期・中止にする')
    expect((await play.letters('aoi@midori.example')).at(-1)?.body).to.contain('大雪のため')

    await mika.goto(paths.regionMembers(ID))
    await mika.getByRole('link', { name: /終える.*岡田 健/ }).click()
    await write(mika, { toOn: '2025/12/05' })
    await press(mika, '担当を終える')
    await mika.goto(`${paths.regionMemberNew(ID)}?q=${encodeURIComponent('水谷')}`)
    await mika.getByLabel('水谷').first().check()
    await mika.getByLabel('アドバイザー').first().check()
    await write(mika, { fromOn: '2025/12/06' })
    await press(mika, 'メンバーに加える')

    play.itIs('2025-12-08', '09:00')
    const again = await open('mika', paths.scheduleOf(paths.meeting(ID, S2)))
    await write(again, { heldOn: '2025/12/17', time: '14:00', minutes: '90' })
    await press(again, '予定を決める')
    expect((await play.letters('yui@banso.example')).at(-1)?.body).to.contain('令和7年12月17日（水）')
    const history = await open('mika', paths.dates(paths.meeting(ID, S2)))
    expect(await words(history))
      .to.contain('大雪のため')
      .and.contain('R7.12.10')
    play.itIs('2025-12-17', '17:00')
    await record(S2, '令和7年12月17日', '一覧が病棟に置かれた')
  })

  it('January: the new advisor reads up, and the third meeting is recorded and fixed', async () => {
    play.itIs('2026-01-28', '16:00')
    const yui = await open('yui', paths.advice(ID))
    expect(await words(yui)).to.contain(SAID.team)
    await record(S3, '令和8年1月28日', '来年度も続けることにした')
    const mika = await open('mika', paths.meetingMinutes(ID, S3))
    await press(mika, '記録を確定して、議事録を送る')
    expect((await play.letters('sora@banso.example')).at(-1)?.body).to.contain('来年度も続けることにした')
    expect((await play.letters('ken@banso.example')).at(-1)?.body).to.not.contain('来年度も続けることにした')
  })

  async function record(n: number, heldOn: string, decided: string): Promise<void> {
    const yui = await open('yui', paths.meetingRecord(ID, n))
    await write(yui, { heldOn, decided })
    await yui.locator('[name=mode][value=online]').check()
    await press(yui, '記録する')
    await yui.getByText(decided).first().waitFor()
  }

  it('in the end each sees what the circles’ table says, on every page of the region', async () => {
    const pages = [
      ...[paths.meeting(ID, S1), paths.meetingMinutes(ID, S1), paths.meetingLive(ID, S1), paths.meetingScreen(ID, S1)],
      ...[paths.advice(ID), paths.timeline(ID), paths.region(ID), paths.regionHistory(ID), '/', '/search?q=課'],
    ]
    const found: Record<string, string[]> = {}
    for (const who of Object.keys(READS) as PersonName[]) {
      const seen = new Set<string>()
      const page = await play.at(who)
      for (const path of pages) {
        const html = await (await page.request.get(path)).text()
        for (const [circle, text] of Object.entries(SAID)) if (html.includes(text)) seen.add(circle)
      }
      found[who] = Object.keys(SAID).filter((circle) => seen.has(circle))
    }
    expect(found).to.deep.equal(READS)
  })

  it('the third meeting’s record is there for the five who stayed, and for nobody else', async () => {
    for (const who of ['mika', 'yui', 'aoi', 'ren', 'sora'] as const)
      expect(await words(await open(who, paths.meeting(ID, S3))), who).to.contain('来年度も続けることにした')
    for (const who of ['ken', 'nagi'] as const) {
      const page = await play.at(who)
      expect((await page.goto(paths.meeting(ID, S3)))?.status(), who).to.equal(404)
    }
  })
})
