import { inForceOn, TEAM_PARTS, type TeamMember } from '../../programme/teams/teams.ts'

export const ATTENDANCE_PARTS = { ...TEAM_PARTS, other: 'そのほか' } as const
export type AttendancePart = keyof typeof ATTENDANCE_PARTS

/** 出席: one person at one meeting, from the team or noted by name. */
export interface Attendance {
  id: string
  personId: string | null
  name: string
  office: string
  part: AttendancePart
  title: string
  /** 課長級以上: marked ◎. */
  isHead: boolean
  isPresent: boolean
}

/** 課長 and above by their title; deputies and assistants are not. */
export const isHeadTitle = (title: string): boolean =>
  /(課長|部長|局長|次長|所長|室長|センター長|参事|町長|村長|市長)/.test(title) && !/(補佐|代理|係長)/.test(title)

/** Somebody as the roster names them: noted already, or of the team and not yet. */
export interface Rostered extends Omit<Attendance, 'id' | 'isPresent'> {
  /** null: nobody said yet. */
  isPresent: boolean | null
  /** Key of the row to mark: the person's, or the attendance's own. */
  key: string
}

/** The team in force on the day, each with what was noted; then those noted by name. */
export function rosterOf(team: readonly TeamMember[], noted: readonly Attendance[], day: string): Rostered[] {
  const byPerson = new Map(noted.filter((a) => a.personId).map((a) => [a.personId, a]))
  const seen = new Set<string>()
  const members = team
    .filter((m) => inForceOn(m, day) || byPerson.has(m.personId))
    .filter((m) => !seen.has(m.personId) && seen.add(m.personId))
    .map((m): Rostered => {
      const own = byPerson.get(m.personId)
      if (own) return { ...own, key: m.personId }
      const { personId, name, title, role } = m
      const office = [m.organisationName, m.section].filter(Boolean).join(' ')
      return { personId, name, title, office, part: role, isHead: isHeadTitle(title), isPresent: null, key: personId }
    })
  const others = noted.filter((a) => !a.personId || !seen.has(a.personId))
  const order = Object.keys(ATTENDANCE_PARTS)
  return [...members, ...others.map((a) => ({ ...a, key: a.personId ?? a.id }))].toSorted(
    (a, b) => order.indexOf(a.part) - order.indexOf(b.part),
  )
}

/** 所属・役職・氏名 as one line of a roster; names without honorifics. */
export const rosterLine = (one: Pick<Attendance, 'office' | 'title' | 'name'>): string =>
  [one.office, one.title, one.name].filter(Boolean).join('　')
