import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS, CIRCLES, type Circle } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { OWNERS, owes } from '../owners/owners.ts'
import { writableCircles } from '../records/records.ts'
import {
  type Agreed,
  isDone,
  isHomework,
  isOverdue,
  type ShownPromise,
  SIDES,
  type Side,
  shownPromise,
  sidesOf,
} from './promises.ts'

interface SideList {
  side: Side
  heading: string
  rows: ShownPromise[]
}

export interface PromisesPage {
  around: RegionFrame
  open: SideList[]
  openWords: string
  done: SideList[]
  doneWords: string
  doneHref: Record<string, string>
  /** Into a homework, or not to be done after all. */
  turnHref: Record<string, { homework: string | null; waiver: string }>
  emptyText: string
  practiceHref: string | null
  homeworkHref: string | null
  toolsHref: string
  saveTo: string | null
  owners: typeof OWNERS
  circles: { value: Circle; label: string; hint: string }[]
  form: FormState
}

export interface WaiverPage {
  around: RegionFrame
  promise: ShownPromise
  saveTo: string
  backHref: string
  readers: string
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/promises/index': PromisesPage
    'support/promises/waiver': WaiverPage
  }
}

interface PromisesView {
  actor: Actor
  region: Region
  promises: readonly Agreed[]
  stepLabels: ReadonlyMap<string, string>
  now: Date
  form: FormState
}

/** What may be called done here: one's own, or anything for those who make promises. A homework is handed in instead. */
const doneLinks = ({ actor, region }: PromisesView, open: readonly Agreed[]) =>
  Object.fromEntries(
    open
      .filter((p) => !isHomework(p) && (may(actor, 'promise.make', region) || owes(actor, p, region)))
      .map((p) => [p.id, paths.promiseOutcome(region.id, p.id)]),
  )

const turnLinks = ({ actor, region }: PromisesView, open: readonly Agreed[]) =>
  Object.fromEntries(
    (may(actor, 'homework.ask', region) ? open : []).map((p) => [
      p.id,
      {
        homework: isHomework(p) ? null : paths.homeworkNew(region.id, p.id),
        waiver: paths.promiseWaiver(region.id, p.id),
      },
    ]),
  )

export function promisesPage(view: PromisesView): PromisesPage {
  const { actor, region, promises, now, form } = view
  const alive = notAliveReason(region) === null
  const open = promises.filter((p) => !isDone(p))
  const late = open.filter((p) => isOverdue(p, now)).length
  const bySide = (list: readonly Agreed[]) =>
    (Object.keys(SIDES) as Side[])
      .map((side) => ({
        side,
        heading: sidesOf(region)[side],
        rows: list.filter((p) => p.side === side).map((p) => shownPromise(p, view)),
      }))
      .filter((side) => side.rows.length > 0)
  return {
    around: regionFrame(actor, region, 'promises'),
    open: bySide(open),
    openWords: late > 0 ? `${open.length}件、うち期限を過ぎたもの${late}件` : `${open.length}件`,
    done: bySide(promises.filter(isDone)),
    doneWords: `${promises.length - open.length}件`,
    doneHref: alive ? doneLinks(view, open) : {},
    turnHref: alive ? turnLinks(view, open) : {},
    emptyText: region.isSelected
      ? may(actor, 'promise.make', region)
        ? 'いま動いている約束はありません。回の記録か、このページから書けます。'
        : 'いま動いている約束に、読めるものはありません。'
      : '採択されると、両方の側の約束がここに並びます。',
    practiceHref: alive && may(actor, 'practice.record', region) ? paths.practiceNew(region.id) : null,
    homeworkHref: alive && may(actor, 'homework.ask', region) ? paths.homeworkNew(region.id) : null,
    toolsHref: paths.tools(region.programmeId),
    saveTo: alive && may(actor, 'promise.make', region) ? paths.promises(region.id) : null,
    owners: OWNERS,
    circles: writableCircles(actor, region).map((value) => ({
      value,
      label: CIRCLES[value],
      hint: CIRCLE_READERS[value],
    })),
    form,
  }
}

export const waiverPage = (
  view: Pick<PromisesView, 'actor' | 'region' | 'stepLabels' | 'now' | 'form'>,
  promise: Agreed,
): WaiverPage => ({
  around: regionFrame(view.actor, view.region, 'promises'),
  promise: shownPromise(promise, view),
  saveTo: paths.promiseWaiver(view.region.id, promise.id),
  backHref: isHomework(promise) ? paths.homework(view.region.id, promise.id) : paths.promises(view.region.id),
  readers: CIRCLE_READERS[promise.circle],
  form: view.form,
})
