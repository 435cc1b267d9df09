import { type MountedRoute, mount } from './access/doors.ts'
import { annualReportRoutes } from './overview/annual-reports/routes.ts'
import { boardChoiceRoutes } from './overview/board-choices/routes.ts'
import { boardReleaseRoutes } from './overview/board-releases/routes.ts'
import { boardRoutes } from './overview/boards/routes.ts'
import { dashboardRoutes } from './overview/dashboards/routes.ts'
import { effectResultRoutes } from './overview/effect-results/routes.ts'
import { finishedPaperRoutes } from './overview/finished-papers/routes.ts'
import { jointAgendaRoutes } from './overview/joint-agendas/routes.ts'
import { jointChasingRoutes } from './overview/joint-chasing/routes.ts'
import { jointDeckRunner } from './overview/joint-decks/actions.ts'
import { jointDeckRoutes } from './overview/joint-decks/routes.ts'
import { jointMaterialRoutes } from './overview/joint-materials/routes.ts'
import { jointPeerRoutes } from './overview/joint-peers/routes.ts'
import { jointQuestionnaireEditRoutes } from './overview/joint-questionnaire-edits/routes.ts'
import { jointQuestionnaireRoutes } from './overview/joint-questionnaires/routes.ts'
import { jointQuestionRoutes } from './overview/joint-questions/routes.ts'
import { jointReportRoutes } from './overview/joint-report/routes.ts'
import { packRunner } from './overview/pack-makings/actions.ts'
import { packRoutes } from './overview/packs/routes.ts'
import { regionArchiveRoutes } from './overview/region-archives/routes.ts'
import { regionReviewRoutes } from './overview/region-reviews/routes.ts'
import { reviewCallRoutes } from './overview/review-calls/routes.ts'
import { reviewRoutes } from './overview/reviews/routes.ts'
import { yearArchiveRunner } from './overview/year-archives/actions.ts'
import { yearArchiveRoutes } from './overview/year-archives/routes.ts'
import { yearsRoutes } from './overview/years/routes.ts'
import { taskRoutes } from './people/tasks/routes.ts'
import type { TaskRunner } from './people/tasks/tasks.ts'
import { bodyRoutes } from './support/bodies/routes.ts'
import { fileReviewRoutes } from './support/file-reviews/routes.ts'
import { leafletRoutes } from './support/leaflets/routes.ts'
import { opinionTableRoutes } from './support/opinion-tables/routes.ts'
import { passedOpinionRoutes } from './support/passed-opinions/routes.ts'
import { rosterRoutes } from './support/rosters/routes.ts'
import { seatRoutes } from './support/seats/routes.ts'
import { wgAnswerRoutes } from './support/wg-answers/routes.ts'
import { wgOpinionRoutes } from './support/wg-opinions/routes.ts'
import { yearAgendaRoutes } from './support/year-agendas/routes.ts'
import { yearMaterialRoutes } from './support/year-materials/routes.ts'

/** Doors of what is shown: the one page, reviews, packs, reports of the year, search, copies to take away. */
export const showingRoutes: MountedRoute[] = [
  ...mount('region', boardRoutes),
  ...mount('region', boardChoiceRoutes),
  ...mount('region', boardReleaseRoutes),
  ...mount('programme', bodyRoutes),
  ...mount('programme', seatRoutes),
  ...mount('programme', rosterRoutes),
  ...mount('programme', yearAgendaRoutes),
  ...mount('programme', yearMaterialRoutes),
  ...mount('programme', opinionTableRoutes),
  ...mount('programme', wgOpinionRoutes),
  ...mount('programme', wgAnswerRoutes),
  ...mount('region', passedOpinionRoutes),
  ...mount('programme', reviewCallRoutes),
  ...mount('programme', reviewRoutes),
  ...mount('programme', regionReviewRoutes),
  ...mount('plain', taskRoutes),
  ...mount('programme', packRoutes),
  ...mount('programme', fileReviewRoutes),
  ...mount('programme', leafletRoutes),
  ...mount('programme', annualReportRoutes),
  ...mount('programme', dashboardRoutes),
  ...mount('plain', yearsRoutes),
  ...mount('programme', jointReportRoutes),
  ...mount('programme', jointAgendaRoutes),
  ...mount('programme', jointChasingRoutes),
  ...mount('programme', jointPeerRoutes),
  ...mount('programme', jointDeckRoutes),
  ...mount('programme', jointQuestionRoutes),
  ...mount('programme', jointQuestionnaireRoutes),
  ...mount('programme', jointQuestionnaireEditRoutes),
  ...mount('region', jointMaterialRoutes),
  ...mount('region', effectResultRoutes),
  ...mount('region', finishedPaperRoutes),
  ...mount('region', regionArchiveRoutes),
  ...mount('programme', yearArchiveRoutes),
]

/** What makes long jobs, by their kind; main.ts keeps them at work. */
export const taskRunners: TaskRunner[] = [packRunner, jointDeckRunner, yearArchiveRunner]
