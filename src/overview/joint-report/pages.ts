import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { clock, monthDay } from '../../platform/time.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Agenda, timed } from '../joint-agendas/joint-agendas.ts'
import { type ShownRow, shownRow, shownRows } from '../joint-agendas/pages.ts'
import { dueText, type Standing } from '../joint-materials/joint-materials.ts'
import {
  type JointQuestion,
  type ShownQuestion,
  shownQuestion,
  shownQuestions,
} from '../joint-questions/joint-questions.ts'
import { isOffice, isOwn, type Joint, jointCrumbs, readsHandedIn, whenWords } from './joint-report.ts'

interface RegionLine {
  name: string
  href: string | null
  state: { shape: string; word: string } | null
  /** Where its materials are handed in, by its own people or for them. */
  give: { label: string; href: string } | null
}

export interface JointPage extends PageBase {
  heading: string
  facts: { term: string; text: string; href?: string }[]
  note: string
  isProposed: boolean
  rows: ShownRow[]
  agendaHref: string
  regions: RegionLine[]
  ways: { label: string; href: string; note: string }[]
}

export interface JointWall {
  rows: (ShownRow & { isNow: boolean })[]
  questions: ShownQuestion[]
}

export interface JointScreenPage extends PageBase {
  heading: string
  when: string
  live: { events: string; part: string; mark: string }
  wall: JointWall
  backHref: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/joint-report/show': JointPage
    'overview/joint-report/screen': JointScreenPage
    'overview/joint-report/wall': { wall: JointWall }
  }
}

export interface JointView {
  actor: Actor
  joint: Joint
  agenda: Agenda
  standings: readonly Standing[]
  questions: readonly JointQuestion[]
  dueOn: string | null
  now: Date
}

function noteOf({ heldOn, isOpen, label }: Joint): string {
  if (isOpen) return '出された資料は、参加する人みんなが読めます。ほかの地域のページは、いままでどおり見えません。'
  const day = heldOn ? `${label}の日（${monthDay(heldOn)}）` : `${label}の日`
  return `${day}から、参加する人みんなが、出された資料と質問を読めます。それまでは、自分の地域のものだけです。`
}

const lineOf = ({ actor, joint }: JointView, { region, state }: Standing): RegionLine => {
  const reads = readsHandedIn(actor, joint, region)
  return {
    name: region.name,
    href: reads ? paths.jointRegion(joint.programme.id, region.id) : null,
    state: reads ? state : null,
    give:
      isOwn(actor, region) && may(actor, 'joint.hand_in', region)
        ? { label: isOffice(actor, joint) ? '代わりに出す' : '資料を出す', href: paths.regionJoint(region.id) }
        : null,
  }
}

function waysOf(view: JointView): JointPage['ways'] {
  const { actor, joint, questions } = view
  const { programme } = joint
  const office = isOffice(actor, joint)
  const seen = shownQuestions(actor, joint, questions)
  const asks = may(actor, 'joint.ask', programme) ? '。会の前にも、会のあいだにも聞けます' : ''
  const way = (label: string, href: string, note: string) => ({ label, href, note })
  return [
    way('質問と答え', paths.jointQuestions(programme.id), `${seen.length}件${asks}`),
    way('会議で映す画面', paths.jointLive(programme.id), '次第と質問を大きく出します'),
    ...(office || joint.isOpen
      ? [way('全地域の資料（1冊）', paths.jointDeck(programme.id), '次第、支援経過、まとめ。PowerPointとPDF')]
      : []),
    ...(office || joint.isOpen
      ? [way('アンケート', paths.jointQuestionnaire(programme.id), '会の感想。名前は聞きません')]
      : []),
    ...(office
      ? [way('資料のあつまり具合', paths.jointMaterials(programme.id), '期日、まだの地域、お願いの手紙')]
      : []),
    ...(office && joint.number !== null
      ? [way('日程とURL', paths.yearMeeting(programme.id, joint.number), '年度の会のページ')]
      : []),
  ]
}

export function jointPage(view: JointView): JointPage {
  const { joint, agenda, standings, dueOn, now } = view
  const { programme, label, meeting } = joint
  return {
    title: `${label}：${programme.name}`,
    crumbs: jointCrumbs(joint),
    heading: label,
    facts: [
      { term: '日時', text: whenWords(joint) },
      ...(meeting?.place ? [{ term: '場所', text: meeting.place }] : []),
      ...(meeting?.url ? [{ term: '会議のURL', text: '会議をひらく（別の画面）', href: meeting.url }] : []),
      { term: '資料の期日', text: dueText(dueOn, now) },
    ],
    note: noteOf(joint),
    isProposed: agenda.number === 0,
    rows: shownRows(agenda, joint),
    agendaHref: paths.jointAgenda(programme.id),
    regions: standings.map((standing) => lineOf(view, standing)),
    ways: waysOf(view),
  }
}

/** What everybody in the room may read: hidden names stay hidden, whoever opened the page. */
export function wallOf({ actor, joint, agenda, questions, now }: Omit<JointView, 'standings' | 'dueOn'>): JointWall {
  const time = clock(now)
  const minutes = (text: string) => Number(text.split(':')[0]) * 60 + Number(text.split(':')[1])
  const isToday = joint.isOpen && !joint.isOver
  const ids = new Set(shownQuestions(actor, joint, questions).map(({ id }) => id))
  return {
    rows: timed(agenda).map((row) => ({
      ...shownRow(row, joint),
      isNow: isToday && minutes(row.from) <= minutes(time) && minutes(time) < minutes(row.until),
    })),
    questions: questions.filter(({ id }) => ids.has(id)).map((q) => shownQuestion(null, joint, q)),
  }
}
