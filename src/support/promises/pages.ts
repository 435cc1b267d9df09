import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS, CIRCLES, type Circle } from '../../access/circles.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import { notAliveReason, type Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { writableCircles } from '../records/records.ts'
import {
  type Agreed,
  isDone,
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
  emptyText: string
  saveTo: string | null
  sides: Record<Side, string>
  circles: { value: Circle; label: string; hint: string }[]
  form: FormState
}

export interface OutcomePage {
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
    'support/promises/outcome': OutcomePage
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

export function promisesPage(view: PromisesView): PromisesPage {
  const { actor, region, promises, now, form } = view
  const alive = notAliveReason(region) === null && may(actor, 'promise.make', region)
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
    doneHref: Object.fromEntries((alive ? open : []).map((p) => [p.id, paths.promiseOutcome(region.id, p.id)])),
    emptyText: region.isSelected
      ? 'いま動いている約束はありません。回の記録か、このページから書けます。'
      : '採択されると、両方の側の約束がここに並びます。',
    saveTo: alive ? paths.promises(region.id) : null,
    sides: sidesOf(region),
    circles: writableCircles(actor, region).map((value) => ({
      value,
      label: CIRCLES[value],
      hint: CIRCLE_READERS[value],
    })),
    form,
  }
}

export const outcomePage = (
  view: Pick<PromisesView, 'actor' | 'region' | 'stepLabels' | 'now' | 'form'>,
  promise: Agreed,
): OutcomePage => ({
  around: regionFrame(view.actor, view.region, 'promises'),
  promise: shownPromise(promise, view),
  saveTo: paths.promiseOutcome(view.region.id, promise.id),
  backHref: paths.promises(view.region.id),
  readers: CIRCLE_READERS[promise.circle],
  form: view.form,
})
