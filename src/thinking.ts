import { type MountedRoute, mount } from './access/doors.ts'
import { tellSheets } from './support/subjects/subjects.ts'
import { agreementRoutes } from './tools/agreements/routes.ts'
import { boxRoutes } from './tools/box-edits/routes.ts'
import { carryRoutes } from './tools/carries/routes.ts'
import { causeRoutes } from './tools/causes/routes.ts'
import { rememberQuestions } from './tools/check-fates/actions.ts'
import { commentRoutes } from './tools/comments/routes.ts'
import { evidenceRoutes } from './tools/evidence/routes.ts'
import { firstDraftRoutes } from './tools/first-drafts/routes.ts'
import { forumRoom } from './tools/forums/forums.ts'
import { forumRoutes } from './tools/forums/routes.ts'
import { hypothesisRoutes } from './tools/hypotheses/routes.ts'
import { hypothesisEndRoutes } from './tools/hypothesis-ends/routes.ts'
import { insightAnswerRoutes } from './tools/insight-answers/routes.ts'
import { insightCountRoutes } from './tools/insight-counts/routes.ts'
import { insightRoutes } from './tools/insights/routes.ts'
import { journeyEditRoutes } from './tools/journey-edits/routes.ts'
import { journeyPaperRoutes } from './tools/journey-papers/routes.ts'
import { journeyPasteRoutes } from './tools/journey-pastes/routes.ts'
import { journeyRoutes } from './tools/journeys/routes.ts'
import { kindNamed, paperKinds } from './tools/kinds/kinds.ts'
import { modelFileRoutes } from './tools/model-files/routes.ts'
import { modelGuideRoutes } from './tools/model-guide/routes.ts'
import { indicatorRoutes } from './tools/model-indicators/routes.ts'
import { modelInventoryRoutes } from './tools/model-inventory/routes.ts'
import { modelPaperRoutes } from './tools/model-papers/routes.ts'
import { modelRoutes } from './tools/model-show/routes.ts'
import { opinionLinkRoutes } from './tools/opinion-answers/routes.ts'
import { opinionDoorRoutes } from './tools/opinion-doors/routes.ts'
import { opinionRoutes } from './tools/opinions/routes.ts'
import { paperFileRoutes } from './tools/paper-files/routes.ts'
import { tellAfterSave } from './tools/papers/actions.ts'
import { partOf } from './tools/papers/papers.ts'
import { paperRoutes } from './tools/papers/routes.ts'
import type { KindOf } from './tools/papers/store.ts'
import { partnerPaperRoutes } from './tools/partner-papers/routes.ts'
import { partnerRoom } from './tools/partners/partners.ts'
import { partnerRoutes } from './tools/partners/routes.ts'
import { answerLinkRoutes } from './tools/questionnaire-answers/routes.ts'
import { questionnaireEditRoutes } from './tools/questionnaire-edits/routes.ts'
import { questionnaireLinkRoutes } from './tools/questionnaire-links/routes.ts'
import { questionnaireResultRoutes } from './tools/questionnaire-results/routes.ts'
import { questionnaireTextRoutes } from './tools/questionnaire-texts/routes.ts'
import { questionnaireRoutes } from './tools/questionnaires/routes.ts'
import { roadmapRoutes } from './tools/roadmaps/routes.ts'
import { rowBookRoutes } from './tools/row-books/routes.ts'
import { sheetFileRoutes } from './tools/sheet-files/routes.ts'
import { sheetListRoutes } from './tools/sheet-list/routes.ts'
import { sheetPaperRoutes } from './tools/sheet-papers/routes.ts'
import { sheetTemplateListRoutes } from './tools/sheet-template-list/routes.ts'
import { sheetTemplateRoutes } from './tools/sheet-templates/routes.ts'
import { sheetRoutes } from './tools/sheets/routes.ts'
import { sheetKindOf } from './tools/sheets/store.ts'
import { templateFieldRoutes } from './tools/template-fields/routes.ts'
import { templateSectionRoutes } from './tools/template-sections/routes.ts'
import { toolListRoutes } from './tools/tool-list/routes.ts'
import { wordListRoutes } from './tools/word-lists/routes.ts'

/** What a saved paper is asked is remembered, and what it is no longer asked. */
tellAfterSave((ctx, region) => rememberQuestions(ctx, region))

/** Advice may be tied to a place in any of the tools' papers. */
tellSheets(
  ...paperKinds.map(({ kind, title, words, home }) => ({
    kind: { kind, title, wordsOf: words.place },
    href: (regionId: string, ownerId: string) => home(regionId, partOf({ ownerId })),
  })),
)

/** Which kind of paper an address names. */
const kindOf: KindOf = async (call, key) => (await sheetKindOf(call, key)) ?? kindNamed(key)

/** The doors of the thinking tools: the second half of app.ts's table of contents. */
export const thinkingRoutes: readonly MountedRoute[] = [
  ...mount('region', agreementRoutes),
  ...mount('region', questionnaireRoutes),
  ...mount('region', questionnaireEditRoutes),
  ...mount('region', questionnaireLinkRoutes),
  ...mount('region', questionnaireResultRoutes),
  ...mount('region', questionnaireTextRoutes),
  ...mount('plain', answerLinkRoutes),
  ...mount('region', sheetListRoutes),
  ...mount('programme', sheetTemplateListRoutes),
  ...mount('programme', sheetTemplateRoutes),
  ...mount('programme', templateSectionRoutes),
  ...mount('programme', templateFieldRoutes),
  ...mount('region', sheetRoutes),
  ...mount('region', firstDraftRoutes),
  ...mount('region', sheetPaperRoutes),
  ...mount('region', sheetFileRoutes),
  ...mount('region', paperRoutes(kindOf)),
  ...mount('region', paperFileRoutes(kindOf)),
  ...mount('region', commentRoutes(kindOf)),
  ...mount('region', causeRoutes),
  ...mount('region', journeyRoutes),
  ...mount('region', journeyEditRoutes),
  ...mount('region', journeyPasteRoutes),
  ...mount('region', journeyPaperRoutes),
  ...mount('region', insightRoutes),
  ...mount('region', insightAnswerRoutes),
  ...mount('programme', insightCountRoutes),
  ...mount('programme', wordListRoutes),
  ...mount('region', hypothesisRoutes),
  ...mount('region', hypothesisEndRoutes),
  ...mount('region', evidenceRoutes),
  ...mount('region', opinionRoutes),
  ...mount('region', opinionDoorRoutes),
  ...mount('plain', opinionLinkRoutes),
  ...mount('region', carryRoutes(kindOf)),
  ...mount('region', toolListRoutes),
  ...mount('region', modelRoutes),
  ...mount('region', boxRoutes),
  ...mount('region', indicatorRoutes),
  ...mount('region', modelInventoryRoutes),
  ...mount('region', modelGuideRoutes),
  ...mount('region', modelFileRoutes),
  ...mount('region', modelPaperRoutes),
  ...mount('region', partnerRoutes),
  ...mount('region', partnerPaperRoutes),
  ...mount('region', rowBookRoutes(partnerRoom)),
  ...mount('region', forumRoutes),
  ...mount('region', rowBookRoutes(forumRoom)),
  ...mount('region', roadmapRoutes),
]
