import { type MountedRoute, mount } from './access/doors.ts'
import { annualReportRoutes } from './overview/annual-reports/routes.ts'
import { taskRoutes } from './people/tasks/routes.ts'
import type { TaskRunner } from './people/tasks/tasks.ts'

/** Doors of what is shown: the one page, reviews, packs, reports of the year, search, copies to take away. */
export const showingRoutes: MountedRoute[] = [...mount('plain', taskRoutes), ...mount('programme', annualReportRoutes)]

/** What makes long jobs, by their kind; main.ts keeps them at work. */
export const taskRunners: TaskRunner[] = []
