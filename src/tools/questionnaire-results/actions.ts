import type { Saved } from '../../papers/documents/documents.ts'
import { rowsIn } from '../../papers/templates/templates.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/db/ids.ts'
import type { Region } from '../../programme/regions/regions.ts'
import { causesKind } from '../causes/causes.ts'
import type { Side } from '../evidence/evidence.ts'
import { savePaper } from '../papers/actions.ts'
import { type Questionnaire, titleAt } from '../questionnaires/questionnaires.ts'
import type { Figure } from './questionnaire-results.ts'

interface ToBack {
  figure: Figure
  cause: string
  side: Side
  /** The same answer the time before, in percent. */
  before: string
  /** When it was answered: 「令和7年11月」 */
  period: string
}

/** A number of the results becomes evidence for or against a 真因の仮説, with where it comes from. */
export const backWith = (ctx: Ctx, region: Region, q: Questionnaire, given: ToBack): Promise<Saved> => {
  const { figure, cause, side, before, period } = given
  const row = {
    ...{ id: newId(), cause, side, kind: 'number', unit: '', value: '', source: 'survey', method: '質問票', period },
    text: `「${figure.question.label}」に「${figure.option}」と答えた人の割合`,
    numerator: String(figure.numerator),
    denominator: String(figure.denominator),
    comparison: before,
    comparedWith: before ? 'last_time' : '',
    sourceText: `質問票「${titleAt(q, figure.round)}」`,
  }
  return savePaper(ctx, region, causesKind, {
    edit: (body) => ({ ...body, evidence: [...rowsIn(body, 'evidence'), row] }),
    note: `質問票「${q.title}」の数字を裏づけにした`,
  })
}
