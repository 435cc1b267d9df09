import holidayJp from '@holiday-jp/holiday_jp'
import { daysBetween } from '../../platform/time.ts'

const named = holidayJp.holidays as Record<string, { name: string } | undefined>

/** 1970-01-03 was a Saturday. */
const weekdayOf = (day: string): number => (((daysBetween('1970-01-03', day) % 7) + 7) % 7) + 6

/** Why most offices are closed on this day (文化の日・土曜日・年末年始), or null. */
export function dayOff(day: string): string | null {
  const holiday = named[day]
  if (holiday) return holiday.name
  if (/-12-(29|30|31)$|-01-0[23]$/.test(day)) return '年末年始'
  const weekday = weekdayOf(day) % 7
  return weekday === 6 ? '土曜日' : weekday === 0 ? '日曜日' : null
}

export const isDayOff = (day: string): boolean => dayOff(day) !== null
