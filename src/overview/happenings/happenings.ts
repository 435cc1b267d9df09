import { bundleHappenings } from '../../overview/bundle/actions.ts'
import { liveHappenings } from '../../overview/live-meeting/actions.ts'
import { meetingPaperHappenings } from '../../overview/meeting-papers/actions.ts'
import { accountHappenings } from '../../people/accounts/actions.ts'
import { figureHappenings } from '../../people/figures/actions.ts'
import { type AllSentences, type Happening, sentenceOf } from '../../people/history/history.ts'
import { invitationHappenings } from '../../people/invitations/actions.ts'
import { letterHappenings } from '../../people/letters/letters.ts'
import { membershipHappenings } from '../../people/memberships/actions.ts'
import { organisationHappenings } from '../../people/organisations/actions.ts'
import { setupHappenings } from '../../people/setup/setup.ts'
import { taskHappenings } from '../../people/tasks/actions.ts'
import { applicationHappenings } from '../../programme/applications/actions.ts'
import { beginningHappenings } from '../../programme/beginnings/actions.ts'
import { consentHappenings } from '../../programme/consents/actions.ts'
import { criteriaHappenings } from '../../programme/criteria/actions.ts'
import { decisionHappenings } from '../../programme/decisions/actions.ts'
import { entryHappenings } from '../../programme/entries/entries.ts'
import { entryMemberHappenings } from '../../programme/entry-members/actions.ts'
import { letterTextHappenings } from '../../programme/letter-texts/actions.ts'
import { pauseHappenings } from '../../programme/pauses/actions.ts'
import { programmeHappenings } from '../../programme/programmes/actions.ts'
import { regionEditHappenings } from '../../programme/region-edit/actions.ts'
import { regionFileHappenings } from '../../programme/region-files/actions.ts'
import { scoringHappenings } from '../../programme/scoring/actions.ts'
import { settingsHappenings } from '../../programme/settings/actions.ts'
import { stepHappenings } from '../../programme/steps/actions.ts'
import { submissionHappenings } from '../../programme/submissions/actions.ts'
import { teamHappenings } from '../../programme/teams/actions.ts'
import { adviceHappenings } from '../../support/advice/actions.ts'
import { wordingHappenings } from '../../support/advice-wordings/actions.ts'
import { assignmentHappenings } from '../../support/assignments/actions.ts'
import { bodyHappenings } from '../../support/bodies/actions.ts'
import { calendarHappenings } from '../../support/calendars/actions.ts'
import { consultationHappenings } from '../../support/consultations/actions.ts'
import { correctionHappenings } from '../../support/corrections/actions.ts'
import { dateHappenings } from '../../support/dates/actions.ts'
import { faqHappenings } from '../../support/faqs/actions.ts'
import { fileReviewHappenings } from '../../support/file-reviews/actions.ts'
import { homeworkHappenings } from '../../support/homework/actions.ts'
import { minutesHappenings } from '../../support/minutes/actions.ts'
import { noteHappenings } from '../../support/notes/actions.ts'
import { pollAnswerHappenings } from '../../support/poll-answers/actions.ts'
import { practiceHappenings } from '../../support/practices/actions.ts'
import { promiseHappenings } from '../../support/promises/actions.ts'
import { recordHappenings } from '../../support/records/actions.ts'
import { reportRequestHappenings } from '../../support/report-requests/actions.ts'
import { reportHappenings } from '../../support/reports/actions.ts'
import { scheduleHappenings } from '../../support/schedules/actions.ts'
import { seatHappenings } from '../../support/seats/actions.ts'
import { toolFileHappenings } from '../../support/tool-files/actions.ts'
import { wgAnswerHappenings } from '../../support/wg-answers/actions.ts'
import { wgOpinionHappenings } from '../../support/wg-opinions/actions.ts'
import { yearAgendaHappenings } from '../../support/year-agendas/actions.ts'
import { materialHappenings } from '../../support/year-materials/actions.ts'
import { agreementHappenings } from '../../tools/agreements/actions.ts'
import { questionHappenings } from '../../tools/check-fates/actions.ts'
import { commentHappenings } from '../../tools/comments/actions.ts'
import { indicatorHappenings } from '../../tools/indicator-values/actions.ts'
import { opinionDoorHappenings } from '../../tools/opinion-doors/actions.ts'
import { opinionHappenings } from '../../tools/opinions/actions.ts'
import { paperHappenings } from '../../tools/papers/actions.ts'
import { questionnaireLinkHappenings } from '../../tools/questionnaire-links/actions.ts'
import { questionnaireTextHappenings } from '../../tools/questionnaire-texts/actions.ts'
import { questionnaireHappenings } from '../../tools/questionnaires/actions.ts'
import { templateHappenings } from '../../tools/sheet-templates/sheet-templates.ts'
import { sheetHappenings } from '../../tools/sheets/sheets.ts'
import { wordListHappenings } from '../../tools/word-lists/actions.ts'
import { annualTextHappenings } from '../annual-texts/actions.ts'
import { boardChoiceHappenings } from '../board-choices/actions.ts'
import { boardReleaseHappenings } from '../board-releases/actions.ts'
import { filingHappenings } from '../filings/actions.ts'
import { jointAgendaHappenings } from '../joint-agendas/actions.ts'
import { jointMaterialHappenings } from '../joint-materials/actions.ts'
import { jointQuestionHappenings } from '../joint-questions/actions.ts'
import { modelReleaseHappenings } from '../model-releases/actions.ts'
import { packHappenings } from '../packs/actions.ts'
import { regionArchiveHappenings } from '../region-archives/region-archives.ts'
import { reviewCallHappenings } from '../review-calls/actions.ts'
import { transferHappenings } from '../transfers/actions.ts'

/** Every kind of event with its sentence: one that lacks it does not compile. */
const sentences: AllSentences = {
  ...boardChoiceHappenings,
  ...boardReleaseHappenings,
  ...bodyHappenings,
  ...seatHappenings,
  ...wgOpinionHappenings,
  ...wgAnswerHappenings,
  ...modelReleaseHappenings,
  ...reviewCallHappenings,
  ...yearAgendaHappenings,
  ...materialHappenings,
  ...taskHappenings,
  ...packHappenings,
  ...fileReviewHappenings,
  ...sheetHappenings,
  ...templateHappenings,
  ...bundleHappenings,
  ...questionnaireHappenings,
  ...questionHappenings,
  ...wordListHappenings,
  ...questionnaireTextHappenings,
  ...questionnaireLinkHappenings,
  ...paperHappenings,
  ...indicatorHappenings,
  ...commentHappenings,
  ...accountHappenings,
  ...figureHappenings,
  ...invitationHappenings,
  ...letterHappenings,
  ...membershipHappenings,
  ...organisationHappenings,
  ...setupHappenings,
  ...consentHappenings,
  ...criteriaHappenings,
  ...decisionHappenings,
  ...entryHappenings,
  ...letterTextHappenings,
  ...programmeHappenings,
  ...scoringHappenings,
  ...settingsHappenings,
  ...stepHappenings,
  ...applicationHappenings,
  ...beginningHappenings,
  ...entryMemberHappenings,
  ...submissionHappenings,
  ...scheduleHappenings,
  ...dateHappenings,
  ...pollAnswerHappenings,
  ...calendarHappenings,
  ...recordHappenings,
  ...minutesHappenings,
  ...liveHappenings,
  ...meetingPaperHappenings,
  ...reportHappenings,
  ...reportRequestHappenings,
  ...adviceHappenings,
  ...consultationHappenings,
  ...faqHappenings,
  ...wordingHappenings,
  ...noteHappenings,
  ...correctionHappenings,
  ...promiseHappenings,
  ...assignmentHappenings,
  ...homeworkHappenings,
  ...practiceHappenings,
  ...toolFileHappenings,
  ...pauseHappenings,
  ...regionFileHappenings,
  ...regionEditHappenings,
  ...teamHappenings,
  ...transferHappenings,
  ...filingHappenings,
  ...jointAgendaHappenings,
  ...jointMaterialHappenings,
  ...jointQuestionHappenings,
  ...agreementHappenings,
  ...opinionHappenings,
  ...opinionDoorHappenings,
  ...regionArchiveHappenings,
  ...annualTextHappenings,
}

export const inWords = (h: Happening): string => sentenceOf(sentences, h)
