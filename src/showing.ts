import type { MountedRoute } from './access/doors.ts'

/** Doors of what is shown: the one page, reviews, packs, reports of the year, search, copies to take away. */
export const showingRoutes: MountedRoute[] = []
