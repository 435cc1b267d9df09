const at = (programmeId: string) => `/programmes/${programmeId}/joint-report`

export const jointPaths = {
  jointReport: at,
  jointAgenda: (programmeId: string) => `${at(programmeId)}/agenda`,
  jointAgendaFile: (programmeId: string) => `${at(programmeId)}/agenda.docx`,
  jointMaterials: (programmeId: string) => `${at(programmeId)}/materials`,
  jointReminders: (programmeId: string) => `${at(programmeId)}/materials/reminders`,
  jointRegion: (programmeId: string, regionId: string) => `${at(programmeId)}/regions/${regionId}`,
  jointFile: (programmeId: string, regionId: string, handInId: string) =>
    `${at(programmeId)}/regions/${regionId}/files/${handInId}`,
  jointQuestions: (programmeId: string) => `${at(programmeId)}/questions`,
  jointQuestion: (programmeId: string, questionId: string) => `${at(programmeId)}/questions/${questionId}`,
  jointAnswers: (programmeId: string, questionId: string) => `${at(programmeId)}/questions/${questionId}/answers`,
  jointLive: (programmeId: string) => `${at(programmeId)}/live`,
  jointLiveEvents: (programmeId: string) => `${at(programmeId)}/live/events`,
  jointLivePart: (programmeId: string, part: string) => `${at(programmeId)}/live/parts/${part}`,
  jointDeck: (programmeId: string) => `${at(programmeId)}/deck`,
  jointQuestionnaire: (programmeId: string) => `${at(programmeId)}/questionnaire`,
  jointQuestionnaireEdit: (programmeId: string) => `${at(programmeId)}/questionnaire/questions`,
  jointQuestionnaireLinks: (programmeId: string) => `${at(programmeId)}/questionnaire/links`,
  jointQuestionnaireLink: (programmeId: string, linkId: string) => `${at(programmeId)}/questionnaire/links/${linkId}`,
  jointQuestionnaireEnd: (programmeId: string, linkId: string) =>
    `${at(programmeId)}/questionnaire/links/${linkId}/end`,
  jointQuestionnaireTexts: (programmeId: string) => `${at(programmeId)}/questionnaire/texts`,
  jointQuestionnaireTable: (programmeId: string, ending: 'csv' | 'xlsx') =>
    `${at(programmeId)}/questionnaire/results.${ending}`,
  /** What this region hands in, and what it was asked. */
  regionJoint: (regionId: string) => `/regions/${regionId}/joint-report`,
  jointHandIns: (regionId: string) => `/regions/${regionId}/joint-report/hand-ins`,
  jointHandInEnd: (regionId: string, handInId: string) => `/regions/${regionId}/joint-report/hand-ins/${handInId}/end`,
}
