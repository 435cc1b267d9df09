import { clock, instantAt } from '../../platform/time.ts'

export const ROW_KINDS = { report: '地域の報告', item: '項目', break: '休憩' } as const
export type RowKind = keyof typeof ROW_KINDS

export interface AgendaRow {
  id: string
  kind: RowKind
  regionId: string | null
  label: string
  /** Minutes of 発表, or of the whole item. */
  talk: number
  /** Minutes of 質疑. */
  questions: number
}

export interface AgendaBody {
  /** 'HH:MM' */
  startsAt: string
  /** Last day for materials; null = as many days before the meeting as the step says. */
  dueOn: string | null
  rows: AgendaRow[]
}

export interface Agenda extends AgendaBody {
  /** 0 while it is only proposed. */
  number: number
  byName: string
  createdAt: string | null
}

export const MOST_MINUTES = 240
export const USUAL_START = '13:00'
const TALK = 15
const ANSWER = 10

type Reporting = { id: string; name: string }

export const reportRow = (region: Reporting): AgendaRow => ({
  ...{ id: `r-${region.id}`, kind: 'report', regionId: region.id },
  ...{ label: region.name, talk: TALK, questions: ANSWER },
})

const itemRow = (id: string, label: string, talk: number, kind: RowKind = 'item'): AgendaRow => ({
  ...{ id, kind, regionId: null, label, talk, questions: 0 },
})

/** What usually fits: every region in its order, a break in the middle of three or more. */
export function proposed(regions: readonly Reporting[], startsAt: string | null): Agenda {
  const half = Math.ceil(regions.length / 2)
  const reports = regions.map(reportRow)
  const pause = regions.length > 2 ? [itemRow('i-break', '休憩', 10, 'break')] : []
  return {
    startsAt: startsAt ?? USUAL_START,
    dueOn: null,
    rows: [
      itemRow('i-open', '開会・進め方', 5),
      ...reports.slice(0, half),
      ...pause,
      ...reports.slice(half),
      itemRow('i-all', '全体のふり返り', 20),
      itemRow('i-close', '閉会', 5),
    ],
    ...{ number: 0, byName: '', createdAt: null },
  }
}

export interface TimedRow {
  row: AgendaRow
  from: string
  /** Where 質疑 begins; null without it. */
  questionsFrom: string | null
  until: string
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** 「13:05」; past midnight 「翌0:30」. */
const timeOf = (minutes: number): string => {
  const inDay = minutes % 1440
  const text = `${Math.floor(inDay / 60)}:${String(inDay % 60).padStart(2, '0')}`
  return minutes >= 1440 ? `翌${text}` : text
}

/** When each row begins and ends follows from the beginning and the minutes, one after another. */
export function timed({ startsAt, rows }: Pick<AgendaBody, 'startsAt' | 'rows'>): TimedRow[] {
  let at = minutesOf(startsAt)
  return rows.map((row) => {
    const from = at
    at += row.talk + row.questions
    const questionsFrom = row.questions > 0 ? timeOf(from + row.talk) : null
    return { row, from: timeOf(from), questionsFrom, until: timeOf(at) }
  })
}

export const totalOf = ({ rows }: Pick<AgendaBody, 'rows'>): number =>
  rows.reduce((sum, row) => sum + row.talk + row.questions, 0)

/** 「2時間15分」 */
export function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest}分`
  return rest === 0 ? `${hours}時間` : `${hours}時間${rest}分`
}

/** Regions that report but have no place in it; those that rest need none. */
export const leftOut = <R extends Reporting & { pause: unknown }>(regions: readonly R[], { rows }: AgendaBody): R[] =>
  regions.filter((region) => !region.pause && !rows.some((row) => row.regionId === region.id))

/** What does not fit, in words. */
export function agendaCautions(
  agenda: AgendaBody,
  at: { startsAt: string | null; minutes: number | null; leftOut: readonly Reporting[]; resting: readonly string[] },
): string[] {
  const total = totalOf(agenda)
  const over = at.minutes ? total - at.minutes : 0
  return [
    ...(over > 0
      ? [
          `会議の時間（${durationWords(at.minutes ?? 0)}）を${durationWords(over)}こえています。分を減らすか、日程を直してください`,
        ]
      : []),
    ...(at.startsAt && at.startsAt !== agenda.startsAt
      ? [`日程では${at.startsAt.replace(/^0/, '')}に始まります。次第は${agenda.startsAt.replace(/^0/, '')}からです`]
      : []),
    ...(at.leftOut.length > 0 ? [`次第にまだ入っていない地域：${at.leftOut.map((r) => r.name).join('、')}`] : []),
    ...(at.resting.length > 0 ? [`休止中・中止の地域が次第に入っています：${at.resting.join('、')}`] : []),
  ]
}

/** 「13:05〜13:30　みどり町（発表15分・質疑10分）」: a line of the year's 次第. */
export const lineWords = ({ row, from, until }: TimedRow): string => {
  const parts = row.questions > 0 ? `（発表${row.talk}分・質疑${row.questions}分）` : ''
  return `${from}〜${until}　${row.kind === 'report' ? `${row.label}の報告` : row.label}${parts}`
}

export const savedWords = ({ byName, createdAt }: Agenda): string =>
  createdAt ? `${byName}さんが${clock(createdAt)}に保存` : 'まだ保存していない案です'

/** An instant of the day at which the meeting begins by its agenda. */
export const startOf = (heldOn: string, { startsAt }: AgendaBody): string => instantAt(heldOn, startsAt)
