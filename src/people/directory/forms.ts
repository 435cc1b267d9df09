import { ROLES, type Role } from '../../access/actor.ts'
import type { Filters } from './pages.ts'

/** Filters come from the address bar: anything unreadable is left out. */
export function readFilters(query: Record<string, string>): Filters {
  const role = query.role ?? ''
  const page = Number(query.page)
  return {
    q: (query.q ?? '').trim().slice(0, 100),
    role: Object.hasOwn(ROLES, role) ? (role as Role) : null,
    left: query.left === '1',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

/** Words to look for in names, kana and addresses. */
export const wordsOf = (q: string): string[] => q.normalize('NFKC').split(/\s+/).filter(Boolean).slice(0, 5)
