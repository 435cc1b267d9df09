import type { Actor } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { paths } from '../../paths/paths.ts'
import { wareki } from '../../platform/time.ts'
import type { FormState } from '../../platform/web/forms.ts'
import type { PageBase } from '../../platform/web/reply.ts'
import { type Joint, jointCrumbs, whenWords } from '../joint-report/joint-report.ts'
import {
  type Agenda,
  agendaCautions,
  durationWords,
  leftOut,
  ROW_KINDS,
  savedWords,
  type TimedRow,
  timed,
  totalOf,
} from './joint-agendas.ts'

export interface ShownRow {
  id: string
  kind: string
  isReport: boolean
  isBreak: boolean
  label: string
  span: string
  detail: string
  resting: boolean
}

export interface JointAgendaPage extends PageBase {
  heading: string
  programmeName: string
  facts: { term: string; text: string }[]
  rows: ShownRow[]
  cautions: string[]
  saved: string
  docxHref: string
  backHref: string
  edit: { saveTo: string; base: number; adds: { label: string; press: string }[]; dueHint: string } | null
  form: FormState
}

declare module '../../platform/web/reply.ts' {
  interface Views {
    'overview/joint-agendas/show': JointAgendaPage
  }
}

/** A region is called by its name of today. */
export function shownRow({ row, from, until, questionsFrom }: TimedRow, joint: Joint): ShownRow {
  const region = joint.regions.find(({ id }) => id === row.regionId)
  const isReport = row.kind === 'report'
  return {
    id: row.id,
    kind: ROW_KINDS[row.kind],
    isReport,
    isBreak: row.kind === 'break',
    label: region?.name ?? row.label,
    span: `${from}〜${until}`,
    detail: questionsFrom ? `発表 ${row.talk}分・質疑 ${row.questions}分（${questionsFrom}から）` : `${row.talk}分`,
    resting: Boolean(region?.pause),
  }
}

export const shownRows = (agenda: Agenda, joint: Joint): ShownRow[] => timed(agenda).map((row) => shownRow(row, joint))

export const cautionsFor = (agenda: Agenda, joint: Joint): string[] =>
  agendaCautions(agenda, {
    ...{ startsAt: joint.startsAt, minutes: joint.minutes, leftOut: leftOut(joint.regions, agenda) },
    resting: joint.regions.flatMap(({ id, name, pause }) =>
      pause && agenda.rows.some((row) => row.regionId === id) ? [name] : [],
    ),
  })

/** What the form holds at first: every field of every row by its name. */
export const valuesOf = (agenda: Agenda): FormState['values'] => ({
  startsAt: agenda.startsAt.replace(/^0/, ''),
  dueOn: agenda.dueOn ? wareki(agenda.dueOn).replace(/（.）$/, '') : '',
  ...Object.fromEntries(
    agenda.rows.flatMap((row) => [
      [`rows.${row.id}.label`, row.label],
      [`rows.${row.id}.talk`, String(row.talk)],
      [`rows.${row.id}.questions`, String(row.questions)],
    ]),
  ),
})

interface View {
  actor: Actor
  joint: Joint
  agenda: Agenda
  form: FormState
}

export function jointAgendaPage({ actor, joint, agenda, form }: View): JointAgendaPage {
  const { programme, usualDueOn } = joint
  const mayEdit = may(actor, 'joint.edit', programme)
  const reports = leftOut(joint.regions, agenda).map(({ id, name }) => ({
    label: `${name}を加える`,
    press: `report ${id}`,
  }))
  const usual = usualDueOn
    ? `空欄なら、会の日から数えて${wareki(usualDueOn)}になります`
    : '空欄なら、会の日から数えます'
  return {
    title: `${joint.label}の次第`,
    crumbs: jointCrumbs(joint, '次第'),
    heading: `${joint.label}　次第`,
    programmeName: programme.name,
    facts: [
      { term: '日時', text: whenWords(joint) },
      { term: '長さ', text: durationWords(totalOf(agenda)) },
      ...(joint.meeting?.place ? [{ term: '場所', text: joint.meeting.place }] : []),
    ],
    rows: shownRows(agenda, joint),
    cautions: mayEdit ? cautionsFor(agenda, joint) : [],
    saved: savedWords(agenda),
    docxHref: paths.jointAgendaFile(programme.id),
    backHref: paths.jointReport(programme.id),
    edit: mayEdit
      ? {
          saveTo: paths.jointAgenda(programme.id),
          base: agenda.number,
          adds: [
            ...reports,
            { label: '休憩を加える', press: 'add break' },
            { label: '項目を加える', press: 'add item' },
          ],
          dueHint: usual,
        }
      : null,
    form,
  }
}
