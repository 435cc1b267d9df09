import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS, CIRCLES, type Circle } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import { wareki } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { OWNERS } from '../owners/owners.ts'
import { type PromiseFile, type ShownFile, shownFile } from '../promise-files/promise-files.ts'
import { type Agreed, isHomework, ownerWords, PROMISE_TYPES } from '../promises/promises.ts'
import { writableCircles } from '../records/records.ts'
import { TAKEN } from '../tool-files/paper.ts'
import { type Cause, mayAmend, typeWords } from './practices.ts'

export interface PracticeFormPage {
  around: RegionFrame
  heading: string
  lead: string
  /** Nothing was agreed before: what was done, by whom and for whom is asked too. */
  isFree: boolean
  agreed: string
  types: typeof PROMISE_TYPES
  owners: typeof OWNERS
  circles: { value: Circle; label: string; hint: string }[]
  causes: { value: string; label: string }[]
  files: ShownFile[]
  take: typeof TAKEN
  saveTo: string
  button: string
  backHref: string
  readers: string
  form: FormState
}

export interface PracticePage {
  around: RegionFrame
  heading: string
  moment: string
  isEvidence: boolean
  facts: { term: string; text: string }[]
  learned: string
  touches: string[]
  files: ShownFile[]
  homeworkHref: string | null
  amendHref: string | null
  backHref: string
  readers: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'support/practices/form': PracticeFormPage
    'support/practices/show': PracticePage
  }
}

interface FormView {
  actor: Actor
  region: Region
  causes: readonly Cause[]
  files: readonly PromiseFile[]
  form: FormState
}

interface Asking {
  promise: Agreed | null
  isAmending: boolean
}

const headings = ({ promise, isAmending }: Asking) => {
  if (isAmending) return { heading: '実践に書き足す', button: '書き足す' }
  return promise
    ? { heading: '約束を済みにする', button: '済みにする（実践として残す）' }
    : { heading: 'したことを書く（実践）', button: '実践を書く' }
}

export function practiceFormPage(view: FormView, asking: Asking): PracticeFormPage {
  const { actor, region, causes, form } = view
  const { promise, isAmending } = asking
  const saveTo = isAmending ? paths.practice : paths.promiseOutcome
  return {
    around: regionFrame(actor, region, 'promises'),
    ...headings(asking),
    lead: `${promise ? '' : 'したことと、'}種類と、行った日だけで残せます。分かったことは、あとから書き足せます。`,
    isFree: promise === null,
    agreed: promise ? `${promise.text}${ownerWords(promise) ? `（${ownerWords(promise)}）` : ''}` : '',
    types: PROMISE_TYPES,
    owners: OWNERS,
    circles: writableCircles(actor, region).map((value) => ({
      value,
      label: CIRCLES[value],
      hint: CIRCLE_READERS[value],
    })),
    causes: causes.map(({ ref, label }) => ({ value: ref, label })),
    files: view.files.filter(({ part }) => part === 'practice').map((file) => shownFile(region.id, file)),
    take: TAKEN,
    saveTo: promise ? saveTo(region.id, promise.id) : paths.practiceNew(region.id),
    backHref: isAmending && promise ? paths.practice(region.id, promise.id) : paths.promises(region.id),
    readers: promise ? CIRCLE_READERS[promise.circle] : '上で選んだ人たち',
    form,
  }
}

export const practicePage = (view: Omit<FormView, 'causes' | 'form'>, p: Agreed): PracticePage => ({
  around: regionFrame(view.actor, view.region, 'promises'),
  heading: p.text,
  moment: p.status === 'done' ? '実践' : '約束',
  isEvidence: p.isEvidence,
  facts: [
    { term: '種類', text: typeWords(p) },
    { term: '行った日', text: p.heldOn ? wareki(p.heldOn) : '' },
    { term: '行った人', text: ownerWords(p) },
    { term: 'だれと', text: p.withWhom },
    { term: '書いた人', text: p.doneBy ?? '' },
  ],
  learned: p.learned,
  touches: p.touches.map((touch) => touch.label),
  files: view.files.map((file) => shownFile(view.region.id, file)),
  homeworkHref: isHomework(p) ? paths.homework(view.region.id, p.id) : null,
  amendHref: mayAmend(view.actor, p, view.region) ? paths.practiceAmend(view.region.id, p.id) : null,
  backHref: paths.promises(view.region.id),
  readers: CIRCLE_READERS[p.circle],
})
