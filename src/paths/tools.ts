export const toolPaths = {
  /** 「考える道具」: everything one can think with, in one list. */
  regionTools: (regionId: string) => `/regions/${regionId}/tools`,
  /** A document of the region by its ref (`kind` or `kind.part`): what all of them have. */
  paperRevisions: (regionId: string, ref: string) => `/regions/${regionId}/papers/${ref}/revisions`,
  paperComparison: (regionId: string, ref: string, between: { from: number; to: number }) =>
    `/regions/${regionId}/papers/${ref}/revisions/${between.from}/${between.to}`,
  paperUndo: (regionId: string, ref: string, number: number) =>
    `/regions/${regionId}/papers/${ref}/revisions/${number}/undo`,
  paperRestoration: (regionId: string, ref: string, number: number) =>
    `/regions/${regionId}/papers/${ref}/revisions/${number}/restoration`,
  paperMilestones: (regionId: string, ref: string) => `/regions/${regionId}/papers/${ref}/milestones`,
  paperComments: (regionId: string, ref: string) => `/regions/${regionId}/papers/${ref}/comments`,
  paperCommentEnd: (regionId: string, ref: string, commentId: string) =>
    `/regions/${regionId}/papers/${ref}/comments/${commentId}/end`,
  paperCarries: (regionId: string, ref: string) => `/regions/${regionId}/papers/${ref}/carries`,
  paperCarry: (regionId: string, ref: string, carryId: string) =>
    `/regions/${regionId}/papers/${ref}/carries/${carryId}`,
  paperJson: (regionId: string, ref: string) => `/regions/${regionId}/papers/${ref}/body.json`,
  paperWorkbook: (regionId: string, ref: string) => `/regions/${regionId}/papers/${ref}/workbook`,
  paperUpload: (regionId: string, ref: string) => `/regions/${regionId}/papers/${ref}/arrival`,
  sheets: (regionId: string) => `/regions/${regionId}/sheets`,
  sheet: (regionId: string, ref: string) => `/regions/${regionId}/sheets/${ref}`,
  sheetNew: (regionId: string) => `/regions/${regionId}/sheets/new`,
  sheetDraft: (regionId: string, ref: string) => `/regions/${regionId}/sheets/${ref}/draft`,
  sheetDraftRemoval: (regionId: string, ref: string) => `/regions/${regionId}/sheets/${ref}/draft/removal`,
  sheetForm: (regionId: string, ref: string) => `/regions/${regionId}/sheets/${ref}/form`,
  sheetRemoval: (regionId: string, ref: string) => `/regions/${regionId}/sheets/${ref}/removal`,
  sheetRestoration: (regionId: string, ref: string) => `/regions/${regionId}/sheets/${ref}/restoration`,
  sheetPrint: (regionId: string, ref: string) => `/regions/${regionId}/sheets/${ref}/print`,
  sheetWorkbook: (regionId: string, ref: string) => `/regions/${regionId}/sheets/${ref}/workbook`,
  sheetWorkbookEmpty: (regionId: string, ref: string) => `/regions/${regionId}/sheets/${ref}/workbook?empty=1`,
  sheetWorkbookNew: (regionId: string, ref: string) => `/regions/${regionId}/sheets/${ref}/workbook/new`,
  sheetWorkbookFile: (regionId: string, ref: string, fileId: string) =>
    `/regions/${regionId}/sheets/${ref}/workbook/${fileId}`,
  sheetWorkbookMarked: (regionId: string, ref: string, fileId: string) =>
    `/regions/${regionId}/sheets/${ref}/workbook/${fileId}/marked`,
  sheetTemplates: (programmeId: string) => `/programmes/${programmeId}/sheet-templates`,
  sheetTemplate: (programmeId: string, key: string) => `/programmes/${programmeId}/sheet-templates/${key}`,
  sheetTemplateUses: (programmeId: string) => `/programmes/${programmeId}/sheet-templates/uses`,
  sheetTemplateCopies: (programmeId: string) => `/programmes/${programmeId}/sheet-templates/copies`,
  sheetTemplateDeeds: (programmeId: string, key: string) => `/programmes/${programmeId}/sheet-templates/${key}/deeds`,
  sheetTemplateRelease: (programmeId: string, key: string) =>
    `/programmes/${programmeId}/sheet-templates/${key}/release`,
  sheetTemplateRemoval: (programmeId: string, key: string) =>
    `/programmes/${programmeId}/sheet-templates/${key}/removal`,
  sheetTemplatePreview: (programmeId: string, key: string) =>
    `/programmes/${programmeId}/sheet-templates/${key}/preview`,
  sheetTemplateSections: (programmeId: string, key: string) =>
    `/programmes/${programmeId}/sheet-templates/${key}/sections`,
  sheetTemplateSection: (programmeId: string, key: string, section: string) =>
    `/programmes/${programmeId}/sheet-templates/${key}/sections/${section}`,
  sheetTemplateFields: (programmeId: string, key: string, section: string) =>
    `/programmes/${programmeId}/sheet-templates/${key}/sections/${section}/fields`,
  sheetTemplateField: (programmeId: string, key: string, field: string) =>
    `/programmes/${programmeId}/sheet-templates/${key}/fields/${field}`,
  causes: (regionId: string) => `/regions/${regionId}/causes`,
  /** The tree with the form for one more 「なぜ？」 open beneath a cause. */
  causeWhy: (regionId: string, causeId: string) => `/regions/${regionId}/causes?why=${causeId}#why`,
  causeStarts: (regionId: string) => `/regions/${regionId}/cause-starts`,
  cause: (regionId: string, causeId: string) => `/regions/${regionId}/causes/${causeId}`,
  causePlace: (regionId: string, causeId: string) => `/regions/${regionId}/causes/${causeId}/place`,
  causeEnd: (regionId: string, causeId: string) => `/regions/${regionId}/causes/${causeId}/end`,
  causeMerger: (regionId: string, causeId: string) => `/regions/${regionId}/causes/${causeId}/merger`,
  causeRevival: (regionId: string, causeId: string) => `/regions/${regionId}/causes/${causeId}/revival`,
  causeEvidence: (regionId: string, causeId: string, side?: 'for' | 'against') =>
    `/regions/${regionId}/causes/${causeId}/evidence${side ? `?side=${side}` : ''}`,
  causeEvidenceItem: (regionId: string, causeId: string, evidenceId: string) =>
    `/regions/${regionId}/causes/${causeId}/evidence/${evidenceId}`,
  causeEvidenceRemoval: (regionId: string, causeId: string, evidenceId: string) =>
    `/regions/${regionId}/causes/${causeId}/evidence/${evidenceId}/removal`,
  causeOpinions: (regionId: string, causeId: string) => `/regions/${regionId}/causes/${causeId}/opinions`,
  causeOpinionAside: (regionId: string, causeId: string, opinionId: string) =>
    `/regions/${regionId}/causes/${causeId}/opinions/${opinionId}/aside`,
  causeDoors: (regionId: string, causeId: string) => `/regions/${regionId}/causes/${causeId}/doors`,
  causeDoorEnd: (regionId: string, causeId: string, doorId: string) =>
    `/regions/${regionId}/causes/${causeId}/doors/${doorId}/end`,
  /** 専門職に意見を聞く: one hypothesis, one opinion, no account. */
  opinionLink: (token: string) => `/l/opinion/${token}`,
  journeys: (regionId: string) => `/regions/${regionId}/journeys`,
  journey: (regionId: string, part: string) => `/regions/${regionId}/journeys/${part}`,
  journeyNew: (regionId: string) => `/regions/${regionId}/journeys/new`,
  journeyPaste: (regionId: string, part: string) => `/regions/${regionId}/journeys/${part}/paste`,
  journeyRemoval: (regionId: string, part: string) => `/regions/${regionId}/journeys/${part}/removal`,
  journeyRestoration: (regionId: string, part: string) => `/regions/${regionId}/journeys/${part}/restoration`,
  /** The chosen cases (a query as of the list) as a file. */
  journeyPicture: (regionId: string, kind: 'svg' | 'png') => `/regions/${regionId}/journey-pictures/picture.${kind}`,
  journeyPrint: (regionId: string) => `/regions/${regionId}/journey-pictures/print`,
  journeyEvidence: (regionId: string) => `/regions/${regionId}/journey-evidence`,
  partners: (regionId: string) => `/regions/${regionId}/partners`,
  /** A row of 関係者表 or 協議の場の計画, by its list's address. */
  bookRow: (base: string, rowId: string) => `${base}/${rowId}`,
  bookRowNew: (base: string) => `${base}/new`,
  bookRowRemoval: (base: string, rowId: string) => `${base}/${rowId}/removal`,
  bookRowPlace: (base: string, rowId: string) => `${base}/${rowId}/place`,
  partnerPaper: (regionId: string, partnerId: string) => `/regions/${regionId}/partners/${partnerId}/paper`,
  forum: (regionId: string) => `/regions/${regionId}/forum`,
  logicModel: (regionId: string) => `/regions/${regionId}/logic-model`,
  logicModelBox: (regionId: string, boxId: string) => `/regions/${regionId}/logic-model/boxes/${boxId}`,
  /** A deed on one box: place, column, links, split, merger, removal, original. */
  logicModelBoxDeed: (regionId: string, boxId: string, deed: string) =>
    `/regions/${regionId}/logic-model/boxes/${boxId}/${deed}`,
  logicModelBoxes: (regionId: string) => `/regions/${regionId}/logic-model/boxes`,
  logicModelReasons: (regionId: string) => `/regions/${regionId}/logic-model/reasons`,
  logicModelPrint: (regionId: string) => `/regions/${regionId}/logic-model/print`,
  logicModelPicture: (regionId: string) => `/regions/${regionId}/logic-model/picture.svg`,
  logicModelGuide: (regionId: string) => `/regions/${regionId}/logic-model/guide`,
  logicModelFiles: (regionId: string) => `/regions/${regionId}/logic-model/files`,
  logicModelWorkbook: (regionId: string) => `/regions/${regionId}/logic-model/workbook`,
  logicModelTable: (regionId: string) => `/regions/${regionId}/logic-model/table`,
  logicModelInventory: (regionId: string) => `/regions/${regionId}/logic-model/inventory`,
  indicators: (regionId: string) => `/regions/${regionId}/logic-model/indicators`,
  indicator: (regionId: string, id: string) => `/regions/${regionId}/logic-model/indicators/${id}`,
  indicatorNew: (regionId: string, boxId: string) => `/regions/${regionId}/logic-model/boxes/${boxId}/indicators`,
  indicatorRemoval: (regionId: string, id: string) => `/regions/${regionId}/logic-model/indicators/${id}/removal`,
  indicatorValues: (regionId: string, id: string) => `/regions/${regionId}/logic-model/indicators/${id}/values`,
  indicatorValueRemoval: (regionId: string, id: string, valueId: string) =>
    `/regions/${regionId}/logic-model/indicators/${id}/values/${valueId}/removal`,
  roadmap: (regionId: string) => `/regions/${regionId}/roadmap`,
  questionnaires: (regionId: string) => `/regions/${regionId}/questionnaires`,
  questionnaire: (regionId: string, id: string) => `/regions/${regionId}/questionnaires/${id}`,
  questionnaireEdit: (regionId: string, id: string) => `/regions/${regionId}/questionnaires/${id}/questions`,
  questionnairePreview: (regionId: string, id: string) => `/regions/${regionId}/questionnaires/${id}/preview`,
  questionnaireLinks: (regionId: string, id: string) => `/regions/${regionId}/questionnaires/${id}/links`,
  questionnaireLink: (regionId: string, id: string, linkId: string) =>
    `/regions/${regionId}/questionnaires/${id}/links/${linkId}`,
  questionnaireLinkEnd: (regionId: string, id: string, linkId: string) =>
    `/regions/${regionId}/questionnaires/${id}/links/${linkId}/end`,
  questionnaireResults: (regionId: string, id: string) => `/regions/${regionId}/questionnaires/${id}/results`,
  questionnaireTable: (regionId: string, id: string, ending: 'csv' | 'xlsx') =>
    `/regions/${regionId}/questionnaires/${id}/results.${ending}`,
  questionnaireTexts: (regionId: string, id: string) => `/regions/${regionId}/questionnaires/${id}/texts`,
  questionnaireEvidence: (regionId: string, id: string) => `/regions/${regionId}/questionnaires/${id}/evidence`,
  /** Public: no account. */
  answersLink: (token: string) => `/l/answers/${token}`,
  answersThanks: (token: string) => `/l/answers/${token}/thanks`,
  /** 見せる前の確かめ: a second person's word on a text that may tell who somebody is. */
  privacyAgreements: (regionId: string) => `/regions/${regionId}/privacy`,
  privacyAgreement: (regionId: string, id: string) => `/regions/${regionId}/privacy/${id}`,
  insights: (regionId: string) => `/regions/${regionId}/insights`,
  insightAnswer: (regionId: string) => `/regions/${regionId}/insights/answers`,
  /** All regions' questions of a year, counted by check. */
  insightCounts: (programmeId: string) => `/programmes/${programmeId}/insights`,
  wordLists: (programmeId: string) => `/programmes/${programmeId}/word-lists`,
  wordList: (programmeId: string, key: string) => `/programmes/${programmeId}/word-lists/${key}`,
}
