import type { Body } from '../../papers/templates/templates.ts'
import type { PdfPart } from '../../platform/pdf/pdf.ts'
import type { Slide } from '../../platform/pptx/pptx.ts'
import { beside, inWorker } from '../../platform/worker/worker.ts'

/** A logic model for papers that several people get: what is drawn, and which version that is. */
export interface ModelOrder {
  body: Body
  /** 「みどり町　課題解決ストーリー（ロジックモデル）」 */
  title: string
  /** 「第3版　令和7年12月16日」 */
  note: string
}

export interface PrintedModel {
  /** One A3 page with the picture, then its table twin. */
  part: PdfPart
  /** Boxes and lines that can be edited, then the table. */
  slides: Slide[]
}

const LIMITS = { timeoutMs: 30_000, tooHard: 'ロジックモデルの図が大きすぎて、資料にできませんでした' }

/** Measured and drawn in the worker: a big model takes a tenth of a second, and nobody else waits for it. */
export const printModel = (order: ModelOrder): Promise<PrintedModel> =>
  inWorker<PrintedModel>(beside(import.meta.url, 'jobs'), 'draw', order, LIMITS)
