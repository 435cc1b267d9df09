import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import { dayOf, wareki, warekiShort } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import type { Meeting } from '../meetings/meetings.ts'
import { type PromiseFile, type ShownFile, shownFile } from '../promise-files/promise-files.ts'
import { type Agreed, dueOf, HOMEWORK_STATES, isDone, isOverdue, momentOf, ownerWords } from '../promises/promises.ts'
import { TAKEN } from '../tool-files/paper.ts'
import { type Tool, type ToolLink, toolLink } from '../tool-files/tool-files.ts'
import { HAND_IN_ANSWERS, type HandIn, isOnBehalf, mayAnswer, mayAsk, mayHandIn } from './homework.ts'

interface Version {
  id: string
  heading: string
  by: string
  text: string
  files: ShownFile[]
  answer: { word: string; by: string; text: string; files: ShownFile[]; isReturned: boolean } | null
}

export interface HomeworkPage {
  around: RegionFrame
  heading: string
  moment: string
  stateWord: string
  late: boolean
  facts: { term: string; text: string; href?: string }[]
  why: string
  tools: ToolLink[]
  askFiles: ShownFile[]
  /** What is to be put right stands first for the one who has to. */
  notes: Version['answer']
  versions: Version[]
  handInTo: string | null
  behalfWords: string | null
  draftFiles: ShownFile[]
  answerTo: string | null
  answers: typeof HAND_IN_ANSWERS
  waiveHref: string | null
  practiceHref: string | null
  readers: string
  take: typeof TAKEN
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/homework/show': HomeworkPage
  }
}

export interface HomeworkView {
  actor: Actor
  region: Region
  promise: Agreed
  sent: readonly HandIn[]
  draft: HandIn | null
  files: readonly PromiseFile[]
  tools: readonly Tool[]
  meeting: Meeting | null
  now: Date
  form: FormState
}

const filesWhere = ({ region, files }: HomeworkView, fits: (file: PromiseFile) => boolean) =>
  files.filter(fits).map((file) => shownFile(region.id, file))

function versionOf(view: HomeworkView, one: HandIn): Version {
  const of = (part: PromiseFile['part']) => filesWhere(view, (file) => file.handInId === one.id && file.part === part)
  const filed = one.onBehalfOf ? `（${one.onBehalfOf}に代わって）` : ''
  const answer = one.answer && {
    word: HAND_IN_ANSWERS[one.answer],
    by: `${one.answeredAt ? warekiShort(dayOf(one.answeredAt)) : ''} ${one.answeredBy ?? ''}`,
    text: one.answerText ?? '',
    files: of('answer'),
    isReturned: one.answer === 'returned',
  }
  return {
    id: one.id,
    heading: `第${one.number}版`,
    by: `${one.arrivedOn ? warekiShort(one.arrivedOn) : ''} ${one.personName}${filed}`,
    text: one.text,
    files: of('hand_in'),
    answer,
  }
}

function factsOf({ promise, meeting, now }: HomeworkView) {
  const late = isOverdue(promise, now) ? '（過ぎています）' : ''
  const waived = promise.waivedAt ? [{ term: '見送りの理由', text: promise.waiveReason ?? '' }] : []
  return [
    { term: '出す人', text: ownerWords(promise) },
    { term: '期限', text: `${promise.dueOn ? wareki(promise.dueOn) : dueOf(promise)}${late}` },
    { term: '決めた回', text: meeting?.label ?? '回のあいだ' },
    { term: '頼んだ人', text: promise.createdBy ?? '' },
    ...waived,
  ]
}

export function homeworkPage(view: HomeworkView): HomeworkPage {
  const { actor, region, promise, sent, draft, tools } = view
  const versions = sent.map((one) => versionOf(view, one))
  const open = mayHandIn(actor, promise, region)
  const draftFiles = filesWhere(view, (file) => file.handInId === draft?.id && file.part === 'hand_in')
  return {
    around: regionFrame(actor, region, 'promises'),
    heading: promise.text,
    moment: momentOf(promise) === '実践' ? '宿題（済み）' : '宿題',
    stateWord: HOMEWORK_STATES[promise.homework ?? 'asked'],
    late: isOverdue(promise, view.now),
    facts: factsOf(view),
    why: promise.homeworkWhy ?? '',
    tools: tools.map(toolLink),
    askFiles: filesWhere(view, (file) => file.part === 'ask'),
    notes: promise.homework === 'returned' ? (versions[0]?.answer ?? null) : null,
    versions,
    handInTo: open ? paths.homework(region.id, promise.id) : null,
    behalfWords: open && isOnBehalf(actor, promise, region) ? `${ownerWords(promise)}に代わって出します` : null,
    draftFiles: draftFiles.map((one) => ({
      ...one,
      href: paths.homeworkDraftFile(region.id, promise.id, one.id),
      previewHref: null,
    })),
    answerTo: mayAnswer(actor, promise, region) ? paths.homeworkAnswer(region.id, promise.id) : null,
    answers: HAND_IN_ANSWERS,
    waiveHref: mayAsk(actor, region) && !isDone(promise) ? paths.promiseWaiver(region.id, promise.id) : null,
    practiceHref: promise.status === 'done' ? paths.practice(region.id, promise.id) : null,
    readers: CIRCLE_READERS[promise.circle],
    take: TAKEN,
    form: view.form,
  }
}
