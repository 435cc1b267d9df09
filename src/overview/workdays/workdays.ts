import { addDays, clock } from '../../platform/time.ts'
import { isDayOff } from '../../support/holidays/holidays.ts'

/** Days on which offices work. Days are 'YYYY-MM-DD'. */
export const isWorkday = (day: string): boolean => !isDayOff(day)

/** The day itself if offices work, else the next one on which they do. */
export function workdayFrom(day: string): string {
  let found = day
  while (isDayOff(found)) found = addDays(found, 1)
  return found
}

/** The last working day before this one. */
export function workdayBefore(day: string): string {
  let found = addDays(day, -1)
  while (isDayOff(found)) found = addDays(found, -1)
  return found
}

/** The day of a reminder: so many days before, moved to the next working day unless that would be too late. */
export function reminderDay(dueOn: string, daysBefore: number): string {
  const day = workdayFrom(addDays(dueOn, -daysBefore))
  return day <= dueOn ? day : workdayBefore(dueOn)
}

const minutesOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

/** Between these two times of the Tokyo day ('8:30', '18:00'), the later one not included. */
export const isBetween = (now: Date, from: string, to: string): boolean =>
  minutesOf(clock(now)) >= minutesOf(from) && minutesOf(clock(now)) < minutesOf(to)
