import { plainData, plainText } from '../plain-text/plain-text.ts'
import { beside, inWorker } from '../worker/worker.ts'

/**
 * A stretch of pages. `template` is Typst of our own defining `#let <use>(d) = page(…)[…]`; people's words come in by
 * `data` only, never as source, so that nothing in them is taken for markup.
 */
export interface PdfPart {
  use: string
  template: string
  data: unknown
}

export interface PdfOrder {
  title: string
  templates: string[]
  parts: { use: string; data: unknown }[]
}

export const PDF = 'application/pdf'

const LIMITS = {
  timeoutMs: 60_000,
  tooHard: 'PDFを作れませんでした。内容を分けるか、時間をおいて、もう一度お試しください',
}

/** Tagged PDF 1.7 in Japanese, fonts embedded, made in the worker. */
export async function writePdf({ title, parts }: { title: string; parts: readonly PdfPart[] }): Promise<Buffer> {
  const templates = new Map(parts.map(({ use, template }) => [use, template]))
  const order: PdfOrder = {
    title: plainText(title),
    templates: [...templates.values()],
    parts: parts.map(({ use, data }) => ({ use, data: plainData(data) })),
  }
  return Buffer.from(await inWorker<Uint8Array>(beside(import.meta.url, 'jobs'), 'print', order, LIMITS))
}
