import type { Actor } from '../../access/actor.ts'
import { serves } from '../../access/actor.ts'
import { CIRCLE_READERS, CIRCLES, type Circle } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { type Filter, filterTabs, type Tab } from '../advice-filters/advice-filters.ts'
import { writableCircles } from '../records/records.ts'
import { keyOf, type Subject } from '../subjects/subjects.ts'
import {
  type Advice,
  type Effect,
  isUnconfirmed,
  isWaiting,
  mayBeAnswered,
  type ShownAdvice,
  shownAdvice,
} from './advice.ts'

interface Choice {
  value: string
  label: string
  hint?: string
}

type Hrefs = Record<string, string>

export interface AdvicePage {
  around: RegionFrame
  tabs: Tab[]
  groups: { id: string; heading: string; rows: ShownAdvice[] }[]
  drafts: { id: string; text: string; circle: string; editHref: string }[]
  total: string
  answerHref: Hrefs
  thanksTo: Hrefs
  editHref: Hrefs
  notesHref: string | null
  askTo: string | null
  askWords: string
  emptyText: string
  saveTo: string | null
  subject: { key: string; label: string; quote: string } | null
  circles: Choice[]
  advisors: Choice[]
  meetings: Choice[]
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/advice/index': AdvicePage
  }
}

export interface AdviceView {
  actor: Actor
  region: Region
  advice: readonly Advice[]
  drafts: readonly Advice[]
  effects: readonly Effect[]
  meetingLabels: ReadonlyMap<string, string>
  advisors: ReadonlyMap<string, string>
  subject: Subject | undefined
  /** Keys of what the reader may read. */
  readable: ReadonlySet<string>
  filter: Filter
  form: FormState
}

const choices = (map: ReadonlyMap<string, string>): Choice[] => [...map].map(([value, label]) => ({ value, label }))

/** Whose it is to word: the advisor's own, and what a note-taker typed. */
const isOwn = (actor: Actor, a: Advice) => actor.personId !== null && [a.advisorId, a.authorId].includes(actor.personId)

function groupsOf(view: AdviceView, kept: readonly Advice[]): AdvicePage['groups'] {
  const { region, meetingLabels, effects, readable } = view
  const around = { meetingLabels, isImported: region.importedAt !== null, effects, readable }
  const group = (id: string, heading: string, which: (a: Advice) => boolean) => {
    return { id, heading, rows: kept.filter(which).map((a) => shownAdvice(a, around)) }
  }
  return [
    group('waiting', 'まだ答えていない助言', isWaiting),
    group('answered', '返事のある助言', (a) => a.answer !== null),
    group('team', '支援チームの中の助言', (a) => a.answer === null && a.circle === 'team'),
  ].filter(({ rows }) => rows.length > 0)
}

/** Doors of each advice in the list; none where nothing may be done. */
function doorsOf(
  { actor, region }: AdviceView,
  kept: readonly Advice[],
): Pick<AdvicePage, 'answerHref' | 'thanksTo' | 'editHref'> {
  if (notAliveReason(region)) return { answerHref: {}, thanksTo: {}, editHref: {} }
  const answers = may(actor, 'advice.answer', region)
  const hrefs = (which: (a: Advice) => boolean, href: (regionId: string, id: string) => string) =>
    Object.fromEntries(kept.filter(which).map((a) => [a.id, href(region.id, a.id)]))
  return {
    answerHref: hrefs((a) => answers && a.circle !== 'team', paths.adviceAnswer),
    thanksTo: hrefs((a) => answers && isWaiting(a), paths.adviceThanks),
    editHref: hrefs(
      (a) => mayBeAnswered(a) && may(actor, 'advice.give', region) && isOwn(actor, a),
      paths.adviceWording,
    ),
  }
}

export function advicePage(view: AdviceView): AdvicePage {
  const { actor, region, advice, subject, filter } = view
  const alive = notAliveReason(region) === null
  const gives = alive && may(actor, 'advice.give', region)
  const kept = advice.filter((a) => filter.keeps(a))
  const open = advice.filter(isUnconfirmed).length
  return {
    around: regionFrame(actor, region, 'advice'),
    tabs: filterTabs(region.id, filter, view),
    groups: groupsOf(view, kept),
    drafts: view.drafts.map(({ id, text, circle }) => {
      return { id, text, circle: CIRCLES[circle], editHref: paths.adviceWording(region.id, id) }
    }),
    total: kept.length === advice.length ? `${advice.length}件` : `${advice.length}件のうち${kept.length}件`,
    ...doorsOf(view, kept),
    notesHref: may(actor, 'note.write', region) ? paths.notes(region.id) : null,
    askTo: gives && open > 0 && !serves(actor, 'advisor', region) ? paths.adviceAsking(region.id) : null,
    askWords: `書きとめた助言${open}件は、まだ本人に確かめていません`,
    emptyText: region.isSelected
      ? gives
        ? 'まだ助言はありません。回の記録か、このページから残せます。'
        : 'いま読める助言はありません。助言は、アドバイザーと事務局が残します。'
      : '採択されると、アドバイザーの助言がここに並びます。',
    saveTo: gives ? paths.advice(region.id) : null,
    subject: subject ? { key: keyOf(subject), label: subject.label, quote: subject.quote ?? '' } : null,
    circles: writableCircles(actor, region).map((value: Circle) => {
      return { value, label: CIRCLES[value], hint: CIRCLE_READERS[value] }
    }),
    advisors: serves(actor, 'advisor', region) ? [] : choices(view.advisors),
    meetings: choices(view.meetingLabels),
    form: view.form,
  }
}
