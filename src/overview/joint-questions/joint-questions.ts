import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { scan } from '../../papers/privacy/privacy.ts'
import { paths } from '../../paths/paths.ts'
import { clock, dayOf, warekiShort } from '../../platform/time.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { isOffice, isOwn, type Joint, takesPart } from '../joint-report/joint-report.ts'

/** A question for the joint report meeting, put to one region or to all. */
export interface JointQuestion {
  id: string
  programmeId: string
  regionId: string | null
  text: string
  personId: string | null
  askedBy: string
  /** みどり町, WG委員 … */
  askedFrom: string
  /** Only the secretariat is told who asked. */
  isHidden: boolean
  askedAt: string
  answers: JointAnswer[]
}

export interface JointAnswer {
  id: string
  questionId: string
  text: string
  personId: string | null
  byName: string
  byFrom: string
  onBehalfOf: string | null
  answeredAt: string
}

const regionsAsked = ({ regions }: Joint, { regionId }: JointQuestion): Region[] =>
  regionId === null ? regions : regions.filter(({ id }) => id === regionId)

/** Before the day: who asked, the region asked and its advisors, the secretariat. From the day on: all who take part. */
export function readsQuestion(actor: Actor, joint: Joint, question: JointQuestion): boolean {
  if (!takesPart(actor, joint)) return false
  const isAsker = actor.personId !== null && actor.personId === question.personId
  const isAsked = question.regionId === null || regionsAsked(joint, question).some((region) => isOwn(actor, region))
  return joint.isOpen || isAsker || isAsked || isOffice(actor, joint)
}

/** Regions this person may answer for; one that rests answers later. */
export const answersFor = (actor: Actor, joint: Joint, question: JointQuestion): Region[] =>
  regionsAsked(joint, question).filter((region) => region.pause === null && may(actor, 'joint.answer', region))

export interface ShownQuestion {
  id: string
  to: string
  text: string
  from: string
  state: { shape: string; word: string }
  answers: { text: string; from: string }[]
  answerHref: string | null
}

const moment = (at: string) => `${warekiShort(dayOf(at))} ${clock(at)}`
const NAMELESS = '参加者（名前は出していません）'

/** On the projector nobody's hidden name is shown, whoever opened it. */
function askerWords(actor: Actor | null, joint: Joint, q: JointQuestion): string {
  const named = `${q.askedBy}（${q.askedFrom}）`
  if (!q.isHidden) return named
  if (actor && isOffice(actor, joint)) return `${named}・事務局だけに見えている名前です`
  return actor?.personId && actor.personId === q.personId ? 'あなた（名前は事務局だけに見えます）' : NAMELESS
}

function answererWords({ byName, byFrom, onBehalfOf }: JointAnswer): string {
  return onBehalfOf ? `${onBehalfOf}（${byName}さんが代わって）` : `${byName}（${byFrom}）`
}

export function shownQuestion(actor: Actor | null, joint: Joint, q: JointQuestion): ShownQuestion {
  const own = actor ? answersFor(actor, joint, q) : []
  const region = joint.regions.find(({ id }) => id === q.regionId)
  return {
    id: q.id,
    to: region ? `${region.name}へ` : 'すべての地域へ',
    text: q.text,
    from: `${askerWords(actor, joint, q)}・${moment(q.askedAt)}`,
    state:
      q.answers.length > 0 ? { shape: 'done', word: '答えがあります' } : { shape: 'none', word: '答えを待っています' },
    answers: q.answers.map((a) => ({ text: a.text, from: `${answererWords(a)}・${moment(a.answeredAt)}` })),
    answerHref: own.length > 0 ? paths.jointQuestion(joint.programme.id, q.id) : null,
  }
}

/** In the order they were asked, those this reader may read. */
export const shownQuestions = (actor: Actor, joint: Joint, all: readonly JointQuestion[]): ShownQuestion[] =>
  all.filter((q) => readsQuestion(actor, joint, q)).map((q) => shownQuestion(actor, joint, q))

/** Words that may tell who somebody is, as one line; sent only after whoever wrote them looked once more. */
export const tellingWords = (words: string): string =>
  scan(words)
    .map(({ text }) => `「${text}」`)
    .join('')
export const askAgain = (telling: string): string =>
  `個人が分かるかもしれない言葉があります：${telling}。消すか、このままでよければ、もう一度押してください`

/** Said on the form: who reads a question, and who is told a hidden name. */
export const questionReaders = ({ label, isOpen }: Joint): string =>
  isOpen
    ? `${label}に参加する人みんな（参加地域、アドバイザー、WG委員、厚生労働省・厚生局、事務局）`
    : `聞いた地域の人、そのアドバイザー、事務局（すべての地域へ聞くと、参加する人みんな）。${label}の日からは、参加する人みんな`
export const HIDE_LABEL = '名前をほかの地域に出さない'
export const HIDE_HINT =
  '聞いた地域にも、ほかの地域にも、アドバイザーやWG委員にも、名前と所属は出ません。事務局だけが、だれの質問かを見られます'
