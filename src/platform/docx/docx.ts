import { beside, inWorker } from '../worker/worker.ts'

/** A paper as plain data: it goes to the worker as a message. */
export type Block =
  | { kind: 'heading'; text: string; level?: 2 | 3 }
  | { kind: 'text'; text: string }
  /** A marked box: what is missing, or to be minded. */
  | { kind: 'note'; text: string }
  | { kind: 'facts'; rows: { term: string; text: string }[] }
  | { kind: 'list'; numbered: boolean; items: { text: string; note: string }[] }
  | { kind: 'table'; head: string[]; rows: string[][]; widths: number[] }
  /** A drawing that needs no style sheet (`standalone`), in px. */
  | { kind: 'picture'; svg: string; width: number; height: number; alt: string }
  | { kind: 'break' }

export interface Paper {
  title: string
  subtitle: string
  blocks: Block[]
  /** At the foot of every page, before the page number. */
  foot: string
  landscape?: boolean
}

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const LIMITS = { timeoutMs: 20_000, tooHard: 'Wordのファイルを作れませんでした。時間をおいて、もう一度お試しください' }

/** A Word file of this paper. */
export const writePaper = async (paper: Paper): Promise<Buffer> =>
  Buffer.from(await inWorker<Uint8Array>(beside(import.meta.url, 'jobs'), 'write', paper, LIMITS))
