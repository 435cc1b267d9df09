import type { Express } from 'express'
import { nobody } from './access/actor.ts'
import { type MountedRoute, mount } from './access/doors.ts'
import { may } from './access/may.ts'
import { whoMay } from './access/who.ts'
import { bundleRoutes, regionBundleRoutes } from './overview/bundle/routes.ts'
import { daysRoutes } from './overview/days/routes.ts'
import { deskRoutes } from './overview/desk/routes.ts'
import { filingRoutes } from './overview/filings/routes.ts'
import { helpRoutes } from './overview/help/routes.ts'
import { homeRoutes } from './overview/home/routes.ts'
import { liveMeetingRoutes } from './overview/live-meeting/routes.ts'
import { matrixRoutes } from './overview/matrix/routes.ts'
import { meetingPaperRoutes } from './overview/meeting-papers/routes.ts'
import { mondayRoutes } from './overview/monday/routes.ts'
import { searchRoutes } from './overview/search/routes.ts'
import { shellFor } from './overview/shell/pages.ts'
import { takeAlongIn } from './overview/take-along/take-along.ts'
import { transferRoutes } from './overview/transfers/routes.ts'
import { yearPaperRoutes } from './overview/year-papers/routes.ts'
import { accountRoutes } from './people/accounts/routes.ts'
import { directoryRoutes } from './people/directory/routes.ts'
import { figureRoutes } from './people/figures/routes.ts'
import { invitationRoutes } from './people/invitations/routes.ts'
import { keptPostRoutes, signInRedirect } from './people/kept-posts/routes.ts'
import { devMailRoutes, letterRoutes } from './people/letters/routes.ts'
import type { PlacesOf } from './people/memberships/memberships.ts'
import { membershipRoutes } from './people/memberships/routes.ts'
import { noticeRoutes } from './people/notices/routes.ts'
import { organisationRoutes } from './people/organisations/routes.ts'
import { passwordRoutes } from './people/passwords/routes.ts'
import { profileRoutes } from './people/profile/routes.ts'
import { firstRun, setupRoutes } from './people/setup/routes.ts'
import { signInRoutes } from './people/sign-in/routes.ts'
import { SIGN_IN_COOKIE } from './people/sign-in/sign-in.ts'
import { actorOfToken } from './people/sign-in/store.ts'
import type { Db } from './platform/db/db.ts'
import type { Call } from './platform/web/call.ts'
import { notFound, Problem } from './platform/web/problem.ts'
import type { Reply } from './platform/web/reply.ts'
import { buildServer } from './platform/web/server.ts'
import { entryLinkRoutes } from './programme/applications/routes.ts'
import { arrivedFileRoutes } from './programme/arrived-files/routes.ts'
import { beginningRoutes } from './programme/beginnings/routes.ts'
import { consentLinkRoutes, consentRoutes } from './programme/consents/routes.ts'
import { criteriaRoutes } from './programme/criteria/routes.ts'
import { decidingRoutes, decisionRoutes } from './programme/decisions/routes.ts'
import { entryRoutes } from './programme/entries/routes.ts'
import { entryFileRoutes } from './programme/entry-files/routes.ts'
import { entryListRoutes } from './programme/entry-list/routes.ts'
import { entryMemberRoutes } from './programme/entry-members/routes.ts'
import { entryPaperRoutes } from './programme/entry-papers/routes.ts'
import { entryRevisionRoutes } from './programme/entry-revisions/routes.ts'
import { letterTextRoutes } from './programme/letter-texts/routes.ts'
import { applicationRoutes } from './programme/nods/routes.ts'
import { programmeRoutes, yearRoutes } from './programme/programmes/routes.ts'
import { programmeSeen, programmesOf } from './programme/programmes/store.ts'
import { publicPageRoutes } from './programme/public-page/routes.ts'
import { type Region, readOnlyReason } from './programme/regions/regions.ts'
import { fetchRegions, regionSeen } from './programme/regions/store.ts'
import { scoringRoutes } from './programme/scoring/routes.ts'
import { selectionRoutes } from './programme/selection/routes.ts'
import { settingsRoutes } from './programme/settings/routes.ts'
import { regionsSeenBy } from './programme/sight/store.ts'
import { stepRoutes } from './programme/steps/routes.ts'
import { submissionRoutes } from './programme/submissions/routes.ts'
import { showingRoutes } from './showing.ts'
import { adviceRoutes } from './support/advice/routes.ts'
import { adviceAnswerRoutes } from './support/advice-answers/routes.ts'
import { wordingLinkRoutes, wordingRoutes } from './support/advice-wordings/routes.ts'
import { assignmentRoutes } from './support/assignments/routes.ts'
import { calendarRoutes } from './support/calendars/routes.ts'
import { consultationRoutes } from './support/consultations/routes.ts'
import { correctionRoutes } from './support/corrections/routes.ts'
import { dateRoutes, yearDateRoutes } from './support/dates/routes.ts'
import { faqRoutes } from './support/faqs/routes.ts'
import { homeworkRoutes } from './support/homework/routes.ts'
import { homeworkListRoutes } from './support/homework-list/routes.ts'
import { meetingRoutes } from './support/meetings/routes.ts'
import { minutesRoutes } from './support/minutes/routes.ts'
import { noteRoutes } from './support/notes/routes.ts'
import { observationRoutes, prefectureNoteRoutes } from './support/observations/routes.ts'
import { pollAnswerRoutes, recordedAnswerRoutes, yearRecordedAnswerRoutes } from './support/poll-answers/routes.ts'
import { practiceRoutes } from './support/practices/routes.ts'
import { promiseRoutes } from './support/promises/routes.ts'
import { recordRoutes } from './support/records/routes.ts'
import { reportRequestRoutes, reportsMissingRoutes } from './support/report-requests/routes.ts'
import { reportLinkRoutes, reportRoutes } from './support/reports/routes.ts'
import { scheduleRoutes, yearScheduleRoutes } from './support/schedules/routes.ts'
import { timelineRoutes } from './support/timeline/routes.ts'
import { toolFileRoutes } from './support/tool-files/routes.ts'
import { yearMeetingRoutes } from './support/year-meetings/routes.ts'
import { thinkingRoutes } from './thinking.ts'

/** Where a role may hold: the people's wing asks, the programme's wing knows. */
const placesOf: PlacesOf = async ({ db, actor }) => ({
  programmes: await programmesOf(db, actor),
  regions: await fetchRegions(db, regionsSeenBy(db, actor).orderBy('regions.sortCode')),
})

import { handoverRoutes } from './overview/handover/routes.ts'
import { regionOverviewRoutes } from './overview/region/routes.ts'
import { regionHistoryRoutes } from './overview/region-history/routes.ts'
import { regionPartRoutes } from './overview/region-parts/routes.ts'
import { filePreviewRoutes } from './programme/file-previews/routes.ts'
import { pauseRoutes } from './programme/pauses/routes.ts'
import { readerRoutes } from './programme/readers/routes.ts'
import { regionEditRoutes } from './programme/region-edit/routes.ts'
import { regionFileRoutes } from './programme/region-files/routes.ts'
import { regionListRoutes } from './programme/region-list/routes.ts'
import { teamRoutes } from './programme/teams/routes.ts'

/** Table of contents: every room's doors. */
export const allRoutes = (isDemo = false): MountedRoute[] => [
  ...mount('plain', homeRoutes),
  ...mount('plain', searchRoutes),
  ...mount('plain', helpRoutes),
  ...mount('plain', signInRoutes),
  ...mount('plain', keptPostRoutes),
  ...mount('plain', passwordRoutes),
  ...mount('plain', profileRoutes),
  ...mount('plain', noticeRoutes),
  ...mount('plain', setupRoutes),
  ...mount('plain', directoryRoutes),
  ...mount('plain', membershipRoutes(placesOf)),
  ...mount('plain', invitationRoutes),
  ...mount('plain', accountRoutes(placesOf)),
  ...mount('plain', transferRoutes),
  ...mount('plain', letterRoutes),
  ...(isDemo ? mount('plain', devMailRoutes) : []),
  ...mount('plain', organisationRoutes),
  ...mount('plain', figureRoutes),
  ...mount('plain', yearRoutes),
  ...mount('plain', bundleRoutes),
  ...mount('region', regionBundleRoutes),
  ...mount('region', entryRoutes),
  ...mount('region', entryPaperRoutes),
  ...mount('region', entryRevisionRoutes),
  ...mount('region', entryFileRoutes),
  ...mount('programme', arrivedFileRoutes),
  ...mount('programme', programmeRoutes),
  ...mount('programme', matrixRoutes),
  ...mount('programme', mondayRoutes),
  ...mount('programme', daysRoutes),
  ...mount('programme', settingsRoutes),
  ...mount('programme', stepRoutes),
  ...mount('programme', letterTextRoutes),
  ...mount('programme', selectionRoutes),
  ...mount('programme', criteriaRoutes),
  ...mount('programme', scoringRoutes),
  ...mount('programme', decidingRoutes),
  ...mount('region', decisionRoutes),
  ...mount('region', consentRoutes),
  ...mount('plain', consentLinkRoutes),
  ...mount('region', meetingRoutes),
  ...mount('region', scheduleRoutes),
  ...mount('region', dateRoutes),
  ...mount('region', recordedAnswerRoutes),
  ...mount('programme', yearScheduleRoutes),
  ...mount('programme', yearMeetingRoutes),
  ...mount('programme', yearDateRoutes),
  ...mount('programme', yearRecordedAnswerRoutes),
  ...mount('plain', pollAnswerRoutes),
  ...mount('plain', calendarRoutes),
  ...mount('region', recordRoutes),
  ...mount('region', correctionRoutes),
  ...mount('region', minutesRoutes),
  ...mount('region', liveMeetingRoutes),
  ...mount('region', meetingPaperRoutes),
  ...mount('programme', yearPaperRoutes),
  ...mount('region', wordingRoutes),
  ...mount('region', filingRoutes),
  ...mount('region', observationRoutes),
  ...mount('plain', prefectureNoteRoutes),
  ...mount('region', consultationRoutes),
  ...mount('programme', faqRoutes),
  ...mount('region', adviceRoutes),
  ...mount('region', adviceAnswerRoutes),
  ...mount('plain', wordingLinkRoutes),
  ...mount('region', noteRoutes),
  ...mount('region', deskRoutes),
  ...mount('region', promiseRoutes),
  ...mount('region', practiceRoutes),
  ...mount('region', assignmentRoutes),
  ...mount('region', homeworkRoutes),
  ...mount('programme', toolFileRoutes),
  ...mount('programme', homeworkListRoutes),
  ...mount('region', timelineRoutes),
  ...mount('region', reportRequestRoutes),
  ...mount('region', reportRoutes),
  ...mount('plain', reportLinkRoutes),
  ...mount('programme', reportsMissingRoutes),
  ...mount('plain', publicPageRoutes),
  ...mount('plain', entryLinkRoutes),
  ...mount('programme', beginningRoutes),
  ...mount('programme', applicationRoutes),
  ...mount('programme', entryListRoutes),
  ...mount('region', entryMemberRoutes),
  ...mount('region', submissionRoutes),
  ...mount('plain', regionListRoutes),
  ...mount('region', regionOverviewRoutes),
  ...mount('region', regionPartRoutes),
  ...mount('region', regionEditRoutes),
  ...mount('region', teamRoutes),
  ...mount('region', readerRoutes),
  ...mount('region', regionFileRoutes),
  ...mount('region', filePreviewRoutes),
  ...mount('region', pauseRoutes),
  ...mount('region', regionHistoryRoutes),
  ...mount('region', handoverRoutes),
  ...thinkingRoutes,
  ...showingRoutes,
]

export interface AppOptions {
  db: Db
  now?: () => Date
  isDemo?: boolean
  secure?: boolean
  publicUrl?: string
}

export function buildApp({
  db,
  now = () => new Date(),
  isDemo = false,
  secure = false,
  publicUrl,
}: AppOptions): Express {
  const routes = allRoutes(isDemo)
  const takeAlong = takeAlongIn(routes)
  return buildServer<MountedRoute>({
    db,
    now,
    secure,
    publicUrl,
    routes,
    identify: ({ cookies, now: at }) => actorOfToken(db, cookies[SIGN_IN_COOKIE], at),
    open,
    frame: async (call, props) => ({
      shell: shellFor(call, props, { now: call?.ctx.now ?? now(), isDemo, takeAlong }),
    }),
  })
}

/** Unseen is 404; seen but not allowed is 403 with who can; without a sign-in the way leads there and back. */
async function open(route: MountedRoute, call: Call): Promise<Call | Reply> {
  const { actor, db } = call.ctx
  const empty = await firstRun(call)
  if (empty) return empty
  if (route.may === 'public') return call
  if (actor.personId === nobody.personId) return signInRedirect(call, route.method)
  if (route.scope === 'plain') {
    if (!may(actor, route.may as 'home.view')) throw refusal(route)
    return call
  }
  if (route.scope === 'programme') {
    const programme = await programmeSeen(db, actor, call.params.programmeId ?? '')
    if (!programme) throw notFound()
    if (!may(actor, route.may as 'programme.view', programme)) throw refusal(route)
    return { ...call, programme } as Call
  }
  const region = await regionSeen(db, actor, call.params.regionId ?? '')
  if (!region) throw notFound()
  if (!may(actor, route.may as 'region.view', region)) throw refusal(route)
  if (route.method === 'post') askOpen(route, region)
  const programme = await programmeSeen(db, actor, region.programmeId)
  return { ...call, region, programme } as Call
}

const refusal = (route: MountedRoute) =>
  new Problem('forbidden', 'この操作は、いまの役割ではできません', whoMay(route.may))

/** A sample and a paused region are read-only, whatever the door; only the pause itself can be ended. */
function askOpen(route: MountedRoute, region: Region): void {
  const reason = readOnlyReason(region)
  if (reason && (region.isSample || route.may !== 'region.pause')) throw new Problem('forbidden', reason, ['事務局'])
}
