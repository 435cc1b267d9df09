import type { Actor } from '../../access/actor.ts'
import { CIRCLES, type Circle } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { clock, monthDay } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Crumb } from '../../platform/web/reply.ts'
import type { Step } from '../../programme/programmes/programmes.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionCrumbs, regionFrame } from '../../programme/sections/sections.ts'
import { MODES, type Slot } from '../../support/meetings/meetings.ts'
import { sidesOf } from '../../support/promises/promises.ts'
import { writableCircles } from '../../support/records/records.ts'
import { promptsFor } from '../../support/reports/checks.ts'
import { reportIn, roundAt, roundsOf, saidLines, sentWords } from '../../support/reports/reports.ts'
import { type MovedSheet, newsOf } from '../desk-news/desk-news.ts'
import type { Situation } from '../situations/situations.ts'
import { adviceMore, cut, cutLine, type DeskAdvice, type DeskSide, deskAdvice, deskSides, type Link } from './desk.ts'

export interface DeskPage {
  title: string
  crumbs: Crumb[]
  around: RegionFrame
  heading: string
  lead: string
  lines: { said: { term: string; text: string }[]; sent: string; ask: string; href: string | null }
  sinceWords: string
  news: Link[]
  sides: DeskSide[]
  advice: DeskAdvice[]
  adviceMore: Link | null
  notes: Link
  guide: { aim: string; questions: string[]; href: string } | null
  meetingHref: string
  saveTo: string | null
  circles: Partial<Record<Circle, string>>
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/desk/show': DeskPage
  }
}

export interface DeskView {
  actor: Actor
  now: Date
  situation: Situation
  slot: Slot
  last: Slot | null
  since: string
  sheets: readonly MovedSheet[]
  noteCount: number
  form: FormState
}

function linesOf({ situation, slot }: DeskView): DeskPage['lines'] {
  const { region, reports, steps, slots, promises } = situation
  const round = roundAt(roundsOf(steps, slots), slot.number)
  if (!round) return { said: [], sent: '', ask: 'この回の前には、ひとことをお願いしていません。', href: null }
  const report = reportIn(reports, round.step.key)
  const href = paths.report(region.id, round.step.key)
  if (report) {
    const said = saidLines(report.sent.body).map(({ term, text }) => ({ term, text: cutLine(text) }))
    return { said, sent: cut(sentWords(report.sent), 44), ask: '', href }
  }
  const practices = promises.filter((p) => p.status === 'done').length
  const [prompt] = promptsFor({}, { practices })
  return { said: [], sent: '', ask: `まだ届いていません。${prompt?.text ?? ''}`, href }
}

const stepOf = (steps: readonly Step[], slot: Slot) => steps.find((step) => step.id === slot.stepId)

function whenWords(slot: Slot): string {
  const m = slot.meeting
  if (!m?.heldOn) return '日はまだ決まっていません'
  const time = m.startsAt ? ` ${clock(m.startsAt)}` : ''
  return [`${monthDay(m.heldOn)}${time}`, m.mode && MODES[m.mode], m.place].filter(Boolean).join('・')
}

const QUESTIONS = 2

function guideOf({ situation, slot }: DeskView): DeskPage['guide'] {
  const guide = stepOf(situation.steps, slot)?.guide
  if (!guide?.aim && !guide?.questions?.length) return null
  const questions = (guide.questions ?? []).slice(0, QUESTIONS).map((q) => cut(q, 40))
  return { aim: cut(guide.aim ?? '', 60), questions, href: paths.meetingGuide(situation.region.id, slot.number) }
}

const crumbsOf = (region: Region, slot: Slot, last: string) =>
  regionCrumbs(
    region,
    ['回と日程', paths.meetings(region.id)],
    [slot.label, paths.meeting(region.id, slot.number)],
    last,
  )

export function deskPage(view: DeskView): DeskPage {
  const { actor, now, situation, slot, last, since, form } = view
  const { region, promises, advice } = situation
  const hrefs = {
    promisesHref: paths.promises(region.id),
    adviceHref: paths.advice(region.id),
    sheetsHref: paths.regionHistory(region.id),
  }
  const heading = `${slot.label}の前に読む`
  const mayGive = notAliveReason(region) === null && may(actor, 'advice.give', region)
  return {
    title: `${region.name} ${heading}`,
    crumbs: crumbsOf(region, slot, '読んで備える'),
    around: regionFrame(actor, region, 'meetings'),
    heading,
    lead: `${region.name}・${whenWords(slot)}`,
    lines: linesOf(view),
    sinceWords: last?.meeting?.heldOn
      ? `前回（${last.label}・${monthDay(last.meeting.heldOn)}）から`
      : '支援が始まってから',
    news: newsOf({ sheets: view.sheets, promises, advice }, { since, ...hrefs }),
    sides: deskSides(promises, { since, now, href: hrefs.promisesHref, headings: sidesOf(region) }),
    advice: deskAdvice(advice, (id) => `${hrefs.adviceHref}#a-${id}`),
    adviceMore: adviceMore(advice, hrefs.adviceHref),
    notes: {
      text: view.noteCount > 0 ? `支援チームのメモ ${view.noteCount}件` : '支援チームのメモを書く',
      href: paths.notes(region.id),
    },
    guide: guideOf(view),
    meetingHref: paths.meeting(region.id, slot.number),
    saveTo: mayGive ? paths.desk(region.id, slot.number) : null,
    circles: Object.fromEntries(writableCircles(actor, region).map((circle) => [circle, CIRCLES[circle]])),
    form,
  }
}
