import { type MountedRoute, TABLE } from '../../access/doors.ts'

/** The two ways a list is taken along, in the address of the page that shows it. */
export interface TakeAlong {
  xlsx: string
  csv: string
}

const asPattern = (path: string) =>
  new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`)

/** Which of the house's pages are lists: those with a door for their table. The filters stay, the page number goes: all rows. */
export function takeAlongIn(routes: readonly Pick<MountedRoute, 'path'>[]): (url: string) => TakeAlong | null {
  const ending = `${TABLE}csv`
  const lists = routes.flatMap(({ path }) => (path.endsWith(ending) ? [asPattern(path.slice(0, -ending.length))] : []))
  return (url) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    if (!lists.some((list) => list.test(pathname))) return null
    searchParams.delete('page')
    const query = searchParams.size > 0 ? `?${searchParams}` : ''
    return { xlsx: `${pathname}${TABLE}xlsx${query}`, csv: `${pathname}${TABLE}csv${query}` }
  }
}
