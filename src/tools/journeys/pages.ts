import type { Actor } from '../../access/actor.ts'
import { CIRCLE_READERS } from '../../access/circles.ts'
import { paths } from '../../paths/paths.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { type RegionFrame, regionFrame } from '../../programme/sections/sections.ts'
import { AXES, type Choice, fieldsOf, nameOf, queryOf, withoutMark } from '../journey-choices/journey-choices.ts'
import { commonWords, counted, RESULTS } from '../journey-counts/journey-counts.ts'
import { type CaseTable, tableOf } from '../journey-tables/journey-tables.ts'
import { type Case, type Journey, journeyKind } from './journeys.ts'

export interface CountSection {
  word: string
  months: string
  words: { word: string; href: string }[]
  sentence: string
  rows: { label: string; title: string; event: string; levels: string; result: string }[]
  /** Null: nothing was counted, or there is no cause it could speak for. */
  evidenceTo: string | null
  causes: { value: string; label: string }[]
  causesHref: string
  form: FormState
}

export interface JourneysPage {
  around: RegionFrame
  closed: string | null
  newHref: string | null
  cases: { name: string; label: string; title: string; facts: string; checked: boolean; href: string }[]
  axes: { value: string; label: string; checked: boolean }[]
  pickTo: string
  notes: string[]
  svg: string
  files: { label: string; href: string }[]
  prints: { label: string; href: string }[]
  tables: (CaseTable & { editHref: string; editLabel: string; revisionsHref: string; commentsHref: string })[]
  carried: { name: string; value: string }[]
  count: CountSection
  removed: { title: string; restoreTo: string }[]
  readers: string
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'tools/journeys/index': JourneysPage
  }
}

export interface JourneysView {
  actor: Actor
  region: Region
  closed: string | null
  journeys: readonly Journey[]
  cases: readonly Case[]
  choice: Choice
  svg: string
  causes: { value: string; label: string }[]
  form: FormState
}

const factsOf = (one: Case): string =>
  [one.who, `${one.moments.length + one.undated.length}行`].filter(Boolean).join('・')

function notesOf({ choice }: JourneysView): string[] {
  const unmarked = choice.axis === 'relative' ? withoutMark(choice) : []
  const undated = choice.cases.filter((one) => one.undated.length > 0)
  return [
    ...(choice.isTooMany ? ['一枚の図に並べられるのは6事例までです。はじめの6事例をかいています。'] : []),
    ...unmarked.map((one) => `${one.label}には「きっかけ」の印がないので、はじめの行を0か月としています。`),
    ...undated.map(
      (one) => `${one.label}の${one.undated.length}行は、時期が読めないので図に出していません。下の表にあります。`,
    ),
  ]
}

function countSection(view: JourneysView): CountSection {
  const { region, choice, causes, form } = view
  const { counting } = choice
  const result = counted(choice.cases, counting)
  const { numerator, denominator } = result
  return {
    word: counting.word,
    months: String(counting.months),
    words: commonWords(choice.cases).map((word) => ({
      word,
      href: `${paths.journeys(region.id)}${queryOf({ ...choice, counting: { ...counting, word } })}#count-h`,
    })),
    sentence:
      denominator > 0
        ? `${result.claim} ${numerator}/${denominator}例`
        : '数えられる事例がありません。出来事のことばや月数を変えるか、要介護度を書き足してください。',
    rows: result.rows.map((row) => ({
      ...{ label: row.case.label, title: row.case.title, event: row.event, levels: row.levels },
      result: RESULTS[row.result],
    })),
    evidenceTo: denominator > 0 && view.closed === null && causes.length > 0 ? paths.journeyEvidence(region.id) : null,
    causes,
    causesHref: paths.causes(region.id),
    form,
  }
}

export function journeysPage(view: JourneysView): JourneysPage {
  const { actor, region, closed, cases, choice } = view
  const { id } = region
  const query = queryOf(choice)
  const hasPicture = choice.cases.length > 0
  return {
    around: regionFrame(actor, region, 'journeys'),
    closed,
    newHref: closed === null ? paths.journeyNew(id) : null,
    cases: cases.map((one) => ({
      ...{ name: nameOf(one.part), label: one.label, title: one.title, facts: factsOf(one) },
      ...{ checked: choice.cases.includes(one), href: paths.journey(id, one.part) },
    })),
    axes: Object.entries(AXES).map(([value, label]) => ({ value, label, checked: value === choice.axis })),
    pickTo: paths.journeys(id),
    notes: notesOf(view),
    svg: view.svg,
    files: hasPicture
      ? [
          { label: 'SVG', href: `${paths.journeyPicture(id, 'svg')}${query}` },
          { label: 'PNG（資料に貼る）', href: `${paths.journeyPicture(id, 'png')}${query}` },
        ]
      : [],
    prints: hasPicture
      ? [
          { label: '印刷する（A4横）', href: `${paths.journeyPrint(id)}${query}` },
          { label: 'A3横', href: `${paths.journeyPrint(id)}${query}&paper=a3` },
        ]
      : [],
    tables: choice.cases.map((one) => ({
      ...tableOf(one),
      editHref: paths.journey(id, one.part),
      editLabel: closed === null ? '直す' : 'ひらく',
      revisionsHref: paths.paperRevisions(id, `${journeyKind.kind}.${one.part}`),
      commentsHref: paths.paperComments(id, `${journeyKind.kind}.${one.part}`),
    })),
    carried: fieldsOf(choice),
    count: countSection(view),
    removed: view.journeys
      .filter((journey) => journey.removedAt && closed === null)
      .map(({ part, body }) => ({
        title: journeyKind.nameOf?.(body) || '名前のない経過図',
        restoreTo: paths.journeyRestoration(id, part),
      })),
    readers: CIRCLE_READERS.region,
  }
}
